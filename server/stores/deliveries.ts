import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { deliveryState, type DeliveryState, type DeliveryView } from '../../src/governance/notices/webhooks';
import { countOf, insertRows, queryOn, type Connection } from './bulk';
import type { Table } from './table';

const tableName = 'presence_deliveries';

/**
 * One row for each thing on its way to one receiver: an event to a webhook, a notice to a person, a day's notices to a person.
 * `once` is unique, so addressing twice makes one row. `event` is the outbox row, the notice, or for a daily mail the row itself.
 */
export const deliveriesTable: Table = {
  uid: 'presence::delivery',
  singularName: 'presence_delivery',
  tableName,
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    once: { type: 'string', column: { unique: true } },
    kind: { type: 'string' },
    target: { type: 'string' },
    event: { type: 'string' },
    type: { type: 'string' },
    state: { type: 'string' },
    next_at: { type: 'biginteger' },
    lease_token: { type: 'string' },
    lease_until: { type: 'biginteger' },
    attempts: { type: 'integer' },
    failures: { type: 'integer' },
    status: { type: 'integer' },
    message: { type: 'text' },
    touched: { type: 'integer' },
    created_at: { type: 'biginteger' },
    ended_at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_deliveries_due', columns: ['state', 'next_at'] },
    { name: 'presence_deliveries_lease', columns: ['lease_token'] },
    { name: 'presence_deliveries_target', columns: ['target', 'id'] },
    { name: 'presence_deliveries_created', columns: ['created_at'] },
  ],
};

export type DeliveryKind = 'webhook' | 'mail' | 'digest';

export interface NewDelivery {
  readonly key: string;
  readonly once: string;
  readonly kind: DeliveryKind;
  readonly target: string;
  readonly event: string;
  readonly type: string;
  readonly nextAt: number;
}

const nullable = z.preprocess(
  (value) => (value === null || value === undefined ? null : Number(value)),
  z.number().nullable(),
);
const count = z.coerce.number();

const row = z.object({
  id: count,
  key: z.string(),
  kind: z.enum(['webhook', 'mail', 'digest']),
  target: z.string(),
  event: z.string(),
  type: z.string(),
  state: deliveryState,
  next_at: count,
  attempts: count,
  failures: count,
  status: nullable,
  message: z.string(),
  created_at: count,
  ended_at: nullable,
});
export type DeliveryRow = z.output<typeof row>;

/** How a try ended. `nextAt` is set where it is tried again. */
export interface DeliveryEnd {
  readonly state: DeliveryState;
  readonly status: number | null;
  readonly message: string;
  readonly nextAt: number | null;
}

const columns = [
  ...['key', 'once', 'kind', 'target', 'event', 'type', 'state', 'next_at', 'lease_token', 'lease_until'],
  ...['attempts', 'failures', 'message', 'touched', 'created_at'],
];

export type DeliveriesStore = ReturnType<typeof deliveriesStore>;

