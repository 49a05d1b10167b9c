import { dayAfter, daysOfMonth, isDay, startOf } from '../../../src/governance/lifecycle/day';
import {
  callsOf,
  dueAtOf,
  dueOf,
  nextOf,
  pendingOf,
  standingAt,
  type LifeFacts,
} from '../../../src/governance/lifecycle/due';
import { spansOf, trendOf } from '../../../src/governance/lifecycle/engagement';
import { policiesProblem } from '../../../src/governance/lifecycle/policies';
import { reportLine } from '../../../src/governance/lifecycle/report';
import {
  lifePolicies,
  noPolicy,
  type LifePolicy,
  type LifeView,
} from '../../../src/governance/lifecycle/schema';

const at = (text: string) => Date.parse(text);
const months = (every: number) => ({ every, unit: 'months' }) as const;
const berlin = 'Europe/Berlin';

const facts = (part: Partial<LifeFacts> = {}): LifeFacts => ({
  publishedAt: at('2026-03-10T09:00:00Z'),
  confirmedAt: null,
  ownReview: null,
  snoozedUntil: null,
  ownExpiry: null,
  ownThen: null,
  halvedOn: null,
  ...part,
});
const yearly: LifePolicy = { ...noPolicy, review: months(12), remind: [] };

describe('a date after an interval', () => {
  it.each([
    ['2026-01-31', months(1), '2026-02-28'],
    ['2028-01-31', months(1), '2028-02-29'],
    ['2028-02-29', months(12), '2029-02-28'],
    ['2028-02-29', months(48), '2032-02-29'],
    ['2026-08-31', months(6), '2027-02-28'],
    ['2026-12-31', { every: 1, unit: 'weeks' } as const, '2027-01-07'],
    ['2026-03-25', { every: 1, unit: 'weeks' } as const, '2026-04-01'],
  ])('%s and %j is %s', (from, interval, to) => {
    expect(dayAfter(from, interval)).toBe(to);
  });

  it.each([
    // Clocks go forward: the day before has 23 hours in it.
    ['2026-03-30', berlin, '2026-03-29T22:00:00Z'],
    ['2026-03-29', berlin, '2026-03-28T23:00:00Z'],
    // Midnight itself is skipped.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2026-11-30', 'UTC', '2026-11-30T00:00:00Z'],
  ])('%s begins in %s at %s', (day, zone, instant) => {
    expect(startOf(day, zone)).toBe(at(instant));
  });

  it.each([
    ['2026-11-30', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-2-3', false],
    ['2026-13-01', false],
    ['tomorrow', false],
  ])('%s is a day: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  it('belongs to a month of the right length', () => {
    expect(daysOfMonth('2028-02')).toHaveLength(29);
    expect(daysOfMonth('2026-11').at(-1)).toBe('2026-11-30');
  });
});

