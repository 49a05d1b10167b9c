// One life of Strapi in the crash test, and an instance among several. `node worker.mjs '{"plugin", "database", "engine", "setup"}'`: with `setup` it makes the
// campaigns and ends; without, it publishes until it is killed (Strapi itself answers SIGTERM by stopping). Says READY and its address on one line.
import { randomBytes } from 'node:crypto';
import { bootStrapi } from '../bench/boot.mjs';
import { bundleServer } from '../server-bundle.mjs';

const { plugin = await bundleServer(), database, engine, setup } = JSON.parse(process.argv[2]);
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

if (setup) {
  await make(setup);
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

/** A campaign with two channels for each of so many articles, all of them due at once. */
async function make({ entries, bluesky, webhook }) {
  const uid = 'api::article.article';
  const settings = await call('GET', '/settings');
  const sites = { baseUrl: 'http://bakery.test', pages: { [uid]: '/{locale}/{slug}' }, hook: null };
  await call('PUT', '/settings', { ...settings, sites, publicUrl: 'http://cms.bakery.test' });
  const channels = [];
  for (const input of [bluesky, webhook]) channels.push((await call('POST', '/channels', input)).key);
  for (let n = 1; n <= entries; n += 1) {
    const title = `Loaf ${String(n).padStart(4, '0')}`;
    const data = { title, slug: `loaf-${n}`, summary: 'Baked at four in the morning.' };
    const { documentId } = await app.strapi
      .documents(uid)
      .create({ data, locale: 'en', status: 'published' });
    const campaign = await call('POST', '/campaigns', {
      entry: { uid, documentId, locale: 'en' },
      name: title,
      catchUp: 'late',
      copies: channels.map((channel) => ({ channel })),
    });
    await call('POST', `/campaigns/${campaign.key}/schedule`, { when: { kind: 'now' } });
  }
}
