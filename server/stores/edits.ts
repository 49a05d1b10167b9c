import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { identityOf } from '../../src/governance/review/person';
import { person, type Person } from '../../src/governance/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::edits';

/** Who changed each governed entry, and what it said afterwards: a row for each person between two decisions. */
export const editsTable: Table = {
  uid,
  singularName: 'presence_edit',
  tableName: 'presence_edits',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string' },
    seal: { type: 'string' },
    by: { type: 'text' },
    at: { type: 'biginteger' },
    after: { type: 'integer' },
  },
  indexes: [{ name: 'presence_edits_entry_after', columns: ['entry', 'after'] }],
};

const row = z.object({
  seal: z.string(),
  by: jsonText(person),
  at: z.coerce.number(),
  after: z.coerce.number(),
});

export interface StoredEdit {
  readonly seal: string;
  readonly by: Person;
  readonly at: number;
  /** Number of the entry's newest decision when it was made. */
  readonly after: number;
}

export type EditsStore = ReturnType<typeof editsStore>;

export const editsStore = (db: Core.Strapi['db']) => {
  const newest = async (entry: string) =>
    db.query(uid).findOne({ where: { entry }, orderBy: [{ id: 'desc' }] }) as Promise<unknown>;

  return {
    async last(entry: string): Promise<StoredEdit | null> {
      const found = await newest(entry);
      return found ? row.parse(found) : null;
    },

    /** Those made at or after this decision, oldest first. */
    async since(entry: string, after: number): Promise<StoredEdit[]> {
      const where = { entry, after: { $gte: after } };
      return z.array(row).parse(await db.query(uid).findMany({ where, orderBy: [{ id: 'asc' }] }));
    },

    /** One row for what a person saves again and again between two decisions: the newest says it all. */
    async add(entry: string, edit: StoredEdit): Promise<void> {
      const found = await newest(entry);
      const before = found ? row.extend({ id: z.coerce.number() }).parse(found) : null;
      const { seal, by, at, after } = edit;
      const data = { entry, seal, by: JSON.stringify(by), at, after };
      const isSame = before?.after === after && identityOf(before.by) === identityOf(by);
      if (isSame) await db.query(uid).update({ where: { id: before.id }, data });
      else await db.query(uid).create({ data });
    },
  };
};
