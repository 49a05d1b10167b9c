import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { channelKind } from '../../src/channels/schema';
import { attemptsTable } from './attempts';
import { countOf, insertRows, queryOn, untilAlone, type Connection } from './bulk';
import { holdsStore, notHeld, type HoldRow } from './holds';
import { publicationRow, publicationsTable, type PublicationRow } from './publication-row';

const publications = publicationsTable.tableName;
const attempts = attemptsTable.tableName;

/** A row that a process holds, by the token of its lease. */
export interface Held {
  readonly row: PublicationRow;
  readonly token: string;
}

// Column → attribute: plain SQL knows only the columns.
const selected = Object.fromEntries(
  Object.keys(publicationsTable.attributes).map((name) => [
    name,
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ]),
);
const leases = z.array(z.object({ id: z.coerce.number(), token: z.string() }));
const ids = z.array(z.object({ id: z.coerce.number() }));

const upcoming = z.array(
  z
    .object({ key: z.string(), channel: z.string(), kind: channelKind, next_at: z.coerce.number() })
    .transform(({ next_at, ...row }) => ({ ...row, nextAt: next_at })),
);
/** A publication that waits for its time, as far as a queue needs to know it. */
export type Upcoming = z.output<typeof upcoming>[number];

/**
 * The engine's side of the publications: every change is guarded by the state and the lease, so that of several processes
 * one wins. Plain SQL, because a row more or less per publication is what draining costs.
 */
