import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { drift, type Drift } from '../../src/governance/drift/schema';
import type { Table } from './table';

const uid = 'presence::drift';

/** Published entries that no approval covers, as the last scans found them. */
export const driftTable: Table = {
  uid,
  singularName: 'presence_drift',
  tableName: 'presence_drift',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string', column: { unique: true } },
    uid: { type: 'string' },
    document_id: { type: 'string' },
    locale: { type: 'string' },
    title: { type: 'text' },
    seal: { type: 'string', column: { args: [64] } },
    reason: { type: 'string' },
    found_at: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_drift_found_at', columns: ['found_at'] }],
};

const row = drift
  .omit({ documentId: true, foundAt: true })
  .extend({ document_id: z.string(), found_at: z.coerce.number() })
  .transform(({ document_id, found_at, ...rest }): Drift => ({
    ...rest,
    documentId: document_id,
    foundAt: found_at,
  }));

export type DriftStore = ReturnType<typeof driftStore>;

export const driftStore = (db: Core.Strapi['db']) => ({
  async of(entry: string): Promise<Drift | null> {
    const found: unknown = await db.query(uid).findOne({ where: { entry } });
    return found ? row.parse(found) : null;
  },

  /** Newest first. */
  async page(page: number, pageSize: number): Promise<{ items: Drift[]; total: number }> {
    const rows: unknown = await db.query(uid).findMany({
      orderBy: [{ found_at: 'desc' }, { id: 'desc' }],
      offset: (page - 1) * pageSize,
      limit: pageSize,
    });
    return { items: z.array(row).parse(rows), total: await db.query(uid).count() };
  },

  /** Writes down a finding; one that is known and says the same stays as it was found. */
  async put({ documentId, foundAt, ...rest }: Drift): Promise<void> {
    const { entry, ...columns } = rest;
    await db
      .queryBuilder(uid)
      .insert({ entry, ...columns, document_id: documentId, found_at: foundAt })
      .onConflict('entry')
      .merge({ seal: rest.seal, title: rest.title, reason: rest.reason })
      .execute();
  },

  async remove(entry: string): Promise<void> {
    await db.query(uid).deleteMany({ where: { entry } });
  },

  /** Findings of types that are not governed any more. */
  async removeOthers(governed: readonly string[]): Promise<void> {
    await db.query(uid).deleteMany({ where: { uid: { $notIn: [...governed] } } });
  },

  count: (): Promise<number> => db.query(uid).count(),
});
