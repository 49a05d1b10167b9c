import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const bakery = join(root, 'examples/bakery');
const stamps = join(root, 'node_modules/.cache/presence-demo');

/** Builds what is not built, or was built from other sources: the plugin, then the bakery's admin panel with it. */
export async function prepare(print, processes) {
  print.chapter('Building');
  const plugin = sealOf(
    ['src', 'server', 'admin', 'client', 'config', 'scripts/build.mjs', 'package.json'].map((name) =>
      join(root, name),
    ),
  );
  const isPluginNew = await build(print, processes, {
    name: 'plugin',
    what: 'The plugin',
    takes: 'half a minute',
    seal: plugin,
    outcomes: ['dist/server/index.js', 'dist/admin/index.js'],
    args: [join(root, 'scripts/build.mjs')],
    cwd: root,
  });
  const app = sealOf(['config', 'src', 'package.json', 'tsconfig.json'].map((name) => join(bakery, name)));
  const strapi = createRequire(join(bakery, 'package.json')).resolve('@strapi/strapi/package.json');
  const isAppNew = await build(print, processes, {
    name: 'bakery',
    what: 'The bakery’s admin panel',
    takes: 'a minute',
    seal: `${plugin}${app}`,
    outcomes: ['examples/bakery/dist/build/index.html'],
    args: [join(dirname(strapi), 'bin/strapi.js'), 'build'],
    cwd: bakery,
  });
  if (!isPluginNew && !isAppNew)
    print.note('The plugin and the bakery are built from these sources already.');
}

/** False where nothing had to be done. */
async function build(print, processes, { name, what, takes, seal, outcomes, args, cwd }) {
  const stamp = join(stamps, name);
  const isThere = [...outcomes.map((file) => join(root, file)), stamp].every(existsSync);
  if (isThere && readFileSync(stamp, 'utf8') === seal) return false;
  print.note(`${what} is being built, which takes ${takes} …`);
  await print.step(`${what} is built`, () =>
    processes
      .run(`build-${name}`, args, { cwd, env: { STRAPI_TELEMETRY_DISABLED: 'true', NODE_ENV: 'production' } })
      .then(() => ''),
  );
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, seal);
  return true;
}

/** SHA-256 over the names and the bytes of all files below. */
function sealOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  };
  paths.forEach(visit);
  return hash.digest('hex');
}
