import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { person, type Person } from '../../src/governance/schema';
import { workflow, type Workflow } from '../../src/governance/workflow/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::workflows';

/** Versions of workflows. A definition is never changed; the key and the version make the second of two savers fail. */
export const workflowsTable: Table = {
  uid,
  singularName: 'presence_workflow',
  tableName: 'presence_workflows',
  attributes: {
    id: { type: 'increments' },
    /** Of this row, so that the one who wrote it knows it again. */
    stamp: { type: 'string', column: { unique: true, args: [36] } },
    key: { type: 'string', column: { args: [60] } },
    version: { type: 'integer' },
    definition: { type: 'text' },
    source: { type: 'string', column: { args: [10] } },
    at: { type: 'biginteger' },
    by: { type: 'text' },
    /** When the workflow was removed: reviews that began with it still find their version. */
    removedAt: { type: 'biginteger', columnName: 'removed_at' },
  },
  indexes: [{ name: 'presence_workflows_key_version', columns: ['key', 'version'], type: 'unique' }],
};

const head = z.object({
  key: z.string(),
  version: z.coerce.number(),
  at: z.coerce.number(),
  by: jsonText(person),
  removedAt: z.coerce.number().nullable(),
});
const row = head.extend({ definition: jsonText(workflow) });

/** One stored version; `removedAt` is set where its workflow was removed. */
export type StoredVersion = z.output<typeof row>;

export type WorkflowsStore = ReturnType<typeof workflowsStore>;

export const workflowsStore = (db: Core.Strapi['db']) => ({
  /** Every version of every workflow without its definition, oldest first. */
  async heads(): Promise<z.output<typeof head>[]> {
    const rows: unknown = await db.query(uid).findMany({
      select: ['key', 'version', 'at', 'by', 'removedAt'],
      orderBy: [{ key: 'asc' }, { version: 'asc' }],
    });
    return z.array(head).parse(rows);
  },

  async find(key: string, version: number): Promise<StoredVersion | null> {
    const found: unknown = await db.query(uid).findOne({ where: { key, version } });
    return found ? row.parse(found) : null;
  },

  /** All versions of one workflow, newest first. */
  async versions(key: string): Promise<StoredVersion[]> {
    const rows: unknown = await db.query(uid).findMany({ where: { key }, orderBy: { version: 'desc' } });
    return z.array(row).parse(rows);
  },

  /** False where somebody else has saved this version meanwhile. */
  async add(next: {
    readonly stamp: string;
    readonly definition: Workflow;
    readonly version: number;
    readonly source: 'file' | 'admin';
    readonly at: number;
    readonly by: Person;
  }): Promise<boolean> {
    const { stamp, definition, version, source, at, by } = next;
    await db
      .queryBuilder(uid)
      .insert({
        ...{ stamp, version, source, at },
        key: definition.key,
        definition: JSON.stringify(definition),
        by: JSON.stringify(by),
      })
      .onConflict(['key', 'version'])
      .ignore()
      .execute();
    return (await db.query(uid).count({ where: { stamp } })) === 1;
  },

  /** Takes a workflow out of use, or puts it back (null). */
  async setRemoved(key: string, removedAt: number | null): Promise<void> {
    await db.query(uid).updateMany({ where: { key }, data: { removedAt } });
  },
});
