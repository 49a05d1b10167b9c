import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { person, type Person } from '../../src/governance/schema';
import { principal } from '../../src/governance/workflow/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::assignments';
const deadlinesUid = 'presence::deadlines';

/** Who entries are given to: people and roles. */
export const assignmentsTable: Table = {
  uid,
  singularName: 'presence_assignment',
  tableName: 'presence_assignments',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string' },
    principal: { type: 'string', column: { args: [210] } },
    by: { type: 'text' },
    at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_assignments_entry', columns: ['entry', 'principal'], type: 'unique' },
    { name: 'presence_assignments_who', columns: ['principal', 'entry'] },
  ],
};

/** Due dates that people set: a day of the calendar, so that no clock moves it. */
export const deadlinesTable: Table = {
  uid: deadlinesUid,
  singularName: 'presence_deadline',
  tableName: 'presence_deadlines',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string', column: { unique: true } },
    due_on: { type: 'string', column: { args: [10] } },
    by: { type: 'text' },
    at: { type: 'biginteger' },
  },
};

const row = z.object({ entry: z.string(), principal, by: jsonText(person), at: z.coerce.number() });
export type Assignment = z.output<typeof row>;

export type AssignmentsStore = ReturnType<typeof assignmentsStore>;

export const assignmentsStore = (db: Core.Strapi['db']) => ({
  /** Of these entries, in the order in which they were given. */
  async of(entries: readonly string[]): Promise<Assignment[]> {
    if (entries.length === 0) return [];
    const rows: unknown = await db
      .query(uid)
      .findMany({ where: { entry: { $in: [...entries] } }, orderBy: { id: 'asc' } });
    return z.array(row).parse(rows);
  },

  async add(entry: string, to: string, by: Person, at: number): Promise<void> {
    await db
      .queryBuilder(uid)
      .insert({ entry, principal: to, by: JSON.stringify(by), at })
      .onConflict(['entry', 'principal'])
      .ignore()
      .execute();
  },

  async remove(entry: string, from: string): Promise<void> {
    await db.query(uid).deleteMany({ where: { entry, principal: from } });
  },

  /** The day that a person set; null where nobody did. */
  async dueOn(entry: string): Promise<string | null> {
    const found: unknown = await db.query(deadlinesUid).findOne({ where: { entry } });
    return found ? z.object({ due_on: z.string() }).parse(found).due_on : null;
  },

  async setDueOn(entry: string, dueOn: string | null, by: Person, at: number): Promise<void> {
    if (dueOn === null) return void (await db.query(deadlinesUid).deleteMany({ where: { entry } }));
    const columns = { due_on: dueOn, by: JSON.stringify(by), at };
    await db
      .queryBuilder(deadlinesUid)
      .insert({ entry, ...columns })
      .onConflict('entry')
      .merge(columns)
      .execute();
  },

  async forget(entry: string): Promise<void> {
    await db.query(uid).deleteMany({ where: { entry } });
    await db.query(deadlinesUid).deleteMany({ where: { entry } });
  },
});
