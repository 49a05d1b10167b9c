import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { copyFacts, decision, type Decision } from '../../src/governance/review/schema';
import { person } from '../../src/governance/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::decisions';

/** What was decided about entries. Rows are only ever added; the number makes the second of two concurrent ones fail. */
export const decisionsTable: Table = {
  uid,
  singularName: 'presence_decision',
  tableName: 'presence_decisions',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    entry: { type: 'string' },
    number: { type: 'integer' },
    kind: { type: 'string' },
    seal: { type: 'string' },
    copies: { type: 'text' },
    by: { type: 'text' },
    at: { type: 'biginteger' },
    comment: { type: 'text' },
    workflow: { type: 'string' },
    transition: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    as: { type: 'text' },
    checklist: { type: 'text' },
  },
  indexes: [{ name: 'presence_decisions_entry_number', columns: ['entry', 'number'], type: 'unique' }],
};

const words = jsonText(z.array(z.string()));

const row = decision.extend({
  copies: jsonText(z.array(copyFacts)),
  by: jsonText(person),
  as: words,
  checklist: words,
});

export type DecisionsStore = ReturnType<typeof decisionsStore>;

export const decisionsStore = (db: Core.Strapi['db']) => ({
  /** Of one entry, oldest first. */
  async of(entry: string): Promise<Decision[]> {
    const rows = await db.query(uid).findMany({ where: { entry }, orderBy: { number: 'asc' } });
    return z.array(row).parse(rows);
  },

  /** False where somebody else has taken the number meanwhile. */
  async add(entry: string, next: Decision): Promise<boolean> {
    // Not a plain insert: a failing one would end the whole transaction on PostgreSQL.
    await db
      .queryBuilder(uid)
      .insert({
        ...next,
        entry,
        copies: JSON.stringify(next.copies),
        by: JSON.stringify(next.by),
        as: JSON.stringify(next.as),
        checklist: JSON.stringify(next.checklist),
      })
      .onConflict(['entry', 'number'])
      .ignore()
      .execute();
    return (await db.query(uid).count({ where: { key: next.key } })) === 1;
  },
});
