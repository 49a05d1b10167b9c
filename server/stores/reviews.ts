import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { copyFacts } from '../../src/governance/review/schema';
import { person } from '../../src/governance/schema';
import type { ReviewRow } from '../../src/governance/board/schema';
import type { Wait } from '../../src/governance/board/waits';
import { jsonText } from './columns';
import type { Table } from './table';

export const reviewsUid = 'presence::reviews';
const waitsUid = 'presence::review-waits';

/** Later than every date: what has no due date stands behind what has one, on every database. */
const neverDue = 9_000_000_000_000_000;

/** Every governed entry that somebody touched, as lists show it: a projection that can be built again. */
export const reviewsTable: Table = {
  uid: reviewsUid,
  singularName: 'presence_review',
  tableName: 'presence_reviews',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string', column: { unique: true } },
    // The entry in all its languages: what a deletion is looked up by.
    document: { type: 'string' },
    uid: { type: 'string' },
    document_id: { type: 'string' },
    locale: { type: 'string', column: { args: [40] } },
    title: { type: 'text' },
    // In small letters, for the search.
    folded: { type: 'text' },
    seal: { type: 'string', column: { args: [64] } },
    copies: { type: 'text' },
    workflow: { type: 'string', column: { args: [60] } },
    workflow_key: { type: 'string', column: { args: [60] } },
    stage: { type: 'string', column: { args: [60] } },
    meaning: { type: 'string', column: { args: [20] } },
    since: { type: 'biginteger' },
    submitted_by: { type: 'text' },
    submitted_at: { type: 'biginteger' },
    last_editor: { type: 'text' },
    due_at: { type: 'biginteger' },
    remind_at: { type: 'biginteger' },
    sort_at: { type: 'biginteger' },
    // When there is something to tell next, what was told, and about which due date.
    tell_at: { type: 'biginteger' },
    told: { type: 'string', column: { args: [20] } },
    told_for: { type: 'biginteger' },
  },
  indexes: [
    {
      name: 'presence_reviews_board',
      columns: ['workflow_key', 'stage', 'sort_at', 'since', 'id'],
    },
    { name: 'presence_reviews_order', columns: ['sort_at', 'since', 'id'] },
    { name: 'presence_reviews_tell', columns: ['tell_at'] },
    { name: 'presence_reviews_document', columns: ['document'] },
  ],
};

/** For whom each entry waits: what *needs you* is read from. */
export const reviewWaitsTable: Table = {
  uid: waitsUid,
  singularName: 'presence_review_wait',
  tableName: 'presence_review_waits',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string' },
    principal: { type: 'string', column: { args: [210] } },
    why: { type: 'string', column: { args: [20] } },
  },
  indexes: [
    { name: 'presence_review_waits_entry', columns: ['entry', 'principal', 'why'], type: 'unique' },
    { name: 'presence_review_waits_who', columns: ['principal', 'why', 'entry'] },
  ],
};

// Drivers hand big integers back as strings.
const moment = z.preprocess(
  (value) => (value === null || value === undefined ? null : Number(value)),
  z.number().nullable(),
);
const told = z.enum(['nothing', 'reminded', 'overdue']);

export const storedReview = z
  .object({
    id: z.coerce.number(),
    entry: z.string(),
    uid: z.string(),
    document_id: z.string(),
    locale: z.string().transform((locale) => locale || null),
    title: z.string(),
    seal: z.string(),
    copies: jsonText(z.array(copyFacts)),
    workflow: z.string(),
    stage: z.string(),
    meaning: z.enum(['draft', 'review', 'approved']),
    since: z.coerce.number(),
    submitted_by: jsonText(person).nullable(),
    submitted_at: moment,
    last_editor: jsonText(person).nullable(),
    due_at: moment,
    remind_at: moment,
    told,
    told_for: moment,
    tell_at: moment,
  })
  .transform(({ document_id, submitted_by, submitted_at, last_editor, due_at, remind_at, ...rest }) => ({
    ...rest,
    documentId: document_id,
    submittedBy: submitted_by,
    submittedAt: submitted_at,
    lastEditor: last_editor,
    dueAt: due_at,
    remindAt: remind_at,
  }));
export type StoredReview = z.output<typeof storedReview>;

/** What was told about a due date. */
export interface Telling {
  readonly told: z.output<typeof told>;
  readonly toldFor: number | null;
  readonly tellAt: number | null;
}

