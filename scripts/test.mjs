// npm test: installs what is missing, then runs the unit, property, server and admin tests.
//   --demand-all   a server that does not answer is a failure (as in CI), not a line
//   anything else goes to jest: npm test -- tests/unit/brand
import { spawnSync } from 'node:child_process';
import { install } from './install.mjs';
import { availableServices } from './services.mjs';

const root = new URL('..', import.meta.url).pathname;
const given = process.argv.slice(2);
const demandsAll = given.includes('--demand-all');

install();
const { databases, engines, missing } = await availableServices();
for (const { name, variable, url } of missing)
  console.log(
    `${demandsAll ? 'MISSING' : 'skipped'}: the ${name} suites, because nothing answers at ${url} (set ${variable} to use another server)`,
  );
if (demandsAll && missing.length > 0) process.exit(1);

const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/jest/bin/jest.js`,
    '--selectProjects',
    'unit',
    'property',
    'server',
    'admin',
    ...given.filter((arg) => arg !== '--demand-all'),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PRESENCE_DATABASES: databases.join(','),
      PRESENCE_ENGINES: engines.join(','),
    },
  },
);
process.exit(status ?? 1);
