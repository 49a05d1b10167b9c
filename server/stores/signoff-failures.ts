import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refusalReason, type RefusalReason, type SignOffFailures } from '../../src/governance/signoff/schema';
import { queryOn } from './bulk';
import type { Table } from './table';

const uid = 'presence::signoff-failure';
const tableName = 'presence_signoff_failures';

/** How often links were refused: one row a link (empty: no link of ours), reason and hour, however many came. */
export const signoffFailuresTable: Table = {
  uid,
  singularName: 'presence_signoff_failure',
  tableName,
  attributes: {
    id: { type: 'increments' },
    bucket: { type: 'string', column: { unique: true } },
    link: { type: 'string' },
    reason: { type: 'string' },
    at: { type: 'biginteger' },
    times: { type: 'integer' },
  },
  indexes: [{ name: 'presence_signoff_failures_at', columns: ['at'] }],
};

const sums = z.array(z.object({ reason: refusalReason, times: z.coerce.number(), last: z.coerce.number() }));
const hour = 3_600_000;

export type SignOffFailuresStore = ReturnType<typeof signOffFailuresStore>;

export const signOffFailuresStore = (db: Core.Strapi['db']) => ({
  /** Counts one; true where it is the first of its hour. */
  async count(link: string, reason: RefusalReason, at: number): Promise<boolean> {
    const bucket = `${link}|${reason}|${Math.floor(at / hour)}`;
    const counted = await db
      .queryBuilder(uid)
      .where({ bucket })
      .update({ at })
      .increment('times', 1)
      .execute<number>({ mapResults: false });
    if (counted > 0) return false;
    await db
      .queryBuilder(uid)
      .insert({ bucket, link, reason, at, times: 1 })
      .onConflict('bucket')
      .ignore()
      .execute();
    return true;
  },

  /** By reason, those that came most often first. */
  async since(time: number): Promise<SignOffFailures> {
    const found: unknown = await queryOn(db, tableName)
      .where('at', '>=', time)
      .groupBy('reason')
      .select('reason')
      .sum({ times: 'times' })
      .max({ last: 'at' });
    return sums
      .parse(found)
      .map(({ reason, times, last }) => ({ reason, times, lastAt: last }))
      .sort((a, b) => b.times - a.times);
  },

  async deleteBefore(time: number): Promise<void> {
    await queryOn(db, tableName).where('at', '<', time).delete();
  },
});
