import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { countOf, insertRows, queryOn, type Connection } from './bulk';
import type { Table } from './table';

const tableName = 'presence_once';

/** What may be counted only once, such as the opening of one mail: the first writer of a key owns it. */
export const onceTable: Table = {
  uid: 'presence::once',
  singularName: 'once',
  tableName,
  attributes: {
    id: { type: 'increments' },
    dims: { type: 'string', column: { args: [40], unique: true } },
    owner: { type: 'string', column: { args: [36] } },
    at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_once_owner_index', columns: ['owner'] },
    { name: 'presence_once_at_index', columns: ['at'] },
  ],
};

export type OnceStore = ReturnType<typeof onceStore>;

export const onceStore = (db: Core.Strapi['db']) => ({
  /** The keys that nobody had before; they are `owner`'s now. */
  async claim(
    connection: Connection,
    keys: readonly string[],
    owner: string,
    at: number,
  ): Promise<ReadonlySet<string>> {
    const byHash = new Map(keys.map((key) => [createHash('sha1').update(key).digest('hex'), key]));
    const rows = [...byHash.keys()].sort().map((hash) => [hash, owner, at]);
    await insertRows(db, connection, tableName, ['dims', 'owner', 'at'], rows, { on: 'dims' });
    const found: unknown = await queryOn(db, tableName, connection).where({ owner }).select('dims');
    const own = z.array(z.object({ dims: z.string() })).parse(found);
    return new Set(own.map(({ dims }) => byHash.get(dims) ?? ''));
  },

  async deleteBefore(time: number): Promise<number> {
    return countOf(await queryOn(db, tableName).where('at', '<', time).delete());
  },
});
