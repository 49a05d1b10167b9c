import { z } from 'zod';
import { pageQuery } from '../../shared/page';

/** Why what visitors see is not covered: `changed` after it passed the gate, or `unknown` to it altogether. */
export const driftReason = z.enum(['changed', 'unknown']);
export type DriftReason = z.output<typeof driftReason>;

/** A published entry that no approval covers. */
export const drift = z.object({
  entry: z.string(),
  uid: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  title: z.string(),
  /** Of what visitors see. */
  seal: z.string(),
  reason: driftReason,
  /** Milliseconds since 1970. */
  foundAt: z.coerce.number(),
});
export type Drift = z.output<typeof drift>;

/** What the last scan saw. */
export const driftScan = z.object({
  /** End of the scan, in milliseconds since 1970. */
  at: z.number(),
  by: z.string(),
  checked: z.int(),
  found: z.int(),
});
export type DriftScan = z.output<typeof driftScan>;

/** Query of `GET /presence/drift`. */
export const driftQuery = z.object(pageQuery.shape);

/** Body of `POST /presence/drift/adopt` and `/take-down`: entries as the list names them, with the seals that were seen. */
export const driftAnswer = z.strictObject({
  entries: z
    .array(z.strictObject({ entry: z.string().max(300), seal: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(100),
  comment: z.string().trim().min(1).max(2_000),
});
export type DriftAnswer = z.output<typeof driftAnswer>;

/** What became of each entry of such a request. */
export interface DriftOutcome {
  readonly entry: string;
  readonly ok: boolean;
  /** Why not; null where it was done. */
  readonly message: string | null;
}
