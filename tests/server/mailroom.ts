import type { Account, Delivery } from '../../src/channels/channel';
import type { Contact } from '../../src/audience/schema';
import { newContact } from '../../server/services/audience';
import { contactsStore } from '../../server/stores/contacts';
import { wired } from '../../server/wire';
import { wireMail, type Mail } from '../../server/wire-mail';
import { startSmtp, type Options, type Smtp } from '../network/smtp.mjs';
import { bootStrapi, type App } from './boot';
import type { DatabaseKind } from './databases';

/** A Strapi with an entry, a mail server, and a newsletter whose clock the test moves. */
export interface Mailroom {
  readonly app: App;
  readonly smtp: Smtp;
  readonly mail: Mail;
  readonly clock: { now: number };
  /** The same newsletter as another process would build it: same database, nothing remembered. `allow`: private addresses. */
  again(allow?: readonly string[]): Mail;
  account(change?: { readonly settings?: object; readonly secret?: object | null }): Account;
  delivery(publication: string, change?: Partial<Delivery>): Promise<Delivery>;
  /** Subscribers `name1@readers.test` and so on, confirmed. */
  readers(name: string, count: number, change?: Partial<Contact>): Promise<Contact[]>;
  stop(): Promise<void>;
}

const article = 'api::article.article';

export async function mailroom(db: DatabaseKind, options: Options = {}): Promise<Mailroom> {
  const app = await bootStrapi({ db });
  const smtp = await startSmtp(options);
  const clock = { now: Date.UTC(2026, 4, 4, 8) };
  const presence = wired(app.strapi);
  const made: Mail[] = [];
  const account: Mailroom['account'] = ({ settings = {}, secret = null } = {}) => ({
    key: 'a1b2c3d4-0000-4000-8000-000000000001',
    kind: 'email',
    name: 'Newsletter',
    settings: {
      fromName: 'Lindner & Daughters',
      fromEmail: 'news@bakery.test',
      imprint: 'Lindner & Daughters\nMill Lane 1, 12345 Town',
      rate: 1_000,
      smtp: { host: '127.0.0.1', port: smtp.port, security: 'none', connections: 2 },
      ...settings,
    },
    secret,
  });
  const again: Mailroom['again'] = (allow = ['127.0.0.1']) => {
    const mail = wireMail(app.strapi, {
      ...presence,
      ledger: presence.engagement.ledger,
      allow,
      account: async () => account(),
      goOn: presence.publishing.goOn,
      wake: () => undefined,
      now: () => clock.now,
    });
    made.push(mail);
    return mail;
  };
  const { documentId } = await app.strapi.documents(article).create({
    data: {
      title: 'Rye is back',
      summary: 'From Friday on.',
      body: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'Come ' },
            { type: 'link', url: 'https://bakery.test/rye', children: [{ type: 'text', text: 'by' }] },
          ],
        },
      ],
    },
    locale: 'en',
  });
  const entry = { uid: article, documentId, locale: 'en' };
  return {
    app,
    smtp,
    clock,
    again,
    account,
    mail: again(),
    async delivery(publication, change = {}) {
      const loaded = await presence.entries.load(entry, 'draft');
      if (!loaded) throw new Error('The entry is gone.');
      return {
        publication,
        attempt: 1,
        entry,
        campaign: 'c1b2c3d4-0000-4000-8000-000000000001',
        seal: loaded.seal,
        copy: {
          text: 'Rye is back',
          subject: 'Rye is back – Größe S',
          preheader: 'From Friday',
          link: 'https://bakery.test/en/rye',
          pictures: [],
          edited: false,
        },
        pageUrl: 'https://bakery.test/en/rye',
        createdAt: clock.now,
        dueAt: clock.now,
        track: async (url: string) => url,
        beat: async () => true,
        ...change,
      };
    },
    async readers(name, count, change = {}) {
      const people = Array.from({ length: count }, (_, index) => ({
        ...newContact(
          crypto.randomUUID(),
          `${name}${index + 1}@readers.test`,
          { name: `Reader ${index + 1}`, locale: 'en', source: 'test' },
          clock.now - 1_000,
        ),
        confirmed_at: clock.now - 1_000,
        ...change,
      }));
      await contactsStore(app.strapi.db).add(people);
      return people;
    },
    async stop() {
      for (const one of made) await one.stop();
      await smtp.stop();
      await app.stop();
    },
  };
}

/** Everybody leaves, so that the next test begins with an empty list. */
export async function emptyList({ app }: Mailroom): Promise<void> {
  for (const name of ['contact', 'consent', 'mail', 'mailing'])
    await app.strapi.db.query(`presence::${name}`).deleteMany();
}
