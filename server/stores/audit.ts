import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { auditRow, person, type AuditRow } from '../../src/governance/schema';
import { insertRows, type Connection } from './bulk';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::audit';

/** Who did what, when, to which entry. Rows are only ever added. */
export const auditTable: Table = {
  uid,
  singularName: 'presence_audit',
  tableName: 'presence_audit',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    at: { type: 'biginteger' },
    kind: { type: 'string' },
    by: { type: 'text' },
    entry: { type: 'string' },
    seal: { type: 'string' },
    details: { type: 'text' },
  },
  indexes: [
    { name: 'presence_audit_at', columns: ['at'] },
    { name: 'presence_audit_entry', columns: ['entry', 'at'] },
  ],
};

const columns = ['key', 'at', 'kind', 'by', 'entry', 'seal', 'details'] as const;

const row = auditRow.extend({
  by: jsonText(person),
  details: jsonText(z.record(z.string(), z.unknown())),
});

export type AuditStore = ReturnType<typeof auditStore>;

export const auditStore = (db: Core.Strapi['db']) => ({
  async add(line: AuditRow): Promise<void> {
    await db.query(uid).create({
      data: { ...line, by: JSON.stringify(line.by), details: JSON.stringify(line.details) },
    });
  },

  /** Many lines in one statement, in the transaction of their deeds. */
  async addIn(connection: Connection, lines: readonly AuditRow[]): Promise<void> {
    const values = lines.map(({ key, at, kind, by, entry, seal, details }) => [
      key,
      at,
      kind,
      JSON.stringify(by),
      entry,
      seal,
      JSON.stringify(details),
    ]);
    await insertRows(db, connection, auditTable.tableName, columns, values);
  },

  /** Newest first; of one entry, or of all. */
  async page(
    entry: string | null,
    page: number,
    pageSize: number,
  ): Promise<{ items: AuditRow[]; total: number }> {
    const where = entry === null ? {} : { entry };
    const rows = await db.query(uid).findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      offset: (page - 1) * pageSize,
      limit: pageSize,
    });
    return { items: z.array(row).parse(rows), total: await db.query(uid).count({ where }) };
  },
});
