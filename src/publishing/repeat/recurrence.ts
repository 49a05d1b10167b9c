import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from './schema';
import { clockAt, hasDay, settled } from '../time/zone';

/** Steps looked at before a rule is taken to have no further day. */
const furthest = 4_000;

/**
 * The instants (milliseconds since 1970) of a rule after another one, in order. The wall time is kept in the zone of the
 * rule: where the clocks skip it, it is the later instant, where they show it twice the earlier. A day that a month or a
 * year lacks is the last one of that month (RFC 7529, `SKIP=BACKWARD`): the 31st is 30 April, 29 February is 28 February but
 * for leap years.
 */
export function* occurrencesAfter(rule: Recurrence, after: number): Generator<number, void> {
  const time = Temporal.PlainTime.from(rule.time);
  const from = Temporal.PlainDate.from(rule.from);
  const near = clockAt(after, rule.zone).toPlainDate().subtract({ days: 2 });
  let last = after;
  let step = Temporal.PlainDate.compare(near, from) > 0 ? stepsBetween(rule, from, near) : 0;
  for (let idle = 0; idle < furthest; step += 1, idle += 1)
    for (const day of daysOf(rule, from, step)) {
      if (Temporal.PlainDate.compare(day, from) < 0 || !hasDay(day, rule.zone)) continue;
      const at = settled(day.toPlainDateTime(time), rule.zone);
      if (at <= last) continue;
      last = at;
      idle = 0;
      yield at;
    }
}

/** The first of them; null where the rule has none any more. */
export const occurrenceAfter = (rule: Recurrence, after: number): number | null =>
  occurrencesAfter(rule, after).next().value ?? null;

const unitOf = { daily: 'days', weekly: 'weeks', monthly: 'months', yearly: 'years' } as const;

/** Whole steps of the rule from one day to a later one, one less for the days that stand before the step's own. */
function stepsBetween(rule: Recurrence, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const unit = unitOf[rule.every];
  const units = from.until(to, { largestUnit: unit })[unit];
  return Math.max(0, Math.floor(units / rule.interval) - 1);
}

/** The days that a rule names in its so manieth step, in order. */
function daysOf(rule: Recurrence, from: Temporal.PlainDate, step: number): Temporal.PlainDate[] {
  const units = step * rule.interval;
  switch (rule.every) {
    case 'daily':
      return [from.add({ days: units })];
    case 'weekly': {
      const monday = from.subtract({ days: from.dayOfWeek - 1 }).add({ weeks: units });
      return [...rule.weekdays].sort((a, b) => a - b).map((day) => monday.add({ days: day - 1 }));
    }
    case 'monthly': {
      const month = from.toPlainYearMonth().add({ months: units });
      return [month.toPlainDate({ day: rule.day === 'last' ? month.daysInMonth : rule.day })];
    }
    case 'yearly':
      return [from.add({ years: units })];
    default:
      return rule satisfies never;
  }
}
