import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Line } from '../../src/governance/audit/line';
import { auditRow, origin, type AuditRow } from '../../src/governance/audit/schema';
import { person } from '../../src/governance/schema';
import { insertRows, type Connection } from './bulk';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::audit';

/**
 * Who did what, when, from where, to which entry. Rows are only ever added. `digest` is written with the row; `number` and
 * `hash`, which bind it to all rows before, a moment after the commit (docs/decisions/0011-audit-chain.md).
 */
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
    person: { type: 'string' },
    origin: { type: 'text' },
    entry: { type: 'string' },
    seal: { type: 'string' },
    details: { type: 'text' },
    digest: { type: 'string', column: { args: [64] } },
    number: { type: 'biginteger', column: { unique: true } },
    hash: { type: 'string', column: { args: [64] } },
  },
  indexes: [
    { name: 'presence_audit_at', columns: ['at'] },
    { name: 'presence_audit_entry', columns: ['entry', 'at'] },
    { name: 'presence_audit_person', columns: ['person', 'at'] },
    { name: 'presence_audit_kind', columns: ['kind', 'at'] },
  ],
};

/** A line with its digest, as it is written. */
export type NewLine = Line & { readonly digest: string };

const columns = [
  'key',
  'at',
  'kind',
  'by',
  'person',
  'origin',
  'entry',
  'seal',
  'details',
  'digest',
] as const;

const nowhere = JSON.stringify({ way: 'server', place: null });

const row = z
  .object({
    ...auditRow.omit({ by: true, from: true, details: true, person: true }).shape,
    by: jsonText(person),
    person: z.string().nullable(),
    origin: z.string().nullable(),
    details: jsonText(z.record(z.string(), z.unknown())),
  })
  .transform(({ origin: text, person: who, ...rest }): AuditRow => ({
    ...rest,
    person: who ?? '',
    from: jsonText(origin).parse(text || nowhere),
  }));

/** Which rows are wanted; what is absent does not filter. */
export interface AuditFilter {
  readonly entry?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly person?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export type AuditStore = ReturnType<typeof auditStore>;

/** `onCommitted` is called after each transaction that wrote rows. */
export const auditStore = (db: Core.Strapi['db'], onCommitted: () => void) => ({
  /** In the transaction that is open, if one is. */
  async add(line: NewLine): Promise<void> {
    await db.query(uid).create({ data: line });
    if (db.inTransaction()) await db.transaction(({ onCommit }) => onCommit(onCommitted));
    else onCommitted();
  },

  /** Many lines in one statement, in the transaction of their deeds. */
  async addIn(connection: Connection, lines: readonly NewLine[]): Promise<void> {
    const filled = columns.filter((column) => lines.some((line) => line[column] !== null));
    const values = lines.map((line) => filled.map((column) => line[column]));
    await insertRows(db, connection, auditTable.tableName, filled, values);
    if (isTransaction(connection)) connection.executionPromise.then(onCommitted, () => undefined);
    else onCommitted();
  },

  /** Newest first. */
  async page(
    filter: AuditFilter,
    page: number,
    pageSize: number,
  ): Promise<{ items: AuditRow[]; total: number }> {
    const where = whereOf(filter);
    const rows = await db.query(uid).findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      offset: (page - 1) * pageSize,
      limit: pageSize,
    });
    return { items: z.array(row).parse(rows), total: await db.query(uid).count({ where }) };
  },
});

function whereOf({ entry, kinds, person: who, from, to }: AuditFilter): object {
  const at = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  return {
    ...(entry === undefined ? {} : { entry }),
    ...(kinds === undefined ? {} : { kind: { $in: [...kinds] } }),
    ...(who === undefined ? {} : { person: who }),
    ...(Object.keys(at).length === 0 ? {} : { at }),
  };
}

const isTransaction = (connection: Connection): connection is Knex.Transaction =>
  'executionPromise' in connection;
