// Everything that must hold before a change lands, in one run; ends with a line that adds up what ran.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = new URL('..', import.meta.url).pathname;
const reports = mkdtempSync(join(tmpdir(), 'presence-ci-'));
const sum = { passed: 0, failed: 0, skipped: 0 };
/** What failed, named once more at the end: a log is long, and may be cut. */
const failures = [];

function run(title, command, args, { capture = false } = {}) {
  const started = Date.now();
  console.log(`\n== ${title}`);
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (capture) process.stdout.write(stdout);
  if (status !== 0) failures.push(title);
  console.log(
    `== ${title}: ${status === 0 ? 'ok' : `FAILED (exit ${status})`} after ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return { ok: status === 0, stdout: stdout ?? '' };
}

/** Steps of which each is one check and none needs another, in lanes beside each other; what one says is shown when it is over. */
async function beside(...lanes) {
  const one = (title, command, ...args) =>
    new Promise((done) => {
      const started = Date.now();
      const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
      const end = (how, isOk) => {
        sum[isOk ? 'passed' : 'failed'] += 1;
        if (!isOk) failures.push(title);
        const seconds = Math.round((Date.now() - started) / 1000);
        console.log(
          `\n== ${title}\n${said.trim()}\n== ${title}: ${isOk ? 'ok' : `FAILED (${how})`} after ${seconds} s`,
        );
        done();
      };
      child.once('error', (error) => end(error.message, false));
      child.once('close', (code) => end(`exit ${code}`, code === 0));
    });
  await Promise.all(
    lanes.map(async (lane) => {
      for (const given of lane) await one(...given);
    }),
  );
}

/** A step without counts of its own is one check. */
function step(title, command, ...args) {
  const { ok } = run(title, command, args);
  sum[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

/** Jest says how many tests ran; a run that says nothing is one failure. */
function jest(title, command, ...args) {
  const report = join(reports, `${title.replace(/\W+/g, '-')}.json`);
  const { ok } = run(title, command, [...args, '--json', `--outputFile=${report}`, '--silent=false']);
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    failures.push(...result.testResults.flatMap(failuresOf));
    sum.passed += result.numPassedTests;
    sum.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    sum.skipped += result.numPendingTests + result.numTodoTests;
    if (!ok && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) sum.failed += 1;
  } catch {
    sum.failed += 1;
  }
}

/** A line for each test of a file that failed, or one for a file that could not run; `file` as jest's `--json` writes it. */
function failuresOf(file) {
  const name = relative(root, file.name);
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return file.status === 'failed' ? [`${name}: ${firstLine(file.message)}`] : [];
  return failed.map((test) => `${name}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
}

const firstLine = (text) =>
  stripVTControlCharacters(text ?? '')
    .trim()
    .split('\n', 1)[0];

/** The demo prints one line a check. */
function demo() {
  const { ok, stdout } = run('demo --check', 'npm', ['run', '-s', 'demo', '--', '--check'], {
    capture: true,
  });
  const good = stdout.match(/^\s*ok\b/gm)?.length ?? 0;
  const failed = stdout.match(/^\s*FAILED\b.*$/gm) ?? [];
  failures.push(...failed.map((line) => `demo: ${line.trim()}`));
  const bad = failed.length;
  sum.passed += good;
  sum.failed += bad + (!ok && bad === 0 ? 1 : 0) + (ok && good === 0 ? 1 : 0);
}

const jestBin = ['node_modules/jest/bin/jest.js'];
const script = (name) => [name, 'npm', 'run', '-s', name];
await beside([script('types'), script('unused')], [script('lint'), script('walls')]);
const isBuilt = step('build', process.execPath, 'scripts/demo/build.mjs');
jest('npm test', 'npm', 'test', '-s', '--', '--demand-all');
jest('nets', process.execPath, ...jestBin, '--selectProjects', 'house');
if (isBuilt) {
  jest('pack', process.execPath, ...jestBin, '--selectProjects', 'pack');
  demo();
  // One after the other: each bakery wants the same ports.
  jest('browser', process.execPath, ...jestBin, '--selectProjects', 'browser', '--runInBand');
  for (const engine of ['embedded', 'bullmq'])
    step(
      `crash, in short, ${engine}`,
      'npm',
      'run',
      '-s',
      'test:crash',
      '--',
      '--kills',
      '4',
      '--engine',
      engine,
    );
  const faults = ['--publications', '60', '--newsletters', '0', '--engine', 'bullmq'];
  step('faults, in short', 'npm', 'run', '-s', 'test:crash', '--', ...faults);
  step('crash, in short, newsletters', 'npm', 'run', '-s', 'test:crash', '--', '--mail', '--kills', '3');
}

rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed === 0 ? 0 : 1);
