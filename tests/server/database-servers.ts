import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import mysql from 'mysql2/promise';
import pg from 'pg';

export type DatabaseKind = 'sqlite' | 'postgres' | 'mysql';

type Row = Readonly<Record<string, unknown>>;
export type Query = (sql: string) => Promise<readonly Row[]>;

/** What the tests ask of one kind of database. */
export interface DatabaseServer {
  create(name: string): Promise<void>;
  /** Strapi's `database.connection`. */
  connection(name: string): object;
  /** Hands out the only connection to a database: whoever else is still there is sent away first. */
  alone<T>(name: string, work: (query: Query) => Promise<T>): Promise<T>;
  /** Gives the tables that hold something, or did. */
  readonly used: string;
  /** Makes tables as they were when they were new. */
  empty(tables: readonly string[]): readonly string[];
  drop(name: string): Promise<void>;
  /** The names of all databases that begin like this. */
  named(start: string): Promise<readonly string[]>;
}

const postgresUrl = process.env['POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const mysqlUrl = process.env['MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/test';

// In memory where there is a place for it: what a test wrote need not outlive the machine.
const folder = join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'presence-databases');
const filename = (name: string): string => join(folder, `${name}.db`);

const sqlite: DatabaseServer = {
  create: async () => void mkdirSync(folder, { recursive: true }),
  connection: (name) => ({
    client: 'sqlite',
    connection: { filename: filename(name) },
    useNullAsDefault: true,
  }),
  async alone(name, work) {
    const database = new Sqlite(filename(name));
    try {
      return await work(async (sql) => {
        const statement = database.prepare(sql);
        if (statement.reader) return statement.all() as readonly Row[];
        statement.run();
        return [];
      });
    } finally {
      database.close();
    }
  },
  used: 'SELECT name FROM sqlite_sequence',
  // Without foreign keys in the way: SQLite keeps them only where a connection asks for them.
  empty: (tables) => [
    'PRAGMA foreign_keys = OFF',
    'BEGIN',
    ...tables.flatMap((table) => [
      `DELETE FROM "${table}"`,
      `DELETE FROM sqlite_sequence WHERE name = '${table}'`,
    ]),
    'COMMIT',
  ],
  drop: async (name) => {
    for (const more of ['', '-journal', '-wal', '-shm']) rmSync(filename(name) + more, { force: true });
  },
  named: async (start) => {
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder)
      .filter((file) => file.startsWith(start) && file.endsWith('.db'))
      .map((file) => file.slice(0, -'.db'.length));
  },
};

/** Strapi's connection to a database on a server. */
function connectionTo(client: string, server: string, port: number, database: string): object {
  const url = new URL(server);
  return {
    client,
    connection: {
      host: url.hostname,
      port: Number(url.port || port),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database,
    },
    pool: { min: 0, max: 10 },
  };
}

async function postgresAt<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (sql) => (await client.query(sql)).rows as Row[]);
  } finally {
    await client.end();
  }
}

const postgres: DatabaseServer = {
  create: (name) => postgresAt(postgresUrl, async (query) => void (await query(`CREATE DATABASE ${name}`))),
  connection: (name) => connectionTo('postgres', postgresUrl, 5432, name),
  alone(name, work) {
    const url = new URL(postgresUrl);
    url.pathname = `/${name}`;
    return postgresAt(url.href, async (query) => {
      await query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      return work(query);
    });
  },
  used: `SELECT DISTINCT tables.relname FROM pg_class tables JOIN pg_depend ON refobjid = tables.oid
    JOIN pg_class numbers ON numbers.oid = objid
    WHERE CASE WHEN numbers.relkind = 'S' THEN pg_sequence_last_value(numbers.oid) END IS NOT NULL`,
  empty: (tables) =>
    tables.length === 0
      ? []
      : [`TRUNCATE ${tables.map((table) => `"${table}"`).join(', ')} RESTART IDENTITY CASCADE`],
  drop: (name) =>
    postgresAt(
      postgresUrl,
      async (query) => void (await query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
    ),
  named: (start) =>
    postgresAt(postgresUrl, async (query) =>
      (await query(`SELECT datname FROM pg_database WHERE datname LIKE '${start}%'`)).map((row) =>
        String(row['datname']),
      ),
    ),
};

async function mysqlAt<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const connection = await mysql.createConnection(url);
  try {
    return await work(async (sql) => (await connection.query(sql))[0] as Row[]);
  } finally {
    await connection.end();
  }
}

const mariadb: DatabaseServer = {
  create: (name) =>
    mysqlAt(mysqlUrl, async (query) => void (await query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`))),
  connection: (name) => connectionTo('mysql', mysqlUrl, 3306, name),
  alone(name, work) {
    const url = new URL(mysqlUrl);
    url.pathname = `/${name}`;
    return mysqlAt(url.href, async (query) => {
      const others = await query(
        `SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()`,
      );
      for (const other of others) await query(`KILL ${Number(other['id'])}`).catch(() => []);
      return work(query);
    });
  },
  used: 'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND auto_increment > 1',
  empty: (tables) => ['SET foreign_key_checks = 0', ...tables.map((table) => `TRUNCATE \`${table}\``)],
  drop: (name) => mysqlAt(mysqlUrl, async (query) => void (await query(`DROP DATABASE IF EXISTS ${name}`))),
  named: (start) =>
    mysqlAt(mysqlUrl, async (query) =>
      (
        await query(`SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE '${start}%'`)
      ).map((row) => String(Object.values(row)[0])),
    ),
};

export const servers: Readonly<Record<DatabaseKind, DatabaseServer>> = { sqlite, postgres, mysql: mariadb };
