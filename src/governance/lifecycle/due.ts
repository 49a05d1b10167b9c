import { dayAfter, dayOf, daysAfter, startOf, type Day } from './day';
import type { ExpiryAct, LifePolicy, LifeStanding, ReviewReason } from './schema';

/** What is known of one published entry; instants in milliseconds since 1970, days in the zone of the business. */
export interface LifeFacts {
  readonly publishedAt: number;
  /** When somebody last said that it is still right. */
  readonly confirmedAt: number | null;
  readonly ownReview: Day | null;
  readonly snoozedUntil: Day | null;
  readonly ownExpiry: Day | null;
  readonly ownThen: ExpiryAct | null;
  /** The day on which its touches were found to have fallen by half since it was last looked at. */
  readonly halvedOn: Day | null;
}

/** Something to do at an instant. The id names the day it is for, so what was done stays done whatever the clock says. */
export interface LifeStep {
  readonly id: string;
  readonly kind: 'remind' | 'review' | 'expiring' | 'expire';
  readonly at: number;
}

export interface LifeDue {
  readonly review: { readonly on: Day; readonly at: number; readonly because: ReviewReason } | null;
  readonly expiry: { readonly on: Day; readonly at: number; readonly then: ExpiryAct } | null;
  /** In the order of time. */
  readonly steps: readonly LifeStep[];
}

/** When an entry was last looked at: published anew, or confirmed. Intervals count from here. */
export const lookedAt = ({ publishedAt, confirmedAt }: Pick<LifeFacts, 'publishedAt' | 'confirmedAt'>) =>
  Math.max(publishedAt, confirmedAt ?? 0);

/**
 * The days of an entry, by its policy and what was set by hand. Depends on facts and the calendar alone, never on the
 * clock, so a clock that is set back moves no date. Snoozing moves the look, never the end.
 */
export function dueOf(policy: LifePolicy, facts: LifeFacts, zone: string): LifeDue {
  const from = dayOf(lookedAt(facts), zone);
  const review = reviewOf(policy, facts, from);
  const expireOn = facts.ownExpiry ?? (policy.expiry?.after ? dayAfter(from, policy.expiry.after) : null);
  const then = facts.ownThen ?? policy.expiry?.then ?? 'ask';
  const steps = [
    ...(review ? stepsTo(review.on, ['remind', 'review'], policy.remind, from, zone) : []),
    ...(expireOn ? stepsTo(expireOn, ['expiring', 'expire'], policy.remind, from, zone) : []),
  ];
  return {
    review: review && { ...review, at: startOf(review.on, zone) },
    expiry: expireOn === null ? null : { on: expireOn, at: startOf(expireOn, zone), then },
    steps: steps.sort((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1)),
  };
}

function reviewOf(
  { review }: LifePolicy,
  { ownReview, halvedOn, snoozedUntil }: LifeFacts,
  from: Day,
): { on: Day; because: ReviewReason } | null {
  const planned = ownReview ?? (review && dayAfter(from, review));
  const isHalvedFirst = halvedOn !== null && (planned === null || halvedOn < planned);
  const on = isHalvedFirst ? halvedOn : planned;
  if (on === null) return null;
  if (snoozedUntil !== null && snoozedUntil > on) return { on: snoozedUntil, because: 'snoozed' };
  return { on, because: isHalvedFirst ? 'engagement' : ownReview ? 'own' : 'interval' };
}

function stepsTo(
  on: Day,
  [before, day]: readonly [LifeStep['kind'], LifeStep['kind']],
  remind: readonly number[],
  from: Day,
  zone: string,
): LifeStep[] {
  const reminders = [...new Set(remind)]
    .map((days) => ({ id: `${before}:${days}:${on}`, kind: before, on: daysAfter(on, -days) }))
    // Who looked at it a week ago need not hear that it is due in a fortnight.
    .filter((step) => step.on > from);
  return [...reminders, { id: `${day}:${on}`, kind: day, on }].map(({ on: at, ...step }) => ({
    ...step,
    at: startOf(at, zone),
  }));
}

/** Steps whose time has come and that were not done yet. */
export const pendingOf = (due: LifeDue, done: readonly string[], now: number): LifeStep[] =>
  due.steps.filter(({ id, at }) => at <= now && !done.includes(id));

/** When to look again: the first step that was not done; null where all were. */
export const nextOf = (due: LifeDue, done: readonly string[]): number | null =>
  due.steps.find(({ id }) => !done.includes(id))?.at ?? null;

/** What to do about pending steps: of what was missed only the last counts, once for the look and once for the end. */
export function callsOf(pending: readonly LifeStep[]): LifeStep['kind'][] {
  const kinds = new Set(pending.map(({ kind }) => kind));
  const strongest = (weak: LifeStep['kind'], strong: LifeStep['kind']): LifeStep['kind'][] =>
    kinds.has(strong) ? [strong] : kinds.has(weak) ? [weak] : [];
  return [...strongest('expiring', 'expire'), ...strongest('remind', 'review')];
}

/** What is left of the list of done steps: those that are still planned. */
export const stillDone = (due: LifeDue, done: readonly string[]): string[] =>
  done.filter((id) => due.steps.some((step) => step.id === id));

/** The earlier of look and end; null where there is neither. */
export const dueAtOf = ({ review, expiry }: Pick<LifeDue, 'review' | 'expiry'>): number | null =>
  review && expiry ? Math.min(review.at, expiry.at) : (review?.at ?? expiry?.at ?? null);

/** Days ahead that count as soon. */
export const soonDays = 30;

/** Where an entry stands, by the first instant of its day. */
export function standingAt(dueAt: number | null, archivedAt: number | null, now: number): LifeStanding {
  if (archivedAt !== null) return 'archived';
  if (dueAt === null) return 'none';
  if (dueAt <= now) return 'overdue';
  return dueAt <= now + soonDays * 86_400_000 ? 'soon' : 'later';
}
