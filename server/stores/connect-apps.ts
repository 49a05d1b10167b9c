import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Table } from './table';

const uid = 'presence::connect-app';

/**
 * Apps as which Presence asks at networks: those that networks made for us, one for each server and redirect address, and those that
 * people registered and entered here. `sealed` is what Strapi's encryption made of one.
 */
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

export type ConnectAppsStore = ReturnType<typeof connectAppsStore>;

export const connectAppsStore = (db: Core.Strapi['db']) => ({
  async load(name: string): Promise<string | null> {
    const found: unknown = await db.query(uid).findOne({ where: { name: hashOf(name) } });
    return z.object({ sealed: z.string() }).safeParse(found).data?.sealed ?? null;
  },

  async save(name: string, sealed: string): Promise<void> {
    const row = { name: hashOf(name), sealed };
    await db.queryBuilder(uid).insert(row).onConflict('name').merge(['sealed']).execute();
  },

  /** Those of these names that are there. */
  async several<Name extends string>(names: readonly Name[]): Promise<Map<Name, string>> {
    const byHash = new Map(names.map((name) => [hashOf(name), name]));
    const found: unknown = await db.query(uid).findMany({ where: { name: { $in: [...byHash.keys()] } } });
    const rows = z.array(z.object({ name: z.string(), sealed: z.string() })).parse(found);
    return new Map(
      rows.flatMap(({ name, sealed }) => {
        const known = byHash.get(name);
        return known === undefined ? [] : [[known, sealed] as const];
      }),
    );
  },

  async remove(name: string): Promise<void> {
    await db.query(uid).deleteMany({ where: { name: hashOf(name) } });
  },
});
