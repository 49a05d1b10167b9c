#!/usr/bin/env node
// The practice network as a process of its own.
//   node tests/network/practice/main.mjs [--port 4100] [--unlimited]
// A port that is left out or 0 is picked. Prints one JSON line when ready, stops on SIGTERM, SIGINT or when its parent is gone.
// GET / shows what was posted; tokens, receivers and faults are ordered under /_practice (see control.ts).
import { createRequire } from 'node:module';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, unlimited: { type: 'boolean', default: false } },
});
const root = fileURLToPath(new URL('../../..', import.meta.url));
const outfile = `${root}.tmp/practice-${process.pid}.cjs`;
mkdirSync(`${root}.tmp`, { recursive: true });
process.on('exit', () => rmSync(outfile, { force: true }));
await build({
  entryPoints: [fileURLToPath(new URL('server.ts', import.meta.url))],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'error',
});
const { startPractice } = createRequire(import.meta.url)(outfile);
const many = Number.MAX_SAFE_INTEGER;
const limits = values.unlimited ? { call: many, upload: many, remove: many } : {};
const practice = await startPractice({ port: Number(values.port), limits });
process.stdout.write(`${JSON.stringify({ url: practice.url, pid: process.pid })}\n`);

const parent = process.ppid;
const watch = setInterval(() => process.ppid !== parent && void stop(), 1_000);
async function stop() {
  clearInterval(watch);
  await practice.stop();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
