// A month with 2,000 publications over HTTP, among 20,000 others, on SQLite and PostgreSQL: beside the same rows by bare SQL in the
// same process, and beside a request through the same door that asks the database for nothing of ours.
import { randomUUID } from 'node:crypto';
import { bootStrapi, quantile } from './boot.mjs';

const inMonth = 2_000;
const others = 20_000;
const rounds = 40;
const day = 86_400_000;
const from = Date.UTC(2030, 4, 1);
const to = from + 31 * day;
const kinds = ['website', 'bluesky', 'email', 'webhook'];
const states = ['scheduled', 'delivered', 'held', 'cancelled'];

const text =
  'Rye is back, fresh from the oven at four in the morning. Come early, bring a bag, and taste the crust. ';
const copy = JSON.stringify({
  text: text.repeat(3),
  title: 'Rye is back',
  link: null,
  pictures: [],
  edited: false,
});

const insert = async (strapi, table, rows) => {
  for (let start = 0; start < rows.length; start += 90)
    await strapi.db.connection(table).insert(rows.slice(start, start + 90));
};

async function fill(strapi) {
  const campaigns = [];
  const publications = [];
  for (let n = 0; n < inMonth + others; n += 1) {
    if (n % 4 === 0)
      campaigns.push({
        key: randomUUID(),
        entry: `api::article.article|d${n}|en`,
        entry_title: `Loaf number ${n}`,
        name: `Week ${n}`,
        goal: '',
        catch_up: 'late',
        created_by: 'Rosa',
        created_at: from,
      });
    const isIn = n < inMonth;
    // The others lie around the month, ten years each way.
    const due = isIn
      ? from + Math.floor((n / inMonth) * 31 * day)
      : n % 2 === 0
        ? from - 1 - n * 3_000_000
        : to + n * 3_000_000;
    publications.push({
      key: randomUUID(),
      campaign: campaigns.at(-1).key,
      channel: `00000000-0000-4000-8000-00000000000${n % 4}`,
      kind: kinds[n % 4],
      entry: `api::article.article|d${n}|en`,
      document: `api::article.article|d${n}`,
      entry_seal: 'a'.repeat(64),
      copy,
      copy_seal: 'b'.repeat(64),
      links: '{}',
      catch_up: 'late',
      due_at: due,
      local_time: '2030-05-01T09:00',
      zone: 'Europe/Berlin',
      state: states[Math.floor(n / 4) % 4],
      waits_for: '',
      attempts: 0,
      failures: 0,
      lease_token: '',
      error_code: '',
      error_message: '',
      created_at: from,
    });
  }
  await insert(strapi, 'presence_campaigns', campaigns);
  await insert(strapi, 'presence_publications', publications);
  if (strapi.db.dialect.client === 'postgres') await strapi.db.connection.raw('analyze');
}

async function signIn(strapi, url) {
  const role = await strapi.service('admin::role').findOne({ code: 'strapi-super-admin' });
  const [email, password] = ['rosa@bakery.test', 'Sourdough-2026'];
  await strapi
    .service('admin::user')
    .create({ firstname: 'Rosa', lastname: 'Test', email, password, isActive: true, roles: [role.id] });
  const response = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return (await response.json()).data.token;
}

const rows = [];
for (const db of ['sqlite', 'postgres']) {
  const { strapi, url, stop } = await bootStrapi({ db });
  // A connection that is closed for being idle while it is used again would end the run.
  strapi.server.httpServer.keepAliveTimeout = 600_000;
  await fill(strapi);
  const token = await signIn(strapi, url);
  const ask = async (path) => {
    const started = performance.now();
    const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const body = await response.json();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
    return { time: performance.now() - started, body };
  };
  const bareSql = async () => {
    const started = performance.now();
    const found = await strapi.db
      .connection('presence_publications as p')
      .leftJoin('presence_campaigns as c', 'c.key', 'p.campaign')
      .where('p.due_at', '>=', from)
      .where('p.due_at', '<', to)
      .orderBy('p.due_at')
      .select('p.key', 'p.state', 'p.kind', 'p.due_at', 'p.copy', 'c.name', 'c.entry_title');
    if (found.length !== inMonth) throw new Error(`${found.length} rows`);
    return performance.now() - started;
  };
  const [times, bare, empty] = [[], [], []];
  for (let n = 0; n < rounds + 5; n += 1) {
    const own = await ask(`/presence/calendar?from=${from}&to=${to}`);
    if (own.body.items.length !== inMonth || own.body.isCut)
      throw new Error(`${own.body.items.length} items`);
    const [sql, other] = [await bareSql(), await ask('/presence/brand/brands')];
    if (n < 5) continue;
    times.push(own.time);
    bare.push(sql);
    empty.push(other.time);
  }
  const row = (what, q, other, goal) => {
    const [own, beside] = [quantile(times, q), quantile(other, q)];
    rows.push({
      what: `${what}, ${db}`,
      value: own.toFixed(1),
      unit: 'ms',
      bare: beside.toFixed(1),
      ratio: (own / beside).toFixed(2),
      goal,
    });
  };
  row(`a month of ${inMonth} publications, p50 (bare: its SQL alone)`, 0.5, bare, '');
  row(`a month of ${inMonth} publications, p95 (bare: its SQL alone)`, 0.95, bare, '<= 100 ms');
  row('the same, p50 (bare: a request without a query of ours)', 0.5, empty, '');
  await stop();
}
console.log(`RESULT ${JSON.stringify(rows)}`);
process.exit(0);
