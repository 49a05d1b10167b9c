import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { person, type Person } from '../../src/governance/schema';
import {
  signOffLink,
  type LinkEnd,
  type LinkMail,
  type SignOffLink,
} from '../../src/governance/signoff/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::signoff';

/** Links that let somebody without a seat decide once. Of the secret in the address only its hash is here. */
export const signoffsTable: Table = {
  uid,
  singularName: 'presence_signoff',
  tableName: 'presence_signoffs',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    secretHash: { type: 'string' },
    entry: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string' },
    language: { type: 'string' },
    message: { type: 'text' },
    seal: { type: 'string' },
    askedBy: { type: 'text' },
    askedAt: { type: 'biginteger' },
    expiresAt: { type: 'biginteger' },
    openedAt: { type: 'biginteger' },
    end: { type: 'string', columnName: 'ended' },
    endedAt: { type: 'biginteger' },
    endedBy: { type: 'text' },
    decidedSeal: { type: 'string' },
    comment: { type: 'text' },
    mail: { type: 'string' },
    mailError: { type: 'text' },
    mailAttempts: { type: 'integer' },
    mailNextAt: { type: 'biginteger' },
    mailToken: { type: 'string' },
    mailUntil: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_signoffs_entry', columns: ['entry', 'ended'] },
    { name: 'presence_signoffs_mail', columns: ['mail', 'mail_next_at'] },
    { name: 'presence_signoffs_expires', columns: ['ended', 'expires_at'] },
  ],
};

// Drivers hand big integers back as strings, and an absent one must not become 0.
const moment = z.preprocess(
  (value) => (value === null || value === undefined ? null : Number(value)),
  z.number().nullable(),
);

const row = signOffLink.extend({
  secretHash: z.string(),
  askedBy: jsonText(person),
  openedAt: moment,
  endedAt: moment,
  endedBy: z.union([z.null(), jsonText(person)]),
  mailAttempts: z.coerce.number(),
});
/** A link with what only the server needs. */
export type SignOffRow = z.output<typeof row>;

/** How a link ends. */
interface Ending {
  readonly end: LinkEnd;
  readonly at: number;
  readonly by: Person | null;
  readonly seal?: string;
  readonly comment?: string | null;
}

const columnsOf = ({
  end,
  at,
  by,
  seal = null as string | null,
  comment = null,
}: Omit<Ending, 'seal'> & { readonly seal?: string | null }) => ({
  end,
  endedAt: at,
  endedBy: by && JSON.stringify(by),
  decidedSeal: seal,
  comment,
});

export type SignOffsStore = ReturnType<typeof signOffsStore>;

/** Every end is written by a guarded update, so that of two presses at the same time one wins. */
export const signOffsStore = (db: Core.Strapi['db']) => {
  const query = () => db.query(uid);
  const find = async (where: object, limit?: number): Promise<SignOffRow[]> =>
    z
      .array(row)
      .parse(await query().findMany({ where, orderBy: { id: 'desc' }, ...(limit ? { limit } : {}) }));
  const change = async (where: object, data: object): Promise<number> =>
    (await query().updateMany({ where, data })).count;

  return {
    async add(link: SignOffLink, mailNextAt: number): Promise<void> {
      await query().create({
        data: {
          ...link,
          askedBy: JSON.stringify(link.askedBy),
          endedBy: link.endedBy && JSON.stringify(link.endedBy),
          secretHash: '',
          mailAttempts: 0,
          mailNextAt,
          mailToken: '',
          mailUntil: 0,
        },
      });
    },

    byKey: async (key: string): Promise<SignOffRow | null> => (await find({ key }, 1))[0] ?? null,

    /** Newest first. */
    ofEntry: (entry: string, limit: number): Promise<SignOffRow[]> => find({ entry }, limit),

    /** How many links a person gave out since a time. */
    countSince: (since: number, askedBy: string): Promise<number> =>
      query().count({ where: { askedAt: { $gte: since }, askedBy } }),

    /** Its one answer. False where somebody was faster, it was taken back, or its time is over. */
    async answer(key: string, { at, ...ending }: Ending): Promise<boolean> {
      const where = { key, end: null, expiresAt: { $gt: at } };
      return (await change(where, columnsOf({ at, ...ending }))) === 1;
    },

    /** Ends an open link; false where it had ended. */
    close: async (key: string, ending: Ending): Promise<boolean> =>
      (await change({ key, end: null }, columnsOf(ending))) === 1,

    /** Ends every open link of an entry; those that were open. */
    async closeAll(entry: string, ending: Ending): Promise<SignOffRow[]> {
      const open = await find({ entry, end: null });
      const closed = [];
      for (const link of open)
        if ((await change({ key: link.key, end: null }, columnsOf(ending))) === 1) closed.push(link);
      return closed;
    },

    /** Writes down that their time is over, so that a clock that is set back does not open them again. */
    expire: (now: number): Promise<number> =>
      change({ end: null, expiresAt: { $lte: now } }, columnsOf({ end: 'expired', at: now, by: null })),

    /** True the first time. */
    opened: async (key: string, at: number): Promise<boolean> =>
      (await change({ key, openedAt: null }, { openedAt: at })) === 1,

    /** Puts the mail of an open link in line again. A link that had a mail gets a new secret with the next one. */
    again: async (key: string, now: number, expiresAt: number): Promise<boolean> =>
      (await change(
        { key, end: null, mail: { $in: ['sent', 'unknown', 'failed'] } },
        {
          mail: 'queued',
          mailError: '',
          mailAttempts: 0,
          mailNextAt: now,
          mailToken: '',
          mailUntil: 0,
          expiresAt,
        },
      )) === 1,

    /** Mails that are due and that nobody is sending. */
    due: (now: number, limit: number): Promise<SignOffRow[]> =>
      find({ mail: 'queued', end: null, mailNextAt: { $lte: now }, mailUntil: { $lte: now } }, limit),

    /** Takes one mail to hand it over; from here on the link has this secret. False where another process was faster. */
    start: async (
      key: string,
      token: string,
      secretHash: string,
      now: number,
      until: number,
    ): Promise<boolean> =>
      (await change(
        { key, mail: 'queued', end: null, mailUntil: { $lte: now } },
        { mail: 'sending', mailToken: token, mailUntil: until, secretHash },
      )) === 1,

    /** Writes down what became of a mail that this token took. */
    async settle(
      key: string,
      token: string,
      next: {
        readonly mail: LinkMail;
        readonly mailError: string;
        readonly mailAttempts: number;
        readonly mailNextAt: number;
      },
    ): Promise<void> {
      await change({ key, mailToken: token }, { ...next, mailToken: '', mailUntil: 0 });
    },

    /** Mails whose process died while it handed them over: they may have arrived. */
    orphans: (now: number): Promise<number> =>
      change(
        { mail: 'sending', mailUntil: { $lte: now } },
        {
          mail: 'unknown',
          mailError: 'Strapi stopped before the mail server answered.',
          mailToken: '',
          mailUntil: 0,
        },
      ),
  };
};
