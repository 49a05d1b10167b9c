import { Temporal } from 'temporal-polyfill';
import { fail, ok, type Result } from '../../shared/result';
import { distanceOf, nearTo } from './clashes';
import { closedAt, closedOf, dayAt, type PlanFacts } from './closed';
import { hasDay, settled, shownAt, type LocalTime } from './zone';

/** How far ahead a free slot is looked for, in days. */
const horizon = 400;

export interface SlotFacts extends PlanFacts {
  readonly channel: string;
  /** The instants (milliseconds since 1970) that are used already; in any order. */
  readonly taken: readonly number[];
  /** The slot may not be before this instant. */
  readonly from: number;
}

/** A slot of a day: an instant, and what the clock of the plan shows then. */
export interface FreeSlot extends LocalTime {
  readonly dueAt: number;
}

/**
 * The first slot of a channel, not before `from`, that is not used, in no blackout and on no holiday, and as far from its
 * neighbours as the plan asks. Where the clocks skip the time of a slot it is the later instant, where they show it twice
 * the earlier. Refused where the channel has no slots, or none is free for more than a year.
 */
export function nextFreeSlot(facts: SlotFacts): Result<FreeSlot> {
  const { plan, channel, from, taken } = facts;
  const own = plan.slots.filter((slot) => slot.channel === channel);
  if (own.length === 0)
    return fail({
      code: 'time.no-slots',
      message:
        'This channel has no slots. Set its times under Settings → Publishing times, or choose a time yourself.',
      path: 'when',
    });
  const closed = closedOf(facts, channel);
  const distance = distanceOf(plan, channel);
  const first = dayAt(from, plan.zone);
  for (let ahead = -1; ahead < horizon; ahead += 1) {
    const free = instantsOn(first.add({ days: ahead }), own, plan.zone).find(
      (at) => at >= from && closedAt(closed, at).length === 0 && nearTo(taken, at, distance).length === 0,
    );
    if (free !== undefined) return ok({ dueAt: free, local: shownAt(free, plan.zone), zone: plan.zone });
  }
  return fail({
    code: 'time.no-free-slot',
    message:
      'Every slot of this channel is used or closed for more than a year. Add slots under Settings → Publishing times, or choose a time yourself.',
    path: 'when',
  });
}

function instantsOn(
  day: Temporal.PlainDate,
  slots: readonly { readonly weekday: number; readonly time: string }[],
  zone: string,
): number[] {
  if (!hasDay(day, zone)) return [];
  return slots
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .map(({ time }) => settled(day.toPlainDateTime(Temporal.PlainTime.from(time)), zone))
    .sort((a, b) => a - b);
}
