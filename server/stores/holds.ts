import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { holdScope, type HoldScope } from '../../src/publishing/operations/hold';
import { insertRows, queryOn } from './bulk';
import type { Table } from './table';

const holdsUid = 'presence::hold';

/** One row a hold that stands. `covers` is the key of the channel or campaign, empty for everything: an index finds no null. */
export const holdsTable: Table = {
  uid: holdsUid,
  singularName: 'hold',
  tableName: 'presence_holds',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    // Scope and target in one: of two people who stop the same thing one writes it down.
    slot: { type: 'string', column: { args: [60], unique: true } },
    scope: { type: 'string' },
    covers: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'text' },
    at: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_holds_scope', columns: ['scope', 'covers'] }],
};

const tableName = holdsTable.tableName;

const row = z
  .object({
    key: z.string(),
    scope: holdScope,
    covers: z.string(),
    by: z.string(),
    reason: z.string().nullable(),
    at: z.coerce.number(),
  })
  .transform(({ covers, reason, ...rest }) => ({
    ...rest,
    target: covers === '' ? null : covers,
    reason: reason ?? '',
  }));
export type HoldRow = z.output<typeof row>;

type Database = Core.Strapi['db'];

/** What people stopped. The claim of the engine looks at the same rows by `notHeld`. */
export function holdsStore(db: Database) {
  const query = () => db.query(holdsUid);
  const find = async (where: object = {}): Promise<HoldRow[]> =>
    (await query().findMany({ where, orderBy: { id: 'asc' } })).map((one: unknown) => row.parse(one));
  return {
    list: (): Promise<HoldRow[]> => find(),

    async byKey(key: string): Promise<HoldRow | null> {
      return (await find({ key }))[0] ?? null;
    },

    /** The hold that stands afterwards: this one, or the one that stood there before. */
    async put({ key, scope, target, by, reason, at }: HoldRow): Promise<HoldRow> {
      const covers = target ?? '';
      const columns = ['key', 'slot', 'scope', 'covers', 'by', 'reason', 'at'];
      const values = [key, `${scope}:${covers}`, scope, covers, by, reason, at];
      await db.transaction(({ trx }) => insertRows(db, trx, tableName, columns, [values], { on: 'slot' }));
      const [found] = await find({ scope, covers });
      if (!found) throw new Error(`the hold ${scope}:${covers} was lifted while it was written`);
      return found;
    },

    /** True when it was there. */
    async remove(key: string): Promise<boolean> {
      const { count } = await query().deleteMany({ where: { key } });
      return count === 1;
    },
  };
}

export type HoldsStore = ReturnType<typeof holdsStore>;

/** Leaves out the publications that a hold covers, by the very statement that reads or writes them: no instance can be behind. */
export const notHeld =
  (db: Database) =>
  (publications: Knex.QueryBuilder): void => {
    const standing = (scope: HoldScope) => queryOn(db, tableName).where('scope', scope).select('covers');
    void publications
      .whereNotExists(standing('all'))
      .whereNotIn('channel', standing('channel'))
      .whereNotIn('campaign', standing('campaign'));
  };
