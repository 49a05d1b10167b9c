// One life of Strapi in the crash test, and an instance among several. `node worker.mjs '{"plugin", "database", "engine", "setup"}'`: with `setup` it makes the
// campaigns and ends, with `mailing` newsletters; without, it publishes until it is killed (Strapi itself answers SIGTERM by stopping). Says READY and its address on one line.
import { randomBytes, randomUUID } from 'node:crypto';
import { bootStrapi } from '../bench/boot.mjs';
import { bundleServer } from '../server-bundle.mjs';

const {
  plugin = await bundleServer(),
  database,
  engine,
  setup,
  mailing,
  clock,
} = JSON.parse(process.argv[2]);
if (clock) {
  const real = Date.now;
  Date.now = () => real() + clock;
}
const app = await bootStrapi({ plugin, database, presence: { engine, outgoing: { allow: ['127.0.0.1'] } } });

const token = await signedIn();
const call = async (method, path, body) => {
  const response = await fetch(`${app.url}/presence${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
};

if (setup || mailing) {
  if (setup) await make(setup);
  if (mailing) await makeMailing(mailing);
  await app.stop();
  process.exit(0);
}
process.stdout.write(`READY ${JSON.stringify({ url: app.url, token })}\n`);
async function signedIn() {
  const email = `${randomBytes(4).toString('hex')}@bakery.test`;
  const password = 'Sourdough-2026';
  const role = await app.strapi.service('admin::role').getSuperAdmin();
  await app.strapi
    .service('admin::user')
    .create({ email, firstname: 'Rosa', lastname: 'Test', password, isActive: true, roles: [role.id] });
  const response = await fetch(`${app.url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return (await response.json()).data.token;
}

/** A campaign with these channels for each of so many articles, all of them due at once, or one after the other over `spread` milliseconds. */
async function make({ entries, channels: accounts, spread, picture: bytes }) {
  const uid = 'api::article.article';
  const settings = await call('GET', '/settings');
  const sites = { baseUrl: 'http://bakery.test', pages: { [uid]: '/{locale}/{slug}' }, hook: null };
  await call('PUT', '/settings', { ...settings, sites, publicUrl: 'http://cms.bakery.test' });
  const channels = [];
  for (const input of accounts) channels.push((await call('POST', '/channels', input)).key);
  const picture = bytes && (await uploaded(bytes));
  const one = async (n) => {
    const title = `Loaf ${String(n).padStart(4, '0')}`;
    const data = { title, slug: `loaf-${n}`, summary: 'Baked at four in the morning.' };
    const { documentId } = await app.strapi
      .documents(uid)
      .create({ data, locale: 'en', status: 'published' });
    const campaign = await call('POST', '/campaigns', {
      entry: { uid, documentId, locale: 'en' },
      name: title,
      catchUp: 'late',
      copies: channels.map((channel, index) =>
        picture && n % 2 === 0 && accounts[index].kind === 'mastodon'
          ? { channel, copy: { text: `${title}, fresh from the oven.`, link: null, pictures: [picture] } }
          : { channel },
      ),
    });
    await call('POST', `/campaigns/${campaign.key}/schedule`, { when: { kind: 'now' } });
  };
  let next = 0;
  const some = async () => {
    while (next < entries) await one((next += 1));
  };
  await Promise.all([some(), some(), some(), some()]);
  if (spread) await spreadOut(spread, channels);
}

/** A picture of the media library, from base64. */
async function uploaded(bytes) {
  const form = new FormData();
  form.append('files', new Blob([Buffer.from(bytes, 'base64')], { type: 'image/jpeg' }), 'fault-run.jpg');
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${app.url}/upload`, { method: 'POST', headers, body: form });
  const [{ hash, url }] = await response.json();
  return { hash, url, alt: 'A loaf on a board' };
}

/** Times are chosen by the minute; the run wants them closer together. */
async function spreadOut(spread, channels) {
  const on = () => app.strapi.db.connection('presence_publications');
  const rows = await on().where('state', 'scheduled').whereIn('channel', channels).orderBy('id').select('id');
  const from = Date.now();
  for (const [index, { id }] of rows.entries())
    await on()
      .where({ id })
      .update({ next_at: from + Math.round((spread * index) / rows.length) });
}

/** Readers who confirmed, and newsletters to all of them, due at once, or one after the other over `spread` milliseconds. */
async function makeMailing({ readers, campaigns, port, rate = 1_000, user = '', password, spread }) {
  const at = Date.now() - 1_000;
  const contacts = Array.from({ length: readers }, (_, n) => ({
    key: randomUUID(),
    email: `reader${n + 1}@readers.test`,
    name: `Reader ${n + 1}`,
    locale: 'en',
    source: 'crash',
    created_at: at,
    confirmed_at: at,
    bounce_reply: '',
  }));
  for (const contact of contacts) await app.strapi.db.query('presence::contact').create({ data: contact });
  const settings = {
    fromName: 'Bakery',
    fromEmail: 'news@bakery.test',
    imprint: 'Mill Lane 1',
    rate,
    smtp: { host: '127.0.0.1', port, security: 'none', user, connections: 5 },
  };
  const { key: channel } = await call('POST', '/channels', {
    kind: 'email',
    name: 'News',
    settings,
    secret: password === undefined ? null : { password },
  });
  const uid = 'api::article.article';
  for (let n = 1; n <= campaigns; n += 1) {
    const title = `Letter ${String(n).padStart(4, '0')}`;
    const data = { title, slug: `letter-${n}`, summary: 'Baked at four in the morning.' };
    const { documentId } = await app.strapi
      .documents(uid)
      .create({ data, locale: 'en', status: 'published' });
    const campaign = await call('POST', '/campaigns', {
      entry: { uid, documentId, locale: 'en' },
      name: title,
      catchUp: 'late',
      copies: [{ channel }],
    });
    await call('POST', `/campaigns/${campaign.key}/schedule`, { when: { kind: 'now' } });
  }
  if (spread) await spreadOut(spread, [channel]);
}
