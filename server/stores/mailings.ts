import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { insertRows } from './bulk';
import type { Table } from './table';

const uid = 'presence::mailing';
const tableName = 'presence_mailings';

/** One row a publication by e-mail: for whom it is was settled at `started_at`, and is complete once `frozen_at` is set. */
export const mailingsTable: Table = {
  uid,
  singularName: 'mailing',
  tableName,
  attributes: {
    id: { type: 'increments' },
    publication: { type: 'string', column: { args: [36], unique: true } },
    channel: { type: 'string', column: { args: [36] } },
    campaign: { type: 'string', column: { args: [36] } },
    entry: { type: 'string' },
    started_at: { type: 'biginteger' },
    frozen_at: { type: 'biginteger' },
    candidates: { type: 'integer' },
  },
  indexes: [],
};

const mailingRow = z.object({
  publication: z.string(),
  channel: z.string(),
  campaign: z.string(),
  entry: z.string(),
  started_at: z.coerce.number(),
  frozen_at: z.coerce.number().nullable(),
  candidates: z.coerce.number(),
});
export type MailingRow = z.output<typeof mailingRow>;

const names = ['publication', 'channel', 'campaign', 'entry', 'started_at', 'candidates'] as const;

export type MailingsStore = ReturnType<typeof mailingsStore>;

export const mailingsStore = (db: Core.Strapi['db']) => {
  const get = async (publication: string): Promise<MailingRow | null> =>
    mailingRow.nullable().parse(await db.query(uid).findOne({ where: { publication } }));
  return {
    get,

    /** The mailing of a publication; begun now, unless it was begun before. */
    async begin(mailing: Pick<MailingRow, (typeof names)[number]>): Promise<MailingRow> {
      const values = names.map((name) => mailing[name]);
      await insertRows(db, db.connection, tableName, names, [values], { on: 'publication' });
      const row = await get(mailing.publication);
      if (!row) throw new Error(`The mailing ${mailing.publication} vanished while it was begun.`);
      return row;
    },

    async freeze(publication: string, now: number, candidates: number): Promise<void> {
      const where = { publication, frozen_at: null };
      await db.query(uid).updateMany({ where, data: { frozen_at: now, candidates } });
    },
  };
};
