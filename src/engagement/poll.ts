import type { Counts, Metric } from '../channels/schema';
import type { TouchpointKind } from './schema';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long after delivery a post's counts are looked at: often while it is new, daily until it is 30 days old. */
export const pollOffsets: readonly number[] = [
  minute,
  5 * minute,
  15 * minute,
  hour,
  6 * hour,
  ...Array.from({ length: 30 }, (_, index) => (index + 1) * day),
];

/** The same where a network bills for every look: each has to be worth its price. */
const billedOffsets: readonly number[] = [1, 2, 3, 5, 7, 10, 14, 21, 30].map((count) => count * day);

/** The last time that a post is looked at. */
export const pollEnd = 30 * day;

/** When to look next after a look at `polledAt`; null when it is over. Missed looks are not made up for: one is enough. */
export function nextPollAt(deliveredAt: number, polledAt: number | null, isBilled = false): number | null {
  const offsets = isBilled ? billedOffsets : pollOffsets;
  const next = offsets.find((offset) => polledAt === null || deliveredAt + offset > polledAt);
  return next === undefined ? null : deliveredAt + next;
}

const kinds: Readonly<Record<Metric, TouchpointKind>> = {
  likes: 'like',
  reposts: 'repost',
  replies: 'reply',
  quotes: 'quote',
  shares: 'share',
  saves: 'save',
  views: 'impression',
  reach: 'reach',
  clicks: 'network-click',
};

/** What is known after a look: a count that the network did not give this time stays as it was told last. */
export const knownAfter = (before: Counts, told: Counts): Counts => {
  const given = Object.entries(told).filter(([, count]) => count !== undefined);
  return { ...before, ...Object.fromEntries(given) };
};

/**
 * What changed since the last look; negative where somebody took a like back, so that the sum is always the present count. A count that
 * the network does not give changes nothing, and goes on from where it was when it comes back; one that it gives for the first time began
 * at 0.
 */
export const changesOf = (
  before: Counts,
  told: Counts,
): { readonly kind: TouchpointKind; readonly value: number }[] =>
  Object.entries(kinds).flatMap(([name, kind]) => {
    const metric = name as Metric;
    const count = told[metric];
    const value = count === undefined ? 0 : count - (before[metric] ?? 0);
    return value === 0 ? [] : [{ kind, value }];
  });
