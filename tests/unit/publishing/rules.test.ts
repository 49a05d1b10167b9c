import type { Outcome } from '../../../src/channels/channel';
import { campaignCases, campaignStateOf } from '../../../src/publishing/campaign/standing';
import { catchUp } from '../../../src/publishing/catch-up';
import { stopOf, type Facts } from '../../../src/publishing/gate';
import { waitsFor } from '../../../src/publishing/order';
import { changeAfter } from '../../../src/publishing/outcome';
import { isReleasedByEntry, releasedByApproval } from '../../../src/publishing/release';
import { backOff, waitBefore } from '../../../src/publishing/retry';
import { publicationState, type PublicationState } from '../../../src/publishing/schema';
import { firstStep } from '../../../src/publishing/settle';
import {
  isGone,
  isOver,
  mayFollow,
  mayTryAgain,
  openStates,
  stages,
  statesWith,
} from '../../../src/publishing/status';

const hour = 3_600_000;

describe('what follows an outcome', () => {
  const now = 1_000_000;
  const why = { code: 'x.y', message: 'Why.' };
  it.each<[string, Outcome, number, object]>([
    [
      'delivered',
      { kind: 'delivered', remoteId: 'r', url: 'https://x.test' },
      3,
      {
        state: 'delivered',
        failures: 0,
        nextAt: null,
        isOpenEnded: false,
        remote: { id: 'r', url: 'https://x.test' },
      },
    ],
    ['found there already', { kind: 'duplicate', remoteId: 'r', url: null }, 0, { state: 'delivered' }],
    ['refused for good', { kind: 'rejected', ...why }, 0, { state: 'rejected', nextAt: null, code: 'x.y' }],
    [
      'credentials refused',
      { kind: 'reauthorise', ...why },
      0,
      { state: 'parked', nextAt: now + hour / 12, channel: 'reauthorise' },
    ],
    [
      'account closed',
      { kind: 'blocked', ...why },
      0,
      { state: 'parked', nextAt: now + hour / 12, channel: 'blocked' },
    ],
    [
      'quota used up',
      { kind: 'parked', ...why, until: now + hour },
      2,
      { state: 'parked', nextAt: now + hour, failures: 2, channel: null },
    ],
    [
      'quota used up, nobody knows how long',
      { kind: 'parked', ...why },
      0,
      { state: 'parked', nextAt: now + hour / 4 },
    ],
    [
      'a fault',
      { kind: 'retry', ...why },
      0,
      { state: 'scheduled', failures: 1, isOpenEnded: false, nextAt: now + 22_500 },
    ],
    [
      'a fault, with a time',
      { kind: 'retry', ...why, after: 90_000 },
      0,
      { state: 'scheduled', nextAt: now + 94_500 },
    ],
    ['a lost answer', { kind: 'unknown', ...why }, 0, { state: 'scheduled', failures: 1, isOpenEnded: true }],
    [
      'the tenth fault',
      { kind: 'retry', ...why },
      9,
      { state: 'rejected', message: 'Given up after 10 tries. Why.' },
    ],
    ['the tenth lost answer', { kind: 'unknown', ...why }, 9, { state: 'unknown', isOpenEnded: true }],
  ])('%s', (_what, outcome, failures, expected) => {
    expect(changeAfter(outcome, failures, now, () => 0.5)).toMatchObject(expected);
  });

  it('leads only to states that may follow a running one', () => {
    const kinds = [
      'delivered',
      'duplicate',
      'retry',
      'reauthorise',
      'rejected',
      'parked',
      'blocked',
      'unknown',
    ] as const;
    for (const kind of kinds)
      for (const failures of [0, 9]) {
        const outcome = { kind, remoteId: '', url: null, ...why } as Outcome;
        expect(mayFollow('running', changeAfter(outcome, failures, now, () => 0).state)).toBe(true);
      }
  });
});

describe('the wait before the next try', () => {
  it.each([
    { failures: 1, low: 15_000, high: 30_000 },
    { failures: 2, low: 30_000, high: 60_000 },
    { failures: 5, low: 240_000, high: 480_000 },
    { failures: 9, low: 3_840_000, high: 7_680_000 },
  ])('after $failures failures is between $low and $high ms', ({ failures, low, high }) => {
    expect(waitBefore(failures, undefined, () => 0)).toBe(low);
    expect(waitBefore(failures, undefined, () => 1)).toBe(high);
  });

  it('ends after ten', () => {
    expect(waitBefore(backOff.tries, 1, () => 0)).toBeNull();
  });

  it('is what the other side asks for, up to a day', () => {
    expect(waitBefore(1, 60_000, () => 0)).toBe(60_000);
    expect(waitBefore(1, 1_000 * hour, () => 0)).toBe(24 * hour);
  });
});

describe('what was missed', () => {
  it.each([
    [0, 'ask', 'send'],
    [15 * 60_000, 'skip', 'send'],
    [15 * 60_000 + 1, 'late', 'send'],
    [15 * 60_000 + 1, 'skip', 'skip'],
    [15 * 60_000 + 1, 'ask', 'ask'],
  ] as const)('%d ms late under "%s": %s', (late, policy, decision) => {
    expect(catchUp(late, policy)).toBe(decision);
  });
});

