import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { insertRows, queryOn, type Connection } from './bulk';
import type { Table } from './table';

const tableName = 'presence_digest_items';

/** Which notices a daily mail tells of. `digest` is the `once` of its delivery. */
export const digestItemsTable: Table = {
  uid: 'presence::digest-item',
  singularName: 'presence_digest_item',
  tableName,
  attributes: {
    id: { type: 'increments' },
    once: { type: 'string', column: { unique: true } },
    digest: { type: 'string' },
    notice: { type: 'string' },
  },
  indexes: [{ name: 'presence_digest_items_digest', columns: ['digest'] }],
};

export type DigestItemsStore = ReturnType<typeof digestItemsStore>;

export const digestItemsStore = (db: Core.Strapi['db']) => ({
  /** `once` tells a notice and its reader, so that a notice is in one daily mail only. */
  async add(connection: Connection, item: { once: string; digest: string; notice: string }): Promise<void> {
    const { once, digest, notice } = item;
    await insertRows(db, connection, tableName, ['once', 'digest', 'notice'], [[once, digest, notice]], {
      on: 'once',
    });
  },

  /** Keys of the notices, in the order in which they came. */
  async of(digest: string): Promise<string[]> {
    const rows: unknown = await queryOn(db, tableName).where({ digest }).orderBy('id').select('notice');
    return z
      .array(z.object({ notice: z.string() }))
      .parse(rows)
      .map(({ notice }) => notice);
  },

  async remove(digest: string): Promise<void> {
    await queryOn(db, tableName).where({ digest }).delete();
  },
});
