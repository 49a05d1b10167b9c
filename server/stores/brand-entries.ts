import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';
import { queryOn } from './bulk';
import type { Table } from './table';

const uid = 'presence::brand-entry';
export const brandEntriesName = 'presence_brand_entries';

/** One row for each entry: how it stands with the brand, and whether it waits to be looked at again. */
export const brandEntriesTable: Table = {
  uid,
  singularName: 'presence_brand_entry',
  tableName: brandEntriesName,
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string', column: { unique: true } },
    uid: { type: 'string' },
    document_id: { type: 'string' },
    // Empty where the type is not localized.
    locale: { type: 'string' },
    title: { type: 'string' },
    // The title without capitals, to search in.
    folded: { type: 'string' },
    score: { type: 'integer' },
    errors: { type: 'integer' },
    warnings: { type: 'integer' },
    suggestions: { type: 'integer' },
    waived: { type: 'integer' },
    baseline: { type: 'integer' },
    // 0: never.
    checked_at: { type: 'biginteger' },
    // Since when it waits; 0 where it does not.
    due_at: { type: 'biginteger' },
    // Another one with every change: what was found before it is not written over it.
    stamp: { type: 'string' },
    lease: { type: 'string' },
    lease_until: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_brand_entries_due', columns: ['due_at'] },
    { name: 'presence_brand_entries_lease', columns: ['lease'] },
    { name: 'presence_brand_entries_score', columns: ['uid', 'score'] },
    { name: 'presence_brand_entries_document', columns: ['document_id'] },
  ],
};

const whole = z.coerce.number();
const row = z
  .object({
    entry: z.string(),
    uid: z.string(),
    document_id: z.string(),
    locale: z.string(),
    checked_at: whole,
    due_at: whole,
    stamp: z.string(),
  })
  .transform(({ document_id, locale, ...rest }) => ({
    entry: rest.entry,
    key: { uid: rest.uid, documentId: document_id, locale: locale === '' ? null : locale },
    checkedAt: rest.checked_at,
    isDue: rest.due_at > 0,
    stamp: rest.stamp,
  }));

export type IndexedEntry = z.output<typeof row>;

/** How an entry stands, as it was found. */
export interface EntryStand {
  readonly title: string;
  readonly score: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
  readonly waived: number;
  readonly baseline: number;
}

export type BrandEntriesStore = ReturnType<typeof brandEntriesStore>;

/** How many rows one insert takes; SQLite limits the parts of a statement. */
const rowsPerInsert = 40;

