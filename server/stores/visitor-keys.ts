import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { countOf, insertRows, queryOn } from './bulk';
import type { Table } from './table';

const tableName = 'presence_visitor_keys';

/** The random key of each day under which visitors get their pseudonyms. Shared by all instances; gone after 48 hours. */
export const visitorKeysTable: Table = {
  uid: 'presence::visitor-key',
  singularName: 'visitor-key',
  tableName,
  attributes: {
    id: { type: 'increments' },
    day: { type: 'string', column: { args: [10], unique: true } },
    secret: { type: 'string', column: { args: [64] } },
  },
  indexes: [],
};

export type VisitorKeysStore = ReturnType<typeof visitorKeysStore>;

export const visitorKeysStore = (db: Core.Strapi['db']) => ({
  /** The key of a day: the one that is there, else `fresh`. Two instances that ask at once get the same. */
  async keyOf(day: string, fresh: Uint8Array): Promise<Uint8Array> {
    const secret = Buffer.from(fresh).toString('hex');
    await insertRows(db, db.connection, tableName, ['day', 'secret'], [[day, secret]], { on: 'day' });
    const rows: unknown = await queryOn(db, tableName).where({ day }).select('secret');
    const [found] = z.array(z.object({ secret: z.string().length(64) })).parse(rows);
    return found ? Buffer.from(found.secret, 'hex') : fresh;
  },

  /** Destroys the keys of days before this one. */
  async deleteBefore(day: string): Promise<number> {
    return countOf(await queryOn(db, tableName).where('day', '<', day).delete());
  },
});
