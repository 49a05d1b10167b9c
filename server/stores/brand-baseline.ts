import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { findingMark, type FindingMark } from '../../src/brand/findings/schema';
import { insertRows, queryOn, type Connection } from './bulk';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::brand-baseline';
const tableName = 'presence_brand_baseline';

/** Findings that were there when the business took its baseline, one row each. */
export const brandBaselineTable: Table = {
  uid,
  singularName: 'presence_brand_baseline_mark',
  tableName,
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string' },
    // Empty: of the entry itself.
    channel: { type: 'string' },
    mark: { type: 'text' },
  },
  indexes: [{ name: 'presence_brand_baseline_entry', columns: ['entry'] }],
};

const row = z
  .object({ entry: z.string(), channel: z.string(), mark: jsonText(findingMark) })
  .transform(({ entry, channel, mark }) => ({ entry, channel: channel === '' ? null : channel, mark }));

export interface BaselineMark {
  readonly entry: string;
  readonly channel: string | null;
  readonly mark: FindingMark;
}

export type BrandBaselineStore = ReturnType<typeof brandBaselineStore>;

export const brandBaselineStore = (db: Core.Strapi['db']) => ({
  async ofEntry(entry: string): Promise<BaselineMark[]> {
    const found: unknown = await db.query(uid).findMany({ where: { entry }, orderBy: [{ id: 'asc' }] });
    return z.array(row).parse(found);
  },

  async ofEntries(entries: readonly string[]): Promise<BaselineMark[]> {
    const where = { entry: { $in: [...entries] } };
    const found: unknown = await db.query(uid).findMany({ where, orderBy: [{ id: 'asc' }] });
    return z.array(row).parse(found);
  },

  async add(connection: Connection, marks: readonly BaselineMark[]): Promise<void> {
    const rows = marks.map(({ entry, channel, mark }) => [entry, channel ?? '', JSON.stringify(mark)]);
    await insertRows(db, connection, tableName, ['entry', 'channel', 'mark'], rows);
  },

  async clear(connection: Connection): Promise<void> {
    await queryOn(db, tableName, connection).delete();
  },

  async forget(entries: readonly string[]): Promise<void> {
    await db.query(uid).deleteMany({ where: { entry: { $in: [...entries] } } });
  },
});