const columnsOf = (row: ReviewRow, { told: what, toldFor, tellAt }: Telling) => ({
  entry: row.entry,
  document: documentOf(row),
  uid: row.uid,
  document_id: row.documentId,
  locale: row.locale ?? '',
  title: row.title,
  folded: row.title.toLowerCase(),
  seal: row.seal,
  copies: JSON.stringify(row.copies),
  workflow: row.workflow,
  workflow_key: row.workflow.split('@')[0] ?? '',
  stage: row.stage,
  meaning: row.meaning,
  since: row.since,
  submitted_by: row.submittedBy && JSON.stringify(row.submittedBy),
  submitted_at: row.submittedAt,
  last_editor: row.lastEditor && JSON.stringify(row.lastEditor),
  due_at: row.dueAt,
  remind_at: row.remindAt,
  // What is due first stands first; what is approved stands with the newest on top.
  sort_at: row.meaning === 'approved' ? neverDue - row.since : (row.dueAt ?? neverDue),
  tell_at: tellAt,
  told: what,
  told_for: toldFor,
});

const documentOf = ({ uid, documentId }: Pick<ReviewRow, 'uid' | 'documentId'>): string =>
  `${uid}|${documentId}`;

export type ReviewsStore = ReturnType<typeof reviewsStore>;

/** The writing side of the projection, in the transaction of what it tells; lists are read by `review-lists.ts`. */
export const reviewsStore = (db: Core.Strapi['db']) => ({
  async of(entry: string): Promise<StoredReview | null> {
    const found: unknown = await db.query(reviewsUid).findOne({ where: { entry } });
    return found ? storedReview.parse(found) : null;
  },

  async put(row: ReviewRow, telling: Telling): Promise<void> {
    const { entry, ...columns } = columnsOf(row, telling);
    await db
      .queryBuilder(reviewsUid)
      .insert({ entry, ...columns })
      .onConflict('entry')
      .merge(columns)
      .execute();
  },

  async waits(entry: string): Promise<Wait[]> {
    const rows: unknown = await db.query(waitsUid).findMany({ where: { entry } });
    return z
      .array(z.custom<Wait>())
      .parse(rows)
      .map(({ principal, why }) => ({ principal, why }));
  },

  async setWaits(entry: string, waits: readonly Wait[]): Promise<void> {
    const before = await this.waits(entry);
    const nameOf = ({ principal, why }: Wait): string => `${principal} ${why}`;
    const [was, is] = [new Set(before.map(nameOf)), new Set(waits.map(nameOf))];
    for (const { principal, why } of before.filter((wait) => !is.has(nameOf(wait))))
      await db.query(waitsUid).deleteMany({ where: { entry, principal, why } });
    for (const { principal, why } of waits.filter((wait) => !was.has(nameOf(wait))))
      await db
        .queryBuilder(waitsUid)
        .insert({ entry, principal, why })
        .onConflict(['entry', 'principal', 'why'])
        .ignore()
        .execute();
  },

  /** The entries of a document that are on the board. */
  async entriesOf(uid: string, documentId: string): Promise<{ entry: string; locale: string | null }[]> {
    const rows: unknown = await db
      .query(reviewsUid)
      .findMany({ where: { document: documentOf({ uid, documentId }) }, select: ['entry', 'locale'] });
    return z
      .array(z.object({ entry: z.string(), locale: z.string().transform((one) => one || null) }))
      .parse(rows);
  },

  async remove(entry: string): Promise<void> {
    await db.query(reviewsUid).deleteMany({ where: { entry } });
    await db.query(waitsUid).deleteMany({ where: { entry } });
  },

  /** Entries about which something is to be told now, the longest waiting first. */
  async toTell(now: number, limit: number): Promise<StoredReview[]> {
    const rows: unknown = await db
      .query(reviewsUid)
      .findMany({ where: { tell_at: { $lte: now } }, orderBy: { tell_at: 'asc' }, limit });
    return z.array(storedReview).parse(rows);
  },

  /** True for one of several that want to tell the same: the row is as it was read. */
  async claimTell({ id, tell_at }: StoredReview, next: Telling): Promise<boolean> {
    const { count } = await db.query(reviewsUid).updateMany({
      where: { id, tell_at },
      data: { told: next.told, told_for: next.toldFor, tell_at: next.tellAt },
    });
    return count === 1;
  },

  /** Entries after this one in the order of their rows, for building the projection again piece by piece. */
  async after(id: number, limit: number): Promise<{ id: number; entry: string }[]> {
    const rows: unknown = await db
      .query(reviewsUid)
      .findMany({ where: { id: { $gt: id } }, orderBy: { id: 'asc' }, limit, select: ['id', 'entry'] });
    return z.array(z.object({ id: z.coerce.number(), entry: z.string() })).parse(rows);
  },

  isEmpty: async (): Promise<boolean> => (await db.query(reviewsUid).findOne({ select: ['id'] })) === null,
});
