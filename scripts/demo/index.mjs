// The demo: `npm run demo` plays the main job on the bakery and stays; `npm run demo -- --check` plays it, verifies each step
// from the outside, and leaves. `--as-built` takes what was built before, whatever the sources say now.
// Imports nothing that is not in Node until the packages are there.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from '../install.mjs';
import { lines } from './lines.mjs';
import { household } from './processes.mjs';

install();

const isCheck = process.argv.includes('--check');
const print = lines();
const folder = mkdtempSync(join(tmpdir(), 'presence-demo-'));
const processes = household(folder, (name) => {
  print.say(`\n${name} ended by itself.\n${processes.lastWords()}`);
  void leave(1);
});

let leaving = null;
const leave = (code) =>
  (leaving ??= (async () => {
    await processes.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    process.exit(code);
  })());

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (!leaving) print.say('\nStopping …');
    print.hush();
    void leave(isCheck ? 1 : 0);
  });
process.on('uncaughtException', (error) => {
  if (leaving) return;
  console.error(error);
  void leave(1);
});

try {
  const { prepare } = await import('./prepare.mjs');
  if (!process.argv.includes('--as-built')) await prepare(print, processes);
  const { openBakery } = await import('./bakery.mjs');
  const { playMainJob } = await import('./job/index.mjs');
  const { playNetworks } = await import('./networks/index.mjs');
  const bakery = await openBakery(print, processes, folder);
  await playMainJob(print, bakery);
  await playNetworks(print, bakery);
  if (isCheck) {
    print.summary();
    await leave(print.failures() === 0 ? 0 : 1);
  }
  const { leaveWork } = await import('./job/leave-work.mjs');
  const { leaveReviews } = await import('./job/leave-reviews.mjs');
  const { showAround } = await import('./tour.mjs');
  await leaveWork(print, bakery);
  await leaveReviews(print, bakery);
  showAround(print, bakery);
} catch (error) {
  if (!leaving) {
    if (!print.isReported(error)) print.failed('the demo', error);
    print.say(processes.lastWords());
    print.summary();
    await leave(1);
  }
}
