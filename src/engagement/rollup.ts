import type { Rollup } from '../ecosystem/schema';
import type { NewTouchpoint } from './schema';

const hourInMs = 3_600_000;

/** First millisecond of the hour. */
export const hourOf = (at: number): number => Math.floor(at / hourInMs) * hourInMs;

/** One string for what a rollup counts together: hour and all its names. */
export const dimensionsOf = (row: Omit<Rollup, 'count' | 'sum'>): string =>
  [row.hour, row.kind, row.channel, row.entry, row.campaign, row.publication].join('\u001f');

/** What a group of touchpoints adds to the hourly rollups; one row for each set of names, in no special order. */
export const rollupsOf = (touchpoints: readonly NewTouchpoint[]): Rollup[] =>
  mergedRollups(
    touchpoints.map((touchpoint) => ({
      hour: hourOf(touchpoint.at),
      kind: touchpoint.kind,
      channel: touchpoint.channel,
      entry: touchpoint.entry ?? '',
      campaign: touchpoint.campaign ?? '',
      publication: touchpoint.publication ?? '',
      count: 1,
      sum: touchpoint.value,
    })),
  );

/** Rollups with the same names added up. The rollup of parts, merged, is the rollup of the whole. */
export function mergedRollups(rollups: readonly Rollup[]): Rollup[] {
  const merged = new Map<string, Rollup>();
  for (const rollup of rollups) {
    const name = dimensionsOf(rollup);
    const known = merged.get(name);
    merged.set(
      name,
      known ? { ...known, count: known.count + rollup.count, sum: known.sum + rollup.sum } : rollup,
    );
  }
  return [...merged.values()];
}
