import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { contactRow, type Contact, type ContactCounts, type ContactState } from '../../src/audience/schema';
import { askAgainAfter } from '../../src/audience/standing';
import type { Page } from '../../src/shared/page';
import { countOf, insertRows, queryOn } from './bulk';
import type { Table } from './table';

const uid = 'presence::contact';
export const contactsTableName = 'presence_contacts';

/** People who gave an address. Only facts are stored; where a person stands is derived from them. */
export const contactsTable: Table = {
  uid,
  singularName: 'contact',
  tableName: contactsTableName,
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    email: { type: 'string', column: { args: [254], unique: true } },
    name: { type: 'string' },
    locale: { type: 'string', column: { args: [35] } },
    source: { type: 'string' },
    created_at: { type: 'biginteger' },
    asked_at: { type: 'biginteger' },
    confirmed_at: { type: 'biginteger' },
    unsubscribed_at: { type: 'biginteger' },
    bounced_at: { type: 'biginteger' },
    bounce_reply: { type: 'text' },
  },
  indexes: [{ name: 'presence_contacts_confirmed_index', columns: ['confirmed_at'] }],
};

const columns = [
  'key',
  'email',
  'name',
  'locale',
  'source',
  'created_at',
  'asked_at',
  'confirmed_at',
  'unsubscribed_at',
  'bounced_at',
  'bounce_reply',
] as const;

/** The same decision as `stateOf`, for the database. */
const whereState: Readonly<Record<ContactState, object>> = {
  unsubscribed: { unsubscribed_at: { $notNull: true } },
  bounced: { unsubscribed_at: null, bounced_at: { $notNull: true } },
  subscribed: { unsubscribed_at: null, bounced_at: null, confirmed_at: { $notNull: true } },
  pending: { unsubscribed_at: null, bounced_at: null, confirmed_at: null },
};

const keyed = z.array(z.object({ id: z.coerce.number(), key: z.string() }));

export type ContactsStore = ReturnType<typeof contactsStore>;

export const contactsStore = (db: Core.Strapi['db']) => {
  const table = () => queryOn(db, contactsTableName);
  const one = async (where: object): Promise<Contact | null> =>
    contactRow.nullable().parse(await db.query(uid).findOne({ where }));
  const change = async (key: string, guard: object, data: object): Promise<boolean> =>
    (await db.query(uid).updateMany({ where: { key, ...guard }, data })).count === 1;

  return {
    byEmail: (email: string) => one({ email }),
    byKey: (key: string) => one({ key }),

    async byKeys(keys: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
      const rows = z
        .array(contactRow)
        .parse(await db.query(uid).findMany({ where: { key: { $in: [...keys] } } }));
      return new Map(rows.map((row) => [row.key, row]));
    },

    /** Adds people whose address is not there yet; leaves the others as they are. */
    async add(contacts: readonly Contact[]): Promise<void> {
      // PostgreSQL cannot tell of which type a column is that is empty in every row.
      const filled = columns.filter((column) => contacts.some((contact) => contact[column] !== null));
      const rows = contacts.map((contact) => filled.map((column) => contact[column]));
      await insertRows(db, db.connection, contactsTableName, filled, rows, { on: 'email' });
    },

    /** True for the one caller who may send the confirmation mail now: of two at once only one gets it. */
    async claimAsking(key: string, now: number): Promise<boolean> {
      const changed = await table()
        .where({ key })
        .where((query) => void query.whereNull('asked_at').orWhere('asked_at', '<=', now - askAgainAfter))
        .update({ asked_at: now });
      return countOf(changed) === 1;
    },

    /** Gives the claim back, because the mail could not be sent. */
    giveBackAsking: (key: string, askedAt: number) => change(key, { asked_at: askedAt }, { asked_at: null }),

    describe: (key: string, facts: Pick<Contact, 'name' | 'locale' | 'source'>) => change(key, {}, facts),

    async confirm(key: string, now: number): Promise<void> {
      await change(key, {}, { confirmed_at: now, unsubscribed_at: null, bounced_at: null, bounce_reply: '' });
    },

    /** False where the person had left before. */
    leave: (key: string, now: number) => change(key, { unsubscribed_at: null }, { unsubscribed_at: now }),

    bounce: (key: string, now: number, reply: string) =>
      change(key, { bounced_at: null }, { bounced_at: now, bounce_reply: reply }),

    async remove(key: string): Promise<void> {
      await db.query(uid).deleteMany({ where: { key } });
    },

    async page(
      { state, q }: { readonly state?: ContactState | undefined; readonly q?: string | undefined },
      page: number,
      pageSize: number,
    ): Promise<Page<Contact>> {
      const where = {
        ...(state === undefined ? {} : whereState[state]),
        ...(q ? { $or: [{ email: { $containsi: q } }, { name: { $containsi: q } }] } : {}),
      };
      const found = await db.query(uid).findMany({
        where,
        orderBy: { id: 'desc' },
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return {
        items: z.array(contactRow).parse(found),
        page,
        pageSize,
        total: await db.query(uid).count({ where }),
      };
    },

    async counts(): Promise<ContactCounts> {
      const count = (state: ContactState): Promise<number> =>
        db.query(uid).count({ where: whereState[state] });
      const [pending, subscribed, unsubscribed, bounced] = [
        await count('pending'),
        await count('subscribed'),
        await count('unsubscribed'),
        await count('bounced'),
      ];
      return {
        pending,
        subscribed,
        unsubscribed,
        bounced,
        total: pending + subscribed + unsubscribed + bounced,
      };
    },

    /** Subscribers who had confirmed by a time, in the order of their ids: a piece after `after`. */
    async subscribed(by: number, after: number, limit: number): Promise<z.output<typeof keyed>> {
      const rows: unknown = await table()
        .where('id', '>', after)
        .where('confirmed_at', '<=', by)
        .whereNull('unsubscribed_at')
        .whereNull('bounced_at')
        .orderBy('id')
        .limit(limit)
        .select('id', 'key');
      return keyed.parse(rows);
    },
  };
};
