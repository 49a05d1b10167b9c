// Mails a second to 1,000 subscribers, rendered and sent, with everything that belongs to it: the list frozen, a row a person claimed,
// started and settled, tracked links, the way out, the text part. Beside it bare nodemailer, which sends the same finished mail to the
// same server over as many connections and remembers nothing. The mail server runs in a process of its own.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bundleServer } from '../server-bundle.mjs';
import { bootStrapi } from './boot.mjs';

const require = createRequire(import.meta.url);
const count = Number(process.env.BENCH_ROWS ?? 1_000);
const databases = (process.env.PRESENCE_DATABASES ?? 'sqlite,postgres,mysql').split(',');
const connections = 5;
const uid = 'api::article.article';

const plugin = await bundleServer(`
  export { wired } from './server/wire';
  export { wireMail } from './server/wire-mail';
  export { contactsStore } from './server/stores/contacts';
  export { newContact } from './server/services/audience';
`);
const { wired, wireMail, contactsStore, newContact } = require(plugin);
const server = await mailServer();
const rows = [];
for (const db of databases) rows.push(...(await measured(db)));
server.stop();
console.log(`RESULT ${JSON.stringify(rows)}`);
process.exit(0);

async function measured(db) {
  const app = await bootStrapi({ db, plugin });
  const presence = wired(app.strapi);
  const paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', text: 'Baked at four in the morning, with rye from the valley. '.repeat(12) }],
  };
  const data = {
    title: 'Rye is back',
    slug: 'rye',
    summary: 'From Friday on.',
    body: Array.from({ length: 12 }, () => paragraph),
  };
  const { documentId } = await app.strapi.documents(uid).create({ data, locale: 'en', status: 'published' });
  const entry = { uid, documentId, locale: 'en' };
  const { seal } = await presence.entries.load(entry, 'published');
  const now = Date.now();
  const people = Array.from({ length: count }, (_, n) => ({
    ...newContact(
      randomUUID(),
      `reader${n}@readers.test`,
      { name: `Reader ${n}`, locale: 'en', source: 'bench' },
      now - 2_000,
    ),
    confirmed_at: now - 1_000,
  }));
  await contactsStore(app.strapi.db).add(people);

  const smtp = { host: '127.0.0.1', port: server.smtpPort, security: 'none', user: '', connections };
  const settings = {
    fromName: 'Bakery',
    fromEmail: 'news@bakery.test',
    rate: 1_000,
    imprint: 'Mill Lane 1',
    smtp,
  };
  const account = { key: randomUUID(), kind: 'email', name: 'Newsletter', settings, secret: null };
  const mail = wireMail(app.strapi, {
    ...presence,
    ledger: presence.engagement.ledger,
    allow: ['127.0.0.1'],
    account: async () => account,
    goOn: async () => true,
    wake: () => undefined,
    now: () => Date.now(),
  });
  const copy = {
    text: '',
    subject: 'Rye is back',
    preheader: 'From Friday',
    link: 'https://bakery.test/en/rye',
    pictures: [],
    edited: false,
  };
  const publication = randomUUID();
  const delivery = {
    publication,
    attempt: 1,
    entry,
    campaign: randomUUID(),
    seal,
    copy,
    pageUrl: null,
    createdAt: now,
    dueAt: now,
  };
  const started = performance.now();
  const outcome = await mail.adapter.deliver(account, {
    ...delivery,
    track: async (url) => url,
    beat: async () => true,
  });
  const sent = (count * 1_000) / (performance.now() - started);
  if (outcome.kind !== 'delivered' || outcome.note !== `${count} sent.`)
    throw new Error(JSON.stringify(outcome));

  const { html, text } = await server.one('reader1@readers.test');
  const bare = await bareNodemailer(html, text);
  await mail.stop();
  await app.stop();
  return [
    {
      what: `${db}: mails of ${Math.round(Buffer.byteLength(html) / 1024)} KB rendered and sent to ${count} people, beside bare nodemailer`,
      value: sent.toFixed(0),
      unit: '/s',
      bare: bare.toFixed(0),
      ratio: (sent / bare).toFixed(2),
      goal: '',
    },
  ];
}

async function bareNodemailer(html, text) {
  const { createTransport } = require('nodemailer');
  const transport = createTransport({
    host: '127.0.0.1',
    port: server.smtpPort,
    pool: true,
    maxConnections: connections,
    ignoreTLS: true,
  });
  const started = performance.now();
  await Promise.all(
    Array.from({ length: count }, (_, n) =>
      transport.sendMail({
        from: 'news@bakery.test',
        to: `bare${n}@readers.test`,
        subject: 'Rye is back',
        html,
        text,
      }),
    ),
  );
  const perSecond = (count * 1_000) / (performance.now() - started);
  transport.close();
  return perSecond;
}

async function mailServer() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../network/mail.mjs', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
  const { smtpPort, inboxUrl } = JSON.parse(line);
  const fetched = async (path) => (await fetch(`${inboxUrl}/${path}`)).text();
  return {
    smtpPort,
    /** The finished mail to one person. */
    async one(recipient) {
      const { id } = JSON.parse(await fetched('mails.json')).find(({ to }) => to.includes(recipient));
      return { html: await fetched(`mails/${id}/html`), text: await fetched(`mails/${id}/text`) };
    },
    stop: () => child.kill('SIGTERM'),
  };
}
