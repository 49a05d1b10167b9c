import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { notice, type Notice } from '../../src/governance/schema';
import type { Table } from './table';

const uid = 'presence::notices';

/** The inbox. `subject` is unique: what it is about while unread, and the row's own key afterwards. */
export const noticesTable: Table = {
  uid,
  singularName: 'presence_notice',
  tableName: 'presence_notices',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    subject: { type: 'string', column: { unique: true } },
    recipient: { type: 'string' },
    code: { type: 'string' },
    severity: { type: 'string' },
    message: { type: 'text' },
    entry: { type: 'string' },
    publication: { type: 'string' },
    campaign: { type: 'string' },
    channel: { type: 'string' },
    at: { type: 'biginteger' },
    times: { type: 'integer' },
    read_at: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_notices_read_at', columns: ['read_at', 'at'] }],
};

const row = notice.omit({ readAt: true }).extend({ read_at: z.coerce.number().nullable() });

/** Null means everybody who may see notices. */
type Recipient = string | null;

const mine = (user: string) => ({ $or: [{ recipient: null }, { recipient: user }] });

export type NoticesStore = ReturnType<typeof noticesStore>;

export const noticesStore = (db: Core.Strapi['db']) => ({
  /** Adds it, or counts it on where the same subject is still unread. */
  async raise(subject: string, recipient: Recipient, next: Notice): Promise<void> {
    const { readAt, ...rest } = next;
    const counted = await db
      .queryBuilder(uid)
      .where({ subject })
      .update({ message: next.message, severity: next.severity, at: next.at })
      .increment('times', 1)
      .execute<number>({ mapResults: false });
    if (counted > 0) return;
    await db
      .queryBuilder(uid)
      .insert({ ...rest, subject, recipient, read_at: readAt })
      .onConflict('subject')
      .ignore()
      .execute();
  },

  /** Ends an unread notice and frees its subject by giving it another, which is nobody's. */
  async settle(subject: string, freed: string, at: number): Promise<void> {
    await db
      .query(uid)
      .updateMany({ where: { subject, read_at: null }, data: { subject: freed, read_at: at } });
  },

  /** Unread first, then newest first. */
  async page(user: string, unreadOnly: boolean, page: number, pageSize: number) {
    const where = unreadOnly ? { ...mine(user), read_at: null } : mine(user);
    const rows = await db.query(uid).findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      offset: (page - 1) * pageSize,
      limit: pageSize,
    });
    const items = z
      .array(row)
      .parse(rows)
      .map(({ read_at, ...rest }): Notice => ({ ...rest, readAt: read_at }));
    return { items, total: await db.query(uid).count({ where }) };
  },

  /** Marks as read what this user may see; frees the subject, so that the same thing is told anew. */
  async read(user: string, keys: readonly string[], at: number): Promise<void> {
    for (const key of keys)
      await db
        .query(uid)
        .updateMany({ where: { ...mine(user), key, read_at: null }, data: { subject: key, read_at: at } });
  },
});
