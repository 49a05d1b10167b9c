import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { mailCountsOf, type MailCounts } from '../../src/audience/mailing';
import { mailRow, mailState, type MailRow } from '../../src/audience/schema';
import { insertRows, queryOn } from './bulk';
import type { Table } from './table';

export const mailsTableName = 'presence_mails';

/** The ledger of mails: exactly one row for each person and publication. Only keys of people stand here, no addresses. */
export const mailsTable: Table = {
  uid: 'presence::mail',
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
