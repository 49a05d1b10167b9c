import { randomBytes } from 'node:crypto';
import { servers, type DatabaseKind, type DatabaseServer } from './database-servers';

export type { DatabaseKind } from './database-servers';

export interface TestDatabase {
  /** Strapi's `database.connection`. */
  readonly connection: object;
  /** Hands it back, without what is in it. */
  drop(): Promise<void>;
}

/** One that lies ready: its tables are made, and hold nothing. */
interface Ready {
  readonly name: string;
  /** What Strapi calls the schema of its tables. */
  readonly schema: string;
}

/** Tables in which Strapi keeps what it did to the schema. */
const kept = ['strapi_migrations', 'strapi_migrations_internal', 'strapi_database_schema'];

declare global {
  var presenceDatabases: Map<DatabaseKind, Ready[]> | undefined;
}
// Making its hundred tables takes Strapi seconds, emptying them a fraction of one: a process of jest hands its databases on from
// one test file to the next. `tests/native/teardown.ts` drops them.
const pool = (globalThis.presenceDatabases ??= new Map<DatabaseKind, Ready[]>());

/** A database that holds nothing, for one test file. */
export async function createDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const server = servers[kind];
  const ready = pool.get(kind)?.pop();
  const name =
    ready?.name ?? `${process.env['PRESENCE_RUN'] ?? 'presence_'}${randomBytes(6).toString('hex')}`;
  if (!ready) await server.create(name);
  return {
    connection: server.connection(name),
    drop: async () => {
      const schema = await emptied(server, name).catch(() => null);
      // A test that changed the types of the app leaves other tables behind.
      if (schema === null || (ready && ready.schema !== schema)) return server.drop(name);
      pool.set(kind, [...(pool.get(kind) ?? []), { name, schema }]);
    },
  };
}

/** Takes all rows out and gives the schema, or null where no Strapi ever started. */
async function emptied(server: DatabaseServer, name: string): Promise<string | null> {
  return server.alone(name, async (query) => {
    const rows = await query('SELECT hash FROM strapi_database_schema');
    const tables = (await query(server.used)).map((row) => String(Object.values(row)[0]));
    for (const statement of server.empty(tables.filter((table) => !kept.includes(table))))
      await query(statement);
    return rows.length === 1 ? String(rows[0]!['hash']) : null;
  });
}

/**
 * The databases that a suite runs on: SQLite always, the servers where they answer. `scripts/test.mjs` looks before jest
 * starts, says in one line what is skipped, and hands the result on in `PRESENCE_DATABASES`.
 */
export const databases = (): readonly DatabaseKind[] =>
  (process.env['PRESENCE_DATABASES'] ?? 'sqlite').split(',') as DatabaseKind[];
