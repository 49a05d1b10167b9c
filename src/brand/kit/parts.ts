import { z } from 'zod';
import type { ChannelKind } from '../../channels/schema';

/** `error` blocks at the gate; a warning and a suggestion never do. */
export const severity = z.enum(['error', 'warning', 'suggestion']);
export type Severity = z.infer<typeof severity>;

export const phrase = z
  .string()
  .trim()
  .min(1, 'Write at least one character.')
  .max(200, 'At most 200 characters.');

/** Why a rule stands, in the words of the business; shown with each finding. */
export const reason = z.string().trim().max(500, 'At most 500 characters.').default('');

/** Languages that a rule is for (`de`, `de-AT`); empty means every language. `de` also covers `de-AT`. */
export const locales = z.array(z.string().trim().min(1).max(35)).max(50).default([]);

/** Kinds of channel whose copies a rule is for, and `entry` for the entry itself; empty means everywhere. */
export const channels = z
  .array(z.string().trim().min(1).max(40) as unknown as z.ZodType<ChannelKind | 'entry'>)
  .max(30)
  .default([]);

/** Content types (uids) that a rule is for; empty means all. */
export const uids = z.array(z.string().trim().min(1).max(200)).max(200).default([]);

/** A web address that begins with https:// or http://. */
export const webAddress = z
  .url({ protocol: /^https?$/, message: 'Must be a web address that begins with https:// or http://.' })
  .max(2_000);

/** A calendar day, `2026-12-31`. */
export const day = z.iso.date('Must be a day such as 2026-12-31.');
