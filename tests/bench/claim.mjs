// What it costs to take up what is due while many publications wait for later: the engine's own claim of 64 due rows, and its look that
// finds nothing, with 1,000,000 waiting rows beside the same with 1,000 in the same database. The ratio is to stay flat.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './boot.mjs';
import { house } from './publishing/house.mjs';

const few = 1_000;
const many = Number(process.env.BENCH_WAITING ?? 1_000_000);
const rounds = 40;
const batch = 64;
const databases = (process.env.PRESENCE_DATABASES ?? 'sqlite,postgres').split(',');

if (process.argv[2]) {
  console.log(`TIMES ${JSON.stringify(await times(process.argv[2]))}`);
  process.exit(0);
}
const rows = [];
for (const db of databases) {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), db], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [first, last] = JSON.parse(/TIMES (.*)/.exec(stdout)[1]);
  const row = (what, name, goal) => ({
    what: `${db}: ${what}, ${many.toLocaleString('en')} waiting rows beside ${few.toLocaleString('en')}`,
    value: last[name].toFixed(2),
    unit: 'ms',
    bare: first[name].toFixed(2),
    ratio: (last[name] / first[name]).toFixed(2),
    goal,
  });
  rows.push(row(`${batch} due rows claimed`, 'claimed', '<= 1.5'), row('nothing due', 'idle', '<= 1.5'));
}
console.log(`RESULT ${JSON.stringify(rows)}`);

async function times(db) {
  const { app, claims, knex, table, fill } = await house(db);
  const later = Date.now() + 86_400_000;
  let waiting = 0;
  const found = [];
  for (const size of [few, many]) {
    const from = waiting;
    await fill(size - from, (n) => later + (from + n) * 100);
    waiting = size;
    // As each of them does by itself in the course of a day.
    if (db !== 'mysql') await knex.raw('ANALYZE');
    found.push(await measured());
  }
  await app.stop();
  return found;

  async function measured() {
    const [claimed, idle] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      idle.push(await took(0));
      await fill(batch);
      claimed.push(await took(batch));
      await knex(table).where('state', 'running').delete();
    }
    return { claimed: median(claimed), idle: median(idle) };
  }

  async function took(expected) {
    const now = Date.now();
    const started = performance.now();
    const taken = await claims.claim({
      ...{ now, token: `bench-${Math.random()}`, until: now + 30_000 },
      ...{ limit: 256, without: [] },
    });
    const ms = performance.now() - started;
    if (taken.length !== expected) throw new Error(`${taken.length} were claimed instead of ${expected}`);
    return ms;
  }
}
