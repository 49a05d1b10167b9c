import { z } from 'zod';

const piece = z.object({
  /** paragraph, heading, list-item … as `src/content` reads them. */
  kind: z.string(),
  text: z.string(),
});

const file = z.object({
  /** What makes it the same file: its hash and extension. */
  file: z.string(),
  name: z.string(),
  url: z.string(),
  mime: z.string().nullable(),
  alt: z.string().nullable(),
  caption: z.string().nullable(),
});
export type SnapshotFile = z.output<typeof file>;

/** One field of an entry as it was, in the form that a person compares. */
export const snapshotField = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    field: z.string(),
    pieces: z.array(piece),
    /** Everything that is not in the words: bold, links, pictures inside. Empty for plain text. */
    form: z.string(),
  }),
  z.object({ kind: z.literal('value'), field: z.string(), value: z.string() }),
  z.object({ kind: z.literal('media'), field: z.string(), files: z.array(file) }),
  z.object({
    kind: z.literal('relation'),
    field: z.string(),
    target: z.string().nullable(),
    documentIds: z.array(z.string()),
  }),
]);
export type SnapshotField = z.output<typeof snapshotField>;

/** A list of components in an entry: which kind stands at which place. */
export const snapshotList = z.object({ field: z.string(), components: z.array(z.string()) });
export type SnapshotList = z.output<typeof snapshotList>;

/** What an entry said when a decision was taken, to be compared with what it says later. */
export const entrySnapshot = z.object({
  title: z.string().nullable(),
  fields: z.array(snapshotField),
  lists: z.array(snapshotList),
});
export type EntrySnapshot = z.output<typeof entrySnapshot>;

const change = z.enum(['same', 'added', 'removed']);

/** A stretch of text: in both versions, only in the later one, or only in the earlier one. */
export const textPart = z.object({ change, text: z.string() });
export type TextPart = z.output<typeof textPart>;

export const pieceDifference = z.object({
  change: z.enum(['same', 'changed', 'added', 'removed']),
  kind: z.string(),
  parts: z.array(textPart),
});
export type PieceDifference = z.output<typeof pieceDifference>;

/** What changed in one field. `field` is its path as it is now; of what is gone, as it was. */
export const fieldDifference = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    field: z.string(),
    pieces: z.array(pieceDifference),
    /** The words are the same and something else is not: bold, a link's address. */
    formOnly: z.boolean(),
  }),
  z.object({
    kind: z.literal('value'),
    field: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('media'),
    field: z.string(),
    files: z.array(
      z.object({
        change: z.enum(['same', 'added', 'removed', 'changed']),
        before: file.nullable(),
        after: file.nullable(),
      }),
    ),
    /** The same files stand in another order. */
    moved: z.boolean(),
  }),
  z.object({
    kind: z.literal('relation'),
    field: z.string(),
    targets: z.array(
      z.object({
        change,
        documentId: z.string(),
        target: z.string().nullable(),
        name: z.string().nullable(),
      }),
    ),
    moved: z.boolean(),
  }),
  z.object({
    kind: z.literal('component'),
    field: z.string(),
    change: z.enum(['added', 'removed', 'moved']),
    component: z.string(),
    /** Counts from 1; null where it is not in that version. */
    before: z.int().nullable(),
    after: z.int().nullable(),
  }),
]);
export type FieldDifference = z.output<typeof fieldDifference>;

/** What changed in the copy for one channel. */
export const copyDifference = z.object({
  key: z.string(),
  name: z.string(),
  change: z.enum(['same', 'changed', 'added', 'removed', 'unknown']),
  fields: z.array(fieldDifference),
});
export type CopyDifference = z.output<typeof copyDifference>;

/** One side of a comparison. */
export const side = z.object({
  /** A decision's key, `now`, or `nothing` where there is no earlier version. */
  id: z.string(),
  label: z.string(),
  at: z.number().nullable(),
  by: z.string().nullable(),
  title: z.string().nullable(),
});
export type Side = z.output<typeof side>;

/** `GET /presence/entry/difference`. */
export const differenceView = z.object({
  from: side,
  to: side,
  /** Only fields that differ, in the order of the entry. */
  fields: z.array(fieldDifference),
  copies: z.array(copyDifference),
  /** How many fields say the same in both. */
  unchanged: z.int(),
  /** What can be compared, newest first: `now`, then the decisions whose content was kept. */
  choices: z.array(side.extend({ kind: z.string() })),
});
export type DifferenceView = z.output<typeof differenceView>;
