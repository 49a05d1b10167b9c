import type { PreflightFacts } from '../../../src/publishing/preflight/facts';
import { monthOf } from '../../../src/publishing/preflight/cost';
import { isAsked, preflightOf, verdictOf } from '../../../src/publishing/preflight/preflight';
import { codes } from '../../../src/shared/codes';
import { publicationState } from '../../../src/publishing/schema';

const now = Date.UTC(2026, 10, 26, 9);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Part<T> = { readonly [K in keyof T]?: Partial<NonNullable<T[K]>> | T[K] };

/** A post that goes out tomorrow and has nothing in its way. */
const fine: PreflightFacts = {
  now,
  zone: 'Europe/Berlin',
  publication: {
    key: '00000000-0000-4000-8000-000000000001',
    kind: 'bluesky',
    channelName: 'Bluesky',
    state: 'scheduled',
    dueAt: now + day,
    problem: null,
  },
  channel: { state: 'ready', reason: '' },
  entry: { isEdited: false, page: 'up', blockers: [], hidden: [] },
  copy: {
    check: { count: 20, limit: 300, unit: 'characters', problems: [] },
    findings: { warnings: 0, suggestions: 0 },
    deadLinks: [],
    lostPictures: [],
    video: [],
    privatePictures: null,
    alike: null,
  },
  clash: { distance: null, others: [], blackouts: [], quota: null },
  cost: null,
  hold: null,
};

const with_ = (change: Part<PreflightFacts>): PreflightFacts =>
  Object.fromEntries(
    Object.entries({ ...fine, ...change }).map(([name, value]) => {
      const before: unknown = fine[name as keyof PreflightFacts];
      const isPart = before !== null && typeof before === 'object' && value !== null;
      return [name, isPart ? { ...before, ...(value as object) } : value];
    }),
  ) as unknown as PreflightFacts;

const said = (change: Part<PreflightFacts>): string[] =>
  preflightOf(with_(change))
    .filter(({ severity }) => severity !== 'green')
    .map(({ severity, code }) => `${severity} ${code}`);

const problem = { code: 'publication.not-approved', message: 'Nobody has approved it.' };

