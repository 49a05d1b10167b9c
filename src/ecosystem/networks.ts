import type { Counts } from '../channels/schema';
import type { NetworkTotal } from './schema';
import { grouped } from './totals';

/** One post as its network counted it last. */
interface CountedPost {
  /** Key of the channel. */
  readonly channel: string;
  readonly kind: string;
  readonly counts: Counts;
}

/** Posts by channel, added up. What no post of a channel was told of is left out; it is not 0. */
export const networkTotals = (posts: readonly CountedPost[]): NetworkTotal[] =>
  [...grouped(posts, ({ channel }) => channel)].map(([channel, group]) => ({
    channel,
    kind: group[0]?.kind ?? '',
    posts: group.length,
    counts: group.reduce<Counts>((sum, { counts }) => added(sum, counts), {}),
  }));

function added(sum: Counts, counts: Counts): Counts {
  const more = Object.entries(counts).flatMap(([metric, count]) =>
    count === undefined ? [] : [[metric, (sum[metric as keyof Counts] ?? 0) + count] as const],
  );
  return { ...sum, ...Object.fromEntries(more) };
}
