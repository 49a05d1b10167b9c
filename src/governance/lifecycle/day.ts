import { Temporal } from 'temporal-polyfill';

/** A day of the calendar, `2026-11-30`: what people mean by a date. No clock, zone or daylight saving moves it. */
export type Day = string;

/** A distance in the calendar. */
export interface Interval {
  readonly every: number;
  readonly unit: 'weeks' | 'months';
}

/** The day that the clocks of a zone show at an instant (milliseconds since 1970). */
export const dayOf = (at: number, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** First instant of a day in a zone, also where the clocks skip midnight. */
export const startOf = (day: Day, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** The day after an interval. What a shorter month lacks is its last day: 31 January and a month is 28 or 29 February. */
export const dayAfter = (day: Day, { every, unit }: Interval): Day =>
  Temporal.PlainDate.from(day)
    .add({ [unit]: every })
    .toString();

/** So many days later; earlier where the number is negative. */
export const daysAfter = (day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** Every day of a month (`2026-02`), in order. */
export function daysOfMonth(month: string): Day[] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }).toString());
}

/** Whether a text is a day of the calendar; 30 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
