import { Temporal } from 'temporal-polyfill';

/**
 * When the next daily mail goes out: at the full hour on the person's clock, strictly after `now`. One a day of the calendar:
 * where the clocks show the hour twice it is the first, where they skip it the moment right after the gap.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970
 */
export function nextDigest(
  now: number,
  { hour, zone }: { readonly hour: number; readonly zone: string },
): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  // Three days, because a place that crosses the date line leaves out a whole one.
  for (const days of [0, 1, 2]) {
    const day = today.add({ days });
    const at = day.toPlainDateTime({ hour }).toZonedDateTime(zone, { disambiguation: 'compatible' });
    if (at.epochMilliseconds > now) return at.epochMilliseconds;
  }
  throw new RangeError(`There is no ${hour} o'clock in ${zone} within three days.`);
}
