import { z } from 'zod';
import { dayOfCalendar, timeOfDay } from '../time/schema';
import { isZone } from '../time/zone';

const clock = {
  /** The first day that counts. */
  from: dayOfCalendar,
  time: timeOfDay,
  zone: z.string().max(64).refine(isZone, 'must be a time zone such as Europe/Berlin'),
  /** Every so manieth day, week, month or year. */
  interval: z.int().min(1).max(100),
};

/** Days that come again and again: the part of RFC 5545 that a business plans by. Weekday 1 is Monday. */
export const recurrence = z.discriminatedUnion('every', [
  z.strictObject({ ...clock, every: z.literal('daily') }),
  z.strictObject({
    ...clock,
    every: z.literal('weekly'),
    weekdays: z
      .array(z.int().min(1).max(7))
      .min(1, 'must name at least one day of the week')
      .max(7)
      .refine((days) => new Set(days).size === days.length, 'must name each day once'),
  }),
  z.strictObject({
    ...clock,
    every: z.literal('monthly'),
    day: z.union([z.int().min(1).max(31), z.literal('last')]),
  }),
  z.strictObject({ ...clock, every: z.literal('yearly') }),
]);
export type Recurrence = z.output<typeof recurrence>;

/** When a repeat is over: never, after a day, or when it went out so often, the first time included. */
const repeatEnd = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('until'), day: dayOfCalendar }),
  z.strictObject({ kind: z.literal('count'), runs: z.int().min(2).max(1_000) }),
]);

/**
 * How a campaign comes again. `recurring`: on the days of a rule. `evergreen`: so many days after it was out last, at a time
 * of day, or without one in the next free slot of each channel.
 */
export const repeatRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recurring'), rule: recurrence, end: repeatEnd }),
  z.strictObject({
    kind: z.literal('evergreen'),
    coolDown: z.int().min(1).max(1_000),
    time: timeOfDay.nullable(),
    zone: clock.zone,
    end: repeatEnd,
  }),
]);
export type RepeatRule = z.output<typeof repeatRule>;

/** Body of `PUT /presence/campaigns/:key/repeat`; null ends it. */
export const repeatInput = z.strictObject({ repeat: repeatRule.nullable() });
export type RepeatInput = z.output<typeof repeatInput>;

/**
 * Where a repeat stands: `on` makes the next run by itself, `paused` waits for a person, `ended` makes none any more.
 */
export const repeatState = z.enum(['on', 'paused', 'ended']);
export type RepeatState = z.output<typeof repeatState>;

/** The repeat that a campaign belongs to: `repeat` of `GET /presence/campaigns/:key/repeat`, null where it comes once. */
export const repeatView = z.object({
  key: z.uuid(),
  rule: repeatRule,
  state: repeatState,
  /** Why it is paused and what to do; null while there is nothing to say. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** How often it was made, the first campaign included. */
  runs: z.number(),
  /** The campaigns that came of it, the first one first. */
  campaigns: z.array(z.uuid()),
  /** When the next one that is not made yet goes out, as far as that is known, in milliseconds since 1970. */
  nextAt: z.number().nullable(),
});
export type RepeatView = z.output<typeof repeatView>;
