import { Temporal } from 'temporal-polyfill';
import type { Blackout, Clash, PublishingPlan } from './schema';
import { clockAt, clockOf, settled } from './zone';

/** What a plan is read with: the holidays of the business, as days such as `2026-12-25`. */
export interface PlanFacts {
  readonly plan: PublishingPlan;
  readonly holidays: readonly string[];
}

/** A time in which a channel is not used, in milliseconds since 1970; `to` is exclusive. */
export interface Closed {
  readonly from: number;
  readonly to: number;
  readonly code: 'time.blackout' | 'time.holiday';
  readonly name: string;
}

/** The times in which a channel is not used, as the plan says. Of an hour that comes twice both are inside. */
export const closedOf = ({ plan, holidays }: PlanFacts, channel: string): readonly Closed[] => [
  ...plan.blackouts
    .filter(({ channels }) => channels.length === 0 || channels.includes(channel))
    .flatMap((one) => blackoutOf(one, plan.zone)),
  ...(plan.holidays ? holidays.map((day) => holidayOf(day, plan.zone)) : []),
];

/** What closes an instant, the one that lasts longest first. */
export const closedAt = (closed: readonly Closed[], at: number): Clash[] =>
  closed
    .filter(({ from, to }) => from <= at && at < to)
    .map(({ code, name, to }) => ({ code, name, until: to }))
    .sort((a, b) => b.until - a.until);

function blackoutOf({ name, from, to }: Blackout, zone: string): Closed[] {
  const begin = clockOf(from);
  const end = clockOf(to);
  if (!begin || !end) return [];
  const last = end.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  return [{ from: settled(begin, zone), to: last, code: 'time.blackout', name }];
}

function holidayOf(day: string, zone: string): Closed {
  const date = Temporal.PlainDate.from(day);
  const start = (one: Temporal.PlainDate) => one.toZonedDateTime(zone).epochMilliseconds;
  return { from: start(date), to: start(date.add({ days: 1 })), code: 'time.holiday', name: day };
}

/** The day of an instant in the zone of the plan. */
export const dayAt = (at: number, zone: string): Temporal.PlainDate => clockAt(at, zone).toPlainDate();
