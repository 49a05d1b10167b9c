import { z } from 'zod';

/** Where a list of the Graph API goes on (developers.facebook.com/docs/graph-api/results, Cursor-based Pagination). */
export const paging = z
  .object({ cursors: z.object({ after: z.string() }).optional(), next: z.string().optional() })
  .optional()
  .catch(undefined);

/** The cursor of the page that follows; null on the last, which has one too and no `next`. */
export const nextOf = (found: z.output<typeof paging>): string | null =>
  found?.next === undefined ? null : (found.cursors?.after ?? null);
