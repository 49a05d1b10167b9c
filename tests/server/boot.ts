import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import plugin from '../../server';
import { createDatabase, type DatabaseKind, type TestDatabase } from './databases';

export { databases } from './databases';

declare global {
  // Strapi is loaded by Node and the plugin's source by jest; the app in tests/fixtures takes it from here.
  var presenceSource: typeof plugin;
}
globalThis.presenceSource = plugin;

const root = resolve(__dirname, '../..');
const appDir = join(root, 'tests/fixtures/app');

export interface App {
  readonly strapi: Core.Strapi;
  /** Where it listens: `http://127.0.0.1:43121`. */
  readonly url: string;
  /** Stops Strapi and drops its database, unless it was handed in. */
  stop(): Promise<void>;
}

export interface BootOptions {
  readonly db?: DatabaseKind;
  /** An existing database: for a second instance, or a start after a crash. It is left in place. */
  readonly database?: TestDatabase;
  /** The plugin's own config. The loops that work in the background are off unless it says otherwise. */
  readonly presence?: object;
  readonly env?: Readonly<Record<string, string>>;
}

/** A real Strapi with the plugin from its source, in this process, listening on a free port. */
export async function bootStrapi(options: BootOptions = {}): Promise<App> {
  const database = options.database ?? (await createDatabase(options.db ?? 'sqlite'));
  const before = { ...process.env };
  Object.assign(process.env, {
    NODE_ENV: 'test',
    STRAPI_TELEMETRY_DISABLED: 'true',
    TEST_ROOT: root,
    TEST_DATABASE: JSON.stringify(database.connection),
    TEST_PRESENCE: JSON.stringify(options.presence ?? { engine: { enabled: false } }),
    ...options.env,
  });
  forgetApp();
  const strapi = createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: false });
  try {
    await strapi.load();
    await new Promise<void>((done) => strapi.server.listen(0, '127.0.0.1', () => done()));
  } catch (error) {
    // A Strapi that is left half started would keep jest from ending.
    await strapi.destroy().catch(() => undefined);
    if (!options.database) await database.drop();
    throw error;
  } finally {
    for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
    Object.assign(process.env, before);
  }
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await strapi.destroy();
      if (!options.database) await database.drop();
    },
  };
}

/** What Node remembers of the app would hand the plugin of one test file to the next. */
function forgetApp(): void {
  const { cache } = createRequire(__filename);
  for (const file of Object.keys(cache)) if (file.startsWith(appDir)) delete cache[file];
}