export const deliveriesStore = (db: Core.Strapi['db']) => {
  const table = (connection?: Connection) => queryOn(db, tableName, connection);
  const free = (now: number) =>
    table().where('state', 'waiting').where('next_at', '<=', now).where('lease_until', '<=', now);

  return {
    /** What is there already stays as it is. */
    async add(connection: Connection, rows: readonly NewDelivery[], at: number): Promise<void> {
      const values = rows.map(({ key, once, kind, target, event, type, nextAt }) => [
        ...[key, once, kind, target, event, type, 'waiting', nextAt, '', 0],
        ...[0, 0, '', 0, at],
      ]);
      await insertRows(db, connection, tableName, columns, values, { on: 'once' });
    },

    /** Whether the row can still take something in: it waits and nobody has begun. Holds it until the transaction ends. */
    async isOpen(connection: Connection, once: string, now: number): Promise<boolean> {
      const touched = await table(connection)
        .where({ once, state: 'waiting' })
        .where('lease_until', '<=', now)
        .increment('touched', 1);
      return countOf(touched) === 1;
    },

    /** Takes up to `limit` rows that are due, leaving out receivers that have enough to do. Of two callers each goes to one. */
    async claim(
      now: number,
      token: string,
      until: number,
      limit: number,
      without: readonly string[],
    ): Promise<DeliveryRow[]> {
      const query = free(now).orderBy('next_at').limit(limit).select('id');
      if (without.length > 0) void query.whereNotIn('target', [...without]);
      const found = z.array(z.object({ id: count })).parse(await query);
      if (found.length === 0) return [];
      const taken = found.map(({ id }) => id);
      await free(now).whereIn('id', taken).update({ lease_token: token, lease_until: until });
      return z.array(row).parse(await table().where('lease_token', token).orderBy('id'));
    },

    /** Writes down that a try begins; false where another process took over meanwhile. */
    async begin(id: number, token: string, now: number, until: number): Promise<boolean> {
      const begun = await table()
        .where({ id, lease_token: token, state: 'waiting' })
        .where('lease_until', '>', now)
        .update({ lease_until: until, attempts: db.connection.raw('attempts + 1') });
      return countOf(begun) === 1;
    },

    /** Writes down how a try ended; nothing where another process took over meanwhile. */
    async end(id: number, token: string, { nextAt, ...ended }: DeliveryEnd, now: number): Promise<boolean> {
      const isOver = nextAt === null;
      const written = await table()
        .where({ id, lease_token: token })
        .update({
          ...ended,
          ...(isOver ? { ended_at: now } : { next_at: nextAt }),
          lease_token: '',
          lease_until: 0,
          failures: ended.state === 'delivered' ? 0 : db.connection.raw('failures + 1'),
        });
      return countOf(written) === 1;
    },

    /** Hands back what was taken and not begun. */
    async giveBack(token: string, ids: readonly number[]): Promise<void> {
      await table()
        .where('lease_token', token)
        .whereIn('id', [...ids])
        .update({ lease_token: '', lease_until: 0 });
    },

    /** When something is due next; null where nothing waits. */
    async nextDue(): Promise<number | null> {
      const found: unknown = await table()
        .where('state', 'waiting')
        .select(
          db.connection.raw('min(case when lease_until > next_at then lease_until else next_at end) as at'),
        );
      return z.array(z.object({ at: nullable })).parse(found)[0]?.at ?? null;
    },

    /** Deliveries to one receiver, newest first. */
    async page(target: string, page: number, pageSize: number) {
      const of = () => table().where({ target, kind: 'webhook' });
      const rows: unknown = await of()
        .orderBy('id', 'desc')
        .offset((page - 1) * pageSize)
        .limit(pageSize);
      const [total] = z.array(z.object({ count })).parse(await of().count({ count: '*' }));
      return { items: z.array(row).parse(rows).map(viewOf), total: total?.count ?? 0 };
    },

    /** Sends once more what is over, under the same id; false where there is no such row or it is still on its way. */
    async again(target: string, key: string, now: number): Promise<boolean> {
      const changed = await table()
        .where({ key, target, kind: 'webhook' })
        .whereNot('state', 'waiting')
        .update({ state: 'waiting', next_at: now, failures: 0, ended_at: null, message: '' });
      return countOf(changed) === 1;
    },

    /** Ends everything that waits for a receiver that is no more, and that nobody has begun. */
    async drop(target: string, message: string, now: number): Promise<void> {
      await table()
        .where({ target, kind: 'webhook', state: 'waiting' })
        .where('lease_until', '<=', now)
        .update({ state: 'dropped', message, ended_at: now });
    },

    async deleteBefore(time: number, limit: number): Promise<number> {
      const over = () => table().where('created_at', '<', time).whereNot('state', 'waiting');
      const old = z.array(z.object({ id: count })).parse(await over().limit(limit).select('id'));
      if (old.length === 0) return 0;
      const ids = old.map(({ id }) => id);
      return countOf(await table().whereIn('id', ids).delete());
    },
  };
};

const viewOf = ({
  key,
  event,
  type,
  state,
  status,
  message,
  attempts,
  ...times
}: DeliveryRow): DeliveryView => ({
  ...{ key, event, type, state, status, message, attempts },
  nextAt: state === 'waiting' ? times.next_at : null,
  createdAt: times.created_at,
  endedAt: times.ended_at,
});
