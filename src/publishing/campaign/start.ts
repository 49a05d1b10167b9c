import { z } from 'zod';
import type { EntryKey } from '../../shared/entry-key';
import { campaignInput } from '../schema';

/** Body of `POST /campaigns/:key/duplicate`: a new draft with the same copies, for the same entry or another one. */
export const duplicateInput = z.strictObject({
  entry: campaignInput.shape.entry.optional(),
  name: campaignInput.shape.name.optional(),
});
export type DuplicateInput = z.output<typeof duplicateInput>;

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
