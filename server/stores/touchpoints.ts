import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { NewTouchpoint } from '../../src/engagement/schema';
import { countOf, insertsOf, queryOn, type Statement } from './bulk';
import type { Table } from './table';

const uid = 'presence::touchpoint';
const tableName = 'presence_touchpoints';

/** The ledger: one row for one contact between a person and the business. Rows are only added, and deleted when old. */
export const touchpointsTable: Table = {
  uid,
  singularName: 'touchpoint',
  tableName,
  attributes: {
    id: { type: 'increments' },
    at: { type: 'biginteger' },
    kind: { type: 'string', column: { args: [16] } },
    entry: { type: 'string' },
    channel: { type: 'string', column: { args: [32] } },
    publication: { type: 'string', column: { args: [36] } },
    campaign: { type: 'string', column: { args: [36] } },
    visitor: { type: 'string', column: { args: [16] } },
    value: { type: 'biginteger' },
    path: { type: 'string' },
    label: { type: 'string' },
    source: { type: 'string', column: { args: [48] } },
  },
  indexes: [{ name: 'presence_touchpoints_at_index', columns: ['at'] }],
} as const;

const columns = [
  'at',
  'kind',
  'entry',
  'channel',
  'publication',
  'campaign',
  'visitor',
  'value',
  'path',
  'label',
  'source',
] as const;

export type TouchpointsStore = ReturnType<typeof touchpointsStore>;

export const touchpointsStore = (db: Core.Strapi['db']) => ({
  inserts: (touchpoints: readonly NewTouchpoint[]): Statement[] =>
    insertsOf(
      db,
      tableName,
      columns,
      touchpoints.map((row) => columns.map((column) => row[column] ?? null)),
    ),

  /** Different pseudonyms in a time, of one entry or of all. */
  async visitors(from: number, to: number, entry: string | null): Promise<number> {
    const query = queryOn(db, tableName).where('at', '>=', from).where('at', '<', to);
    if (entry !== null) query.where({ entry });
    const rows: unknown = await query.countDistinct({ visitors: 'visitor' });
    return z.array(z.object({ visitors: z.coerce.number() })).parse(rows)[0]?.visitors ?? 0;
  },

  /** Deletes at most `limit` touchpoints from before a time; how many went. */
  async deleteBefore(time: number, limit: number): Promise<number> {
    const found: unknown = await queryOn(db, tableName)
      .where('at', '<', time)
      .orderBy('at')
      .limit(limit)
      .select('id');
    const ids = z
      .array(z.object({ id: z.coerce.number() }))
      .parse(found)
      .map(({ id }) => id);
    if (ids.length === 0) return 0;
    return countOf(await queryOn(db, tableName).whereIn('id', ids).delete());
  },
});
