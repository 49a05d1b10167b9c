import { countsOf } from '../../../../src/channels/counted/figures';
import { told } from '../../../../src/channels/counted/told';
import { counts, metrics } from '../../../../src/channels/schema';

describe('what a network answers', () => {
  const { mastodon } = told;
  const all = { favourites_count: 3, reblogs_count: 2, replies_count: 1, quotes_count: 4 };

  it.each([
    ['all that it tells', all, { likes: 3, reposts: 2, replies: 1, quotes: 4 }],
    [
      'a field more, which nobody asked for',
      { ...all, hugs_count: 9 },
      { likes: 3, reposts: 2, replies: 1, quotes: 4 },
    ],
    ['a field less', { favourites_count: 3 }, { likes: 3 }],
    ['nothing', {}, {}],
    ['zero, which is known', { favourites_count: 0 }, { likes: 0 }],
    ['null', { favourites_count: null }, {}],
    ['less than nothing', { favourites_count: -1 }, {}],
    ['words', { favourites_count: '12' }, {}],
    ['no number', { favourites_count: NaN }, {}],
    ['a part of one', { favourites_count: 2.6 }, { likes: 3 }],
    ['a name of JavaScript', { constructor: 5 }, {}],
  ])('%s', (_what, figures, known) => {
    expect(countsOf(mastodon, figures)).toEqual(known);
  });

  it('is never more than the counts that there are', () => {
    for (const names of Object.values(told))
      expect(metrics).toEqual(expect.arrayContaining(Object.keys(names)));
    expect(counts.parse({ likes: 1, hugs: 2 })).toEqual({ likes: 1 });
    expect(counts.safeParse({ likes: -1 }).success).toBe(false);
  });
});
