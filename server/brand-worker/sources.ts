// What runs in worker threads, as text: a built plugin is one file, so there is no second one that a worker could be started from.

/**
 * Answers one request after another on a port. The asking thread sleeps meanwhile and is woken by the signal, because the
 * check that asks cannot wait for an event.
 */
export const runnerSource = `
const { workerData } = require('node:worker_threads');
const { port, signal, most } = workerData;
const known = new Map();
const patternOf = (source, flags) => {
  const key = flags + ' ' + source;
  const found = known.get(key) ?? new RegExp(source, flags);
  known.set(key, found);
  return found;
};
const answer = (value) => {
  port.postMessage(value);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
};
port.on('message', ({ source, flags, text }) => {
  const found = [];
  try {
    for (const match of text.matchAll(patternOf(source, flags))) {
      found.push({ start: match.index, groups: [...match] });
      if (found.length >= most) break;
    }
    answer({ found });
  } catch (error) {
    answer({ failed: String(error && error.message) });
  }
});
answer({ found: [] });
`;

/** Judges one pattern after another. Made of a package of three megabytes, so it is loaded only here. */
export const judgeSource = `
const { createRequire } = require('node:module');
const { parentPort, workerData } = require('node:worker_threads');
const { checkSync } = createRequire(workerData.from)('recheck/lib/browser.js');
parentPort.on('message', ({ source, flags, timeout }) => {
  try {
    const { status, complexity, attack } = checkSync(source, flags, { timeout });
    const length = attack ? attack.string.length : null;
    parentPort.postMessage({ status, type: complexity?.type ?? null, degree: complexity?.degree ?? null, length });
  } catch (error) {
    parentPort.postMessage({ status: 'unknown', type: null, degree: null, length: null });
  }
});
`;
