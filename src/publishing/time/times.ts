import { z } from 'zod';
import type { Code } from '../../shared/codes';
import { when } from './when';
import { clash } from './schema';

/** Body of `POST /presence/publishing/times`: what would these times mean? Nothing is stored and nothing taken. */
export const timesInput = z.strictObject({
  /** The campaign that they are for, where it was saved. */
  campaign: z.uuid().nullable(),
  times: z
    .array(
      z.strictObject({
        channel: z.uuid(),
        when,
        /** Whether the copy points to the page of the campaign, so that it goes out after it. */
        hasLink: z.boolean(),
      }),
    )
    .max(50),
});
export type TimesInput = z.output<typeof timesInput>;

/** What a time means for one channel: the instant, and what it clashes with; or why there is none. */
export const timeView = z.object({
  channel: z.uuid(),
  /** Milliseconds since 1970. */
  dueAt: z.number().nullable(),
  /** So many minutes after the website, whose time `dueAt` expects. */
  afterMinutes: z.number().nullable(),
  clashes: z.array(clash),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export interface TimeView extends Omit<z.output<typeof timeView>, 'problem'> {
  readonly problem: { readonly code: Code; readonly message: string } | null;
}
