// What visitors and editors load because of us, gzipped, from the built package: the tracker, and what every page of the admin
// loads with the plugin installed (its entry, what that imports at once, and the shell's texts of one language).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './boot.mjs';

const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** The file and everything that it imports at once; dynamic imports are loaded by the pages that need them. */
function atOnce(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
    atOnce(join(dirname(file), name), seen);
  return seen;
}

const admin = join(root, 'dist/admin');
const entry = [...atOnce(join(admin, 'index.mjs'))];
const shell = readdirSync(admin).find((name) => /^shell\.en-.*\.mjs$/.test(name));
const firstPaint = [...entry, ...(shell ? [join(admin, shell)] : [])].reduce(
  (sum, file) => sum + gzipped(file),
  0,
);
const all = readdirSync(admin)
  .filter((name) => name.endsWith('.mjs'))
  .reduce((sum, name) => sum + gzipped(join(admin, name)), 0);
const tracker = gzipped(join(root, 'dist/tracker/tracker.iife.js'));

console.log(
  `RESULT ${JSON.stringify([
    {
      what: 'tracker',
      value: tracker,
      unit: 'bytes',
      bare: '',
      ratio: (tracker / 1536).toFixed(2),
      goal: '< 1536 bytes',
    },
    {
      what: 'admin: added to the first paint of a foreign page',
      value: (firstPaint / 1024).toFixed(1),
      unit: 'KB',
      bare: (all / 1024).toFixed(1),
      ratio: (firstPaint / all).toFixed(2),
      goal: '<= 150 KB (bare: all our chunks)',
    },
  ])}`,
);
