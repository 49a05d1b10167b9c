import { z } from 'zod';
import { recallInput } from '../operations/recall';
import { when } from '../time/when';

const keys = z
  .array(z.uuid())
  .min(1)
  .max(100)
  .refine((list) => new Set(list).size === list.length, { message: 'must name each publication once' });

/** Body of `POST /presence/publications/bulk`: one act for many publications, each judged for itself. */
export const bulkInput = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('cancel'), keys }),
  z.strictObject({ action: z.literal('retry'), keys }),
  /** Takes back what went out. One that its channel keeps is answered as a refusal. */
  z.strictObject({ action: z.literal('recall'), keys, reason: recallInput.shape.reason }),
  z.strictObject({ action: z.literal('reschedule'), keys, when }),
  /** Each goes by so much on its own clock: a day later is the same hour, also where the clocks change in between. */
  z.strictObject({
    action: z.literal('shift'),
    keys,
    days: z.int().min(-366).max(366).default(0),
    minutes: z.int().min(-1_440).max(1_440).default(0),
  }),
]);
export type BulkInput = z.output<typeof bulkInput>;

/** How one of many went. */
export const bulkAnswer = z.object({
  key: z.uuid(),
  /** What it is about, for a person; empty where it is gone. */
  title: z.string(),
  ok: z.boolean(),
  /** Why not; null where it went well. */
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type BulkAnswer = z.output<typeof bulkAnswer>;

export const bulkView = z.object({ answers: z.array(bulkAnswer) });
export type BulkView = z.output<typeof bulkView>;
