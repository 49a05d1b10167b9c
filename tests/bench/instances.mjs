// 10,000 publications due at once, drained by two instances on BullMQ, each a process of its own, beside one: the same work, database and
// Redis, in turn. The channel answers at once, so what is measured is our own work and that of the database and Redis on this machine.
// One instance, the database and Redis keep two cores busy already; what a second one adds is therefore measured with each instance on
// a third of a core, as on a small machine of its own. The time of the processor that a publication costs is told for both.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { availableServices } from '../../scripts/services.mjs';
import { createDatabase } from './boot.mjs';
import { house } from './publishing/house.mjs';
import { smallMachine } from './publishing/small-machine.mjs';

const count = Number(process.env.BENCH_ROWS ?? 10_000);
/** Drained before anything is counted: what is run for the first time is compiled then, in each process. */
const warmUp = 2_000;
const databases = (process.env.PRESENCE_DATABASES ?? 'postgres').split(',');
/** Of one core, for an instance on a machine of its own. */
const small = 1 / 3;

if (process.send) await instance();
else {
  const { engines } = await availableServices();
  if (!engines.includes('bullmq')) throw new Error('Redis does not answer: two instances need it.');
  const rows = [];
  for (const db of databases)
    for (const share of [small, null]) {
      if (share && !canHold()) {
        console.log(
          'No control groups can be made here: instances on machines of their own are not measured.',
        );
        continue;
      }
      const found = { 1: [], 2: [] };
      for (const many of [1, 2, 2, 1]) found[many].push(await drainedBy(many, db, share));
      const mean = (many, of) => found[many].reduce((sum, one) => sum + one[of], 0) / found[many].length;
      const what = `${db}: ${count.toLocaleString('en')} publications due at once, by two instances on BullMQ beside one`;
      const where = share ? 'each on a third of a core' : 'all on the cores of this machine';
      const row = (name, of, unit, digits, goal) => {
        const [one, two] = [mean(1, of), mean(2, of)];
        const ratio = (two / one).toFixed(2);
        rows.push({
          what: `${name}, ${where}`,
          value: two.toFixed(digits),
          unit,
          bare: one.toFixed(digits),
          ratio,
          goal,
        });
      };
      row(what, 'rate', '/s', 0, share ? '>= 1.5' : '');
      row(`${db}: time of the processor that a publication costs in the instances`, 'cpu', 'ms', 2, '');
    }
  console.log(`RESULT ${JSON.stringify(rows)}`);
  process.exit(0);
}

function canHold() {
  const tried = smallMachine(small);
  tried?.remove();
  return tried !== null;
}

/** Publications a second by so many processes on a database of its own, and what one costs them in milliseconds of the processor. */
async function drainedBy(many, db, share) {
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
  const told = async (child, order) => {
    child.send(order);
    return (await once(child, 'message'))[0];
  };
  await told(first, { fill: warmUp + count });
  const machines = share ? children.map(() => smallMachine(share)) : [];
  machines.forEach((machine, n) => machine.hold(children[n].pid));
  for (const child of children) await told(child, { start: true });
  const { left } = await told(first, { until: count });
  const cpuOf = async () => {
    let sum = 0;
    for (const child of children) sum += (await told(child, { cpu: true })).cpu;
    return sum;
  };
  const started = performance.now();
  const before = await cpuOf();
  await told(first, { until: 0 });
  const rate = (left * 1_000) / (performance.now() - started);
  const cpu = ((await cpuOf()) - before) / left;
  let sent = 0;
  for (const [n, child] of children.entries()) {
    sent += (await told(child, { stop: true })).sent;
    if (child.exitCode === null) await once(child, 'exit');
    machines[n]?.remove();
  }
  if (sent !== warmUp + count) throw new Error(`${sent} were sent instead of ${warmUp + count}`);
  await database.drop();
  return { rate, cpu };
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
    if (order.start) engine.start();
    let open = order.until === undefined ? 0 : await left();
    for (; open > order.until; open = await left()) await new Promise((next) => setTimeout(next, 200));
    if (order.stop) await drained(0);
    const { user, system } = process.cpuUsage();
    const said = { sent: sent.count, left: open, cpu: (user + system) / 1_000 };
    process.send(said, () => order.stop && process.exit(0));
  });
  process.send({ ready: true });
}
