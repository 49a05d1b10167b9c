import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Rollup } from '../../src/ecosystem/schema';
import { dimensionsOf } from '../../src/engagement/rollup';
import { touchpointKind } from '../../src/engagement/schema';
import { insertsOf, queryOn, type Statement } from './bulk';
import type { Table } from './table';

const tableName = 'presence_rollups';

/** How many touchpoints of a kind an hour saw, by everything that dashboards ask for. Kept when touchpoints are deleted. */
export const rollupsTable: Table = {
  uid: 'presence::rollup',
  singularName: 'rollup',
  tableName,
  attributes: {
    id: { type: 'increments' },
    // Hash of the names below: an index over the names themselves is too long for MariaDB.
    dims: { type: 'string', column: { args: [40], unique: true } },
    hour: { type: 'biginteger' },
    kind: { type: 'string', column: { args: [16] } },
    channel: { type: 'string', column: { args: [32] } },
    entry: { type: 'string' },
    campaign: { type: 'string', column: { args: [36] } },
    publication: { type: 'string', column: { args: [36] } },
    hits: { type: 'biginteger' },
    total: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_rollups_hour_index', columns: ['hour'] },
    { name: 'presence_rollups_entry_index', columns: ['entry', 'hour'] },
    { name: 'presence_rollups_campaign_index', columns: ['campaign', 'hour'] },
  ],
};

const names = ['hour', 'kind', 'channel', 'entry', 'campaign', 'publication'] as const;
type Name = (typeof names)[number];

/** Which rollups: of hours that begin in [from, to), and of one entry or campaign. An empty campaign means: of none. */
export interface RollupQuery {
  readonly from: number;
  readonly to: number;
  readonly entries?: readonly string[];
  readonly campaign?: string;
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const row = z
  .object({
    hour: z.coerce.number().default(0),
    kind: touchpointKind,
    channel: text,
    entry: text,
    campaign: text,
    publication: text,
    hits: z.coerce.number(),
    total: z.coerce.number(),
  })
  .transform(({ hits, total, ...rest }): Rollup => ({ ...rest, count: hits, sum: total }));

export type RollupsStore = ReturnType<typeof rollupsStore>;

export const rollupsStore = (db: Core.Strapi['db']) => ({
  /** Adds to the rows that are there. Ordered by key, so that two writers lock rows in one order. */
  adds(rollups: readonly Rollup[]): Statement[] {
    const rows = rollups.map((rollup) => {
      const dims = createHash('sha1').update(dimensionsOf(rollup)).digest('hex');
      return [dims, ...names.map((name) => rollup[name]), rollup.count, rollup.sum];
    });
    rows.sort((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1));
    return insertsOf(db, tableName, ['dims', ...names, 'hits', 'total'], rows, {
      on: 'dims',
      add: ['hits', 'total'],
    });
  },

  /** Rollups added up by `by` and kind in the database; names that are not in `by` come back empty. */
  async read(
    { from, to, entries, campaign }: RollupQuery,
    by: readonly Exclude<Name, 'kind'>[],
  ): Promise<Rollup[]> {
    const query = queryOn(db, tableName).where('hour', '>=', from).where('hour', '<', to);
    if (entries) query.whereIn('entry', [...entries]);
    if (campaign !== undefined) query.where({ campaign });
    const rows: unknown = await query
      .select(...by, 'kind')
      .groupBy(...by, 'kind')
      .sum({ hits: 'hits', total: 'total' });
    return z.array(row).parse(rows);
  },
});
