import { randomUUID } from 'node:crypto';
import type { Workflow } from '../../src/governance/workflow/schema';
import { wired } from '../../server/wire';
import { wireSignOff, type SignOffPart } from '../../server/wire-signoff';
import { startSmtp, type Smtp } from '../network/smtp.mjs';
import { bootStrapi, type App } from './boot';
import { createDatabase, type DatabaseKind, type TestDatabase } from './databases';
import type { Panel } from './newsroom';
import { hire, type Answer, type Staff } from './staff';

export const article = 'api::article.article';

interface Refused {
  readonly error: { readonly message: string; readonly details: { readonly code: string } };
}

export interface Link {
  readonly key: string;
  readonly name: string;
  readonly state: string;
  readonly counts: boolean;
}

/** A page as a person's browser gets it. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** What goes back with the form; empty where there is none. */
  readonly page: string;
}

/** A browser says what it is; programs say other things. */
const browser =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1';

/** A bakery whose owner approves from the phone. */
export interface SignOffRoom {
  readonly app: App;
  readonly database: TestDatabase;
  readonly smtp: Smtp;
  readonly rosa: Staff;
  readonly emil: Staff;
  readonly nora: Staff;
  /** Writes an article, submits it, and gives its documentId. */
  submitted(fields?: object): Promise<string>;
  panel(documentId: string): Promise<Panel>;
  ask(by: Staff, documentId: string, change?: object): Promise<Answer<{ links: Link[] } & Refused>>;
  /** Asks, and gives the address that the mail leads to. */
  linkTo(documentId: string, change?: object, by?: Staff): Promise<string>;
  links(documentId: string): Promise<Link[]>;
  open(address: string, headers?: Record<string, string>): Promise<Seen>;
  press(
    address: string,
    fields: Record<string, string>,
  ): Promise<Seen & { readonly location: string | null }>;
  /** Opens the page, waits as a person does, and presses. */
  answer(
    address: string,
    decision: string,
    fields?: Record<string, string>,
  ): ReturnType<SignOffRoom['press']>;
  /** Meanwhile no time passes, however slow the machine is. */
  atOnce<T>(work: () => Promise<T>): Promise<T>;
  /** A person takes more than a second. */
  look(): void;
  people(list: readonly object[]): Promise<void>;
  /** Approvals of articles follow this. */
  workflow(change: (standard: Workflow['transitions'][number]) => object): Promise<void>;
  audit(kind: string): Promise<
    readonly {
      readonly entry: string | null;
      readonly by: { readonly kind: string; readonly name: string };
      readonly details: Record<string, unknown>;
    }[]
  >;
  edit(by: Staff, documentId: string, fields: object): Promise<void>;
  /** The same as another process would build it: same database, nothing remembered. */
  again(): SignOffPart;
  stop(): Promise<void>;
}

export const owner = { name: 'Rosa Lindner', email: 'rosa@lindner-home.test', language: 'en' };

