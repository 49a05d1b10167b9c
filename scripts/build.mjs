// Builds everything that the package ships: the server, the admin and the clients into dist, and the tracker as one script file.
import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { inCommonJs } from './in-common-js.mjs';

const root = new URL('..', import.meta.url).pathname;
const bin = `${root}node_modules/.bin/strapi-plugin`;
const { status } = spawnSync(bin, ['build', '--minify'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const folder = `${root}dist/server/`;
const parts = readdirSync(folder);
for (const file of parts.filter((name) => name.endsWith('.js'))) rmSync(`${folder}${file}`);
for (const file of parts.filter((name) => name.endsWith('.mjs'))) {
  const code = inCommonJs(readFileSync(`${folder}${file}`, 'utf8'));
  // A part of its own asks for its neighbours as CommonJS, or the server would be loaded twice.
  const asked = code.replace(/require\("(\.[^"]+)\.mjs"\)/g, 'require("$1.js")');
  writeFileSync(`${folder}${file.replace(/\.mjs$/, '.js')}`, asked);
}

const outfile = `${root}dist/tracker/tracker.iife.js`;
await build({
  entryPoints: [`${root}client/tracker.ts`],
  outfile,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2018',
  legalComments: 'none',
});
const bytes = gzipSync(readFileSync(outfile), { level: 9 }).length;
console.log(`tracker: ${bytes} bytes gzipped`);
if (bytes > 1536) {
  console.error('The tracker is over its promise of 1.5 KB gzipped.');
  process.exit(1);
}
