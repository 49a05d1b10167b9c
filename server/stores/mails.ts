import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { mailCountsOf, type MailCounts } from '../../src/audience/mailing';
import { mailRow, mailState, type MailRow } from '../../src/audience/schema';
import { countOf, insertRows, queryOn, type Connection } from './bulk';
import type { Page } from '../../src/shared/page';
import type { Table } from './table';

export const mailsTableName = 'presence_mails';
const uid = 'presence::mail';

/** The ledger of mails: exactly one row for each person and publication. Only keys of people stand here, no addresses. */
export const mailsTable: Table = {
  uid,
  singularName: 'mail',
  tableName: mailsTableName,
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    publication: { type: 'string', column: { args: [36] } },
    contact: { type: 'string', column: { args: [64] } },
    message_id: { type: 'string' },
    state: { type: 'string', column: { args: [16] } },
    attempts: { type: 'integer' },
    next_at: { type: 'biginteger' },
    lease_token: { type: 'string', column: { args: [36] } },
    lease_until: { type: 'biginteger' },
    reply: { type: 'text' },
    created_at: { type: 'biginteger' },
    settled_at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_mails_once', columns: ['publication', 'contact'], type: 'unique' },
    { name: 'presence_mails_due_index', columns: ['publication', 'state', 'next_at'] },
    { name: 'presence_mails_contact_index', columns: ['contact'] },
  ],
};

const columns = [
  'key',
  'publication',
  'contact',
  'message_id',
  'state',
  'attempts',
  'next_at',
  'lease_token',
  'lease_until',
  'reply',
  'created_at',
] as const;

/** A mail before anything happened to it. */
type NewMail = Pick<MailRow, 'key' | 'publication' | 'contact' | 'message_id' | 'created_at'>;

export type MailsStore = ReturnType<typeof mailsStore>;

/** Reads the ledger, and writes what does not need a lease; `mail-claims.ts` moves mails from state to state. */
export const mailsStore = (db: Core.Strapi['db']) => {
  const table = () => queryOn(db, mailsTableName);
  const rowsOf = (found: unknown): MailRow[] => z.array(mailRow).parse(found);

  return {
    /** Adds mails that are not there yet. The key is made of publication and person, so adding twice changes nothing. */
    async add(mails: readonly NewMail[]): Promise<void> {
      const rows = mails.map((mail) => {
        const filled = {
          ...mail,
          state: 'queued',
          attempts: 0,
          next_at: 0,
          lease_token: '',
          lease_until: 0,
          reply: '',
        };
        return columns.map((column) => filled[column]);
      });
      await insertRows(db, db.connection, mailsTableName, columns, rows, { on: 'key' });
    },

    async counts(publication: string): Promise<MailCounts> {
      const rows: unknown = await table()
        .where({ publication })
        .groupBy('state')
        .select('state')
        .count({ count: '*' });
      return mailCountsOf(z.array(z.object({ state: mailState, count: z.coerce.number() })).parse(rows));
    },

    /** When the next waiting mail is due; null where none waits. */
    async nextAt(publication: string): Promise<number | null> {
      const rows: unknown = await table()
        .where({ publication })
        .whereIn('state', ['queued', 'retry'])
        .min({ next: 'next_at' });
      const [first] = z.array(z.object({ next: z.coerce.number().nullable() })).parse(rows);
      return first?.next ?? null;
    },

    /** Mails that were not simply sent, newest first. */
    async problems(publication: string, limit: number): Promise<MailRow[]> {
      const states = ['refused', 'unknown', 'retry', 'suppressed'];
      return rowsOf(
        await table()
          .where({ publication })
          .whereIn('state', states)
          .orderBy('id', 'desc')
          .limit(limit)
          .select('*'),
      );
    },

    /** How many mails are in doubt. Asked through Strapi, so that it is part of a transaction that may be open. */
    inDoubt: (publication: string): Promise<number> =>
      db.query(uid).count({ where: { publication, state: 'unknown' } }),

    /** Mails of which nobody knows whether they arrived, oldest first. */
    async doubts(publication: string, page: number, pageSize: number): Promise<Page<MailRow>> {
      const found: unknown = await table()
        .where({ publication, state: 'unknown' })
        .orderBy('id')
        .offset((page - 1) * pageSize)
        .limit(pageSize)
        .select('*');
      const total = await db.query(uid).count({ where: { publication, state: 'unknown' } });
      return { items: rowsOf(found), page, pageSize, total };
    },

    /**
     * Settles mails in doubt by a person's word; how many there still were. The lease is forgotten: an answer of the mail server that
     * comes late does not overrule the person.
     */
    async settleDoubts(
      connection: Connection,
      publication: string,
      keys: readonly string[] | undefined,
      becomes: 'sent' | 'queued',
      now: number,
    ): Promise<number> {
      const doubts = queryOn(db, mailsTableName, connection).where({ publication, state: 'unknown' });
      if (keys) void doubts.whereIn('key', [...keys]);
      const settled_at = becomes === 'sent' ? now : null;
      return countOf(
        await doubts.update({ state: becomes, lease_token: '', lease_until: 0, next_at: 0, settled_at }),
      );
    },

    async ofContact(contact: string): Promise<MailRow[]> {
      return rowsOf(await table().where({ contact }).orderBy('id').select('*'));
    },

    /** Keeps that a mail went out, and forgets to whom. */
    async anonymise(contact: string): Promise<void> {
      const tie = db.dialect.client === 'mysql' ? "concat('erased-', `key`)" : `'erased-' || "key"`;
      await db.transaction(({ trx }) =>
        queryOn(db, mailsTableName, trx)
          .where({ contact })
          .update({ contact: db.connection.raw(tie), reply: '' }),
      );
    },
  };
};
