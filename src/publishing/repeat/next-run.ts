import { Temporal } from 'temporal-polyfill';
import { dayAt } from '../time/closed';
import { occurrenceAfter } from './recurrence';
import type { RepeatRule } from './schema';
import { clockOf, settled, shownAt, type LocalTime } from '../time/zone';

/** A run is made so long before its time: early enough to be seen, late enough to say what the entry says by then. */
const ahead = 7 * 24 * 3_600_000;

/** What is known of a repeat; instants in milliseconds since 1970. */
export interface RunFacts {
  readonly rule: RepeatRule;
  /** How often it was made, the first campaign included. */
  readonly runs: number;
  /** When the last run was to go out. */
  readonly lastAt: number;
  /** When the last copy of the last run was out; null while one of them is still to come or to be settled. */
  readonly outAt: number | null;
  readonly now: number;
}

/** A run to make: `at` on the clock of the repeat. `isSlot`: each channel takes its next free slot from then on. */
export interface Run extends LocalTime {
  readonly kind: 'run';
  readonly at: number;
  readonly isSlot: boolean;
}

/**
 * What to do about a repeat: nothing while the last run is not out or the next is far off, else make the next run. What
 * passed meanwhile is skipped, never made up for. `nextAt` is when the next goes out, as far as that is known.
 */
export type NextRun =
  Run | { readonly kind: 'wait'; readonly nextAt: number | null } | { readonly kind: 'over' };

export function nextRun({ rule, runs, lastAt, outAt, now }: RunFacts): NextRun {
  const { end } = rule;
  if (end.kind === 'count' && runs >= end.runs) return { kind: 'over' };
  const at =
    rule.kind === 'recurring' ? occurrenceAfter(rule.rule, Math.max(lastAt, now)) : coolAt(rule, outAt, now);
  if (at === null) return rule.kind === 'recurring' ? { kind: 'over' } : { kind: 'wait', nextAt: null };
  const zone = rule.kind === 'recurring' ? rule.rule.zone : rule.zone;
  if (end.kind === 'until' && dayAt(at, zone).toString() > end.day) return { kind: 'over' };
  if (outAt === null || at - ahead > now) return { kind: 'wait', nextAt: at };
  return {
    kind: 'run',
    at,
    local: shownAt(at, zone),
    zone,
    isSlot: rule.kind === 'evergreen' && rule.time === null,
  };
}

/** The first instant after now at which an evergreen campaign has cooled down. */
function coolAt(
  { coolDown, time, zone }: Extract<RepeatRule, { kind: 'evergreen' }>,
  outAt: number | null,
  now: number,
): number | null {
  if (outAt === null) return null;
  const clock = Temporal.PlainTime.from(time ?? '00:00');
  const cooled = dayAt(outAt, zone).add({ days: coolDown });
  const today = dayAt(now, zone);
  const first = Temporal.PlainDate.compare(cooled, today) > 0 ? cooled : today;
  const at = (day: Temporal.PlainDate) => settled(day.toPlainDateTime(clock), zone);
  const found = [first, first.add({ days: 1 }), first.add({ days: 2 })].map(at).find((one) => one > now);
  return found ?? null;
}

/** What one copy of the last run was planned as. */
export interface LastTime {
  readonly key: string;
  readonly dueAt: number;
  readonly afterMinutes: number | null;
}

/**
 * The clock times of the copies of a run: each keeps its distance on the wall clock from the first one of the last run, so
 * that "the newsletter the next morning at seven" stays at seven whatever the clocks do in between.
 */
export function runClocks(
  copies: readonly LastTime[],
  { local, zone }: LocalTime,
): ReadonlyMap<string, string> {
  const begin = clockOf(local);
  const own = copies.filter(({ afterMinutes }) => afterMinutes === null);
  if (!begin || own.length === 0) return new Map();
  const first = clockOf(shownAt(Math.min(...own.map(({ dueAt }) => dueAt)), zone)) ?? begin;
  return new Map(
    own.map(({ key, dueAt }) => {
      const apart = first.until(clockOf(shownAt(dueAt, zone)) ?? first);
      return [key, begin.add(apart).toString({ smallestUnit: 'minute' })];
    }),
  );
}
