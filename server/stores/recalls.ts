import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { recallState, type RecallState } from '../../src/publishing/operations/recall';
import { countOf, insertRows, queryOn } from './bulk';
import type { Table } from './table';
import { takeTurns, type Turn } from './turns';

/** One row a publication that somebody wants back; written before the channel is called, so that a process may die at any moment. */
export const recallsTable: Table = {
  uid: 'presence::recall',
  singularName: 'recall',
  tableName: 'presence_recalls',
  attributes: {
    id: { type: 'increments' },
    publication: { type: 'string', column: { args: [36], unique: true } },
    by: { type: 'string' },
    reason: { type: 'text' },
    state: { type: 'string' },
    failures: { type: 'integer' },
    nextAt: { type: 'biginteger' },
    leaseToken: { type: 'string' },
    leaseUntil: { type: 'biginteger' },
    code: { type: 'string' },
    message: { type: 'text' },
    at: { type: 'biginteger' },
    endedAt: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_recalls_due', columns: ['state', 'next_at'] }],
};

const { tableName } = recallsTable;
const moment = z.preprocess(
  (value) => (value === null || value === undefined ? null : Number(value)),
  z.number().nullable(),
);

const row = z
  .object({
    publication: z.string(),
    by: z.string(),
    reason: z.string().nullable(),
    state: recallState,
    failures: z.coerce.number(),
    lease_token: z.string(),
    code: z.string(),
    message: z.string().nullable(),
    at: z.coerce.number(),
    ended_at: moment,
  })
  .transform(({ lease_token, ended_at, message, reason, ...rest }) => ({
    ...rest,
    ...{ leaseToken: lease_token, endedAt: ended_at, message: message ?? '', reason: reason ?? '' },
  }));
export type RecallRow = z.output<typeof row>;

type Database = Core.Strapi['db'];

/** What is to be taken back. Every change is guarded, so that of several processes one calls the channel at a time. */
export function recallsStore(db: Database) {
  const on = () => queryOn(db, tableName);
  const rows = (found: unknown): RecallRow[] => z.array(row).parse(found);

  return {
    async of(publications: readonly string[]): Promise<RecallRow[]> {
      if (publications.length === 0) return [];
      return rows(await on().whereIn('publication', [...publications]));
    },

    /** Asks for it, anew where it failed before or the channel kept it; nothing changes where it is under way or done. */
    async ask(publication: string, by: string, reason: string, now: number): Promise<void> {
      const columns = [
        'publication',
        'by',
        'reason',
        'state',
        'failures',
        'next_at',
        'lease_token',
        'code',
        'message',
        'at',
      ];
      const values = [publication, by, reason, 'waiting', 0, now, '', '', '', now];
      await db.transaction(async ({ trx }) => {
        await insertRows(db, trx, tableName, columns, [values], { on: 'publication' });
        await queryOn(db, tableName, trx)
          .where({ publication })
          .whereIn('state', ['failed', 'kept'])
          .update({ by, reason, state: 'waiting', failures: 0, next_at: now, at: now, ended_at: null });
      });
    },

    /** What waits for its turn, also from a process that died. */
    async claim(turn: Turn): Promise<RecallRow[]> {
      await takeTurns(db, tableName, turn);
      return rows(await on().where({ lease_token: turn.token, state: 'waiting' }));
    },

    /** Writes down a try; false where another process has it by now. */
    async end(
      { publication, leaseToken, failures }: RecallRow,
      end: {
        readonly state: RecallState;
        readonly nextAt: number | null;
        readonly code: string;
        readonly message: string;
      },
      now: number,
    ): Promise<boolean> {
      const isWaiting = end.state === 'waiting';
      const count = await db.transaction(({ trx }) =>
        queryOn(db, tableName, trx)
          .where({ publication, lease_token: leaseToken, state: 'waiting' })
          .update({
            state: end.state,
            failures: isWaiting ? failures + 1 : failures,
            next_at: end.nextAt ?? now,
            lease_token: '',
            lease_until: null,
            code: end.code,
            message: end.message,
            ended_at: isWaiting ? null : now,
          }),
      );
      return countOf(count) === 1;
    },
  };
}

export type RecallsStore = ReturnType<typeof recallsStore>;
