import { z } from 'zod';
import { isDay } from '../lifecycle/day';

/** A day of the calendar, `2026-11-30`. */
export const calendarDay = z.string().refine(isDay, 'must be a day of the calendar such as 2026-11-30');

/** When the business works: days of the week (1 is Monday, 7 is Sunday) and days on which it is closed all the same. */
export const calendar = z.strictObject({
  workdays: z.array(z.int().min(1).max(7)).min(1, 'must name at least one day of the week').max(7),
  holidays: z.array(calendarDay).max(1_000),
});
export type Calendar = z.output<typeof calendar>;

/** What holds before anybody opened the settings page. */
export const defaultCalendar: Calendar = { workdays: [1, 2, 3, 4, 5], holidays: [] };
