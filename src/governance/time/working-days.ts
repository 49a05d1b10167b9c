import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './schema';

const dayLength = 86_400_000;
/** Holidays are finite and every week has a workday, so a workday comes; this only bounds a crafted calendar. */
const furthest = 20_000;

/** A point on the wall clock: a day and the milliseconds since its midnight, as a clock shows them. */
interface Point {
  readonly day: Temporal.PlainDate;
  readonly time: number;
}

/**
 * The instant (milliseconds since 1970) so many working days after `since`, at the same time of the wall clock in `zone`:
 * Friday ten o'clock and one day is Monday ten o'clock, whatever the clocks did at the weekend. Time on days off does not
 * count. A time that the clocks skip is the moment when they skip it; of one that comes twice it is the first.
 */
export function dueAt(since: number, days: number, calendar: Calendar, zone: string): number {
  const isOpen = openDays(calendar);
  let { day, time } = begin(pointOf(since, zone), isOpen);
  let left = Math.round(days * dayLength);
  for (let step = 0; step < furthest; step += 1) {
    const rest = dayLength - time;
    if (left <= rest) return instantOf({ day, time: time + left }, zone);
    left -= rest;
    ({ day, time } = begin({ day: day.add({ days: 1 }), time: 0 }, isOpen));
  }
  throw new RangeError('The calendar has no working days.');
}

/** The instant so many working days before `end`: when to remind of it. */
export function remindAt(end: number, days: number, calendar: Calendar, zone: string): number {
  const isOpen = openDays(calendar);
  let { day, time } = pointOf(end, zone);
  let left = Math.round(days * dayLength);
  for (let step = 0; step < furthest; step += 1) {
    if (!isOpen(day)) time = 0;
    if (left <= time) return instantOf({ day, time: time - left }, zone);
    left -= time;
    ({ day, time } = { day: day.subtract({ days: 1 }), time: dayLength });
  }
  throw new RangeError('The calendar has no working days.');
}

/** The last instant of a day: what a due date without a time means. */
export const endOfDay = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;

type IsOpen = (day: Temporal.PlainDate) => boolean;

function openDays({ workdays, holidays }: Calendar): IsOpen {
  const open = new Set(workdays);
  const closed = new Set(holidays);
  return (day) => open.has(day.dayOfWeek) && !closed.has(day.toString());
}

/** The point itself on a working day, else the begin of the next one. */
function begin(point: Point, isOpen: IsOpen): Point {
  if (isOpen(point.day)) return point;
  let { day } = point;
  for (let step = 0; step < furthest; step += 1) {
    day = day.add({ days: 1 });
    if (isOpen(day)) return { day, time: 0 };
  }
  throw new RangeError('The calendar has no working days.');
}

function pointOf(at: number, zone: string): Point {
  const clock = steady(Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone));
  const time = clock.toPlainTime().since(new Temporal.PlainTime()).total('milliseconds');
  return { day: clock.toPlainDate(), time: Math.floor(time) };
}

/** While an hour comes for the second time, the clock stands at its end: or who begins later would be due earlier. */
function steady(clock: Temporal.ZonedDateTime): Temporal.PlainDateTime {
  const shown = clock.toPlainDateTime();
  const first = shown.toZonedDateTime(clock.timeZoneId, { disambiguation: 'earlier' });
  const change =
    first.epochMilliseconds < clock.epochMilliseconds ? first.getTimeZoneTransition('next') : null;
  if (!change) return shown;
  return change.subtract({ milliseconds: 1 }).toPlainDateTime().add({ milliseconds: 1 });
}

function instantOf({ day, time }: Point, zone: string): number {
  const clock = day.toPlainDateTime().add({ milliseconds: time });
  const earlier = clock.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(clock)) return earlier.epochMilliseconds;
  return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? earlier.epochMilliseconds;
}
