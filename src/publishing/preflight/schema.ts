import { z } from 'zod';
import { toldValues, toldWords } from '../../shared/told';

/** Red: it does not go out as it stands. Amber: it goes out, and somebody should look first. Green: looked at, all is well. */
export const preflightSeverity = z.enum(['red', 'amber', 'green']);
export type PreflightSeverity = z.output<typeof preflightSeverity>;

/** Where a person mends it; the admin makes a link of it. */
export const fixPlace = z.enum([
  'entry',
  'copy',
  'time',
  'publication',
  'channels',
  'settings',
  'operations',
]);
export type FixPlace = z.output<typeof fixPlace>;

/** One thing that was looked at before a publication goes out. */
export const preflightItem = z.object({
  /** Stable; the gate's own codes where the gate says it. */
  code: z.string(),
  severity: preflightSeverity,
  publication: z.uuid(),
  message: z.string(),
  /** What the message names, so that it can be said in other languages by the code; left out where only the message says it. */
  values: toldValues.optional(),
  /** A finding of the brand check that the message tells. */
  words: toldWords.optional(),
  /** What to do and where; null where there is nothing to do. `key` is stable. */
  fix: z.object({ key: z.string(), what: z.string(), where: fixPlace }).nullable(),
});
export type PreflightItem = z.output<typeof preflightItem>;

/** What was found about one publication, the gravest first. */
export const preflightOfOne = z.object({
  publication: z.uuid(),
  campaign: z.uuid(),
  campaignName: z.string(),
  channelName: z.string(),
  dueAt: z.number().nullable(),
  verdict: preflightSeverity,
  items: z.array(preflightItem),
});
export type PreflightOfOne = z.output<typeof preflightOfOne>;

/** What one channel's posts of a month cost, with what is scheduled. */
export const preflightCost = z.object({
  channel: z.uuid(),
  channelName: z.string(),
  /** First day of the month, in the zone of the business. */
  month: z.string(),
  posts: z.int(),
  /** In the smallest unit of the currency. */
  sum: z.number(),
  cap: z.number().nullable(),
  currency: z.string(),
});
export type PreflightCost = z.output<typeof preflightCost>;

/** Answer to "will it go out?" for a publication, a campaign or the days to come. */
export const preflightView = z.object({
  verdict: preflightSeverity,
  /** When it was looked. */
  at: z.number(),
  publications: z.array(preflightOfOne),
  /** Only channels that bill per post. */
  costs: z.array(preflightCost),
});
export type PreflightView = z.output<typeof preflightView>;

/** Query of `GET /publishing/preflight`. */
export const preflightQuery = z.object({ days: z.coerce.number().int().min(1).max(31).default(7) });
