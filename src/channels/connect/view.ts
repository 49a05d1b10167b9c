import { z } from 'zod';

/** What the admin shows of a channel that was connected at its network. */
export const connectedView = z.object({
  /** Whose account it is: `@bakery@bread.example`; empty where the network did not say. */
  as: z.string(),
  /** When somebody connected it: milliseconds since 1970. */
  at: z.number(),
  /** When a person has to connect it again; null: no such day is known. */
  until: z.number().nullable(),
});
