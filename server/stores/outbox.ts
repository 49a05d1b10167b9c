import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { eventSchema, type PresenceEvent } from '../../src/governance/notices/events';
import { countOf, insertRows, queryOn, type Connection } from './bulk';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::outbox';
const tableName = 'presence_outbox';

/**
 * What is to be told, written in the transaction of the act: no act without its row, no row without its act. `open` until it
 * was addressed to whoever wants it; then it stays a while, because deliveries are repeated from it.
 */
export const outboxTable: Table = {
  uid,
  singularName: 'presence_outbox_row',
  tableName,
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    kind: { type: 'string' },
    body: { type: 'text' },
    state: { type: 'string' },
    lease_token: { type: 'string' },
    lease_until: { type: 'biginteger' },
    at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_outbox_state', columns: ['state', 'lease_until'] },
    { name: 'presence_outbox_lease', columns: ['lease_token'] },
    { name: 'presence_outbox_at', columns: ['at'] },
  ],
};

/** An event for receivers, or a notice whose readers are to be mailed. */
const kinds = {
  event: eventSchema,
  notice: z.object({ notice: z.string(), by: z.string().nullable() }),
};

const row = z.discriminatedUnion('kind', [
  z.object({ key: z.string(), kind: z.literal('event'), body: jsonText(kinds.event) }),
  z.object({ key: z.string(), kind: z.literal('notice'), body: jsonText(kinds.notice) }),
]);
export type OutboxRow = z.output<typeof row>;

const columns = ['key', 'kind', 'body', 'state', 'lease_token', 'lease_until', 'at'] as const;
const keys = z.array(z.object({ key: z.string() }));

export type OutboxStore = ReturnType<typeof outboxStore>;

export const outboxStore = (db: Core.Strapi['db']) => ({
  /** In the transaction that is open around the call, if one is. */
  async add({ key, kind, body }: OutboxRow, at: number): Promise<void> {
    const data = {
      key,
      kind,
      body: JSON.stringify(body),
      state: 'open',
      lease_token: '',
      lease_until: 0,
      at,
    };
    await db.query(uid).create({ data });
  },

  /** Many rows in one statement, in the transaction of their acts. */
  async addIn(connection: Connection, rows: readonly OutboxRow[], at: number): Promise<void> {
    const values = rows.map(({ key, kind, body }) => [key, kind, JSON.stringify(body), 'open', '', 0, at]);
    await insertRows(db, connection, tableName, columns, values);
  },

  /** Runs `ring` once what is written is on disk: at the commit of the open transaction, or now. */
  async afterCommit(ring: () => void): Promise<void> {
    if (!db.inTransaction()) return ring();
    await db.transaction(async ({ onCommit }) => onCommit(ring));
  },

  /** Takes up to `limit` rows that nobody holds, oldest first. Of two callers each row goes to one. */
  async claim(now: number, token: string, until: number, limit: number): Promise<OutboxRow[]> {
    const open = () => queryOn(db, tableName).where('state', 'open').where('lease_until', '<=', now);
    const found = keys.parse(await open().orderBy('id').limit(limit).select('key')).map(({ key }) => key);
    if (found.length === 0) return [];
    await open().whereIn('key', found).update({ lease_token: token, lease_until: until });
    const rows: unknown = await queryOn(db, tableName)
      .where('lease_token', token)
      .orderBy('id')
      .select('key', 'kind', 'body');
    return z.array(row).parse(rows);
  },

  /** Addressed: never again, even where the lease was lost meanwhile, because deliveries are unique by themselves. */
  async close(connection: Connection, addressed: readonly string[]): Promise<void> {
    await queryOn(db, tableName, connection)
      .whereIn('key', [...addressed])
      .update({ state: 'done', lease_token: '', lease_until: 0 });
  },

  /** An event with what was looked up for it. */
  async keep(connection: Connection, key: string, event: PresenceEvent): Promise<void> {
    await queryOn(db, tableName, connection)
      .where({ key })
      .update({ body: JSON.stringify(event) });
  },

  /** The event behind a key; null where it is gone. */
  async event(key: string): Promise<PresenceEvent | null> {
    const rows: unknown = await queryOn(db, tableName).where({ key }).select('key', 'kind', 'body');
    const found = z.array(row).parse(rows)[0];
    return found?.kind === 'event' ? found.body : null;
  },

  /** From when on the oldest open row is free; null where none is open. */
  async nextOpen(): Promise<number | null> {
    const found: unknown = await queryOn(db, tableName).where('state', 'open').min({ at: 'lease_until' });
    // Without a row the minimum is null; drivers hand big integers back as strings.
    const at = z.array(z.object({ at: z.union([z.null(), z.coerce.number()]) })).parse(found)[0]?.at;
    return at ?? null;
  },

  async deleteBefore(time: number, limit: number): Promise<number> {
    const old = keys.parse(
      await queryOn(db, tableName).where('at', '<', time).where('state', 'done').limit(limit).select('key'),
    );
    if (old.length === 0) return 0;
    return countOf(
      await queryOn(db, tableName)
        .whereIn(
          'key',
          old.map(({ key }) => key),
        )
        .delete(),
    );
  },
});
