import type { Counts } from '../channels/schema';
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

/** The last time that a post is looked at. */
export const pollEnd = 30 * day;

/** When to look next after a look at `polledAt`; null when it is over. Missed looks are not made up for: one is enough. */
export function nextPollAt(deliveredAt: number, polledAt: number | null): number | null {
  const next = pollOffsets.find((offset) => polledAt === null || deliveredAt + offset > polledAt);
  return next === undefined ? null : deliveredAt + next;
}

const kinds: readonly (readonly [keyof Counts, TouchpointKind])[] = [
  ['likes', 'like'],
  ['reposts', 'repost'],
  ['replies', 'reply'],
  ['quotes', 'quote'],
];

/** What changed since the last look; negative where somebody took a like back, so that the sum is always the present count. */
export const changesOf = (
  before: Counts,
  now: Counts,
): { readonly kind: TouchpointKind; readonly value: number }[] =>
  kinds.map(([name, kind]) => ({ kind, value: now[name] - before[name] })).filter(({ value }) => value !== 0);
