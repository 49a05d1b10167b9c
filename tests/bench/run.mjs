// npm run bench [name ...]: runs the benchmarks one after the other, each in a process of its own, prints a table and writes
// tests/bench/results/<name>.json and docs/performance.md. Every figure stands beside a bare counterpart that ran in the same process.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { writePage } from './page.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const parts = new Set(['run.mjs', 'boot.mjs', 'page.mjs']);
const known = readdirSync(here)
  .filter((name) => name.endsWith('.mjs') && !parts.has(name))
  .map((name) => name.slice(0, -4));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exit(2);
}
mkdirSync(`${here}results`, { recursive: true });

let failed = false;
for (const name of wanted.length > 0 ? wanted : known) {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', `${here}${name}.mjs`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  const line = stdout.split('\n').find((text) => text.startsWith('RESULT '));
  if (status !== 0 || !line) {
    console.error(`${name} failed (exit ${status})\n${stdout}`);
    failed = true;
    continue;
  }
  // Each row: what, value, unit, bare (the counterpart), ratio, goal.
  const rows = JSON.parse(line.slice('RESULT '.length));
  console.log(`\n${name}`);
  console.table(rows);
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
  writeFileSync(`${here}results/${name}.json`, `${JSON.stringify({ name, machine, rows }, null, 2)}\n`);
}
await writePage();
process.exit(failed ? 1 : 0);
