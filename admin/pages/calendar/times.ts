import type { CalendarItem } from '../../../src/publishing/calendar/schema';
import type { PublicationView } from '../../../src/publishing/schema';
import { isGone } from '../../../src/publishing/status';
import type { ClockTime, When } from '../../../src/publishing/time/when';
import { localTimeOf } from '../../components/time-choice';

const day = 86_400_000;

/** A wall clock moved by whole days and milliseconds; no zone is asked, so it may be a time that the clocks skip. */
export function movedClock(local: string, days: number, milliseconds: number): string {
  const at = Date.parse(`${local.slice(0, 16)}:00Z`) + days * day + milliseconds;
  return new Date(at).toISOString().slice(0, 16);
}

// Clocks change by an hour, on Lord Howe by half of one.
const changes = [3_600_000, 1_800_000];

/** An instant on the clock of a zone; of a time that comes twice it says which. */
export function whenOf(at: number, zone: string): ClockTime {
  const local = localTimeOf(at, zone);
  const isLater = changes.some((change) => localTimeOf(at - change, zone) === local);
  const isEarlier = changes.some((change) => localTimeOf(at + change, zone) === local);
  return {
    kind: 'at',
    local,
    zone,
    ...(isLater ? { choice: 'later' as const } : isEarlier ? { choice: 'earlier' as const } : {}),
  };
}

/** How far something was dragged, as the calendar tells it. */
export interface Delta {
  readonly days: number;
  readonly milliseconds: number;
}

/**
 * What is asked for by a drag. To another day: the same time on the clock that it was chosen by. To another time: that time on
 * the clock that is shown.
 */
export function droppedAt(
  { dueAt, zone }: Pick<CalendarItem, 'dueAt' | 'zone'>,
  delta: Delta,
  shown: string,
): When {
  const clock = delta.milliseconds === 0 ? zone || shown : shown;
  return {
    kind: 'at',
    local: movedClock(localTimeOf(dueAt, clock), delta.days, delta.milliseconds),
    zone: clock,
  };
}

/** The item as it is after the server changed it. */
export const itemAfter = (item: CalendarItem, now: PublicationView): CalendarItem => ({
  ...item,
  state: now.state,
  dueAt: now.dueAt ?? item.dueAt,
  localTime: now.localTime,
  zone: now.zone,
  problem: now.problem?.code ?? null,
  canMove: now.actions.includes('reschedule'),
});

/** Days (`2026-11-22`) on the clock of a zone; one formatter for many instants. */
export function dayIn(zone: string): (at: number | Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => format.format(at);
}

/** The days of the coming two weeks, as far as they are shown, on which nothing goes out. */
export function gapsOf(
  items: readonly Pick<CalendarItem, 'dueAt' | 'state'>[],
  { from, to }: { readonly from: number; readonly to: number },
  now: number,
  zone: string,
): string[] {
  const dayOf = dayIn(zone);
  const taken = new Set(
    items.flatMap(({ dueAt, state }) => (isGone(state) || state === 'rejected' ? [] : [dayOf(dueAt)])),
  );
  const first = dayOf(now);
  return Array.from({ length: 14 }, (_, n) => movedClock(`${first}T12:00`, n, 0).slice(0, 10)).filter(
    (each) => each >= dayOf(from) && each <= dayOf(to - 1) && !taken.has(each),
  );
}

/** A time to begin with on a day: nine in the morning, or an hour from now where that has passed. */
export function localNow(day: string | undefined, zone: string): string {
  const soon = localTimeOf(Date.now() + 3_600_000, zone);
  const nine = `${day ?? ''}T09:00`;
  return day && nine > soon ? nine : soon;
}
