import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { pageMissing, waiting } from '../../src/publishing/order';
import type { Change } from '../../src/publishing/outcome';
import { attemptsTable } from './attempts';
import { countOf, queryOn, run, untilAlone, updatesOf, type Connection } from './bulk';
import type { Held } from './publication-claims';
import { publicationsTable } from './publication-row';

type Database = Core.Strapi['db'];

const publications = publicationsTable.tableName;
const attempts = attemptsTable.tableName;
const ids = z.array(z.object({ id: z.coerce.number() }));

/** How a held row ends. `tried`: the kind of the outcome, where a try was made. */
export interface Finish extends Held {
  readonly change: Change;
  readonly tried: string | null;
}

/** Writes down how publications ended. */
export function publicationEnds(db: Database) {
  return {
    /**
     * Many ends, and what follows for those that wait for a website publication, in one transaction. `inside` runs in it
     * too. Returns those whose end was written: not those that another process took over.
     */
    finish: (
      list: readonly Finish[],
      now: number,
      inside: (written: readonly Finish[], connection: Connection) => Promise<void>,
    ): Promise<ReadonlySet<Finish>> =>
      untilAlone(async () =>
        db.transaction(async ({ trx }) => {
          const delivered = list.filter(({ change }) => change.state === 'delivered');
          const written: Finish[] = [...(await deliver(db, trx, delivered, now))];
          for (const one of list)
            if (one.change.state !== 'delivered' && (await end(db, trx, one))) written.push(one);
          await endAttempts(db, trx, written, now);
          for (const one of written) if (one.row.kind === 'website') await moveWaiting(db, trx, one, now);
          await inside(written, trx);
          return new Set(written);
        }),
      ),
  };
}

export type PublicationEnds = ReturnType<typeof publicationEnds>;

/** A delivery is the truth whoever holds the row by now, so only the end itself guards. */
async function deliver(
  db: Database,
  trx: Connection,
  list: readonly Finish[],
  now: number,
): Promise<readonly Finish[]> {
  if (list.length === 0) return [];
  const open = queryOn(db, publications, trx)
    .whereIn(
      'id',
      list.map(({ row }) => row.id),
    )
    .whereNotIn('state', ['delivered', 'recalled']);
  const found = ids.parse(await open.select('id').forUpdate());
  const still = new Set(found.map(({ id }) => id));
  // The first of two that delivered the same row is the one.
  const first = list.filter(({ row }) => still.delete(row.id));
  const ends = first.map(({ row, change }) => ({
    id: row.id,
    values: [
      change.remote?.id ?? '',
      change.remote?.url ?? '',
      change.remote?.sent?.sha256 ?? null,
      change.message,
    ],
  }));
  const same = {
    state: 'delivered',
    error_code: '',
    delivered_at: now,
    next_at: null,
    failures: 0,
    armed_at: null,
    lease_token: '',
    lease_until: null,
  };
  await run(
    trx,
    updatesOf(db, publications, ['remote_id', 'remote_url', 'sent_hash', 'error_message'], ends, same),
  );
  return first;
}

async function end(db: Database, trx: Connection, { row, token, change }: Finish): Promise<boolean> {
  const count = await queryOn(db, publications, trx)
    .where({ id: row.id, state: 'running', lease_token: token })
    .update({
      state: change.state,
      next_at: change.nextAt,
      failures: change.failures,
      error_code: change.code,
      error_message: change.message,
      lease_token: '',
      lease_until: null,
      ...(change.isOpenEnded ? {} : { armed_at: null }),
    });
  return countOf(count) === 1;
}

async function endAttempts(
  db: Database,
  trx: Connection,
  list: readonly Finish[],
  now: number,
): Promise<void> {
  const plain = list.filter(({ tried, change }) => tried === 'delivered' && change.message === '');
  const on = () => queryOn(db, attempts, trx).whereNull('ended_at');
  if (plain.length > 0)
    await on()
      .whereIn(
        'publication',
        plain.map(({ row }) => row.key),
      )
      .update({ ended_at: now, outcome: 'delivered' });
  for (const { row, tried, change } of list.filter((one) => one.tried !== null && !plain.includes(one)))
    await on()
      .where({ publication: row.key })
      .update({ ended_at: now, outcome: tried, code: change.code, message: change.message });
}

async function moveWaiting(
  db: Database,
  trx: Connection,
  { row, change }: Finish,
  now: number,
): Promise<void> {
  const waits = () => queryOn(db, publications, trx).where('waits_for', row.key);
  switch (waiting(change.state)) {
    case 'go': {
      const nextAt = db.connection.raw('case when due_at > ? then due_at else ? end', [now, now]);
      // What follows the page by minutes has its time from now on, also while it is held for something else.
      await waits()
        .whereNotNull('after_minutes')
        // With a fraction, or PostgreSQL takes both for 32-bit integers.
        .update({ due_at: db.connection.raw('after_minutes * 60000.0 + ?', [now]) });
      await waits()
        .where({ state: 'held', error_code: pageMissing.code })
        .update({ state: 'scheduled', error_code: '', error_message: '' });
      await waits().where('state', 'scheduled').update({ next_at: nextAt });
      await waits().update({ waits_for: '' });
      return;
    }
    case 'hold':
      await waits().where('state', 'scheduled').update({
        state: 'held',
        next_at: null,
        error_code: pageMissing.code,
        error_message: pageMissing.message,
      });
      return;
    case 'wait':
      return;
  }
}
