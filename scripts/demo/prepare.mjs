import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const bakery = join(root, 'examples/bakery');
const stamps = join(root, 'node_modules/.cache/presence-demo');

/** Builds what is not built, or was built from other sources: the plugin, then the bakery's admin panel with it. */
export async function prepare(print) {
  print.chapter('Building');
  const plugin = sealOf(
    ['src', 'server', 'admin', 'client', 'config', 'scripts/build.mjs', 'package.json'].map((name) =>
      join(root, name),
    ),
  );
  const built = await unlessFresh(
    'plugin',
    plugin,
    [join(root, 'dist/server/index.js'), join(root, 'dist/admin/index.js')],
    () => print.step('The plugin is built', () => ran([join(root, 'scripts/build.mjs')], root)),
  );
  const app = sealOf([
    join(bakery, 'config'),
    join(bakery, 'src'),
    join(bakery, 'package.json'),
    join(bakery, 'tsconfig.json'),
  ]);
  const strapi = join(
    dirname(createRequire(join(bakery, 'package.json')).resolve('@strapi/strapi/package.json')),
    'bin/strapi.js',
  );
  const admin = await unlessFresh('bakery', `${plugin}${app}`, [join(bakery, 'dist/build/index.html')], () =>
    print.step('The bakery’s admin panel is built', () => ran([strapi, 'build'], bakery)),
  );
  if (!built && !admin) print.note('The plugin and the bakery are built from these sources already.');
}

async function unlessFresh(name, seal, outcomes, build) {
  const stamp = join(stamps, name);
  if (outcomes.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === seal) return false;
  await build();
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

/** Runs a build; its output is shown only when it fails. */
function ran(args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `${args.join(' ')} ended with ${code}\n${Buffer.concat(output).toString('utf8').slice(-4_000)}`,
            ),
          ),
    );
  });
}