describe('will it go out?', () => {
  it('says of what is in order that it is, by every look', () => {
    const items = preflightOf(fine);
    expect(items.map(({ severity }) => severity)).toEqual(Array(6).fill('green'));
    expect(verdictOf(items.map(({ severity }) => severity))).toBe('green');
  });

  it.each<[string, Part<PreflightFacts>, string[]]>([
    ['has no time yet', { publication: { state: 'draft', dueAt: null } }, ['amber preflight.no-time']],
    ['was due 14 minutes ago', { publication: { dueAt: now - 14 * minute } }, []],
    ['was due 16 minutes ago', { publication: { dueAt: now - 16 * minute } }, ['red preflight.overdue']],
    ['is asked about', { publication: { state: 'asking', problem } }, ['red preflight.asking']],
    ['may be there already', { publication: { state: 'unknown' } }, ['red preflight.unknown']],
    [
      'was refused by the network',
      { publication: { state: 'rejected', problem: { code: 'bluesky.refused', message: 'No.' } } },
      ['red bluesky.refused'],
    ],
    [
      'waits for a quota',
      { publication: { state: 'parked', problem: { code: 'bluesky.rate-limited', message: 'Later.' } } },
      ['amber bluesky.rate-limited'],
    ],
    ['is held by an operator', { hold: { by: 'Rosa', reason: 'a fire' } }, ['red preflight.on-hold']],
    ['has lost its entry', { entry: null }, ['red publication.entry-deleted']],
    ['was edited since', { entry: { isEdited: true } }, ['red publication.entry-edited']],
    [
      'is not approved',
      { entry: { blockers: [{ code: 'review.not-approved', message: 'Nobody has approved it.' }] } },
      ['red review.not-approved'],
    ],
    [
      'is held for what is over by now',
      { publication: { state: 'held', problem } },
      ['red publication.not-approved'],
    ],
    [
      'is held, and still blocked',
      {
        publication: { state: 'held', problem },
        entry: { blockers: [{ code: 'review.not-approved', message: 'Nobody has approved it.' }] },
      },
      ['red review.not-approved'],
    ],
    [
      'has an error of the brand in its copy',
      { entry: { blockers: [{ code: 'brand.copy-error', message: 'Never say “cheap”.' }] } },
      ['red brand.copy-error'],
    ],
    ['links to a page that is not there', { entry: { page: 'missing' } }, ['red publication.page-missing']],
    ['links to a page that comes with it', { entry: { page: 'coming' } }, []],
    ['is the page itself, and not up', { publication: { kind: 'website' }, entry: { page: 'missing' } }, []],
    [
      'refers to something unpublished',
      { entry: { hidden: [{ field: 'author', count: 1, message: 'The field author refers to an entry.' }] } },
      ['amber preflight.relation-unpublished'],
    ],
    [
      'is too long and has no alt text',
      {
        copy: {
          check: {
            ...fine.copy.check,
            problems: [
              { severity: 'error', code: 'copy.too-long', message: 'Too long.', path: 'text' },
              { severity: 'warning', code: 'copy.alt-missing', message: 'No alt.', path: 'pictures[0].alt' },
            ],
          },
        },
      },
      ['red copy.too-long', 'amber copy.alt-missing'],
    ],
    [
      'has warnings of the brand',
      { copy: { findings: { warnings: 2, suggestions: 1 } } },
      ['amber preflight.brand-findings'],
    ],
    [
      'says what was said before',
      { copy: { alike: { label: 'Rye week', percent: 92 } } },
      ['amber preflight.duplicate'],
    ],
    ['has a dead link', { copy: { deadLinks: ['https://bakery.test/rey'] } }, ['amber preflight.link-dead']],
    ['has lost a picture', { copy: { lostPictures: ['loaf.jpg'] } }, ['red preflight.picture-lost']],
    [
      'has a picture that the network cannot fetch',
      { copy: { privatePictures: { names: ['loaf.jpg'], by: 'network' } } },
      ['red preflight.picture-private'],
    ],
    [
      'has a picture that readers cannot load',
      { copy: { privatePictures: { names: ['loaf.jpg'], by: 'reader' } } },
      ['amber preflight.picture-private'],
    ],
    ['has lost its channel', { channel: null }, ['red publication.channel-missing']],
    [
      'has a channel that nobody tried',
      { channel: { state: 'untested' } },
      ['amber preflight.channel-untested'],
    ],
    [
      'has a channel without credentials',
      { channel: { state: 'reauthorise', reason: 'The password changed.' } },
      ['red publication.channel-reauthorise'],
    ],
    [
      'has a channel that the network closed',
      { channel: { state: 'blocked' } },
      ['red publication.channel-blocked'],
    ],
    [
      'has credentials that end before it goes out',
      { channel: { validUntil: now + day - minute } },
      ['red preflight.credentials-end'],
    ],
    ['has credentials that end after it goes out', { channel: { validUntil: now + day + minute } }, []],
    [
      'is too close to another post',
      { clash: { distance: 2 * hour, others: [{ name: 'Wheat week', at: now + day - hour }] } },
      ['amber preflight.too-close'],
    ],
    [
      'is just far enough from another post',
      { clash: { distance: hour, others: [{ name: 'Wheat week', at: now + day - hour }] } },
      [],
    ],
    [
      'falls into a time without posts',
      { clash: { blackouts: [{ name: 'Christmas', kind: 'own' }] } },
      ['amber preflight.blackout'],
    ],
    [
      'has a time without posts but no time of its own',
      {
        publication: { state: 'draft', dueAt: null },
        clash: { blackouts: [{ name: 'Christmas', kind: 'own' }] },
      },
      ['amber preflight.no-time'],
    ],
  ])('where it %s', (_what, change, expected) => {
    expect(said(change)).toEqual(expected);
  });

  it.each<[string, number[], number, string[]]>([
    ['three within the hour, three allowed', [-20, 20], 3, []],
    ['four within the hour, three allowed', [-20, 20, 39], 3, ['red preflight.quota']],
    ['four, but never in one hour', [-40, -30, 40], 3, []],
  ])('counts a quota over a moving window: %s', (_what, minutes, posts, expected) => {
    const others = minutes.map((one) => ({ name: 'Another', at: now + day + one * minute }));
    expect(said({ clash: { others, quota: { posts, within: hour } } })).toEqual(expected);
  });

  it.each([
    { posts: 10, cap: null, expected: [] },
    { posts: 15, cap: 200, expected: [] },
    { posts: 16, cap: 200, expected: ['amber preflight.near-cap'] },
    { posts: 20, cap: 200, expected: ['amber preflight.near-cap'] },
    { posts: 21, cap: 200, expected: ['red preflight.over-cap'] },
  ])('with $posts posts at 10 cents and a cap of $cap cents', ({ posts, cap, expected }) => {
    expect(said({ cost: { price: { perPost: 10, currency: 'USD' }, posts, cap } })).toEqual(expected);
  });

  it.each([
    ['Europe/Berlin', '2026-03-31T21:59:00Z', '2026-03-01', '2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z'],
    ['Europe/Berlin', '2026-03-31T22:00:00Z', '2026-04-01', '2026-03-31T22:00:00Z', '2026-04-30T22:00:00Z'],
    [
      'America/New_York',
      '2027-01-01T04:59:00Z',
      '2026-12-01',
      '2026-12-01T05:00:00Z',
      '2027-01-01T05:00:00Z',
    ],
  ])('bills by the month of the business: in %s, %s', (zone, at, first, from, to) => {
    expect(monthOf(Date.parse(at), zone)).toEqual({ first, from: Date.parse(from), to: Date.parse(to) });
  });

  it('names a fix for everything that is red or amber, and puts the gravest first', () => {
    const items = preflightOf(
      with_({ hold: { by: 'Rosa', reason: '' }, channel: { state: 'untested' }, entry: { isEdited: true } }),
    );
    const severities = items.map(({ severity }) => severity);
    expect(severities).toEqual(['red', 'red', 'amber', 'green', 'green', 'green']);
    for (const { severity, fix } of items) expect(fix === null).toBe(severity === 'green');
    expect(verdictOf(severities)).toBe('red');
  });

  it('is said by codes of the catalogue', () => {
    const found = preflightOf(
      with_({
        publication: { dueAt: now - day },
        copy: { alike: { label: 'Rye week', percent: 92 }, lostPictures: ['loaf.jpg'] },
        hold: { by: 'Rosa', reason: '' },
      }),
    ).filter(({ severity }) => severity !== 'green');
    expect(found).toHaveLength(4);
    for (const { code } of found) expect(Object.keys(codes)).toContain(code);
  });

  it('asks only about what may still go out', () => {
    expect(publicationState.options.filter((state) => !isAsked(state))).toEqual([
      'running',
      'delivered',
      'recalled',
      'cancelled',
      'skipped',
    ]);
  });
});
