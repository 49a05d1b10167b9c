// 10,000 publications due at once, drained by two instances on BullMQ, each a process of its own, beside one: the same work, database and
// Redis, in turn. The channel answers at once, so what is measured is our own work and that of the database and Redis on this machine.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { availableServices } from '../../scripts/services.mjs';
import { createDatabase } from './boot.mjs';
import { house } from './publishing/house.mjs';

const count = Number(process.env.BENCH_ROWS ?? 10_000);
const databases = (process.env.PRESENCE_DATABASES ?? 'postgres').split(',');

if (process.send) await instance();
else {
  const { engines } = await availableServices();
  if (!engines.includes('bullmq')) throw new Error('Redis does not answer: two instances need it.');
  const rows = [];
  for (const db of databases) {
    const rates = { 1: [], 2: [] };
    for (const many of [1, 2, 2, 1]) rates[many].push(await drainedBy(many, db));
    const [one, two] = [1, 2].map((many) => rates[many].reduce((sum, rate) => sum + rate, 0) / 2);
    rows.push({
      what: `${db}: ${count.toLocaleString('en')} publications due at once, drained by two instances on BullMQ, beside one`,
      value: two.toFixed(0),
      unit: '/s',
      bare: one.toFixed(0),
      ratio: (two / one).toFixed(2),
      goal: '>= 1.5',
    });
  }
  console.log(`RESULT ${JSON.stringify(rows)}`);
  process.exit(0);
}

/** Publications a second by so many processes, on a database of its own. */
async function drainedBy(many, db) {
  const database = await createDatabase(db);
  const prefix = `presence-bench-${process.pid}`;
  const children = [];
  for (let n = 0; n < many; n += 1) {
    const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    children.push(child);
    child.send({ db, prefix, first: n === 0, connection: database.connection });
    await once(child, 'message');
  }
  const [first] = children;
  first.send({ fill: count });
  await once(first, 'message');
  const started = performance.now();
  for (const child of children) child.send({ start: true });
  first.send({ await: count });
  await once(first, 'message');
  const rate = (count * 1_000) / (performance.now() - started);
  let sent = 0;
  for (const child of children) {
    child.send({ stop: true });
    const [said] = await once(child, 'message');
    sent += said.sent;
  }
  if (sent !== count) throw new Error(`${sent} were sent instead of ${count}`);
  await database.drop();
  return rate;
}

/** What a process does that was told to by the one above. */
async function instance() {
  process.once('disconnect', () => process.exit(1));
  const [{ db, connection, ...among }] = await once(process, 'message');
  const { engine, sent, knex, table, fill, drained } = await house(db, 'bullmq', {
    ...among,
    database: { connection, drop: async () => undefined },
  });
  const left = async () => {
    const [{ open }] = await knex(table).whereNot('state', 'delivered').count({ open: '*' });
    return Number(open);
  };
  process.on('message', async (order) => {
    if (order.fill) await fill(order.fill);
    if (order.start) return engine.start();
    if (order.await) while ((await left()) > 0) await new Promise((next) => setTimeout(next, 50));
    if (order.stop) await drained(0);
    process.send({ sent: sent.count }, () => order.stop && process.exit(0));
  });
  process.send({ ready: true });
}
