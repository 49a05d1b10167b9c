import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = new URL('../../', import.meta.url).pathname;

/**
 * Everything that the demo starts. Each child leads a process group of its own, so that its own children go with it.
 * `onLoss` is told when one ends that was to stay.
 */
export function household(folder, onLoss) {
  const logs = join(folder, 'logs');
  const running = new Map();
  const closers = [];
  let isStopping = false;
  mkdirSync(logs, { recursive: true });

  const logOf = (name) => join(logs, `${name}.log`);

  /** Starts `node …args`; resolves with the first line of its output that `isReady` takes (the line itself, parsed or not). */
  function start(name, args, { cwd = root, env = {}, isReady = () => true } = {}) {
    const log = (text) => appendFileSync(logOf(name), text);
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    running.set(name, child);
    child.stderr.on('data', log);
    let isUp = false;
    return new Promise((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        log(`${line}\n`);
        if (!isReady(line)) return;
        isUp = true;
        resolve(line);
      });
      child.once('error', reject);
      // Not `exit`: its last words may still be on the way then.
      child.once('close', (code, signal) => {
        running.delete(name);
        if (isUp && !isStopping) onLoss(name);
        reject(new Error(`${name} ended (${signal ?? code}) before it was ready. ${tail(logOf(name), 3)}`));
      });
    });
  }

  /** Runs `node …args` to its end and answers with its last line. */
  async function run(name, args, options) {
    let last = '';
    await start(name, args, { ...options, isReady: (line) => ((last = line), false) }).catch((error) => {
      if (!error.message.startsWith(`${name} ended (0)`))
        throw new Error(`${name} failed. ${tail(logOf(name), 12)}`, { cause: error });
    });
    return last;
  }

  async function stop() {
    isStopping = true;
    await Promise.all(closers.splice(0).map((close) => Promise.resolve(close()).catch(() => undefined)));
    await Promise.all([...running.values()].map(end));
  }

  return {
    start,
    run,
    stop,
    /** Something of this process itself that is to be closed at the end. */
    atEnd: (close) => closers.push(close),
    /** The ends of the logs, for the person who asks what went wrong. */
    lastWords: () =>
      ['build-plugin', 'build-bakery', 'seed', 'strapi', 'site', 'bluesky', 'mail']
        .filter((name) => tail(logOf(name), 1))
        .map((name) => `\n--- ${name}, last lines ---\n${tail(logOf(name), name === 'strapi' ? 40 : 10)}`)
        .join('\n'),
  };
}

/** The last lines, without those that say that all is well: requests that were answered, steps of a migration. */
const tail = (file, count) =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .trim()
    .split('\n')
    .filter((line) => !/ms\) \S*[23]\d\d|igrat/.test(line))
    .slice(-count)
    .join('\n');

/** Asks a process group to stop, and makes it stop after five seconds. */
function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    const force = setTimeout(() => signalTo(child, 'SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(force);
      signalTo(child, 'SIGKILL'); // whoever is left of its group
      resolve();
    });
    signalTo(child, 'SIGTERM');
  });
}

function signalTo(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** The wished port, or one that is free. */
export async function portNear(wished) {
  return (await isFree(wished)) ? wished : freePort();
}

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
