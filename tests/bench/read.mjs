// The content API's GET with the plugin beside the same app without it: both run at once and are asked in turn, because
// a machine drifts by more than the difference that is looked for. Two processes of one program differ by some percent,
// too (where the memory lies, what was compiled when), so several pairs are started one after another. Beside the time that
// passes stands the time of the processor, which another process on the machine does not lengthen as much.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bootStrapi, median } from './boot.mjs';

const pairs = Number(process.env.BENCH_PAIRS ?? 15);
const rounds = 12;
const perRound = 50;
/** Rounds before anything is counted: Strapi's own code is still being compiled in the first. */
const warmUp = 10;

if (process.argv[2]) {
  const { strapi, url } = await bootStrapi({ plugin: process.argv[2] });
  for (let n = 0; n < 25; n += 1)
    await strapi
      .documents('api::product.product')
      .create({ data: { name: `Loaf ${n}`, price: 4.2 }, status: 'published' });
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  await strapi.db
    .query('plugin::users-permissions.permission')
    .create({ data: { action: 'api::product.product.find', role: role.id } });
  process.on('message', () => process.send({ cpu: process.cpuUsage() }));
  process.send({ url });
} else {
  const start = (plugin) =>
    new Promise((done) => {
      const child = fork(fileURLToPath(import.meta.url), [plugin], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      child.once('message', ({ url }) => done({ child, url }));
    });
  const cpuOf = async ({ child }) => {
    child.send('cpu');
    const [{ cpu }] = await once(child, 'message');
    return (cpu.user + cpu.system) / 1_000;
  };
  const ask = async (side) => {
    const { url } = side;
    const cpu = await cpuOf(side);
    const started = performance.now();
    for (let n = 0; n < perRound; n += 1) {
      const response = await fetch(`${url}/api/products`);
      const { data } = await response.json();
      if (data.length !== 25) throw new Error(`expected 25 products, got ${data.length}`);
    }
    const wall = performance.now() - started;
    return { wall: wall / perRound, cpu: ((await cpuOf(side)) - cpu) / perRound };
  };
  const found = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = pair % 2 ? ['with', 'without'] : ['without', 'with'];
    const sides = {};
    for (const name of order) sides[name] = await start(name === 'with' ? 'dist' : 'off');
    for (let n = 0; n < warmUp; n += 1) for (const side of Object.values(sides)) await ask(side);
    const times = { with: [], without: [] };
    for (let n = 0; n < rounds; n += 1)
      for (const name of n % 2 ? order : [...order].reverse()) times[name].push(await ask(sides[name]));
    for (const { child } of Object.values(sides)) child.kill('SIGKILL');
    found.push(times);
  }
  // One pair says how two processes differ; the middle of all pairs, how the two programs do.
  const row = (what, clock, goal) => {
    const of = (name) => found.map((times) => median(times[name].map((one) => one[clock])));
    const [own, bare] = [of('with'), of('without')];
    const ratios = own.map((time, pair) => time / bare[pair]).sort((one, other) => one - other);
    const quarter = Math.floor(pairs / 4);
    return {
      what: `${what}, the middle of ${pairs} pairs (half of them within ${ratios[quarter].toFixed(3)} and ${ratios.at(-1 - quarter).toFixed(3)})`,
      value: median(own).toFixed(2),
      unit: 'ms',
      bare: median(bare).toFixed(2),
      ratio: median(ratios).toFixed(3),
      goal,
    };
  };
  const rows = [
    row('content API GET, 25 entries', 'wall', '<= 1.03'),
    row('the same in time of the processor', 'cpu', '<= 1.03'),
  ];
  console.log(`RESULT ${JSON.stringify(rows)}`);
  process.exit(0);
}
