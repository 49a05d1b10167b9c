import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { eventType } from '../../src/governance/notices/events';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::webhook';

/** Receivers of events. `events` is JSON: a list, or null for all. */
export const webhooksTable: Table = {
  uid,
  singularName: 'presence_webhook',
  tableName: 'presence_webhooks',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    name: { type: 'string' },
    url: { type: 'text' },
    events: { type: 'text' },
    enabled: { type: 'boolean' },
    reason: { type: 'text' },
    secret: { type: 'text' },
    created_at: { type: 'biginteger' },
  },
  indexes: [],
};

const row = z.object({
  key: z.string(),
  name: z.string(),
  url: z.string(),
  events: jsonText(z.array(eventType.or(z.string())).nullable()),
  enabled: z.coerce.boolean(),
  reason: z.string(),
  /** Encrypted. */
  secret: z.string(),
  created_at: z.coerce.number(),
});
export type WebhookRow = z.output<typeof row>;

const dataOf = ({ events, ...rest }: Partial<WebhookRow>) => ({
  ...rest,
  ...(events === undefined ? {} : { events: JSON.stringify(events) }),
});

export type WebhooksStore = ReturnType<typeof webhooksStore>;

export const webhooksStore = (db: Core.Strapi['db']) => ({
  async list(): Promise<WebhookRow[]> {
    return z.array(row).parse(await db.query(uid).findMany({ orderBy: { id: 'asc' }, limit: 100 }));
  },

  async get(key: string): Promise<WebhookRow | null> {
    const found: unknown = await db.query(uid).findOne({ where: { key } });
    return found ? row.parse(found) : null;
  },

  async insert(made: WebhookRow): Promise<void> {
    await db.query(uid).create({ data: dataOf(made) });
  },

  async change(key: string, part: Partial<Omit<WebhookRow, 'key'>>): Promise<void> {
    await db.query(uid).updateMany({ where: { key }, data: dataOf(part) });
  },

  /** Turns a receiver off; false where it is off already, so that one of several tells of it. */
  async turnOff(key: string, reason: string): Promise<boolean> {
    const { count } = await db
      .query(uid)
      .updateMany({ where: { key, enabled: true }, data: { enabled: false, reason } });
    return count === 1;
  },

  async remove(key: string): Promise<void> {
    await db.query(uid).deleteMany({ where: { key } });
  },
});
