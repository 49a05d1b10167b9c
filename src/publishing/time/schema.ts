import { z } from 'zod';
import { clockOf, isZone } from './zone';

const zone = z.string().max(64).refine(isZone, 'must be a time zone such as Europe/Berlin');
const channel = z.uuid();

/** `09:30`, on a clock of 24 hours. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:30');

/** `2026-12-24T14:00`: a date and a time that the calendar has. */
const local = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'must be a date and time such as 2026-12-24T14:00')
  .refine((text) => clockOf(text) !== null, 'must be a date and time of the calendar');

/** `2026-12-24`: a day that the calendar has. */
export const dayOfCalendar = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-12-24')
  .refine((day) => clockOf(`${day}T00:00`) !== null, 'must be a day of the calendar');

/** A time of the week at which a channel is used; 1 is Monday, 7 is Sunday. */
const slot = z.strictObject({ channel, weekday: z.int().min(1).max(7), time: timeOfDay });
export type Slot = z.output<typeof slot>;

/** A time in which nothing goes out, from (inclusive) to (exclusive); without channels it holds for all. */
const blackout = z
  .strictObject({
    name: z.string().trim().min(1, 'must say what it is for').max(80),
    from: local,
    to: local,
    channels: z.array(channel).max(200).default([]),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than the begin' });
export type Blackout = z.output<typeof blackout>;

/** How near two publications of a channel may come, in minutes. */
const distance = z.strictObject({ channel, minutes: z.int().min(1).max(10_080) });

const isOnce = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

const fields = {
  slots: z
    .array(slot)
    .max(2_000)
    .refine((slots) => isOnce(slots.map((one) => `${one.channel} ${one.weekday} ${one.time}`)), {
      message: 'must name each time of a channel once',
    }),
  blackouts: z.array(blackout).max(500),
  /** Whether the holidays of the business calendar are kept: nothing is planned for them by itself. */
  holidays: z.boolean(),
  minDistance: z
    .array(distance)
    .max(500)
    .refine((list) => isOnce(list.map((one) => one.channel)), { message: 'must name each channel once' }),
};

/** When the channels are used, by the clocks of one zone. Body of `PUT /presence/publishing/plan`. */
export const publishingPlan = z.strictObject({ zone, ...fields });
export type PublishingPlan = z.output<typeof publishingPlan>;

/** What holds before anybody opened the settings page; its zone is that of the business. */
export const noPlan = (ofBusiness: string): PublishingPlan => ({
  zone: ofBusiness,
  slots: [],
  blackouts: [],
  holidays: false,
  minDistance: [],
});

/** What `GET /presence/publishing/plan` answers: the plan, and the holidays that it keeps (days such as `2026-12-25`). */
export const planView = publishingPlan.safeExtend({ holidayDays: z.array(z.string()) });
export type PlanView = z.output<typeof planView>;

/** Why a time does not suit a channel. */
export const clash = z.object({
  code: z.enum(['time.blackout', 'time.holiday', 'time.too-near']),
  /** Of the blackout, or the day of the holiday; of the distance its minutes. */
  name: z.string(),
  /** When it is over, in milliseconds since 1970. */
  until: z.number(),
});
export type Clash = z.output<typeof clash>;
