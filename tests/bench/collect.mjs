// Touchpoints a second through the real Strapi over HTTP, beside a bare Koa that only parses JSON and writes the same rows in
// batches to the same database; and the memory that collecting a million touchpoints takes. Both sides answer after the commit.
// Each side runs in a process of its own; the load comes from this one, so on two cores the load generator has its core.
import { fork } from 'node:child_process';
import http from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bootStrapi, createDatabase, median } from './boot.mjs';

const require = createRequire(import.meta.url);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const million = Number(process.env.BENCH_EVENTS ?? 1_000_000);
const goals = { postgres: '>= 0.5 and > 5,000/s' };
const path = '/api/presence/collect';
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

// What the tracker sends: when a page is left (4 touchpoints), and at most in one report (20).
const report = (size) =>
  JSON.stringify({
    url: 'https://bakery.test/en/articles/rye-bread?utm_medium=social&utm_source=bluesky',
    referrer: 'https://bsky.app/',
    entry: 'api::article.article|k3xw0v9tq2m8r7c5h1nd4jfa|en',
    events: Array.from(
      { length: size },
      (_, n) =>
        [
          { kind: 'view' },
          { kind: 'attention', value: 14_200 },
          { kind: 'engaged' },
          { kind: 'scroll', value: 25 },
        ][n % 4],
    ),
  });

if (process.argv[2])
  await (process.argv[2] === 'strapi' ? serveStrapi : serveBare)(JSON.parse(process.argv[3]));
else await measure();

async function serveStrapi(database) {
  const { url } = await bootStrapi({ database });
  tell(url);
}

async function serveBare({ connection }) {
  const Koa = require('koa');
  const knex = require('knex')({
    ...connection,
    client: { postgres: 'pg', mysql: 'mysql2', sqlite: 'better-sqlite3' }[connection.client],
  });
  const names = ['kind', 'entry', 'channel', 'publication', 'campaign', 'visitor', 'path', 'label', 'source'];
  await knex.schema.createTable('bare', (table) => {
    table.increments();
    table.bigInteger('at').index();
    table.bigInteger('value');
    for (const name of names) table.string(name);
  });
  const columns = ['at', 'value', ...names];
  let waiting = [];
  let running = false;
  const write = async () => {
    running = true;
    while (waiting.length > 0) {
      // Lets what has arrived come along; without this, SQLite would write report by report.
      await new Promise((done) => setImmediate(done));
      const group = waiting.splice(0, 500);
      const rows = group.flatMap(({ rows }) => rows);
      // One statement for up to 1000 rows; knex's own insert is many times slower on SQLite.
      for (let n = 0; n < rows.length; n += 1000) {
        const part = rows.slice(n, n + 1000);
        const marks = part.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
        await knex.raw(
          `insert into bare (${columns.join(', ')}) values ${marks}`,
          part.flatMap((row) => columns.map((column) => row[column])),
        );
      }
      for (const { done } of group) done();
    }
    running = false;
  };
  const app = new Koa();
  app.use(async (ctx) => {
    const chunks = [];
    for await (const chunk of ctx.req) chunks.push(chunk);
    const { url, entry, events } = JSON.parse(Buffer.concat(chunks).toString());
    const at = Date.now();
    const rows = events.map(({ kind, value = 1 }) => ({
      at,
      kind,
      value,
      entry,
      channel: 'social',
      publication: null,
      campaign: null,
      visitor: 'abcdefghijklmnop',
      path: url.slice(19, 60),
      label: null,
      source: 'bare',
    }));
    await new Promise((done) => {
      waiting.push({ rows, done });
      if (!running) void write();
    });
    ctx.status = 204;
  });
  const server = app.listen(0, '127.0.0.1', () => tell(`http://127.0.0.1:${server.address().port}`));
}

function tell(url) {
  globalThis.gc?.();
  process.on('message', (what) => {
    if (what === 'gc') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send({ rss, heap: heapUsed, cpu: user + system });
  });
  process.send({ url });
}

async function start(side, database) {
  const child = fork(fileURLToPath(import.meta.url), [side, JSON.stringify(database)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--expose-gc'],
  });
  const next = () => new Promise((done) => child.once('message', done));
  child.once('exit', (code) => {
    if (code === null) return;
    console.error(`${side} ended with ${code}`);
    process.exit(1);
  });
  const { url } = await next();
  const state = async (what = 'now') => {
    const answer = next();
    child.send(what);
    return answer;
  };
  return { url, state, stop: () => child.kill('SIGKILL') };
}

