// 1,000 publications due at even distances in one minute, on a quiet database: how late each is handed to its channel. The bare
// counterpart is a timer of Node for each of the same moments in the same process, right afterwards.
import { quantile } from './boot.mjs';
import { house } from './publishing/house.mjs';

const count = 1_000;
const span = Number(process.env.BENCH_SPAN ?? 60_000);
const db = process.env.BENCH_DATABASE ?? 'sqlite';
const { engine, sent, fill, drained } = await house(db);

const start = Date.now() + 3_000;
const at = (n) => start + Math.round((n * span) / count);
await fill(count, at);
const late = [];
sent.onSend = ({ dueAt }) => late.push(Date.now() - dueAt);
engine.start();
await drained(count);
if (late.some((ms) => ms < 0)) throw new Error('something was sent before its time');

const again = Date.now() + 500;
const timers = [];
await new Promise((done) => {
  for (let n = 0; n < count; n += 1)
    setTimeout(
      () => {
        timers.push(Date.now() - (again + Math.round((n * span) / count)));
        if (timers.length === count) done();
      },
      again + Math.round((n * span) / count) - Date.now(),
    );
});
const row = (q, goal) => ({
  what: `${db}: lateness p${q * 100} of 1,000 due in ${span / 1_000} s`,
  value: quantile(late, q),
  unit: 'ms',
  bare: quantile(timers, q),
  ratio: '',
  goal,
});
console.log(`RESULT ${JSON.stringify([row(0.5, ''), row(0.99, '<= 1000 ms')])}`);
process.exit(0);
