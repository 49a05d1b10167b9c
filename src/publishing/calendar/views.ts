import { z } from 'zod';
import { channelKind } from '../../channels/schema';
import { planColumns } from './file';

/** `GET /presence/calendar/feed`: the secret link of whoever asks; null where they have none. */
export const feedView = z.object({
  link: z
    .object({
      url: z.string(),
      createdAt: z.number(),
      /** When a calendar program last asked; null where none has yet. */
      usedAt: z.number().nullable(),
    })
    .nullable(),
});
export type FeedView = z.output<typeof feedView>;

/**
 * Body of `POST /presence/calendar/import`. Without `hash` nothing is done: the answer says what would be. With the hash of that
 * answer it is done. A long file takes several calls: `from` is the `next` of the answer before.
 */
export const importInput = z.strictObject({
  csv: z.string(),
  hash: z.string().max(64).optional(),
  from: z.int().min(0).default(0),
});
export type ImportInput = z.output<typeof importInput>;

/** One row of a file: what it asks for, and what becomes of it. */
export const importRow = z.object({
  line: z.int(),
  entryTitle: z.string(),
  channelName: z.string(),
  kind: channelKind.nullable(),
  campaignName: z.string(),
  /** Null where the time is none. */
  dueAt: z.number().nullable(),
  localTime: z.string(),
  zone: z.string(),
  /** What it goes by: a time, the next free slot, or the website. Only of the first `dueAt` is certain. */
  goesBy: z.enum(['time', 'slot', 'website']),
  /** Minutes after the website is live; null where it does not go by it. */
  afterMinutes: z.number().nullable(),
  /** The first words of what goes out. */
  words: z.string(),
  /** `schedule` goes out at its time · `hold` waits for an approval · `refuse` nothing is done. */
  outcome: z.enum(['schedule', 'hold', 'refuse']),
  /** Why it waits; null where it does not. */
  note: z.string().nullable(),
  problems: z.array(
    z.object({ code: z.string(), column: z.enum(planColumns).nullable(), message: z.string() }),
  ),
  /** The campaign that was made; null before, and where nothing was. */
  campaign: z.uuid().nullable(),
});
export type ImportRow = z.output<typeof importRow>;

/** Answer of `POST /presence/calendar/import`: rows campaign by campaign. */
export const importView = z.object({
  hash: z.string(),
  rows: z.array(importRow),
  /** Rows of the whole file. */
  total: z.int(),
  /** Where to go on; null at the end. */
  next: z.int().nullable(),
});
export type ImportView = z.output<typeof importView>;