describe('an entry is due', () => {
  it.each<[string, LifePolicy, Partial<LifeFacts>, string | null, string | null]>([
    ['a year after it was published', yearly, {}, '2027-03-10', 'interval'],
    [
      'a year after it was confirmed',
      yearly,
      { confirmedAt: at('2026-06-01T12:00:00Z') },
      '2027-06-01',
      'interval',
    ],
    [
      'not earlier for an older confirmation',
      yearly,
      { confirmedAt: at('2025-06-01T12:00:00Z') },
      '2027-03-10',
      'interval',
    ],
    [
      'by the day of the business, not of London',
      yearly,
      { publishedAt: at('2026-03-10T23:30:00Z') },
      '2027-03-11',
      'interval',
    ],
    ['on the day set by hand', yearly, { ownReview: '2026-05-01' }, '2026-05-01', 'own'],
    [
      'on the day set by hand where the type has no interval',
      noPolicy,
      { ownReview: '2026-05-01' },
      '2026-05-01',
      'own',
    ],
    ['when its touches fell', yearly, { halvedOn: '2026-09-01' }, '2026-09-01', 'engagement'],
    ['as planned where its touches fell later', yearly, { halvedOn: '2027-04-01' }, '2027-03-10', 'interval'],
    [
      'when its touches fell, without an interval',
      noPolicy,
      { halvedOn: '2026-09-01' },
      '2026-09-01',
      'engagement',
    ],
    ['when the snooze ends', yearly, { snoozedUntil: '2027-04-01' }, '2027-04-01', 'snoozed'],
    [
      'as planned where the snooze ends earlier',
      yearly,
      { snoozedUntil: '2026-04-01' },
      '2027-03-10',
      'interval',
    ],
    ['never without a policy and a date', noPolicy, {}, null, null],
    ['never by a snooze alone', noPolicy, { snoozedUntil: '2026-04-01' }, null, null],
  ])('%s', (_, policy, part, on, because) => {
    const { review } = dueOf(policy, facts(part), berlin);
    expect([review?.on ?? null, review?.because ?? null]).toEqual([on, because]);
  });

  const offer: LifePolicy = { ...noPolicy, expiry: { after: months(1), then: 'unpublish' }, remind: [7] };
  it.each<[string, LifePolicy, Partial<LifeFacts>, string | null, string | null]>([
    ['after the interval of its type', offer, {}, '2026-04-10', 'unpublish'],
    ['later once confirmed', offer, { confirmedAt: at('2026-04-01T08:00:00Z') }, '2026-05-01', 'unpublish'],
    ['on its own day', offer, { ownExpiry: '2026-03-20', ownThen: 'archive' }, '2026-03-20', 'archive'],
    [
      'on its own day, with the act of its type',
      offer,
      { ownExpiry: '2026-03-20' },
      '2026-03-20',
      'unpublish',
    ],
    ['and asks where nothing else is said', noPolicy, { ownExpiry: '2026-03-20' }, '2026-03-20', 'ask'],
    ['and a snooze does not keep it', offer, { snoozedUntil: '2027-01-01' }, '2026-04-10', 'unpublish'],
    ['never', noPolicy, {}, null, null],
  ])('and ends %s', (_, policy, part, on, then) => {
    const { expiry } = dueOf(policy, facts(part), berlin);
    expect([expiry?.on ?? null, expiry?.then ?? null]).toEqual([on, then]);
  });
});

describe('what is to be told', () => {
  const policy: LifePolicy = {
    ...yearly,
    remind: [30, 7, 7, 400],
    expiry: { after: months(13), then: 'ask' },
  };
  const due = dueOf(policy, facts(), berlin);

  it('is planned once each, and not before the entry was looked at', () => {
    expect(due.steps.map(({ id }) => id)).toEqual(
      [
        'remind:30:2027-03-10',
        'remind:7:2027-03-10',
        'review:2027-03-10',
        'expiring:30:2027-04-10',
        'expiring:7:2027-04-10',
        'expire:2027-04-10',
      ].sort((a, b) => stepAt(a) - stepAt(b)),
    );
  });
  const stepAt = (id: string) => due.steps.find((step) => step.id === id)?.at ?? NaN;

  it('comes at its time, once, also when the clock is set back', () => {
    const now = at('2027-03-11T00:00:00Z');
    const pending = pendingOf(due, [], now);
    expect(callsOf(pending)).toEqual(['expiring', 'review']);
    const done = pending.map(({ id }) => id);
    expect(pendingOf(due, done, now)).toEqual([]);
    expect(pendingOf(due, done, at('2026-03-11T00:00:00Z'))).toEqual([]);
    expect(pendingOf(due, done, now + 1)).toEqual([]);
    expect(nextOf(due, done)).toBe(startOf('2027-04-03', berlin));
  });

  it('is what was missed last, where nothing ran for long', () => {
    expect(callsOf(pendingOf(due, [], at('2028-01-01T00:00:00Z')))).toEqual(['expire', 'review']);
    expect(callsOf(pendingOf(due, [], at('2027-03-04T00:00:00Z')))).toEqual(['remind']);
    expect(callsOf([])).toEqual([]);
  });

  it('ends when all is done', () => {
    expect(
      nextOf(
        due,
        due.steps.map(({ id }) => id),
      ),
    ).toBeNull();
  });
});

describe('where an entry stands', () => {
  const now = at('2026-11-22T10:00:00Z');
  it.each([
    [at('2026-11-22T00:00:00Z'), null, 'overdue'],
    [at('2026-11-23T00:00:00Z'), null, 'soon'],
    [at('2027-11-23T00:00:00Z'), null, 'later'],
    [null, null, 'none'],
    [null, 5, 'archived'],
  ])('%s, archived %s: %s', (dueAt, archivedAt, standing) => {
    expect(standingAt(dueAt, archivedAt, now)).toBe(standing);
  });

  it('is told by whichever of look and end comes first', () => {
    const policy: LifePolicy = { ...yearly, expiry: { after: months(1), then: 'ask' } };
    expect(dueAtOf(dueOf(policy, facts(), 'UTC'))).toBe(at('2026-04-10T00:00:00Z'));
    expect(dueAtOf(dueOf(noPolicy, facts(), 'UTC'))).toBeNull();
  });
});

