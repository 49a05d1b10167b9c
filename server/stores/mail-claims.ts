import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { mailRow, type MailRow, type MailState } from '../../src/audience/schema';
import { countOf, queryOn, untilAlone, type Connection } from './bulk';
import { contactsTableName } from './contacts';
import { mailsTableName } from './mails';

/** What became of one mail. */
export interface Settled {
  readonly id: number;
  readonly state: MailState;
  readonly reply: string;
  readonly next_at: number;
}

export type MailClaims = ReturnType<typeof mailClaims>;

/**
 * Moves mails from state to state. Every write is guarded by the lease, so that of two processes only one acts:
 * claimed (leased, still queued) → `sending` just before the mail is handed over → settled. A mail that is found in
 * `sending` after its lease ended belonged to a process that died between handing over and writing down the answer.
 */
export const mailClaims = (db: Core.Strapi['db']) => {
  const table = (connection?: Connection) => queryOn(db, mailsTableName, connection);
  const waiting = ['queued', 'retry'];
  const ids = z.array(z.object({ id: z.coerce.number() }));

  return {
    /** Leases up to `limit` mails that are due. Of two callers each mail goes to one. */
    async claim(
      publication: string,
      token: string,
      now: number,
      until: number,
      limit: number,
    ): Promise<MailRow[]> {
      const due = () =>
        table()
          .where({ publication })
          .whereIn('state', waiting)
          .where('next_at', '<=', now)
          .where('lease_until', '<=', now);
      const found = ids.parse(await due().orderBy('id').limit(limit).select('id'));
      if (found.length === 0) return [];
      await due()
        .whereIn(
          'id',
          found.map(({ id }) => id),
        )
        .update({ lease_token: token, lease_until: until });
      return z
        .array(mailRow)
        .parse(await table().where({ publication, lease_token: token }).orderBy('id').select('*'));
    },

    /**
     * Marks mails as being handed over. Left out are those whose lease was lost, and those whose reader has left since:
     * the same statement looks at the person.
     */
    async start(rows: readonly number[], token: string, until: number): Promise<ReadonlySet<number>> {
      const writable = queryOn(db, contactsTableName)
        .whereNotNull('confirmed_at')
        .whereNull('unsubscribed_at')
        .whereNull('bounced_at')
        .select('key');
      const own = () =>
        table()
          .whereIn('id', [...rows])
          .where({ lease_token: token });
      const started = await own()
        .whereIn('state', waiting)
        .whereIn('contact', writable)
        .update({ state: 'sending', attempts: db.connection.raw('attempts + 1'), lease_until: until });
      if (countOf(started) === rows.length) return new Set(rows);
      return new Set(ids.parse(await own().where({ state: 'sending' }).select('id')).map(({ id }) => id));
    },

    /**
     * Writes down what became of mails that this lease holds. `inside` runs in the same transaction, with how many mails came to
     * each state.
     */
    settle: (
      settled: readonly Settled[],
      token: string,
      now: number,
      inside: (counts: ReadonlyMap<MailState, number>, connection: Connection) => Promise<void>,
    ): Promise<void> =>
      untilAlone(() =>
        db.connection.transaction(async (trx) => {
          await inside(await moved(settled, token, now, trx), trx);
        }),
      ),

    /**
     * Gives back what earlier processes claimed and did not begin. Safe where one of them still lives: each mail is begun only by
     * whoever's token it bears at that moment.
     */
    async free(publication: string): Promise<void> {
      const claimed = table().where({ publication }).whereIn('state', waiting).where('lease_until', '>', 0);
      await claimed.update({ lease_until: 0 });
    },

    /** Gives back what was claimed and not begun. */
    async release(token: string): Promise<void> {
      await table().where({ lease_token: token }).whereIn('state', waiting).update({ lease_until: 0 });
    },

    /** Mails whose process died while it handed them over: they may have arrived. How many there were. */
    async orphans(publication: string, now: number, becomes: 'unknown' | 'queued'): Promise<number> {
      const reply = 'The process stopped between handing over the mail and the answer of the mail server.';
      return countOf(
        await table()
          .where({ publication, state: 'sending' })
          .where('lease_until', '<=', now)
          .update({ state: becomes, reply, settled_at: becomes === 'unknown' ? now : null }),
      );
    },
  };

  async function moved(
    settled: readonly Settled[],
    token: string,
    now: number,
    trx: Connection,
  ): Promise<ReadonlyMap<MailState, number>> {
    const counts = new Map<MailState, number>();
    for (const state of new Set(settled.map((one) => one.state))) {
      const group = settled.filter((one) => one.state === state);
      const isOpen = waiting.includes(state);
      const replies = group.flatMap(({ id, reply }) => [id, reply]);
      const times = group.flatMap(({ id, next_at }) => [id, next_at]);
      const whens = group.map(() => 'when ? then ?').join(' ');
      const asNumber = db.dialect.client === 'postgres' ? '::bigint' : '';
      const count = await table(trx)
        .whereIn(
          'id',
          group.map(({ id }) => id),
        )
        .where({ lease_token: token })
        .update({
          state,
          reply: db.connection.raw(`case id ${whens} else reply end`, replies),
          next_at: db.connection.raw(
            `case id ${whens.replaceAll('then ?', `then ?${asNumber}`)} else next_at end`,
            times,
          ),
          settled_at: isOpen ? null : now,
          lease_until: 0,
          // A mail that the server never saw has not been tried.
          ...(state === 'queued' ? { attempts: db.connection.raw('attempts - 1') } : {}),
        });
      counts.set(state, countOf(count));
    }
    return counts;
  }
};