export function brandEntriesStore(db: Core.Strapi['db']) {
  const query = () => db.query(uid);
  const many = async (params: object): Promise<IndexedEntry[]> =>
    z.array(row).parse(await query().findMany(params));
  const nothing = { score: 100, errors: 0, warnings: 0, suggestions: 0, waived: 0, baseline: 0 };

  return {
    of: async (entry: string): Promise<IndexedEntry | null> => (await many({ where: { entry } }))[0] ?? null,
    among: (entries: readonly string[]) => many({ where: { entry: { $in: [...entries] } } }),

    /** How entries scored, those that were looked at. */
    async scores(entries: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const found: unknown = await query().findMany({
        select: ['entry', 'score'],
        where: { entry: { $in: [...entries] }, checked_at: { $gt: 0 } },
      });
      const rows = z.array(z.object({ entry: z.string(), score: whole })).parse(found);
      return new Map(rows.map(({ entry, score }) => [entry, score]));
    },

    /** Entries wait to be looked at; those that are not known yet are added. In the transaction that is open. */
    async setDue(keys: readonly EntryKey[], at: number, stamp: string): Promise<void> {
      for (let start = 0; start < keys.length; start += rowsPerInsert)
        await db
          .queryBuilder(uid)
          .insert(
            keys.slice(start, start + rowsPerInsert).map((key) => ({
              ...{ entry: entryIdOf(key), uid: key.uid, document_id: key.documentId },
              ...{ locale: key.locale ?? '', title: '', folded: '', ...nothing },
              ...{ checked_at: 0, due_at: at, stamp, lease: '', lease_until: 0 },
            })),
          )
          .onConflict('entry')
          .merge({ due_at: at, stamp })
          .execute();
    },

    /** Everything waits to be looked at; narrowed to entries where some are named. */
    async setAllDue(at: number, stamp: string, entries?: readonly string[]): Promise<void> {
      const where = entries ? { entry: { $in: [...entries] } } : {};
      await query().updateMany({ where, data: { due_at: at, stamp } });
    },

    /** Takes some that wait for this process, until a time; what is taken already and not past its time is left alone. */
    async claim(lease: string, now: number, until: number, limit: number): Promise<IndexedEntry[]> {
      const free = { due_at: { $gt: 0 }, lease_until: { $lte: now } };
      const found = z.array(z.object({ id: whole })).parse(
        await query().findMany({
          where: free,
          select: ['id'],
          orderBy: [{ due_at: 'asc' }, { id: 'asc' }],
          limit,
        }),
      );
      if (found.length === 0) return [];
      await query().updateMany({
        where: { id: { $in: found.map(({ id }) => id) }, ...free },
        data: { lease, lease_until: until },
      });
      return many({ where: { lease, due_at: { $gt: 0 } }, orderBy: [{ id: 'asc' }] });
    },

    /** Writes down how an entry stands. False where it was changed meanwhile: then it still waits. */
    async finish({ entry, stamp }: Pick<IndexedEntry, 'entry' | 'stamp'>, stand: EntryStand, at: number) {
      const title = stand.title.slice(0, 255);
      const data = {
        ...{ ...stand, title, folded: title.toLowerCase().slice(0, 255) },
        ...{ checked_at: at, due_at: 0, lease: '', lease_until: 0 },
      };
      return (await query().updateMany({ where: { entry, stamp }, data })).count === 1;
    },

    /** What was taken and could not be looked at goes back. */
    async release(lease: string): Promise<void> {
      await query().updateMany({ where: { lease }, data: { lease: '', lease_until: 0 } });
    },

    async remove(entries: readonly string[]): Promise<void> {
      await query().deleteMany({ where: { entry: { $in: [...entries] } } });
    },

    /** Rows of a document. */
    ofDocument: (type: string, documentId: string) => many({ where: { uid: type, document_id: documentId } }),

    /** Rows of a type in the order in which they were made, from after a row. */
    async after(type: string, id: number, limit: number): Promise<{ id: number; entry: string }[]> {
      const found: unknown = await query().findMany({
        where: { uid: type, id: { $gt: id } },
        select: ['id', 'entry'],
        orderBy: [{ id: 'asc' }],
        limit,
      });
      return z.array(z.object({ id: whole, entry: z.string() })).parse(found);
    },

    /** Rows of types that the app does not have any more. */
    async removeOthers(uids: readonly string[]): Promise<void> {
      await query().deleteMany({ where: { uid: { $notIn: [...uids] } } });
    },

    /** How many entries wait to be looked at. */
    waiting: (uids: readonly string[]): Promise<number> =>
      query().count({ where: { uid: { $in: [...uids] }, due_at: { $gt: 0 } } }),

    /** Sums over what was looked at, by type. */
    async sums(): Promise<z.output<typeof sumRows>> {
      const found: unknown = await queryOn(db, brandEntriesName)
        .where('checked_at', '>', 0)
        .groupBy('uid')
        .select('uid')
        .count({ entries: 'id' })
        .sum({ score_sum: 'score', errors: 'errors', warnings: 'warnings', suggestions: 'suggestions' });
      return sumRows.parse(found);
    },
  };
}

const sumRows = z.array(
  z.object({
    uid: z.string(),
    ...{ entries: whole, score_sum: whole, errors: whole, warnings: whole, suggestions: whole },
  }),
);
