import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { person, type Person } from '../../src/governance/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::edits';

/** Who changed each governed entry last, and what it said afterwards. One row an entry. */
export const editsTable: Table = {
  uid,
  singularName: 'presence_edit',
  tableName: 'presence_edits',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string', column: { unique: true } },
    seal: { type: 'string' },
    by: { type: 'text' },
    at: { type: 'biginteger' },
  },
};

const row = z.object({ seal: z.string(), by: jsonText(person), at: z.coerce.number() });

export interface Edit {
  readonly seal: string;
  readonly by: Person;
  readonly at: number;
}

export type EditsStore = ReturnType<typeof editsStore>;

export const editsStore = (db: Core.Strapi['db']) => ({
  async of(entry: string): Promise<Edit | null> {
    const found = await db.query(uid).findOne({ where: { entry } });
    return found ? row.parse(found) : null;
  },

  async set(entry: string, edit: Edit): Promise<void> {
    const by = JSON.stringify(edit.by);
    await db
      .queryBuilder(uid)
      .insert({ entry, seal: edit.seal, by, at: edit.at })
      .onConflict('entry')
      .merge({ seal: edit.seal, by, at: edit.at })
      .execute();
  },
});
