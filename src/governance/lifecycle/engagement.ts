import type { LifePolicy, Trend } from './schema';

/** A time in milliseconds since 1970, the end not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const dayInMs = 86_400_000;

/** Fewer touches than this in the base say nothing: half of five is chance. */
const fewestTouches = 20;

/**
 * The two times to compare, equally long: the last days, and the first ones since the entry was last looked at or those
 * just before. Null while the entry is too young for two times that do not overlap.
 */
export function spansOf(
  { days, against }: NonNullable<LifePolicy['halved']>,
  since: number,
  now: number,
): { readonly base: Span; readonly last: Span } | null {
  const length = days * dayInMs;
  if (now - since < 2 * length) return null;
  const base =
    against === 'first' ? { from: since, to: since + length } : { from: now - 2 * length, to: now - length };
  return { base, last: { from: now - length, to: now } };
}

/** Whether touches fell by half; unknown where the base is too small to say. `counts` null: too young. */
export function trendOf(counts: { readonly base: number; readonly last: number } | null): Trend {
  if (counts === null) return { kind: 'unknown', why: 'young' };
  const { base, last } = counts;
  if (base < fewestTouches) return { kind: 'unknown', why: 'few' };
  return { kind: last * 2 <= base ? 'halved' : 'holding', base, last };
}
