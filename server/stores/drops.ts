import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { hourOf } from '../../src/engagement/rollup';
import type { DropReason } from '../../src/engagement/schema';
import { insertsOf, queryOn, type Statement } from './bulk';
import type { Table } from './table';

const tableName = 'presence_drops';

/** How many hits of an hour were not counted, by reason. Nothing else is kept of them. */
export const dropsTable: Table = {
  uid: 'presence::drop',
  singularName: 'drop',
  tableName,
  attributes: {
    id: { type: 'increments' },
    dims: { type: 'string', column: { args: [48], unique: true } },
    hour: { type: 'biginteger' },
    reason: { type: 'string', column: { args: [24] } },
    hits: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_drops_hour_index', columns: ['hour'] }],
};

/** Hits that were dropped for one reason. */
export interface Drop {
  readonly at: number;
  readonly reason: DropReason;
  readonly count: number;
}

export type DropsStore = ReturnType<typeof dropsStore>;

export const dropsStore = (db: Core.Strapi['db']) => ({
  adds(drops: readonly Drop[]): Statement[] {
    const merged = new Map<string, [dims: string, hour: number, reason: string, hits: number]>();
    for (const { at, reason, count } of drops) {
      const hour = hourOf(at);
      const dims = `${hour}|${reason}`;
      merged.set(dims, [dims, hour, reason, (merged.get(dims)?.[3] ?? 0) + count]);
    }
    const rows = [...merged.values()].sort(([left], [right]) => (left < right ? -1 : 1));
    return insertsOf(db, tableName, ['dims', 'hour', 'reason', 'hits'], rows, {
      on: 'dims',
      add: ['hits'],
    });
  },

  /** Dropped hits by reason, most first. */
  async read(from: number, to: number): Promise<{ reason: string; count: number }[]> {
    const rows: unknown = await queryOn(db, tableName)
      .where('hour', '>=', from)
      .where('hour', '<', to)
      .groupBy('reason')
      .select('reason')
      .sum({ count: 'hits' });
    const parsed = z.array(z.object({ reason: z.string(), count: z.coerce.number() })).parse(rows);
    return parsed.sort((left, right) => right.count - left.count);
  },
});
