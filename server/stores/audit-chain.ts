import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  auditCheckpoint,
  auditHead,
  type AuditCheckpoint,
  type AuditHead,
  type ChainPoint,
} from '../../src/governance/audit/schema';
import { auditTable } from './audit';
import { chainRowOf, unlinkedOf, type StoredRow, type Unlinked } from './audit-line';
import { countOf, queryOn, type Connection } from './bulk';
import type { Table } from './table';

/** One row: the end of the chain, signed. Its lock puts the writers of several instances in a row. */
export const auditHeadTable: Table = {
  uid: 'presence::audit-head',
  singularName: 'presence_audit_head',
  tableName: 'presence_audit_head',
  attributes: {
    id: { type: 'increments' },
    name: { type: 'string', column: { args: [16], unique: true } },
    number: { type: 'biginteger' },
    hash: { type: 'string', column: { args: [64] } },
    at: { type: 'biginteger' },
    signature: { type: 'string' },
  },
};

/** Where older rows were cut off. Kept for ever. */
export const auditCheckpointsTable: Table = {
  uid: 'presence::audit-checkpoint',
  singularName: 'presence_audit_checkpoint',
  tableName: 'presence_audit_checkpoints',
  attributes: {
    id: { type: 'increments' },
    number: { type: 'biginteger', column: { unique: true } },
    hash: { type: 'string', column: { args: [64] } },
    at: { type: 'biginteger' },
    row_count: { type: 'biginteger' },
    signature: { type: 'string' },
  },
};

const rowsTable = auditTable.tableName;
const headTable = auditHeadTable.tableName;
const name = 'head';

/** A row's place in the chain. */
export interface Linked {
  readonly id: number;
  readonly number: number;
  readonly hash: string;
}

const counted = z.array(z.object({ value: z.union([z.null(), z.coerce.number()]) }));
const storedCheckpoint = z
  .object({ ...auditCheckpoint.omit({ rows: true }).shape, row_count: z.coerce.number() })
  .transform(({ row_count, ...rest }): AuditCheckpoint => ({ ...rest, rows: row_count }));

export type { Unlinked } from './audit-line';
export type AuditChainStore = ReturnType<typeof auditChainStore>;

