// The board and the list of what needs somebody, over HTTP, with 10,000 open reviews and 100 users: on SQLite and PostgreSQL,
// beside a request that answers as many bytes without a query (the page's own bytes from a plain route of Koa).
import { bootStrapi, quantile } from './boot.mjs';

const reviews = 10_000;
const users = 100;
const rounds = 40;
const uid = 'api::article.article';
const stages = ['draft', 'in-review', 'approved'];
const day = 86_400_000;

const insert = async (strapi, table, rows) => {
  for (let start = 0; start < rows.length; start += 90)
    await strapi.db.connection(table).insert(rows.slice(start, start + 90));
};

/** Reviews in all stages, two thirds of them open; each open one waits for approvers, some are given to people. */
async function fill(strapi, people) {
  const now = Date.now();
  const person = (n) =>
    JSON.stringify({
      kind: 'user',
      id: String(people[n % people.length].id),
      name: `Person ${n % people.length}`,
    });
  const rows = [];
  const waits = [];
  const given = [];
  const threads = [];
  for (let n = 0; n < reviews; n += 1) {
    const documentId = `d${String(n).padStart(23, '0')}`;
    const entry = `${uid}|${documentId}|en`;
    const stage = stages[n % 5 < 3 ? 1 : n % 5 === 3 ? 0 : 2];
    const dueAt = stage === 'in-review' && n % 2 === 0 ? now + ((n % 60) - 20) * day : null;
    const title = `Loaf number ${n} of the ${['rye', 'spelt', 'oat', 'wheat'][n % 4]} family`;
    rows.push({
      entry,
      document: `${uid}|${documentId}`,
      uid,
      document_id: documentId,
      locale: n % 3 === 0 ? 'de' : 'en',
      title,
      folded: title.toLowerCase(),
      seal: 'a'.repeat(64),
      copies: '[]',
      workflow: 'standard@1',
      workflow_key: 'standard',
      stage,
      meaning: stage === 'in-review' ? 'review' : stage,
      since: now - n * 60_000,
      submitted_by: person(n),
      submitted_at: now - n * 60_000,
      last_editor: person(n),
      due_at: dueAt,
      remind_at: null,
      sort_at: dueAt ?? 9_000_000_000_000_000,
      tell_at: null,
      told: 'nothing',
      told_for: dueAt,
    });
    if (stage === 'in-review') {
      waits.push({ entry, principal: 'may:review.approve', why: 'decide' });
      waits.push({ entry, principal: `id:${people[n % people.length].id}`, why: 'not' });
    }
    if (n % 7 === 0) {
      const { email } = people[n % people.length];
      given.push({ entry, principal: `user:${email}`, by: person(n + 1), at: now });
      waits.push({ entry, principal: `user:${email}`, why: 'assigned' });
    }
    if (n % 10 === 0)
      threads.push({
        key: `t${n}`,
        entry,
        seal: 'a'.repeat(64),
        anchor: 'null',
        at: now,
        resolved_at: 0,
        resolved_by: null,
      });
  }
  await insert(strapi, 'presence_reviews', rows);
  await insert(strapi, 'presence_review_waits', waits);
  await insert(strapi, 'presence_assignments', given);
  await insert(strapi, 'presence_threads', threads);
  if (strapi.db.dialect.client === 'postgres') await strapi.db.connection.raw('analyze');
}

/** A hundred people who may approve, all with one role; ten of them sign in. */
async function hire(strapi, url) {
  const roles = strapi.service('admin::role');
  const role = await roles.create({ name: 'Approvers', description: '' });
  await roles.assignPermissions(role.id, [
    {
      action: 'plugin::content-manager.explorer.read',
      subject: uid,
      properties: { fields: ['title'], locales: ['en', 'de'] },
      conditions: [],
    },
    ...['read', 'review.submit', 'review.approve', 'review.assign'].map((name) => ({
      action: `plugin::presence.${name}`,
      subject: null,
      properties: {},
      conditions: [],
    })),
  ]);
  const password = 'Sourdough-2026';
  const people = [];
  for (let n = 0; n < users; n += 1) {
    const email = `person${n}@bakery.test`;
    const input = {
      firstname: `Person ${n}`,
      lastname: 'Test',
      email,
      isActive: true,
      roles: [role.id],
      ...(n < 10 ? { password } : {}),
    };
    const { id } = await strapi.service('admin::user').create(input);
    people.push({ id, email });
  }
  const tokens = [];
  for (const { email } of people.slice(0, 10)) {
    const response = await fetch(`${url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    tokens.push((await response.json()).data.token);
  }
  return { people, tokens };
}

const asked = [
  [
    'the board',
    '/presence/reviews/board',
    ({ columns }) => columns.reduce((sum, { total }) => sum + total, 0) === reviews,
  ],
  [
    'the board, one column further down',
    '/presence/reviews/board?stage=in-review&page=50',
    ({ columns }) => columns[0].cards.length === 20,
  ],
  [
    'the board, by a part of the title',
    '/presence/reviews/board?text=number+77',
    ({ columns }) => columns.some(({ total }) => total > 0),
  ],
  [
    'what needs you',
    '/presence/reviews/needs-you',
    ({ items, total }) => items.length === 25 && total > 5_000,
  ],
  ['what needs you, overdue', '/presence/reviews/needs-you?overdue=true', ({ total }) => total > 500],
  ['what needs you, last page', '/presence/reviews/needs-you?page=200', ({ items }) => items.length === 25],
];

const rows = [];
for (const db of ['sqlite', 'postgres']) {
  const { strapi, url, stop } = await bootStrapi({ db });
  // A connection that is closed for being idle while it is used again would end the run.
  strapi.server.httpServer.keepAliveTimeout = 600_000;
  await strapi
    .store({ type: 'plugin', name: 'presence' })
    .set({ key: 'settings', value: { governed: [uid] } });
  const { people, tokens } = await hire(strapi, url);
  await fill(strapi, people);
  const ask = async (path, n) => {
    const started = performance.now();
    const before = process.cpuUsage();
    const response = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${tokens[n % tokens.length]}` },
    });
    const body = await response.json();
    const time = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
    return { time, body, cpu: (user + system) / 1000 };
  };
  for (const [what, path, isRight] of asked) {
    const [times, cpus, bare, bareCpus] = [[], [], [], []];
    for (let n = 0; n < rounds + 5; n += 1) {
      const { time, body, cpu } = await ask(path, n);
      if (!isRight(body)) throw new Error(`${what} on ${db}: ${JSON.stringify(body).slice(0, 500)}`);
      // A request that goes through the same door and asks the database for nothing of ours.
      const other = await ask('/presence/brand/brands', n);
      if (n < 5) continue;
      times.push(time);
      cpus.push(cpu);
      bare.push(other.time);
      bareCpus.push(other.cpu);
    }
    const row = (kind, own, other, goal) =>
      rows.push({
        what: `${what}, ${db}, ${kind}`,
        value: own.toFixed(1),
        unit: 'ms',
        bare: other.toFixed(1),
        ratio: (own / other).toFixed(2),
        goal,
      });
    row('p95', quantile(times, 0.95), quantile(bare, 0.95), '<= 100 ms');
    // What it costs this process, however busy the machine is; of PostgreSQL only the asking counts.
    row('time of the processor', quantile(cpus, 0.5), quantile(bareCpus, 0.5), '');
  }
  await stop();
}
console.log(`RESULT ${JSON.stringify(rows)}`);
process.exit(0);
