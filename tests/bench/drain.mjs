// 10,000 publications due at once, drained: how many a second, with everything on the way but the outside world: claim, entry, governance, try written down,
// delivery, end, audit row, touchpoint. Beside it on the same rows of the same database what a bare queue does: claim by a guarded
// update and mark as done, one by one (as a worker without batches) and in batches of the engine's size. Where Redis answers, the same
// work handed out by BullMQ stands beside the embedded engine.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { availableServices } from '../../scripts/services.mjs';
import { house } from './publishing/house.mjs';

const count = Number(process.env.BENCH_ROWS ?? 10_000);
const many = `${count.toLocaleString('en')} publications due at once`;
/** What a small business's database has to keep up with. */
const least = { sqlite: '>= 300 /s', postgres: '>= 500 /s' };
const databases = (process.env.PRESENCE_DATABASES ?? 'sqlite,postgres,mysql').split(',');

if (process.argv[2]) {
  const [, , db, kind] = process.argv;
  console.log(`RATES ${JSON.stringify(await rates(db, kind))}`);
  process.exit(0);
}
const { engines } = await availableServices();
const measured = (db, kind) => {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), db, kind], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(/RATES (.*)/.exec(stdout)[1]);
};
const rows = [];
for (const db of databases) {
  const { drained, single, batched } = measured(db, 'embedded');
  const row = (bareName, bare, goal) => ({
    what: `${db}: ${many}, drained, beside rows claimed ${bareName}`,
    value: drained.toFixed(0),
    unit: '/s',
    bare: bare.toFixed(0),
    ratio: (drained / bare).toFixed(2),
    goal,
  });
  rows.push(row('one by one', single, '>= 0.5'), row('in batches', batched, least[db] ?? ''));
  if (!engines.includes('bullmq')) continue;
  const queued = measured(db, 'bullmq').drained;
  rows.push({
    what: `${db}: ${many}, drained by BullMQ, beside the embedded engine`,
    value: queued.toFixed(0),
    unit: '/s',
    bare: drained.toFixed(0),
    ratio: (queued / drained).toFixed(2),
    goal: '',
  });
}
console.log(`RESULT ${JSON.stringify(rows)}`);

async function rates(db, kind) {
  const { app, engine, sent, knex, table, fill, empty, drained } = await house(db, kind);
  const perSecond = async (work) => {
    await empty();
    await fill(count);
    const started = performance.now();
    await work();
    return (count * 1_000) / (performance.now() - started);
  };
  const due = () =>
    knex(table).where('state', 'scheduled').where('waits_for', '').where('next_at', '<=', Date.now());
  const one = { lease_token: 'bare', lease_until: Date.now() + 30_000, state: 'running' };
  const full = async () => {
    const rate = await perSecond(async () => {
      engine.start();
      await drained(count);
    });
    if (sent.count !== count) throw new Error(`${sent.count} were sent instead of ${count}`);
    const [{ done }] = await knex(table).where('state', 'delivered').count({ done: '*' });
    if (Number(done) !== count) throw new Error(`${done} are delivered instead of ${count}`);
    await app.stop();
    return rate;
  };
  if (kind === 'bullmq') return { drained: await full() };
  const single = await perSecond(async () => {
    for (let left = true; left;) {
      const ids = await due().orderBy('next_at').limit(128).select('id');
      for (const { id } of ids) {
        if ((await due().where({ id }).update(one)) !== 1) continue;
        await knex(table)
          .where({ id, lease_token: 'bare' })
          .update({ state: 'delivered', delivered_at: Date.now() });
      }
      left = ids.length > 0;
    }
  });
  const batched = await perSecond(async () => {
    for (let left = true; left;) {
      const ids = (await due().orderBy('next_at').limit(128).select('id')).map(({ id }) => id);
      if (ids.length > 0 && (await due().whereIn('id', ids).update(one)) > 0) {
        const held = await knex(table).where({ lease_token: 'bare', state: 'running' }).select('*');
        await knex(table)
          .whereIn(
            'id',
            held.map(({ id }) => id),
          )
          .where('lease_token', 'bare')
          .update({ state: 'delivered', delivered_at: Date.now() });
      }
      left = ids.length > 0;
    }
  });
  return { drained: await full(), single, batched };
}
