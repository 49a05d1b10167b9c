import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { topic, type Topic } from '../../src/governance/notices/topics';
import { notice, type Notice } from '../../src/governance/schema';
import { queryOn } from './bulk';
import { noticeReadsTable } from './notice-reads';
import type { Recipient } from './readers';
import type { Table } from './table';

const uid = 'presence::notices';
const tableName = 'presence_notices';

/**
 * The inbox. `subject` is unique: what it is about while nobody has read it, and the row's own key afterwards. `about` stays:
 * by it a notice is settled for everybody.
 */
export const noticesTable: Table = {
  uid,
  singularName: 'presence_notice',
  tableName,
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    subject: { type: 'string', column: { unique: true } },
    about: { type: 'string' },
    recipient: { type: 'string' },
    topic: { type: 'string' },
    code: { type: 'string' },
    severity: { type: 'string' },
    message: { type: 'text' },
    entry: { type: 'string' },
    publication: { type: 'string' },
    campaign: { type: 'string' },
    channel: { type: 'string' },
    link: { type: 'text' },
    at: { type: 'biginteger' },
    times: { type: 'integer' },
    read_at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_notices_read_at', columns: ['read_at', 'at'] },
    { name: 'presence_notices_about', columns: ['about'] },
    { name: 'presence_notices_entry', columns: ['entry'] },
  ],
};

const row = notice.omit({ readAt: true, topic: true }).extend({
  topic: topic.nullish(),
  recipient: z.string().nullable(),
  read_at: z.coerce.number().nullable(),
});

/** A notice with whom it is for. */
export interface Addressed extends Notice {
  readonly recipient: Recipient;
}

/** Who looks into the inbox, under every name by which a notice can be for them, and what they do not want to see. */
export interface Inbox {
  readonly user: string;
  readonly recipients: readonly string[];
  readonly without: readonly Topic[];
}

export type NoticesStore = ReturnType<typeof noticesStore>;

export const noticesStore = (db: Core.Strapi['db']) => {
  const n = (column: string) => `${tableName}.${column}`;
  const r = (column: string) => `${noticeReadsTable.tableName}.${column}`;

  /** What is for this person, joined with when they read it. */
  const mine = ({ user, recipients, without }: Inbox, unreadOnly: boolean) => {
    const query = queryOn(db, tableName)
      .leftJoin(noticeReadsTable.tableName, (join) => {
        void join.on(r('notice'), '=', n('key')).andOnVal(r('reader'), '=', user);
      })
      .where((is) => void is.whereNull(n('recipient')).orWhereIn(n('recipient'), [user, ...recipients]));
    if (without.length > 0)
      void query.where((is) => void is.whereNull(n('topic')).orWhereNotIn(n('topic'), [...without]));
    if (unreadOnly) void query.whereNull(n('read_at')).whereNull(r('at'));
    return query;
  };

  return {
    /** Adds it, or counts it on where the same subject is still unread. True where it is told for the first time. */
    async raise(subject: string, recipient: Recipient, next: Notice): Promise<boolean> {
      const { readAt, ...rest } = next;
      const counted = await db
        .queryBuilder(uid)
        .where({ subject })
        .update({ message: next.message, severity: next.severity, at: next.at })
        .increment('times', 1)
        .execute<number>({ mapResults: false });
      if (counted > 0) return false;
      // Some have read it and it happens again: the new notice takes the place of the old one.
      await db
        .query(uid)
        .updateMany({ where: { about: subject, read_at: null }, data: { read_at: next.at } });
      await db
        .queryBuilder(uid)
        .insert({ ...rest, subject, about: subject, recipient, read_at: readAt })
        .onConflict('subject')
        .ignore()
        .execute();
      return true;
    },

    /** Ends it for everybody and frees its subject by giving it another, which is nobody's. */
    async settle(subject: string, freed: string, at: number): Promise<void> {
      await db
        .query(uid)
        .updateMany({ where: { subject, read_at: null }, data: { subject: freed, read_at: at } });
      await db.query(uid).updateMany({ where: { about: subject, read_at: null }, data: { read_at: at } });
    },

    /** Ends every notice with this code about this entry, whoever was told. */
    async settleEntry(code: string, entry: string, freed: () => string, at: number): Promise<void> {
      const where = { code, entry, read_at: null };
      const rows: unknown = await db.query(uid).findMany({ where, select: ['id'] });
      for (const { id } of z.array(z.object({ id: z.number() })).parse(rows))
        await db
          .query(uid)
          .updateMany({ where: { id, read_at: null }, data: { subject: freed(), read_at: at } });
    },

    /** Newest first; `readAt` is when this person read it, or when it was over for everybody. */
    async page(inbox: Inbox, unreadOnly: boolean, page: number, pageSize: number) {
      const rows: unknown = await mine(inbox, unreadOnly)
        .orderBy([
          { column: n('at'), order: 'desc' },
          { column: n('id'), order: 'desc' },
        ])
        .offset((page - 1) * pageSize)
        .limit(pageSize)
        .select(`${tableName}.*`, { my_read_at: r('at') });
      const items = z
        .array(row.extend({ my_read_at: z.coerce.number().nullable() }))
        .parse(rows)
        .map(({ my_read_at, ...one }) => {
          const { recipient: _, ...shown } = noticeOf(one);
          return { ...shown, readAt: shown.readAt ?? my_read_at };
        });
      return { items, total: await this.count(inbox, unreadOnly) };
    },

    async count(inbox: Inbox, unreadOnly: boolean): Promise<number> {
      const rows: unknown = await mine(inbox, unreadOnly).count({ count: '*' });
      return z.array(z.object({ count: z.coerce.number() })).parse(rows)[0]?.count ?? 0;
    },

    /** Those of the keys that are for this person and that they have not read. */
    async unreadOf(inbox: Inbox, keys: readonly string[]): Promise<Addressed[]> {
      const rows: unknown = await mine(inbox, true)
        .whereIn(n('key'), [...keys])
        .orderBy(n('id'))
        .select(`${tableName}.*`);
      return z.array(row).parse(rows).map(noticeOf);
    },

    async byKey(key: string): Promise<Addressed | null> {
      const found: unknown = await db.query(uid).findOne({ where: { key } });
      return found ? noticeOf(row.parse(found)) : null;
    },

    /** One person's own notice is over when they read it; its subject is free, so that the same thing is told anew. */
    async readOwn(user: string, keys: readonly string[], at: number): Promise<void> {
      for (const key of keys)
        await db.query(uid).updateMany({
          where: { recipient: user, key, read_at: null },
          data: { subject: key, read_at: at },
        });
    },

    /** Somebody read what is for several: it stays for the others, and the next time is told anew. */
    async freeSubject(key: string): Promise<void> {
      await db.query(uid).updateMany({ where: { key, read_at: null }, data: { subject: key } });
    },
  };
};

const noticeOf = ({ read_at, topic: about, ...rest }: z.output<typeof row>): Addressed => ({
  ...rest,
  topic: about ?? null,
  readAt: read_at,
});
