import { z } from 'zod';
import { pageQuery, type Page } from '../../shared/page';
import { entryQuery, person } from '../schema';
import { auditGroup } from './kinds';

/** By which way something was done. */
export const way = z.enum(['admin', 'content-api', 'link', 'mcp', 'scheduler', 'console', 'server']);
export type Way = z.output<typeof way>;

/**
 * From where something was done. `place` is a keyed hash of the caller's address: equal for two acts from the same address,
 * unreadable without the keys of the app. Null where nobody called from outside.
 */
export const origin = z.object({ way, place: z.string().nullable() });
export type Origin = z.output<typeof origin>;

const maybeNumber = z.union([z.null(), z.coerce.number()]);

/** One row of the record, as `GET /presence/audit` lists it. */
export const auditRow = z.object({
  key: z.string(),
  /** Milliseconds since 1970. */
  at: z.coerce.number(),
  /** One of `auditKinds`; rows of older versions may have others. */
  kind: z.string(),
  by: person,
  /** Who, in one word to filter by: `user:1`. */
  person: z.string(),
  from: origin,
  entry: z.string().nullable(),
  seal: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** Its place in the chain; null for the moment between the act and the link. */
  number: maybeNumber,
  hash: z.string().nullable(),
});
export type AuditRow = z.output<typeof auditRow>;

/** `GET /presence/audit`: a page of rows, and the titles of their entries that the reader may see, by `entryIdOf`. */
export interface AuditPage extends Page<AuditRow> {
  readonly titles: Readonly<Record<string, string>>;
}

const time = z.coerce.number().int().min(0);

/** Query of `GET /presence/audit`. */
export const auditQuery = z.object({
  ...pageQuery.shape,
  ...entryQuery.partial({ uid: true, documentId: true }).shape,
  group: auditGroup.optional(),
  person: z.string().max(255).optional(),
  /** Milliseconds since 1970; `to` is exclusive. */
  from: time.optional(),
  to: time.optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;

/** A place in the chain: the number of a row and its hash. Written `12:ab…`; number 0 stands before the first row. */
export const chainPoint = z.object({ number: z.coerce.number(), hash: z.string() });
export type ChainPoint = z.output<typeof chainPoint>;

const pointText = z
  .string()
  .regex(/^\d{1,15}:[0-9a-f]{64}$/, 'must be a number, a colon and 64 hex digits, as the record shows them')
  .transform((text): ChainPoint => {
    const [number = '', hash = ''] = text.split(':');
    return { number: Number(number), hash };
  });

/** Query of `GET /presence/audit/verify`. */
export const verifyQuery = z.object({
  /** What the answer before gave as `next`; absent begins at the first row. */
  after: pointText.optional(),
  /** A head that somebody kept outside. */
  kept: pointText.optional(),
});

/** The end of the chain, signed. Whoever keeps it outside the database can prove later that nothing before it was changed. */
export const auditHead = z.object({
  number: z.coerce.number(),
  hash: z.string(),
  at: z.coerce.number(),
  /** Ed25519 over `headText`, base64; null where Strapi has no encryption key to keep a signing key with. */
  signature: z.string().nullable(),
});
export type AuditHead = z.output<typeof auditHead>;

/** Where older rows were cut off: the last row that is gone, signed. */
export const auditCheckpoint = z.object({
  number: z.coerce.number(),
  hash: z.string(),
  at: z.coerce.number(),
  /** How many rows went with it. */
  rows: z.coerce.number(),
  signature: z.string(),
});
export type AuditCheckpoint = z.output<typeof auditCheckpoint>;

export const breakCode = z.enum([
  'changed',
  'moved',
  'missing',
  'twice',
  'cut-off',
  'added',
  'rewritten',
  'head-gone',
  'head-forged',
  'checkpoint-forged',
  'unlinked',
  'kept-differs',
]);
export type BreakCode = z.output<typeof breakCode>;

/** The first place where the record is not what was written. */
export const auditBreak = z.object({
  code: breakCode,
  /** Of the first broken row; null where no row is at fault. */
  number: z.number().nullable(),
  /** The row as it stands there now; null where it is gone. */
  row: z
    .object({
      key: z.string(),
      at: z.number(),
      kind: z.string(),
      person: z.string(),
      entry: z.string().nullable(),
    })
    .nullable(),
  /** What is wrong and what to do, for a person. */
  message: z.string(),
});
export type AuditBreak = z.output<typeof auditBreak>;

/** What a look over the record found. */
export const auditReport = z.object({
  /** Null: every row is as it was written. */
  broken: auditBreak.nullable(),
  head: auditHead.nullable(),
  /** Ed25519, SPKI in base64; null where nothing can be signed. */
  publicKey: z.string().nullable(),
  checkpoint: auditCheckpoint.nullable(),
  /** Rows that wait to be linked: those of the last moment. */
  waiting: z.number(),
});
export type AuditReport = z.output<typeof auditReport>;

/** One answer of `GET /presence/audit/verify`: the next piece, or the end with its report. */
export const verifyStep = z.object({
  /** The last row that was looked at, and the last there is. */
  at: z.number(),
  of: z.number(),
  /** Handed back as `after`; null at the end. */
  next: z.string().nullable(),
  report: auditReport.nullable(),
});
export type VerifyStep = z.output<typeof verifyStep>;
