// Everything that must hold before a change lands, in one run; ends with a line that adds up what ran.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const reports = mkdtempSync(join(tmpdir(), 'presence-ci-'));
const sum = { passed: 0, failed: 0, skipped: 0 };

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
  console.log(
    `== ${title}: ${status === 0 ? 'ok' : `FAILED (exit ${status})`} after ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return { ok: status === 0, stdout: stdout ?? '' };
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
    sum.passed += result.numPassedTests;
    sum.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    sum.skipped += result.numPendingTests + result.numTodoTests;
    if (!ok && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) sum.failed += 1;
  } catch {
    sum.failed += 1;
  }
}

/** The demo prints one line a check. */
function demo() {
  const { ok, stdout } = run('demo --check', 'npm', ['run', '-s', 'demo', '--', '--check'], {
    capture: true,
  });
  const good = stdout.match(/^\s*ok\b/gm)?.length ?? 0;
  const bad = stdout.match(/^\s*FAILED\b/gm)?.length ?? 0;
  sum.passed += good;
  sum.failed += bad + (!ok && bad === 0 ? 1 : 0) + (ok && good === 0 ? 1 : 0);
}

const jestBin = ['node_modules/jest/bin/jest.js'];
step('types', 'npm', 'run', '-s', 'types');
step('lint', 'npm', 'run', '-s', 'lint');
step('walls', 'npm', 'run', '-s', 'walls');
step('unused', 'npm', 'run', '-s', 'unused');
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
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed === 0 ? 0 : 1);
