// Builds the plugin and the bakery's admin panel if their sources changed since the last time, as the demo does before it starts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lines } from './lines.mjs';
import { prepare } from './prepare.mjs';
import { household } from './processes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'presence-build-'));
const processes = household(folder, () => undefined);
try {
  await prepare(lines(), processes);
} catch {
  console.error(processes.lastWords());
  process.exitCode = 1;
} finally {
  await processes.stop();
  rmSync(folder, { recursive: true, force: true });
}
