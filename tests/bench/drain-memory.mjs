// What the process takes above idle while it drains 100,000 due publications: the highest of many looks at the resident set, after
// everything that publishing uses was warmed up.
import { house } from './publishing/house.mjs';

const count = Number(process.env.BENCH_ROWS ?? 100_000);
const db = process.env.BENCH_DATABASE ?? 'sqlite';
const { engine, sent, fill, knex, table } = await house(db);
const mebibyte = 1024 * 1024;
const resident = () => process.memoryUsage().rss / mebibyte;

await fill(500);
engine.start();
await until(500);
await quiet();
const idle = resident();
await fill(count, () => Date.now() + 3_600_000);
await quiet();
let peak = idle;
const looks = setInterval(() => (peak = Math.max(peak, resident())), 50);
const started = performance.now();
await knex(table).where('state', 'scheduled').update({ next_at: Date.now(), due_at: Date.now() });
engine.wake();
await until(count + 500);
await engine.stop();
clearInterval(looks);
const rate = (count * 1_000) / (performance.now() - started);
const row = {
  what: `${db}: memory above idle, draining ${count} due rows`,
  value: (peak - idle).toFixed(0),
  unit: 'MB',
  bare: idle.toFixed(0),
  ratio: (peak / idle).toFixed(2),
  goal: '< 150 MB above idle',
};
console.log(
  `RESULT ${JSON.stringify([row, { what: `${db}: drained on the way`, value: rate.toFixed(0), unit: '/s', bare: '', ratio: '', goal: '' }])}`,
);
process.exit(0);

async function quiet() {
  globalThis.gc?.();
  await new Promise((done) => setTimeout(done, 2_000));
}

async function until(total) {
  while (sent.count < total) await new Promise((done) => setTimeout(done, 100));
}
