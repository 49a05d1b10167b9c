import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { copySchema, type Copy } from '../../src/channels/schema';
import { correctionState, type CorrectionState } from '../../src/publishing/operations/correct';
import { countOf, insertRows, queryOn } from './bulk';
import { jsonText } from './columns';
import { publicationsUid } from './publication-row';
import type { Table } from './table';
import { takeTurns, type Turn } from './turns';

/** One row a correction of what went out; written before the channel is called, so that a process may die at any moment. */
export const correctionsTable: Table = {
  uid: 'presence::correction',
  singularName: 'correction',
  tableName: 'presence_corrections',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    publication: { type: 'string', column: { args: [36] } },
    // The publication while it is open, then its own key: of each publication one is open.
    slot: { type: 'string', column: { args: [36], unique: true } },
    entry: { type: 'string' },
    by: { type: 'string' },
    byId: { type: 'string' },
    copy: { type: 'text' },
    copySeal: { type: 'string' },
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
  indexes: [
    { name: 'presence_corrections_due', columns: ['state', 'next_at'] },
    { name: 'presence_corrections_publication', columns: ['publication'] },
    { name: 'presence_corrections_entry', columns: ['entry', 'state'] },
  ],
};

const { tableName } = correctionsTable;
const openStates: readonly CorrectionState[] = ['held', 'waiting'];

const row = z.object({
  key: z.string(),
  publication: z.string(),
  entry: z.string(),
  by: z.string(),
  /** Admin user id of whoever wrote it; empty where no person did. */
  byId: z.string(),
  copy: jsonText(copySchema),
  copySeal: z.string(),
  state: correctionState,
  failures: z.coerce.number(),
  leaseToken: z.string(),
  code: z.string(),
  message: z
    .string()
    .nullable()
    .transform((text) => text ?? ''),
  at: z.coerce.number(),
  endedAt: z.preprocess((value) => (value === null ? null : Number(value)), z.number().nullable()),
});
export type CorrectionRow = z.output<typeof row>;

/** What somebody wants a post to say. */
export interface Wish extends Pick<
  CorrectionRow,
  'key' | 'publication' | 'entry' | 'by' | 'byId' | 'copySeal'
> {
  readonly copy: Copy;
  readonly state: 'held' | 'waiting';
  readonly code: string;
  readonly message: string;
}

/** What is to say other words. Every change is guarded, so that of several processes one calls the channel at a time. */
export function correctionsStore(db: Core.Strapi['db']) {
  /** As part of the transaction that is open, if one is. */
  const find = async (where: object): Promise<CorrectionRow[]> =>
    z.array(row).parse(await db.query(correctionsTable.uid).findMany({ where, orderBy: { id: 'asc' } }));
  /** Its own key, in place of the publication. */
  const ended = () => db.connection.raw('??', ['key']);

  return {
    /** The last one of each publication. */
    async lastOf(publications: readonly string[]): Promise<CorrectionRow[]> {
      if (publications.length === 0) return [];
      const found = await find({ publication: { $in: [...publications] } });
      return [...new Map(found.map((one) => [one.publication, one])).values()];
    },

    /** What was corrected on a channel from one time to before another, each with what it says since. */
    async copiesIn(channel: string, from: number, to: number): Promise<readonly Copy[]> {
      const done = await find({ state: 'corrected', endedAt: { $gte: from, $lt: to } });
      if (done.length === 0) return [];
      const where = { channel, key: { $in: [...new Set(done.map(({ publication }) => publication))] } };
      const there: unknown = await db.query(publicationsUid).findMany({ where, select: ['key'] });
      const keys = new Set(
        z
          .array(z.object({ key: z.string() }))
          .parse(there)
          .map(({ key }) => key),
      );
      return done.filter(({ publication }) => keys.has(publication)).map(({ copy }) => copy);
    },

    /** Those of an entry (`entryIdOf`) that are still to go out. */
    openOf: (entry: string): Promise<CorrectionRow[]> => find({ entry, state: { $in: [...openStates] } }),

    /**
     * Puts it in the place of one that did not go out yet. False, and nothing changed, where one is being sent at this moment.
     */
    async ask(wish: Wish, now: number): Promise<boolean> {
      await db.transaction(async ({ trx }) => {
        await queryOn(db, tableName, trx)
          .where({ publication: wish.publication })
          .whereIn('state', [...openStates])
          .where((free) => void free.whereNull('lease_until').orWhere('lease_until', '<', now))
          .update({ state: 'replaced', slot: ended(), ended_at: now });
        const columns = ['key', 'publication', 'entry', 'by', 'by_id', 'copy', 'copy_seal', 'state'];
        const values = [wish.key, wish.publication, wish.entry, wish.by, wish.byId];
        await insertRows(
          db,
          trx,
          tableName,
          [...columns, 'slot', 'failures', 'next_at', 'lease_token', 'code', 'message', 'at'],
          [
            [
              ...values,
              ...[JSON.stringify(wish.copy), wish.copySeal, wish.state, wish.publication, 0, now, ''],
              ...[wish.code, wish.message, now],
            ],
          ],
          { on: 'slot' },
        );
      });
      return (await find({ key: wish.key })).length === 1;
    },

    /** Calls one off that was never sent: what was tried may have arrived. */
    async withdraw(publication: string, now: number): Promise<boolean> {
      const count = await db.transaction(({ trx }) =>
        queryOn(db, tableName, trx)
          .where({ publication, failures: 0, lease_token: '' })
          .whereIn('state', [...openStates])
          .update({ state: 'withdrawn', slot: ended(), ended_at: now }),
      );
      return countOf(count) > 0;
    },

    /** What waited for an approval of its entry is asked about again. */
    async release(entry: string, now: number): Promise<void> {
      await db.transaction(({ trx }) =>
        queryOn(db, tableName, trx)
          .where({ entry, state: 'held' })
          .update({ state: 'waiting', next_at: now }),
      );
    },

    /** What waits for its turn, also from a process that died. */
    async claim(turn: Turn): Promise<CorrectionRow[]> {
      await takeTurns(db, tableName, turn);
      return find({ leaseToken: turn.token, state: 'waiting' });
    },

    /** Writes down a try; false where another process has it by now. `isCounted`: it failed on the channel. */
    async end(
      { key, leaseToken, failures }: CorrectionRow,
      end: {
        readonly state: CorrectionState;
        readonly nextAt: number | null;
        readonly code: string;
        readonly message: string;
        readonly isCounted?: boolean;
      },
      now: number,
    ): Promise<boolean> {
      const isOpen = openStates.includes(end.state);
      const count = await db.transaction(({ trx }) =>
        queryOn(db, tableName, trx)
          .where({ key, lease_token: leaseToken, state: 'waiting' })
          .update({
            state: end.state,
            failures: end.isCounted ? failures + 1 : failures,
            next_at: end.nextAt ?? now,
            lease_token: '',
            lease_until: null,
            code: end.code,
            message: end.message,
            ended_at: isOpen ? null : now,
            ...(isOpen ? {} : { slot: key }),
          }),
      );
      return countOf(count) === 1;
    },
  };
}

export type CorrectionsStore = ReturnType<typeof correctionsStore>;
