// Start-up time with and without the plugin, in fresh processes in turn, on a database that exists already.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bootStrapi, createDatabase, median } from './boot.mjs';

if (process.argv[2]) {
  const { loadMs } = await bootStrapi({ plugin: process.argv[2], database: JSON.parse(process.argv[3]) });
  console.log(`LOAD ${loadMs}`);
  process.exit(0);
} else {
  const databases = { dist: await createDatabase('sqlite'), off: await createDatabase('sqlite') };
  const load = (plugin) => {
    const { stdout } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), plugin, JSON.stringify(databases[plugin])],
      { encoding: 'utf8' },
    );
    return Number(/LOAD ([\d.]+)/.exec(stdout)?.[1]);
  };
  const times = { dist: [], off: [] };
  load('dist');
  load('off');
  for (let n = 0; n < 7; n += 1) for (const plugin of ['dist', 'off']) times[plugin].push(load(plugin));
  for (const { drop } of Object.values(databases)) await drop();
  const added = median(times.dist.map((time, n) => time - times.off[n]));
  console.log(
    `RESULT ${JSON.stringify([
      {
        what: 'added start-up time',
        value: added.toFixed(0),
        unit: 'ms',
        bare: median(times.off).toFixed(0),
        ratio: (median(times.dist) / median(times.off)).toFixed(3),
        goal: '<= 300 ms added',
      },
    ])}`,
  );
  process.exit(0);
}
