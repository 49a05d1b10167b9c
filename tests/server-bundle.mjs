// The server of the plugin from its source, as one file that a plain Node process can load: for what runs outside jest.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the source, and what `more` exports beside it; the path goes into TEST_PLUGIN. Gone when this process ends. */
export async function bundleServer(more = '') {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = `${root}.tmp`;
  const outfile = `${folder}/server-${process.pid}.cjs`;
  mkdirSync(folder, { recursive: true });
  await build({
    stdin: { contents: `export { default } from './server';\n${more}`, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  process.on('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}
