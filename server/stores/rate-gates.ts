import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RateLimit } from '../../src/channels/channel';
import { gateAfter, type RateGate } from '../../src/publishing/operations/rate-gate';
import { countOf, insertRows, queryOn, untilAlone } from './bulk';
import type { Table } from './table';

/** One row a quota of a network. Several processes share it, so every change is one guarded statement. */
export const rateGatesTable: Table = {
  uid: 'presence::rate-gate',
  singularName: 'rate-gate',
  tableName: 'presence_rate_gates',
  attributes: {
    id: { type: 'increments' },
    // `account:<key of the channel>` or `app:<kind>`.
    gate: { type: 'string', column: { args: [80], unique: true } },
    remaining: { type: 'biginteger' },
    resetAt: { type: 'biginteger' },
    closedUntil: { type: 'biginteger' },
    at: { type: 'biginteger' },
  },
  indexes: [],
};

const { tableName } = rateGatesTable;

const row = z
  .object({
    gate: z.string(),
    remaining: z.coerce.number(),
    reset_at: z.coerce.number(),
    closed_until: z.coerce.number(),
    at: z.coerce.number(),
  })
  .transform(({ gate, remaining, reset_at, closed_until, at }) => ({
    ...{ gate, remaining, at },
    resetAt: reset_at,
    closedUntil: closed_until,
  }));
export type RateGateRow = z.output<typeof row>;

type Database = Core.Strapi['db'];

/** Quotas of networks, as all instances know them. */
export function rateGatesStore(db: Database) {
  const on = () => queryOn(db, tableName);
  const byGate = async (gate: string): Promise<RateGateRow | null> =>
    z.array(row).parse(await on().where({ gate }))[0] ?? null;

  return {
    /** Those that still say something. */
    async standing(now: number): Promise<RateGateRow[]> {
      const found: unknown = await on()
        .where((either) => void either.where('reset_at', '>', now).orWhere('closed_until', '>', now))
        .orderBy('gate');
      return z.array(row).parse(found);
    },

    byGate,

    /** Takes one call out of the quota; false where none is left. Of many at once no more get one than there are. */
    async take(gate: string, now: number): Promise<boolean> {
      const count = await on()
        .where({ gate })
        .where('closed_until', '<=', now)
        .where((either) => void either.where('reset_at', '<=', now).orWhere('remaining', '>', 0))
        .update({ remaining: db.connection.raw('remaining - 1') });
      return countOf(count) === 1 || (await byGate(gate)) === null;
    },

    /** Keeps what a network said. Somebody else's word in between is read again, so the lowest count of a window stays. */
    tell: (gate: string, said: RateLimit, now: number): Promise<void> =>
      untilAlone(async () => {
        for (;;) {
          const known = await byGate(gate);
          const next = gateAfter(known, said, now);
          if (known ? await replace(known, next, now) : await insert(gate, next, now)) return;
        }
      }),
  };

  async function insert(gate: string, next: RateGate, now: number): Promise<boolean> {
    const columns = ['gate', 'remaining', 'reset_at', 'closed_until', 'at'];
    const values = [gate, next.remaining, next.resetAt, next.closedUntil, now];
    await db.transaction(({ trx }) => insertRows(db, trx, tableName, columns, [values], { on: 'gate' }));
    const there = await byGate(gate);
    return there?.remaining === next.remaining && there.resetAt === next.resetAt;
  }

  /** Only while it says what it said when it was read. */
  async function replace(known: RateGateRow, next: RateGate, now: number): Promise<boolean> {
    const { gate, remaining, resetAt, closedUntil } = known;
    const isSame =
      next.remaining === remaining && next.resetAt === resetAt && next.closedUntil === closedUntil;
    if (isSame) return true;
    const count = await on().where({ gate, remaining, reset_at: resetAt, closed_until: closedUntil }).update({
      remaining: next.remaining,
      reset_at: next.resetAt,
      closed_until: next.closedUntil,
      at: now,
    });
    return countOf(count) === 1;
  }
}

export type RateGatesStore = ReturnType<typeof rateGatesStore>;
