// Lives of Strapi in the crash tests: each is a process of its own that can be killed at any moment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const worker = fileURLToPath(new URL('worker.mjs', import.meta.url));

/** A function that starts a life; whoever is left when this process ends is killed with it. */
export function lives({ plugin, connection, verbose }) {
  const running = new Set();
  process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  return (options) => {
    const args = JSON.stringify({ plugin, database: { connection }, ...options });
    const child = spawn(process.execPath, [worker, args], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(child);
    const ended = once(child, 'exit').finally(() => running.delete(child));
    const ready = new Promise((resolve) => {
      createInterface(child.stdout).on('line', (line) => {
        if (line.startsWith('READY ')) resolve(JSON.parse(line.slice('READY '.length)));
        else if (verbose) console.log(line);
      });
    });
    return { child, ready, ended };
  };
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is there more or less often than once, of `entries` that are called Loaf 0001 and so on. */
export function notOnce(what, titles, entries) {
  const counts = new Map();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  const problems = [];
  for (let n = 1; n <= entries; n += 1) {
    const title = `Loaf ${String(n).padStart(4, '0')}`;
    const count = counts.get(title) ?? 0;
    if (count !== 1) problems.push(`${what}: ${title} is there ${count} times`);
  }
  if (titles.length !== entries) problems.push(`${what}: ${titles.length} instead of ${entries}`);
  return problems;
}