describe('engagement', () => {
  it.each([
    [null, { kind: 'unknown', why: 'young' }],
    [
      { base: 19, last: 0 },
      { kind: 'unknown', why: 'few' },
    ],
    [
      { base: 20, last: 10 },
      { kind: 'halved', base: 20, last: 10 },
    ],
    [
      { base: 20, last: 11 },
      { kind: 'holding', base: 20, last: 11 },
    ],
    [
      { base: 100, last: 400 },
      { kind: 'holding', base: 100, last: 400 },
    ],
  ])('of %j is %j', (counts, trend) => {
    expect(trendOf(counts)).toEqual(trend);
  });

  const day = 86_400_000;
  it.each([
    ['first', 19 * day, null],
    ['first', 20 * day, { base: { from: 0, to: 10 * day }, last: { from: 10 * day, to: 20 * day } }],
    ['first', 50 * day, { base: { from: 0, to: 10 * day }, last: { from: 40 * day, to: 50 * day } }],
    ['before', 50 * day, { base: { from: 30 * day, to: 40 * day }, last: { from: 40 * day, to: 50 * day } }],
  ] as const)('compares with those %s, %s ms on', (against, now, spans) => {
    expect(spansOf({ days: 10, against }, 0, now)).toEqual(spans);
  });
});

describe('policies', () => {
  const models = [
    { uid: 'api::article.article', displayName: 'Article', draftAndPublish: true },
    { uid: 'api::note.note', displayName: 'Note', draftAndPublish: false },
  ] as unknown as Parameters<typeof policiesProblem>[1];
  const problem = (policies: object) =>
    policiesProblem(lifePolicies.parse(policies), models, new Set(['role:editor']));

  it.each([
    [{ 'api::ghost.ghost': noPolicy }, 'settings.unknown-name', '["api::ghost.ghost"]'],
    [
      { 'api::article.article': { ...noPolicy, owner: 'role:ghost' } },
      'lifecycle.unknown-owner',
      '["api::article.article"].owner',
    ],
    [
      { 'api::note.note': { ...noPolicy, expiry: { after: null, then: 'archive' } } },
      'lifecycle.cannot-end',
      '["api::note.note"].expiry.then',
    ],
  ])('that do not fit are refused: %j', (policies, code, path) => {
    expect(problem(policies)).toMatchObject({ code, path });
  });

  it('that fit are taken', () => {
    expect(problem({ 'api::article.article': { ...yearly, owner: 'role:editor' } })).toBeNull();
    expect(problem({ 'api::note.note': { ...noPolicy, expiry: { after: null, then: 'ask' } } })).toBeNull();
  });

  it.each([
    { review: { every: 0, unit: 'months' } },
    { review: { every: 1, unit: 'years' } },
    { owner: 'somebody' },
    { remind: [0] },
    { remind: [1, 2, 3, 4, 5, 6] },
    { halved: { days: 3, against: 'first' } },
    { expiry: { after: null, then: 'burn' } },
    { colour: 'red' },
  ])('with %j are not even read', (part) => {
    expect(lifePolicies.safeParse({ 'api::article.article': { ...noPolicy, ...part } }).success).toBe(false);
  });
});

describe('a line of the report', () => {
  const view: LifeView = {
    uid: 'api::article.article',
    documentId: 'd1',
    locale: 'en',
    title: 'Rye, "dark"',
    owner: 'role:editor',
    standing: 'overdue',
    publishedAt: 0,
    confirmedAt: null,
    confirmedBy: null,
    reviewOn: '2026-11-01',
    because: 'engagement',
    expireOn: null,
    then: 'ask',
    own: { reviewOn: null, expireOn: null },
    archivedAt: null,
    trend: { kind: 'halved', base: 40, last: 12 },
  };
  it('quotes what needs it', () => {
    expect(reportLine(view)).toBe(
      '"Rye, ""dark""",api::article.article,en,d1,role:editor,overdue,1970-01-01T00:00:00.000Z,,,2026-11-01,engagement,,,40,12,halved\r\n',
    );
  });
  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('is no formula: %j', (title) => {
    expect(reportLine({ ...view, title })).toMatch(/^"?'/);
  });
});
