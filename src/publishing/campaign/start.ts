import { z } from 'zod';
import type { EntryKey } from '../../shared/entry-key';
import { campaignInput } from '../schema';

/** Body of `POST /campaigns/:key/duplicate`: a new draft with the same copies, for the same entry or another one. */
export const duplicateInput = z.strictObject({
  entry: campaignInput.shape.entry.optional(),
  name: campaignInput.shape.name.optional(),
});
export type DuplicateInput = z.output<typeof duplicateInput>;

/** Body of `POST /campaigns/duplicate`: new drafts of several, each for its entry and under a name of its own. */
export const duplicatesInput = z.strictObject({
  campaigns: z
    .array(z.strictObject({ key: z.uuid(), name: campaignInput.shape.name }))
    .min(1)
    .max(100)
    .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, {
      message: 'must name each campaign once',
    }),
});
export type DuplicatesInput = z.output<typeof duplicatesInput>;

/** Query of `GET /campaigns/entries`: entries that a campaign could be about. */
export const entrySearchQuery = z.object({ q: z.string().trim().max(100).default('') });

/** One of them. */
export interface FoundEntry {
  readonly entry: EntryKey;
  readonly title: string;
  /** What the type is called in the admin. */
  readonly typeName: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}
