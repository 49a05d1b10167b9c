import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Table } from './table';

const uid = 'presence::connect-app';

/** Apps that networks made for us, one for each server and redirect address; `sealed` is what Strapi's encryption made of one. */
export const connectAppsTable: Table = {
  uid,
  singularName: 'presence_connect_app',
  tableName: 'presence_connect_apps',
  attributes: {
    id: { type: 'increments' },
    name: { type: 'string', column: { args: [64], unique: true } },
    sealed: { type: 'text' },
  },
};

const hashOf = (name: string): string => createHash('sha256').update(name).digest('hex');

export const connectAppsStore = (db: Core.Strapi['db']) => ({
  async load(name: string): Promise<string | null> {
    const found: unknown = await db.query(uid).findOne({ where: { name: hashOf(name) } });
    return z.object({ sealed: z.string() }).safeParse(found).data?.sealed ?? null;
  },

  async save(name: string, sealed: string): Promise<void> {
    const row = { name: hashOf(name), sealed };
    await db.queryBuilder(uid).insert(row).onConflict('name').merge(['sealed']).execute();
  },
});