/** The chain behind the rows. Its own short transactions, on the plain connection: it must never join the act's. */
export function auditChainStore(db: Core.Strapi['db']) {
  const rows = (connection?: Connection) => queryOn(db, rowsTable, connection);
  const heads = (connection?: Connection) => queryOn(db, headTable, connection).where({ name });
  const checkpoints = (connection?: Connection) => queryOn(db, auditCheckpointsTable.tableName, connection);

  return {
    async head(): Promise<AuditHead | null> {
      return auditHead.nullable().parse((await heads().first()) ?? null);
    },

    /** Makes the first head where there is none; of two at once one wins. */
    async begin(head: AuditHead): Promise<void> {
      await queryOn(db, headTable)
        .insert({ name, ...head })
        .onConflict('name')
        .ignore();
    },

    /** Signs the end of the chain anew, if it is still the end. */
    async sign({ number, hash, at, signature }: AuditHead): Promise<boolean> {
      return countOf(await heads().where({ number, hash }).update({ at, signature })) === 1;
    },

    /**
     * Links up to `limit` rows in one transaction under the lock of the head; none where `link` says null. `link` must not ask
     * the database. Resolves to the number of rows that were linked.
     */
    link: (
      limit: number,
      link: (
        head: AuditHead,
        rows: readonly Unlinked[],
      ) => { head: AuditHead; rows: readonly Linked[] } | null,
    ): Promise<number> =>
      db.connection.transaction(async (trx) => {
        const head = auditHead.nullable().parse((await heads(trx).forUpdate().first()) ?? null);
        if (!head) return 0;
        const found: StoredRow[] = await rows(trx)
          .whereNull('number')
          .whereNotNull('digest')
          .orderBy('id')
          .limit(limit);
        const next = found.length > 0 ? link(head, found.map(unlinkedOf)) : null;
        if (!next) return 0;
        const end = heads(trx).where({ number: head.number, hash: head.hash });
        const isMoved = countOf(await end.update(next.head)) === 1;
        if (!isMoved || (await place(trx, next.rows)) !== next.rows.length)
          throw new Error('The end of the record moved while its row was locked.');
        return next.rows.length;
      }),

    /** Rows from before there was a chain get their digest once, when it begins. Resolves to how many it were. */
    async adopt(digestOf: (row: Unlinked) => string, limit: number): Promise<number> {
      const found: StoredRow[] = await rows().whereNull('digest').orderBy('id').limit(limit);
      for (const row of found.map(unlinkedOf)) {
        const { person, origin } = row;
        await rows()
          .where({ id: row.id })
          .update({ person, origin, digest: digestOf(row) });
      }
      return found.length;
    },

    /**
     * Rows of the chain from a number on, in order. `seen` is the id of the row of exactly this number that was read
     * before: a second one with the same number is found all the same.
     */
    async from(number: number, seen: number, limit: number, upTo?: number) {
      const query = rows().where('number', '>=', number);
      if (upTo !== undefined) void query.where('number', '<=', upTo);
      const found: StoredRow[] = await query
        .orderBy('number')
        .orderBy('id')
        .limit(limit + 1);
      return found.map(chainRowOf).filter((row) => row.number > number || row.id > seen);
    },

    /** The last place in the chain that a row holds. */
    async last(): Promise<ChainPoint | null> {
      const found: StoredRow | undefined = await rows()
        .whereNotNull('number')
        .orderBy('number', 'desc')
        .first();
      return found ? { number: Number(found['number']), hash: String(found['hash']) } : null;
    },

    async at(number: number) {
      const found: StoredRow | undefined = await rows().where({ number }).first();
      return found ? chainRowOf(found) : null;
    },

    /** How many rows are not linked, and the oldest of them. */
    async unlinked(): Promise<{ count: number; oldest: Unlinked | null }> {
      const found: unknown = await rows().whereNull('number').count({ value: '*' });
      const count = counted.parse(found)[0]?.value ?? 0;
      const first: StoredRow | undefined =
        count === 0 ? undefined : await rows().whereNull('number').orderBy('at').first();
      return { count, oldest: first ? unlinkedOf(first) : null };
    },

    /** The number of the first row at or after a time; null where there is none. */
    async firstSince(time: number): Promise<number | null> {
      const found: unknown = await rows().where('at', '>=', time).min({ value: 'number' });
      return counted.parse(found)[0]?.value ?? null;
    },

    async checkpoint(): Promise<AuditCheckpoint | null> {
      const found: unknown = await checkpoints().orderBy('number', 'desc').first();
      return found ? storedCheckpoint.parse(found) : null;
    },

    /** In the transaction that is open: sets a checkpoint behind the one before, unless another instance did meanwhile. */
    setCheckpoint: async ({ rows: count, ...point }: AuditCheckpoint, before: number): Promise<boolean> =>
      await db.transaction(async ({ trx }) => {
        await heads(trx).forUpdate().first();
        const newer: unknown = await checkpoints(trx).where('number', '>', before).first();
        if (newer) return false;
        await checkpoints(trx).insert({ ...point, row_count: count });
        return true;
      }),

    /** Deletes up to `limit` rows that a checkpoint stands for. */
    async cut(number: number, limit: number): Promise<number> {
      const found: unknown = await rows()
        .where('number', '<=', number)
        .orderBy('number')
        .limit(limit)
        .select('id');
      const ids = z.array(z.object({ id: z.coerce.number() })).parse(found);
      if (ids.length === 0) return 0;
      const gone = rows().whereIn(
        'id',
        ids.map(({ id }) => id),
      );
      return countOf(await gone.delete());
    },
  };

  /** Writes the places of rows that have none yet; how many it were. */
  async function place(trx: Connection, linked: readonly Linked[]): Promise<number> {
    const ids = linked.map(({ id }) => id);
    const [numbers, hashes] = [linked.map(({ number }) => number), linked.map(({ hash }) => hash)];
    if (db.dialect.client === 'postgres') {
      // A column as one value: PostgreSQL reads it many times faster than a case for every row.
      const given = trx.raw('unnest(?::bigint[], ?::bigint[], ?::text[]) as given (given_id, place, link)', [
        ids,
        numbers,
        hashes,
      ]);
      const placed = rows(trx)
        .whereNull('number')
        .whereRaw('id = given_id')
        .updateFrom(given)
        .update({ number: trx.raw('given.place'), hash: trx.raw('given.link') });
      return countOf(await placed);
    }
    const cases = ids.map(() => 'when ? then ?').join(' ');
    const values = (of: readonly (string | number)[]) => ids.flatMap((id, at) => [id, of[at] ?? '']);
    const [integer, text] =
      db.dialect.client === 'mysql' ? ['signed', 'char(64)'] : ['bigint', 'varchar(64)'];
    const placed = rows(trx)
      .whereNull('number')
      .whereIn('id', ids)
      .update({
        number: trx.raw(`cast(case id ${cases} end as ${integer})`, values(numbers)),
        hash: trx.raw(`cast(case id ${cases} end as ${text})`, values(hashes)),
      });
    return countOf(await placed);
  }
}
