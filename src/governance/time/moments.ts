import type { Stage } from '../workflow/schema';
import type { Calendar } from './schema';
import { dueAt, endOfDay, remindAt } from './working-days';

/** What decides when a review is due. */
export interface TimeFacts {
  /** When the entry came to its stage, in milliseconds since 1970; null where it has not left the first one. */
  readonly since: number | null;
  readonly stage: Pick<Stage, 'days' | 'remind'>;
  /** A day that a person set; it wins over the time that the stage allows. */
  readonly dueOn: string | null;
  readonly calendar: Calendar;
  readonly zone: string;
}

/** When it is due and when to remind of it, in milliseconds since 1970; null where no limit is set. */
export interface Moments {
  readonly dueAt: number | null;
  readonly remindAt: number | null;
}

/** A due date set by hand is reminded of one working day before, where the stage says nothing else. */
export function momentsOf({ since, stage, dueOn, calendar, zone }: TimeFacts): Moments {
  const due =
    dueOn !== null
      ? endOfDay(dueOn, zone)
      : stage.days !== null && since !== null
        ? dueAt(since, stage.days, calendar, zone)
        : null;
  if (due === null) return { dueAt: null, remindAt: null };
  const before = stage.remind ?? (dueOn === null ? null : 1);
  const reminder = before === null ? null : remindAt(due, before, calendar, zone);
  // Where the whole time is not longer than the notice, there is nothing to remind of.
  const isUseful = reminder !== null && (dueOn !== null || since === null || reminder > since);
  return { dueAt: due, remindAt: isUseful ? reminder : null };
}

/** What was told about a due date: nothing, that it comes near, that it has passed. */
export type Told = 'nothing' | 'reminded' | 'overdue';

/** What there is to tell now. Of a reminder and a due date that both passed while nothing ran, only the due date is told. */
export function tellOf({ dueAt, remindAt }: Moments, told: Told, now: number): 'remind' | 'overdue' | null {
  if (dueAt === null || told === 'overdue') return null;
  if (dueAt <= now) return 'overdue';
  return told === 'nothing' && remindAt !== null && remindAt <= now ? 'remind' : null;
}

/** When there is something to tell next; null where nothing is left to tell. */
export function nextTell({ dueAt, remindAt }: Moments, told: Told): number | null {
  if (dueAt === null || told === 'overdue') return null;
  return told === 'nothing' && remindAt !== null ? Math.min(remindAt, dueAt) : dueAt;
}
