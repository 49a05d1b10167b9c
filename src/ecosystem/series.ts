import { Temporal } from 'temporal-polyfill';
import type { Rollup, Series } from './schema';
import { channelTotals, grouped, touchesOf } from './totals';

const hourInMs = 3_600_000;

/**
 * Begin of every step that touches the time from `from` (included) to `to` (not included): full hours, or days as they begin in
 * the zone, which are 23 or 25 hours long when clocks change.
 */
export function stepsOf(from: number, to: number, step: 'hour' | 'day', zone: string): number[] {
  const steps: number[] = [];
  if (step === 'hour') {
    for (let at = Math.floor(from / hourInMs) * hourInMs; at < to; at += hourInMs) steps.push(at);
    return steps;
  }
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).startOfDay();
  while (day.epochMilliseconds < to) {
    steps.push(day.epochMilliseconds);
    day = day.add({ days: 1 }).startOfDay();
  }
  return steps;
}

/** Touches per step for each channel, the channel with the most first. A rollup belongs to the step in which its hour begins. */
export function seriesOf(rows: readonly Rollup[], steps: readonly number[]): Series[] {
  const byChannel = grouped(rows, (row) => row.channel);
  return channelTotals(rows)
    .filter(({ touches }) => touches !== 0)
    .map(({ channel }) => ({ channel, points: pointsOf(byChannel.get(channel) ?? [], steps) }));
}

function pointsOf(rows: readonly Rollup[], steps: readonly number[]): number[] {
  const points = steps.map(() => 0);
  for (const row of rows) {
    const at = Math.max(0, indexBefore(steps, row.hour));
    if (at < points.length) points[at] = (points[at] ?? 0) + touchesOf([row]);
  }
  return points;
}

/** Index of the last step that is not after the time; -1 before the first. */
function indexBefore(steps: readonly number[], time: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
