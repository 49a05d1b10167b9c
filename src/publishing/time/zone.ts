import { Temporal } from 'temporal-polyfill';

/** A wall clock somewhere: what people mean by a time. No daylight saving moves it. */
export interface LocalTime {
  /** `2026-11-22T09:30`. */
  readonly local: string;
  /** IANA name such as `Europe/Berlin`. */
  readonly zone: string;
}

/** Whether a name is a time zone of the IANA list that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A date and a time of the calendar; null where there is none such, as on 30 February. */
export function clockOf(local: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The instant (milliseconds since 1970) of a clock time that nobody can be asked about, because it comes again and again:
 * a time that the clocks skip takes the later instant, one that they show twice the earlier.
 */
export const settled = (clock: Temporal.PlainDateTime, zone: string): number =>
  clock.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

/** What the clocks of a zone show at an instant. */
export const clockAt = (at: number, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();

/** An instant as the clocks of a zone show it, to the minute: `2026-11-22T09:30`. */
export const shownAt = (at: number, zone: string): string =>
  clockAt(at, zone).toString({ smallestUnit: 'minute' });

/** Whether a day exists in a zone: some have skipped one to change sides of the date line. */
export const hasDay = (day: Temporal.PlainDate, zone: string): boolean =>
  day.toZonedDateTime(zone).toPlainDate().equals(day);