export function publicationClaims(db: Core.Strapi['db']) {
  const on = (connection?: Connection) => queryOn(db, publications, connection);
  const free = notHeld(db);
  const due = (now: number) =>
    on().where('state', 'scheduled').where('waits_for', '').where('next_at', '<=', now).modify(free);
  // Row and lease as a pair: a row that was lost and taken again by the same process has another lease.
  const owned = (held: readonly Held[], connection?: Connection) =>
    on(connection)
      .where('state', 'running')
      .where((pairs) => {
        for (const token of new Set(held.map((one) => one.token))) {
          const own = held.filter((one) => one.token === token).map(({ row }) => row.id);
          void pairs.orWhere((pair) => void pair.where('lease_token', token).whereIn('id', own));
        }
      });

  return {
    /** What people stopped, as a delivery under way asks. */
    holds: (): Promise<HoldRow[]> => holdsStore(db).list(),

    /** Takes up to `limit` rows that are due, oldest first, leaving out the channels that have enough to do. */
    async claim(claim: {
      readonly now: number;
      readonly token: string;
      readonly until: number;
      readonly limit: number;
      readonly without: readonly string[];
      /** Keys: only of these. */
      readonly only?: readonly string[];
    }): Promise<PublicationRow[]> {
      const query = due(claim.now).orderBy('next_at').limit(claim.limit).select('id');
      if (claim.without.length > 0) void query.whereNotIn('channel', [...claim.without]);
      if (claim.only) void query.whereIn('key', [...claim.only]);
      const found = ids.parse(await query).map(({ id }) => id);
      if (found.length === 0) return [];
      const count = countOf(
        await due(claim.now)
          .whereIn('id', found)
          .update({ state: 'running', lease_token: claim.token, lease_until: claim.until }),
      );
      if (count === 0) return [];
      const rows: unknown[] = await on().where('lease_token', claim.token).select(selected);
      return rows
        .map((row) => publicationRow.parse(row))
        .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0) || a.id - b.id);
    },

    /** Gives up leases that ran out: the process died. What it had begun stays marked, and is looked up first. */
    async reclaim(now: number): Promise<number> {
      return countOf(
        await on()
          .where('state', 'running')
          .where('lease_until', '<', now)
          .update({ state: 'scheduled', lease_token: '', lease_until: null }),
      );
    },

    /** What was parked until now goes on. */
    async wakeParked(now: number): Promise<number> {
      return countOf(
        await on().where('state', 'parked').where('next_at', '<=', now).update({ state: 'scheduled' }),
      );
    },

    /** When something is due next that no hold covers; null when nothing is. */
    async nextDue(): Promise<number | null> {
      // State by state, so that the first of each is found by the index however many wait behind it.
      const first = async (state: string): Promise<number> => {
        const waiting = on().where('state', state).where('waits_for', '').whereNotNull('next_at');
        const rows: unknown = await waiting
          .modify(free)
          .orderBy('next_at')
          .limit(1)
          .select({ at: 'next_at' });
        return z.array(z.object({ at: z.coerce.number() })).parse(rows)[0]?.at ?? Infinity;
      };
      const at = Math.min(await first('scheduled'), await first('parked'));
      return at === Infinity ? null : at;
    },

    /** What is due until a time, earliest first: on all channels, `without` those that have enough to do, or `only` on one. */
    async upcoming(
      until: number,
      limit: number,
      { without = [], only }: { readonly without?: readonly string[]; readonly only?: string } = {},
    ): Promise<Upcoming[]> {
      const query = due(until).orderBy('next_at').limit(limit).select('key', 'channel', 'kind', 'next_at');
      if (without.length > 0) void query.whereNotIn('channel', [...without]);
      if (only !== undefined) void query.where('channel', only);
      return upcoming.parse(await query);
    },

    /** Extends the leases of a process that lives. */
    async extend(tokens: readonly string[], until: number): Promise<number> {
      if (tokens.length === 0) return 0;
      return countOf(
        await on()
          .whereIn('lease_token', [...tokens])
          .where('state', 'running')
          .update({ lease_until: until }),
      );
    },

    /** Extends one lease and says whether it is still ours. */
    async isOurs({ row, token }: Held, now: number, until: number): Promise<boolean> {
      const count = await on()
        .where({ id: row.id, state: 'running', lease_token: token })
        .where('lease_until', '>', now)
        .update({ lease_until: until });
      return countOf(count) === 1;
    },

    /**
     * Writes down that a try begins, before anything leaves the house. Only for rows still ours: a cancel, a hold, or another
     * process that took over, wins here. Returns those that may be sent.
     */
    arm: (held: readonly Held[], now: number, until: number): Promise<ReadonlySet<Held>> =>
      inTransaction(db, async (trx) => {
        const count = countOf(
          await owned(held, trx)
            .where('lease_until', '>', now)
            .modify(free)
            .update({ armed_at: now, lease_until: until, attempts: db.connection.raw('attempts + 1') }),
        );
        const armed =
          count === held.length ? held : await ofStill(owned(held, trx).where('armed_at', now), held);
        await insertRows(
          db,
          trx,
          attempts,
          ['publication', 'number', 'started_at', 'code', 'message'],
          armed.map(({ row }) => [row.key, row.attempts + 1, now, '', '']),
        );
        return new Set(armed);
      }),

    /** Keeps a tracked link for the next try, before it goes out in this one. */
    async keepLinks({ row, token }: Held, links: Readonly<Record<string, string>>): Promise<void> {
      await on()
        .where({ id: row.id, lease_token: token })
        .update({ links: JSON.stringify(links) });
    },

    /** Hands back what was taken and not begun. */
    async giveBack(held: readonly Held[]): Promise<number> {
      if (held.length === 0) return 0;
      const back = { state: 'scheduled', lease_token: '', lease_until: null };
      return countOf(await owned(held).update(back));
    },
  };

  /** Of the held rows those that a query still finds under the same lease. */
  async function ofStill(query: ReturnType<typeof on>, held: readonly Held[]): Promise<readonly Held[]> {
    const found = leases.parse(await query.select({ id: 'id', token: 'lease_token' }));
    const still = new Set(found.map(({ id, token }) => `${id} ${token}`));
    return held.filter(({ row, token }) => still.has(`${row.id} ${token}`));
  }
}

export type PublicationClaims = ReturnType<typeof publicationClaims>;

type Database = Core.Strapi['db'];

/** Again where it stood in the way of another writer: the database has undone it then. */
const inTransaction = <T>(db: Database, work: (trx: Connection) => Promise<T>): Promise<T> =>
  untilAlone(() => db.connection.transaction((trx) => work(trx)));
