import { Temporal } from 'temporal-polyfill';
import type { When } from '../time/when';

/** What is moved: an instant and the clock that it was chosen by, empty where there was none. */
export interface Placed {
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly zone: string;
}

/** By how much: whole days of the calendar, and minutes. */
export interface Shift {
  readonly days: number;
  readonly minutes: number;
}

/**
 * A time moved on its own clock: the day changes and the hour stays, also where the clocks change in between. The answer is a
 * wish: `dueOf` says whether the clocks show that time. `home` is the zone of what was chosen by no clock.
 */
export function movedBy({ dueAt, zone }: Placed, { days, minutes }: Shift, home: string): When {
  const place = zone || home;
  const moved = Temporal.Instant.fromEpochMilliseconds(dueAt)
    .toZonedDateTimeISO(place)
    .toPlainDateTime()
    .add({ days, minutes });
  return { kind: 'at', local: moved.toString({ smallestUnit: 'minute' }), zone: place };
}