export async function signOffRoom(db: DatabaseKind): Promise<SignOffRoom> {
  const database = await createDatabase(db);
  const smtp = await startSmtp();
  const presence = { engine: { enabled: false }, outgoing: { allow: ['127.0.0.1'] } };
  const app = await bootStrapi({ database, presence });
  const real = Date.now;
  let ahead = 0;
  let held: number | null = null;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => (held ?? real()) + ahead);
  const rosa = await hire(app, 'Rosa');
  const emil = await hire(app, 'Emil', ['read', 'review.submit']);
  const nora = await hire(app, 'Nora', ['read', 'review.submit', 'review.approve', 'review.assign']);
  const { body } = await rosa.call('GET', '/presence/settings');
  const saved = await rosa.call('PUT', '/presence/settings', {
    ...body,
    governed: [article],
    publicUrl: app.url,
  });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  const channel = await rosa.call('POST', '/presence/channels', {
    kind: 'email',
    name: 'Letters',
    settings: {
      fromName: 'Lindner & Daughters',
      fromEmail: 'news@bakery.test',
      imprint: 'Mill Lane 1',
      smtp: { host: '127.0.0.1', port: smtp.port, security: 'none' },
    },
  });
  if (channel.status !== 201) throw new Error(JSON.stringify(channel.body));
  const entryOf = (documentId: string) => ({ uid: article, documentId, locale: 'en' });
  const base = `/content-manager/collection-types/${article}`;

  const seen = async (response: Response): Promise<Seen> => {
    const html = await response.text();
    const page = /name="page" value="([\w-]*)"/.exec(html)?.[1] ?? '';
    return { status: response.status, html, headers: response.headers, page };
  };
  const room: SignOffRoom = {
    app,
    database,
    smtp,
    rosa,
    emil,
    nora,
    async submitted(fields = {}) {
      const written = await emil.call<{ data: { documentId: string } }>('POST', `${base}?locale=en`, {
        title: 'Rye is back',
        summary: 'From Friday on.',
        slug: `rye-${randomUUID()}`,
        ...fields,
      });
      const { documentId } = written.body.data;
      const { seal } = await room.panel(documentId);
      const { status, body: refusal } = await emil.call('POST', '/presence/entry/decision', {
        entry: entryOf(documentId),
        kind: 'submit',
        seal,
      });
      if (status !== 200) throw new Error(JSON.stringify(refusal));
      return documentId;
    },
    async panel(documentId) {
      const query = new URLSearchParams(entryOf(documentId)).toString();
      return (await rosa.call<Panel>('GET', `/presence/entry?${query}`)).body;
    },
    async ask(by, documentId, change = {}) {
      const answer = await by.call<{ links: Link[] } & Refused>('POST', '/presence/signoffs', {
        entry: entryOf(documentId),
        ...owner,
        ...change,
      });
      await wired(app.strapi).signOff.mails.idle();
      return answer;
    },
    async linkTo(documentId, change = {}, by = emil) {
      const asked = await room.ask(by, documentId, change);
      if (asked.status !== 200) throw new Error(JSON.stringify(asked.body));
      const text = (await smtp.mails.at(-1)?.parsed())?.text ?? '';
      return /http\S+\/presence\/signoff\/[\w-]+/.exec(text)?.[0] ?? '';
    },
    async links(documentId) {
      const query = new URLSearchParams(entryOf(documentId)).toString();
      return (await rosa.call<{ links: Link[] }>('GET', `/presence/signoffs?${query}`)).body.links;
    },
    open: async (address, headers = {}) =>
      seen(await fetch(address, { headers: { 'user-agent': browser, ...headers } })),
    async press(address, fields) {
      const response = await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'user-agent': browser, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      });
      return { ...(await seen(response)), location: response.headers.get('location') };
    },
    async answer(address, decision, fields = {}) {
      const { page } = await room.open(address);
      room.look();
      const tick: Record<string, string> = decision === 'approve' ? { confirm: 'yes' } : {};
      return room.press(address, { page, decision, ...tick, ...fields });
    },
    async atOnce(work) {
      held = real();
      const done = await work();
      held = null;
      return done;
    },
    look() {
      ahead += 1_500;
    },
    async people(list) {
      const { status, body: refusal } = await rosa.call('PUT', '/presence/signoff/people', { people: list });
      if (status !== 200) throw new Error(JSON.stringify(refusal));
    },
    async workflow(change) {
      const { workflows } = wired(app.strapi);
      const { definition } = await workflows.currentFor('api::none.none', null);
      const key = `w-${randomUUID().slice(0, 8)}`;
      const transitions = definition.transitions.map((one) => ({ ...one, ...change(one) }));
      await app.strapi.db.query('presence::workflows').create({
        data: {
          ...{ stamp: randomUUID(), key, version: 1, source: 'admin', at: 1, removedAt: null },
          definition: JSON.stringify({ ...definition, key, transitions }),
          by: JSON.stringify({ kind: 'system', id: '', name: 'Test' }),
        },
      });
      const store = app.strapi.store({ type: 'plugin', name: 'presence' });
      await store.set({ key: 'policies', value: [{ workflow: key, types: [article], locales: null }] });
      workflows.forget();
    },
    async audit(kind) {
      type Line = Awaited<ReturnType<SignOffRoom['audit']>>[number] & { kind: string };
      const rows = await app.strapi.db.query('presence::audit').findMany({ orderBy: { id: 'asc' } });
      return (rows as (Line & { by: string; details: string })[])
        .filter((row) => row.kind === kind)
        .map(({ entry, by, details }) => ({
          entry,
          by: JSON.parse(by as unknown as string),
          details: JSON.parse(details as unknown as string),
        }));
    },
    async edit(by, documentId, fields) {
      const { status, body: refusal } = await by.call('PUT', `${base}/${documentId}?locale=en`, fields);
      if (status !== 200) throw new Error(JSON.stringify(refusal));
    },
    again() {
      const presence = wired(app.strapi);
      return wireSignOff(app.strapi, {
        ...presence,
        account: async () => null,
        transportOf: presence.mail.transportOf,
        brand: presence.mail.brand,
        channels: presence.channels.names,
        titleOf: async () => 'Rye is back',
        threads: presence.room.threads,
        workflowOf: presence.workflows.byRef,
        differenceSince: async () => null,
        emit: presence.outbox.emit,
        now: () => Date.now(),
      });
    },
    async stop() {
      clock.mockRestore();
      await app.stop();
      await smtp.stop();
      await database.drop();
    },
  };
  await room.people([owner]);
  return room;
}
