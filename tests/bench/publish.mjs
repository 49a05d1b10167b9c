// Publishing approved entries through the gate, with an empty record and with 100,000 rows in it, beside publishing the same entries
// in a Strapi without the plugin. Each side runs in a process of its own on a database of its own, in turns.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bootStrapi, median } from './boot.mjs';
import { fillRecord } from './record/fill.mjs';

const uid = 'api::product.product';
const rounds = Number(process.env.BENCH_ROUNDS ?? 6);
const perRound = 25;

if (process.argv[2]) await serve(JSON.parse(process.argv[2]));
else await measure();

async function measure() {
  const sides = {
    bare: { plugin: 'off', rows: 0 },
    gated: { plugin: process.env.BENCH_PLUGIN ?? 'dist', rows: 0 },
    full: { plugin: process.env.BENCH_PLUGIN ?? 'dist', rows: 100_000 },
  };
  const times = { bare: [], gated: [], full: [] };
  const children = {};
  for (const [name, side] of Object.entries(sides)) children[name] = await start(side);
  for (let n = 0; n < rounds + 1; n += 1)
    for (const [name, child] of Object.entries(children)) {
      const { ms } = await child.ask('publish');
      if (n > 0) times[name].push(ms);
    }
  for (const name of ['gated', 'full']) {
    const { published, waiting } = await children[name].ask('count');
    if (published !== (rounds + 1) * perRound)
      throw new Error(`${name}: ${published} publishings are recorded`);
    if (waiting > 0) throw new Error(`${name}: ${waiting} rows are not linked`);
  }
  for (const child of Object.values(children)) child.stop();
  const bare = median(times.bare);
  const row = (what, name) => ({
    what,
    value: median(times[name]).toFixed(2),
    unit: 'ms',
    bare: bare.toFixed(2),
    ratio: `+${(median(times[name]) - bare).toFixed(2)} ms`,
    goal: '<= +10 ms',
  });
  console.log(
    `RESULT ${JSON.stringify([
      row('publish through the gate, beside Strapi alone', 'gated'),
      row('the same with 100,000 rows in the record', 'full'),
    ])}`,
  );
  process.exit(0);
}

async function serve({ plugin, rows }) {
  const { strapi } = await bootStrapi({ plugin });
  const documents = strapi.documents(uid);
  const isOn = plugin !== 'off';
  if (rows > 0) await fillRecord(strapi, rows);
  const store = strapi.store({ type: 'plugin', name: 'presence' });
  if (isOn) await store.set({ key: 'settings', value: { governed: [uid] } });
  const ids = [];
  for (let n = 0; n < perRound; n += 1) {
    const data = { name: `Loaf ${n}`, description: 'Rye, water, salt.'.repeat(60), price: 4.2 };
    const { documentId } = await documents.create({ data });
    ids.push(documentId);
    if (isOn) await approve(strapi, documentId);
  }
  const record = isOn ? strapi.plugin('presence').service('record') : null;
  await record?.settle();
  const acts = {
    async publish() {
      const times = [];
      for (const documentId of ids) {
        const started = performance.now();
        await documents.publish({ documentId });
        times.push(performance.now() - started);
      }
      return { ms: median(times) };
    },
    async count() {
      await record.settle();
      const query = strapi.db.query('presence::audit');
      return {
        published: await query.count({ where: { kind: 'publish' } }),
        waiting: await query.count({ where: { number: null } }),
      };
    },
  };
  process.on('message', async (what) => process.send(await acts[what]()));
  process.send({ ready: true });
}

async function approve(strapi, documentId) {
  const { entry, seal } = await strapi.db
    .query('presence::edits')
    .findOne({ where: { entry: `${uid}|${documentId}|` } });
  await strapi.db.query('presence::decisions').create({
    data: {
      ...{ key: documentId, entry, seal, number: 1, kind: 'approve', copies: '[]', at: 1, comment: null },
      ...{ workflow: 'standard@1', transition: 'approve', from: 'in-review', to: 'approved' },
      ...{ as: '["may:review.approve"]', checklist: '[]' },
      by: JSON.stringify({ kind: 'user', id: '1', name: 'Rosa' }),
    },
  });
}

async function start(side) {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(side)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.once('exit', (code) => {
    if (code === null) return;
    console.error(`${JSON.stringify(side)} ended with ${code}`);
    process.exit(1);
  });
  const next = () => new Promise((done) => child.once('message', done));
  await next();
  return {
    ask(what) {
      const answer = next();
      child.send(what);
      return answer;
    },
    stop: () => child.kill('SIGKILL'),
  };
}