/** Sends reports over keep-alive connections until `until` says stop; how many touchpoints were answered 204, a second. */
async function load(url, size, until, connections = 64) {
  const body = report(size);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  const options = {
    agent,
    hostname,
    port,
    path,
    method: 'POST',
    headers: {
      'content-type': 'text/plain',
      'user-agent': browser,
      'content-length': Buffer.byteLength(body),
    },
  };
  let stored = 0;
  const post = () =>
    new Promise((done, failed) => {
      const request = http.request(options, (response) => {
        if (response.statusCode === 204) stored += size;
        response.resume().once('end', done);
      });
      request.once('error', failed).end(body);
    });
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (!until(stored, performance.now() - started)) await post();
    }),
  );
  const rate = stored / ((performance.now() - started) / 1000);
  agent.destroy();
  return rate;
}

/** Rates of both sides in turn, and the processor time that each takes, which other work on the machine does not change. */
async function rates(kind) {
  const databases = { strapi: await createDatabase(kind), bare: await createDatabase(kind) };
  const sides = {
    strapi: await start('strapi', databases.strapi),
    bare: await start('bare', databases.bare),
  };
  const rows = [];
  for (const size of [4, 20]) {
    const rate = { strapi: [], bare: [] };
    const cpu = { strapi: [], bare: [] };
    for (const side of ['strapi', 'bare'])
      await load(sides[side].url, size, (_stored, passed) => passed > 1_500);
    for (let n = 0; n < rounds; n += 1)
      for (const side of n % 2 ? ['bare', 'strapi'] : ['strapi', 'bare']) {
        let stored = 0;
        const before = (await sides[side].state()).cpu;
        rate[side].push(
          await load(sides[side].url, size, (now, passed) => ((stored = now), passed > seconds * 1000)),
        );
        cpu[side].push(((await sides[side].state()).cpu - before) / stored);
      }
    const ratios = (one, other) => median(one.map((value, n) => value / other[n])).toFixed(2);
    rows.push(
      {
        what: `collect on ${kind}, reports of ${size}`,
        value: median(rate.strapi).toFixed(0),
        unit: 'touchpoints/s',
        bare: median(rate.bare).toFixed(0),
        ratio: ratios(rate.strapi, rate.bare),
        goal: goals[kind] ?? '>= 0.5',
      },
      {
        what: `  processor time for each`,
        value: median(cpu.strapi).toFixed(0),
        unit: 'µs',
        bare: median(cpu.bare).toFixed(0),
        ratio: ratios(cpu.bare, cpu.strapi),
        goal: '>= 0.5 (bare / ours)',
      },
    );
  }
  for (const side of Object.values(sides)) side.stop();
  for (const database of Object.values(databases)) await database.drop().catch(() => {});
  return rows;
}

/**
 * The most memory that a fresh process needs above its idle state while it collects a million touchpoints over 16 connections, and
 * what it still holds afterwards.
 */
async function memory(kind) {
  const database = await createDatabase(kind);
  const strapi = await start('strapi', database);
  const { rss: idle, heap } = await strapi.state('gc');
  let most = 0;
  const watch = setInterval(() => void strapi.state().then(({ rss }) => (most = Math.max(most, rss))), 250);
  await load(strapi.url, 20, (stored) => stored >= million, 16);
  clearInterval(watch);
  await strapi.state('gc');
  const left = await strapi.state('gc');
  strapi.stop();
  await database.drop().catch(() => {});
  const mb = (bytes) => (bytes / 1_048_576).toFixed(0);
  return [
    {
      what: `memory above idle, ${million.toLocaleString('en')} touchpoints`,
      value: mb(most - idle),
      unit: 'MB',
      bare: mb(idle),
      ratio: (most / idle).toFixed(2),
      goal: '< 150 MB',
    },
    {
      what: '  heap that is left afterwards',
      value: mb(left.heap - heap),
      unit: 'MB',
      bare: mb(heap),
      ratio: (left.heap / heap).toFixed(2),
      goal: 'nothing grows',
    },
  ];
}

async function measure() {
  const rows = [];
  for (const kind of (process.env.BENCH_DATABASES ?? 'postgres,sqlite').split(','))
    rows.push(...(await rates(kind)));
  if (million > 0) rows.push(...(await memory('postgres')));
  console.log(`RESULT ${JSON.stringify(rows)}`);
  process.exit(0);
}
