// The content API's GET with the plugin beside the same app without it: both run at once and are asked in turn, because
// a machine drifts by more than the difference that is looked for. Two processes of one program differ by some percent,
// too (where the memory lies, what was compiled when), so several pairs are started one after another.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bootStrapi, median } from './boot.mjs';

const pairs = 9;
const rounds = 12;
const perRound = 50;

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
  process.send(url);
} else {
  const start = (plugin) =>
    new Promise((done) => {
      const child = fork(fileURLToPath(import.meta.url), [plugin], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      child.once('message', (url) => done({ child, url }));
    });
  const ask = async ({ url }) => {
    const started = performance.now();
    for (let n = 0; n < perRound; n += 1) {
      const response = await fetch(`${url}/api/products`);
      const { data } = await response.json();
      if (data.length !== 25) throw new Error(`expected 25 products, got ${data.length}`);
    }
    return (performance.now() - started) / perRound;
  };
  const times = { with: [], without: [] };
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = pair % 2 ? ['with', 'without'] : ['without', 'with'];
    const sides = {};
    for (const name of order) sides[name] = await start(name === 'with' ? 'dist' : 'off');
    for (let n = 0; n < 5; n += 1) for (const side of Object.values(sides)) await ask(side);
    for (let n = 0; n < rounds; n += 1)
      for (const name of n % 2 ? order : [...order].reverse()) times[name].push(await ask(sides[name]));
    for (const { child } of Object.values(sides)) child.kill('SIGKILL');
  }
  // One pair says how two processes differ; the middle of all pairs, how the two programs do.
  const ratios = Array.from({ length: pairs }, (_, pair) => {
    const of = (name) => median(times[name].slice(pair * rounds, (pair + 1) * rounds));
    return of('with') / of('without');
  });
  console.log(
    `RESULT ${JSON.stringify([
      {
        what: 'content API GET, 25 entries',
        value: median(times.with).toFixed(2),
        unit: 'ms',
        bare: median(times.without).toFixed(2),
        ratio: median(ratios).toFixed(3),
        goal: '<= 1.03',
      },
    ])}`,
  );
  process.exit(0);
}
