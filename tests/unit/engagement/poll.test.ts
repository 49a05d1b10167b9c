import { changesOf, nextPollAt, pollOffsets } from '../../../src/engagement/poll';

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
});
