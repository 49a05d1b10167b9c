import { z } from 'zod';
import { channelKind } from '../../channels/schema';
import { publicationState } from '../schema';

const day = 86_400_000;

/** How long a stretch of time one answer may cover: two months, and the days around them that a grid shows. */
export const longestStretch = 62 * day;

/** More than this in one stretch is cut, and the answer says so. */
export const mostItems = 5_000;

/** `a,b` as a query string carries a list; nothing means all. */
const listOf = <T extends z.ZodType<string, string>>(one: T, most: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text ? text.split(',') : []))
    .pipe(z.array(one).max(most));

const moment = z.coerce.number().int();

/** What the calendar is narrowed to. */
const narrowed = {
  channels: listOf(z.uuid(), 50),
  states: listOf(publicationState, 11),
};

const isStretch = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
  to > from && to - from <= longestStretch;

/** Query of `GET /presence/calendar` and of its export: milliseconds since 1970, `to` exclusive. */
export const calendarQuery = z
  .object({ from: moment, to: moment, ...narrowed })
  .refine(isStretch, { path: ['to'], message: 'must be after from, and at most 62 days after it' });
export type CalendarQuery = z.output<typeof calendarQuery>;

/** A publication as a calendar shows it: what, where, when, and whether it can be moved. */
export const calendarItem = z.object({
  key: z.uuid(),
  campaign: z.uuid(),
  campaignName: z.string(),
  entryTitle: z.string(),
  channel: z.uuid(),
  channelName: z.string(),
  kind: channelKind,
  state: publicationState,
  dueAt: z.number(),
  /** The clock that it was chosen by; both empty where it was sent at once. */
  localTime: z.string(),
  zone: z.string(),
  /** So many minutes after the website is live, which `dueAt` expects; null where its own time decides. */
  afterMinutes: z.number().nullable(),
  /** Code of what is wrong with it; null while nothing is. */
  problem: z.string().nullable(),
  /** The first words of the copy. */
  words: z.string(),
  canMove: z.boolean(),
  /** It would go out by itself, and somebody stopped what it belongs to. */
  isStopped: z.boolean(),
  /** It stays on the practice network: nobody outside sees it. */
  isPractice: z.boolean(),
});
export type CalendarItem = z.output<typeof calendarItem>;

/** `GET /presence/calendar`, by time. */
export const calendarView = z.object({
  items: z.array(calendarItem),
  /** There are more than fit into one answer: ask for fewer days, or for fewer channels. */
  isCut: z.boolean(),
});
export type CalendarView = z.output<typeof calendarView>;
