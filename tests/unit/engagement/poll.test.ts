import type { Counts } from '../../../src/channels/schema';
import { changesOf, knownAfter, nextPollAt, pollOffsets } from '../../../src/engagement/poll';

const minute = 60_000;
const day = 1_440 * minute;

describe('looking at a post’s counts', () => {
  it('happens often while it is new, daily later, and ends after 30 days', () => {
    expect(pollOffsets.slice(0, 7).map((offset) => offset / minute)).toEqual([
      1, 5, 15, 60, 360, 1_440, 2_880,
    ]);
    expect(pollOffsets.at(-1)).toBe(30 * day);
  });

  it.each([
    ['never looked', null, minute],
    ['looked after a minute', minute, 5 * minute],
    ['looked late', 20 * minute, 60 * minute],
    ['was down for a week: one look makes up for all', 7.5 * day, 8 * day],
    ['looked on the last day', 30 * day, null],
  ])('%s', (_case, polled, next) => {
    const delivered = 1_700_000_000_000;
    expect(nextPollAt(delivered, polled === null ? null : delivered + polled)).toBe(
      next === null ? null : delivered + next,
    );
  });

  it('is paid for where a network bills each look, so there are few', () => {
    const looks: number[] = [];
    for (let at = nextPollAt(0, null, true); at !== null; at = nextPollAt(0, at, true)) looks.push(at / day);
    expect(looks).toEqual([1, 2, 3, 5, 7, 10, 14, 21, 30]);
  });

  it('writes down the change, also when a like was taken back', () => {
    expect(
      changesOf(
        { likes: 3, reposts: 1, replies: 0, quotes: 2 },
        { likes: 2, reposts: 1, replies: 4, quotes: 2 },
      ),
    ).toEqual([
      { kind: 'like', value: -1 },
      { kind: 'reply', value: 4 },
    ]);
  });

  it.each<[what: string, before: Counts, told: Counts, changes: Record<string, number>, known: Counts]>([
    ['one that is told for the first time began at 0', {}, { views: 40 }, { impression: 40 }, { views: 40 }],
    [
      'one that is not told any more stays',
      { views: 40, likes: 2 },
      { likes: 3 },
      { like: 1 },
      { views: 40, likes: 3 },
    ],
    [
      'one that comes back goes on from where it was',
      { views: 40 },
      { views: 55 },
      { impression: 15 },
      { views: 55 },
    ],
    ['nothing is not zero', { likes: 2 }, {}, {}, { likes: 2 }],
    ['zero is zero', { likes: 2 }, { likes: 0 }, { like: -2 }, { likes: 0 }],
    ['an estimate may fall', { reach: 9 }, { reach: 7 }, { reach: -2 }, { reach: 7 }],
    ['what is said to be unknown is not told', { saves: 4 }, { saves: undefined }, {}, { saves: 4 }],
  ])('%s', (_what, before, told, changes, known) => {
    expect(Object.fromEntries(changesOf(before, told).map(({ kind, value }) => [kind, value]))).toEqual(
      changes,
    );
    expect(knownAfter(before, told)).toEqual(known);
  });
});
