import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { columnsOf, lifeRow, lifeTable, never, type LifeChange, type LifeRow } from './life-row';
import { queryOn } from './bulk';

const { uid, tableName } = lifeTable;

/** Which rows of the report are wanted. `uids` are the types that the reader may see. */
export interface LifeFilter {
  readonly uids: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly isArchived?: boolean;
  readonly q?: string | undefined;
  readonly on?: string | undefined;
  readonly trend?: string | undefined;
}

/** How many rows one insert takes; SQLite limits the parts of a statement. */
const rowsPerInsert = 50;

export type LifeStore = ReturnType<typeof lifeStore>;

export function lifeStore(db: Core.Strapi['db']) {
  const query = () => db.query(uid);
  const many = async (params: object): Promise<LifeRow[]> =>
    z.array(lifeRow).parse(await query().findMany(params));

  return {
    of: async (entry: string): Promise<LifeRow | null> => (await many({ where: { entry } }))[0] ?? null,
    ofDocument: (type: string, documentId: string) => many({ where: { uid: type, document_id: documentId } }),
    ofEntries: (entries: readonly string[]) => many({ where: { entry: { $in: [...entries] } } }),

    /** Adds rows; those that are there already stay as they are. */
    async add(rows: readonly Omit<LifeRow, 'id'>[]): Promise<void> {
      for (let start = 0; start < rows.length; start += rowsPerInsert)
        await db
          .queryBuilder(uid)
          .insert(
            rows
              .slice(start, start + rowsPerInsert)
              .map(({ entry, uid: type, documentId, locale, version, ...rest }) => {
                return { entry, uid: type, document_id: documentId, locale, version, ...columnsOf(rest) };
              }),
          )
          .onConflict('entry')
          .ignore()
          .execute();
    },

    /** False where somebody else changed the row since it was read. */
    async change(
      { entry, version }: Pick<LifeRow, 'entry' | 'version'>,
      change: LifeChange,
    ): Promise<boolean> {
      const data = { ...columnsOf(change), version: version + 1 };
      return (await query().updateMany({ where: { entry, version }, data })).count === 1;
    },

    async remove(entry: string): Promise<void> {
      await query().deleteMany({ where: { entry } });
    },

    /** Rows for which there is something to do. */
    due: (now: number, limit: number) =>
      many({ where: { next_at: { $lte: now } }, orderBy: [{ next_at: 'asc' }, { id: 'asc' }], limit }),

    /** Rows whose touches are to be compared again; also those that a clock which ran ahead put off too far. */
    trendDue: (uids: readonly string[], now: number, latest: number, limit: number) =>
      many({
        where: {
          live: 1,
          uid: { $in: [...uids] },
          $or: [{ trend_at: { $lte: now } }, { trend_at: { $gt: latest, $lt: never } }],
        },
        orderBy: [{ id: 'asc' }],
        limit,
      }),

    /** Rows of a type in the order in which they were made, from after a row. */
    after: (type: string, id: number, limit: number) =>
      many({ where: { uid: type, id: { $gt: id } }, orderBy: [{ id: 'asc' }], limit }),

    /** Types that no longer have a life of their own: their rows rest, with what was said about them. */
    async rest(followed: readonly string[]): Promise<void> {
      await query().updateMany({
        where: { live: 1, uid: { $notIn: [...followed] } },
        data: { live: 0, next_at: never, due_at: never, trend_at: never, review_on: null, expire_on: null },
      });
    },

    /** What is due first comes first; what is due never, last. */
    page: (filter: LifeFilter, offset: number, limit: number) =>
      many({ where: whereOf(filter), orderBy: [{ due_at: 'asc' }, { id: 'asc' }], offset, limit }),

    count: (filter: LifeFilter): Promise<number> => query().count({ where: whereOf(filter) }),

    /** Rows with a look or an end in these days, the earliest first. */
    between: (
      uids: readonly string[],
      on: 'review_on' | 'expire_on',
      days: readonly [string, string],
      limit: number,
    ) =>
      many({
        where: { live: 1, uid: { $in: [...uids] }, [on]: { $gte: days[0], $lte: days[1] } },
        orderBy: [{ [on]: 'asc' }, { id: 'asc' }],
        limit,
      }),

    /** How many looks or ends each of these days has. */
    async perDay(
      uids: readonly string[],
      on: 'review_on' | 'expire_on',
      days: readonly [string, string],
    ): Promise<ReadonlyMap<string, number>> {
      if (uids.length === 0) return new Map();
      const found: unknown = await queryOn(db, tableName)
        .where('live', 1)
        .whereIn('uid', [...uids])
        .whereBetween(on, [...days])
        .groupBy(on)
        .select({ day: on })
        .count({ count: 'id' });
      const parsed = z.array(z.object({ day: z.string(), count: z.coerce.number() })).parse(found);
      return new Map(parsed.map(({ day, count }) => [day, count]));
    },
  };
}

function whereOf({ uids, from, to, isArchived = false, q, on, trend: kind }: LifeFilter): object {
  const due = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  return {
    uid: { $in: [...uids] },
    ...(isArchived ? { archived_at: { $notNull: true } } : { live: 1 }),
    ...(Object.keys(due).length > 0 ? { due_at: due } : {}),
    ...(q ? { title: { $containsi: q } } : {}),
    ...(on ? { $or: [{ review_on: on }, { expire_on: on }] } : {}),
    ...(kind ? { trend_kind: kind } : {}),
  };
}
