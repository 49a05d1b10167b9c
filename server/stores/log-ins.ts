import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Table } from './table';

const uid = 'presence::log-in';

/** When each admin user logged in last: Strapi keeps it only as long as the session lives. */
export const logInsTable: Table = {
  uid,
  singularName: 'presence_log_in',
  tableName: 'presence_log_ins',
  attributes: {
    id: { type: 'increments' },
    person: { type: 'string', column: { args: [64], unique: true } },
    at: { type: 'biginteger' },
  },
};

const row = z.object({ person: z.string(), at: z.coerce.number() });

/** Stands for nobody: when we began to look. */
const watch = '';

export type LogInsStore = ReturnType<typeof logInsStore>;

export const logInsStore = (db: Core.Strapi['db']) => ({
  async note(person: string, at: number): Promise<void> {
    await db.queryBuilder(uid).insert({ person, at }).onConflict('person').merge({ at }).execute();
  },

  /** Begins to look, unless that was done before. */
  async begin(at: number): Promise<void> {
    await db.queryBuilder(uid).insert({ person: watch, at }).onConflict('person').ignore().execute();
  },

  /** Since when log-ins are written down, and the last one of each person by user id. */
  async all(): Promise<{ since: number | null; last: ReadonlyMap<string, number> }> {
    const rows = z.array(row).parse(await db.query(uid).findMany());
    const since = rows.find(({ person }) => person === watch)?.at ?? null;
    return {
      since,
      last: new Map(rows.filter(({ person }) => person !== watch).map(({ person, at }) => [person, at])),
    };
  },
});