describe('the last look before sending', () => {
  const facts: Facts = {
    seal: 'a',
    sealScheduled: 'a',
    isPublished: null,
    blockers: [],
    channel: { state: 'ready', reason: '', name: 'Bluesky' },
  };
  it.each<[string, Partial<Facts>, string]>([
    ['all is well', {}, 'goes'],
    ['an untested channel', { channel: { state: 'untested', reason: '', name: '' } }, 'goes'],
    ['the page is up', { isPublished: true }, 'goes'],
    ['the page is down', { isPublished: false }, 'held publication.entry-unpublished'],
    ['the entry is gone', { seal: null }, 'held publication.entry-deleted'],
    ['the entry says something else', { seal: 'b' }, 'held publication.entry-edited'],
    [
      'nobody approved',
      { blockers: [{ code: 'review.not-approved', message: 'Nobody.' }] },
      'held publication.not-approved',
    ],
    [
      'the copy breaks a rule of the brand',
      { blockers: [{ code: 'brand.copy-error', message: 'Not how we speak.' }] },
      'held brand.copy-error',
    ],
    ['the channel is gone', { channel: null }, 'rejected publication.channel-missing'],
    [
      'the channel is signed out',
      { channel: { state: 'reauthorise', reason: '', name: 'B' } },
      'parked publication.channel-reauthorise',
    ],
    [
      'signed out, and edited',
      { seal: 'b', channel: { state: 'reauthorise', reason: '', name: 'B' } },
      'held publication.entry-edited',
    ],
  ])('%s', (_what, change, expected) => {
    const stop = stopOf({ ...facts, ...change });
    expect(stop ? `${stop.state} ${stop.code}` : 'goes').toBe(expected);
  });
});

describe('the order of a campaign', () => {
  const site = (state: PublicationState) =>
    ({ key: 'site', kind: 'website', state, hasLink: true, afterMinutes: null }) as const;
  const post = {
    key: 'post',
    kind: 'bluesky',
    state: 'scheduled',
    hasLink: true,
    afterMinutes: null,
  } as const;
  it.each([
    ['a post that links waits for the website', [site('scheduled'), post], 'site'],
    ['a post without a link does not', [site('scheduled'), { ...post, hasLink: false }], ''],
    [
      'one that follows by minutes does so without a link',
      [site('scheduled'), { ...post, hasLink: false, afterMinutes: 5 }],
      'site',
    ],
    ['nobody waits for what is there', [site('delivered'), post], ''],
    ['nobody waits for what will not come', [site('cancelled'), post], ''],
    ['nobody waits where there is no website', [post], ''],
  ] as const)('%s', (_what, members, expected) => {
    const waits = waitsFor(members);
    expect(waits.get('post')).toBe(expected);
    expect(waits.get('site') ?? '').toBe('');
  });
});

describe('states', () => {
  it.each<[PublicationState[], string]>([
    [[], 'draft'],
    [['draft', 'draft'], 'draft'],
    [['scheduled', 'cancelled'], 'waiting'],
    [['delivered', 'scheduled'], 'running'],
    [['running', 'scheduled'], 'running'],
    [['delivered', 'held', 'running'], 'attention'],
    [['delivered', 'skipped'], 'done'],
    [['cancelled', 'cancelled'], 'cancelled'],
  ])('of the publications %j make the campaign %s', (states, expected) => {
    expect(campaignStateOf(states)).toBe(expected);
  });

  it('make exactly one case of a campaign, whichever come together', () => {
    const all = publicationState.options;
    for (let set = 0; set < 2 ** all.length; set += 1) {
      const states = all.filter((_, bit) => set & (2 ** bit));
      const has = (wanted: readonly PublicationState[]) => wanted.some((state) => states.includes(state));
      const fitting = campaignCases.filter(({ some, none }) => some.every(has) && !has(none));
      if (fitting.length !== 1) throw new Error(`${states.join()} fits ${fitting.length} cases`);
    }
  });

  it('have an action or a way on, all but the last', () => {
    for (const [state, { next, actions }] of Object.entries(stages))
      expect([state, next.length + actions.length > 0]).toEqual([state, state !== 'recalled']);
  });

  it('are over once nothing more is to come, and gone where nothing of it is to be seen', () => {
    const all = publicationState.options;
    expect(all.filter(isOver)).toEqual(['delivered', 'recalled', 'cancelled', 'skipped']);
    expect(all.filter(isGone)).toEqual(['recalled', 'cancelled', 'skipped']);
  });

  it.each([
    ['scheduled', 0, null, false],
    ['scheduled', 1, null, true],
    ['scheduled', 0, 1, true],
    ['parked', 0, null, true],
    ['rejected', 10, null, true],
    ['running', 1, 1, false],
    ['delivered', 0, null, false],
  ] as const)('a %s one after %i failures, its last try open since %s, may be tried again: %s', (...row) => {
    const [state, failures, armedAt, expected] = row;
    expect(mayTryAgain({ state, failures, armedAt })).toBe(expected);
  });

  it('that nobody may leave behind are open to an approval', () => {
    expect(openStates()).toEqual(expect.arrayContaining(['draft', 'scheduled', 'held', 'parked', 'asking']));
    expect(openStates()).not.toContain('delivered');
    expect(statesWith('cancel')).toContain('running');
  });

  it.each([
    [null, 'look', 'send'],
    [null, 'ask', 'send'],
    [1, 'look', 'look'],
    [1, 'send', 'send'],
    [1, 'ask', 'ask'],
  ] as const)('a try begun at %s, a doubt that is settled by "%s": %s', (armedAt, inDoubt, step) => {
    expect(firstStep({ armedAt }, inDoubt)).toBe(step);
  });

  it('that are held are freed by what they wait for', () => {
    const rows = [
      'publication.not-approved',
      'publication.entry-edited',
      'publication.entry-deleted',
      'publication.page-missing',
    ].map((code) => ({ key: code, code, dueAt: 0 }));
    expect(releasedByApproval(rows).map(({ code }) => code)).toEqual([
      'publication.not-approved',
      'publication.entry-edited',
    ]);
    expect(rows.map(({ code }) => isReleasedByEntry(code))).toEqual([false, true, false, true]);
  });
});
