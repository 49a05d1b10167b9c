import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/**
 * Builds the site into a fresh folder and then turns over to it, so that no visitor meets half a site. Calls during a
 * build are answered by one more build after it. A build that fails leaves the old site standing.
 */
export function builder({ root, builds = join(root, '.builds') }) {
  const folder = resolve(builds);
  const astro = join(
    dirname(createRequire(join(root, 'package.json')).resolve('astro/package.json')),
    'astro.js',
  );
  let serial = 0;
  let current = null;
  let previous = null;
  let child = null;
  let running = null;
  let next = null;

  async function once() {
    const target = join(folder, String((serial += 1)));
    await mkdir(folder, { recursive: true });
    const started = Date.now();
    const code = await new Promise((done) => {
      child = spawn(process.execPath, [astro, 'build', '--silent'], {
        cwd: root,
        env: { ...process.env, OUT_DIR: target, ASTRO_TELEMETRY_DISABLED: '1' },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      child.once('exit', (exit) => done(exit ?? 1));
    });
    child = null;
    if (code !== 0) {
      await rm(target, { recursive: true, force: true });
      if (current === null) throw new Error('The first build of the site failed.');
      return console.error('The build failed; the old site stays.');
    }
    // Somebody may still be reading the site that was there: it goes one build later.
    const older = previous;
    previous = current;
    current = target;
    if (older) await rm(older, { recursive: true, force: true });
    console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }

  function build() {
    if (!running) return (running = once().finally(() => (running = null)));
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        return build();
      });
    return next;
  }

  return {
    build,
    current: () => current,
    async stop() {
      child?.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
