// Looking over the record: rows a second from the first to the head, each read, hashed twice and compared, beside a bare loop that
// only reads the same rows in the same pages. 100,000 rows, on each database.
import { bootStrapi, createDatabase, median } from './boot.mjs';
import { fillRecord } from './record/fill.mjs';

const count = Number(process.env.BENCH_ROWS ?? 100_000);
const page = 2_000;
const rounds = 5;
const rows = [];

for (const db of (process.env.BENCH_DATABASES ?? 'sqlite,postgres,mysql').split(',')) {
  const database = await createDatabase(db);
  const app = await bootStrapi({ database, plugin: process.env.BENCH_PLUGIN ?? 'dist' });
  const { strapi } = app;
  const record = strapi.plugin('presence').service('record');
  await fillRecord(strapi, count);
  const linking = performance.now();
  await record.settle();
  const linked = performance.now() - linking;

  const read = async () => {
    const knex = strapi.db.connection;
    for (let number = 0; ;) {
      const found = await knex('presence_audit').where('number', '>', number).orderBy('number').limit(page);
      if (found.length === 0) return;
      number = Number(found.at(-1).number);
    }
  };
  const look = async () => {
    const { broken, head } = await record.verify.all(() => undefined);
    if (broken || head.number < count) throw new Error(JSON.stringify({ broken, head }));
  };
  const times = { bare: [], look: [] };
  const processor = { bare: [], look: [] };
  for (let n = 0; n < rounds + 1; n += 1)
    for (const [name, act] of [
      ['bare', read],
      ['look', look],
    ]) {
      const [started, used] = [performance.now(), process.cpuUsage()];
      await act();
      if (n === 0) continue;
      times[name].push(performance.now() - started);
      const { user, system } = process.cpuUsage(used);
      processor[name].push((user + system) / count);
    }
  const perSecond = (ms) => Math.round((count / ms) * 1000);
  const [ours, bare] = [perSecond(median(times.look)), perSecond(median(times.bare))];
  rows.push({
    what: `${db}: rows verified, beside rows only read`,
    value: ours,
    unit: '/s',
    bare,
    ratio: (ours / bare).toFixed(2),
    goal: '>= 50,000/s',
  });
  const [cost, bareCost] = [median(processor.look), median(processor.bare)];
  rows.push({
    what: 'processor time for each',
    value: cost.toFixed(1),
    unit: 'µs',
    bare: bareCost.toFixed(1),
    ratio: (bareCost / cost).toFixed(2),
    goal: '<= 20 µs',
  });
  rows.push({
    what: `${db}: rows linked after a restart`,
    value: perSecond(linked),
    unit: '/s',
    bare: '',
    ratio: '',
    goal: '',
  });
  await app.stop();
  await database.drop();
}
console.log(`RESULT ${JSON.stringify(rows)}`);
process.exit(0);
