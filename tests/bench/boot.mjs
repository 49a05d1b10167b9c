// A real Strapi of the test app with the built plugin (or without it), on a database of its own.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
export const root = fileURLToPath(new URL('../..', import.meta.url));
const appDir = join(root, 'tests/fixtures/app');

const urls = {
  postgres: process.env.POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  mysql: process.env.MYSQL_URL ?? 'mysql://root@127.0.0.1:3306/test',
};

/** `sqlite`, `postgres` or `mysql` → Strapi's connection and a function that drops the database. */
export async function createDatabase(kind) {
  const name = `presence_bench_${randomBytes(5).toString('hex')}`;
  if (kind === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'presence-bench-'));
    return {
      connection: {
        client: 'sqlite',
        connection: { filename: join(folder, 'data.db') },
        useNullAsDefault: true,
      },
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const knex = require('knex');
  const admin = knex({ client: kind === 'postgres' ? 'pg' : 'mysql2', connection: urls[kind] });
  await admin.raw(`CREATE DATABASE ${name}`);
  const { hostname, port, username, password } = new URL(urls[kind]);
  return {
    connection: {
      client: kind,
      connection: {
        host: hostname,
        port: Number(port),
        user: username,
        password: decodeURIComponent(password),
        database: name,
      },
      pool: { min: 0, max: 10 },
    },
    drop: async () => {
      await admin.raw(kind === 'postgres' ? `DROP DATABASE ${name} WITH (FORCE)` : `DROP DATABASE ${name}`);
      await admin.destroy();
    },
  };
}

/** `plugin`: `dist` (what ships) or `off`. Returns the running Strapi, its address and how long `load` took in ms. */
export async function bootStrapi({
  db = 'sqlite',
  plugin = 'dist',
  presence = { engine: { enabled: false } },
  database,
} = {}) {
  const own = database ?? (await createDatabase(db));
  Object.assign(process.env, {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    TEST_ROOT: root,
    TEST_PLUGIN: plugin,
    TEST_DATABASE: JSON.stringify(own.connection),
    TEST_PRESENCE: JSON.stringify(presence),
  });
  const { createStrapi } = require('@strapi/strapi');
  const started = performance.now();
  const strapi = createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: false });
  await strapi.load();
  const loadMs = performance.now() - started;
  await new Promise((done) => strapi.server.listen(0, '127.0.0.1', () => done()));
  const { port } = strapi.server.httpServer.address();
  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    loadMs,
    stop: async () => {
      await strapi.destroy();
      if (!database) await own.drop();
    },
  };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
