import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { queryOn } from './bulk';
import { decisionsTable } from './decisions';
import { editsTable } from './edits';

const tables = { edits: editsTable.tableName, decisions: decisionsTable.tableName };

export type Trace = keyof typeof tables;

const found = z.array(z.object({ entry: z.string(), first: z.coerce.number() }));

export type TouchedStore = ReturnType<typeof touchedStore>;

/** Which entries somebody touched, told by the traces that edits and decisions leave. */
export const touchedStore = (db: Core.Strapi['db']) => ({
  /** Entries whose first trace comes after this row, in order: a long list piece by piece. */
  async after(trace: Trace, id: number, limit: number): Promise<{ entry: string; first: number }[]> {
    const rows: unknown = await queryOn(db, tables[trace])
      .groupBy('entry')
      .select('entry')
      .min({ first: 'id' })
      .having(db.connection.raw('min(id)'), '>', id)
      .orderBy('first')
      .limit(limit);
    return found.parse(rows);
  },
});
