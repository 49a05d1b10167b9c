import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import pg from 'pg';

export type DatabaseKind = 'sqlite' | 'postgres' | 'mysql';

const postgresUrl = process.env['POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const mysqlUrl = process.env['MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/test';

export interface TestDatabase {
  /** Strapi's `database.connection`. */
  readonly connection: object;
  drop(): Promise<void>;
}

/** A database of its own for one test file, gone afterwards. */
export async function createDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const name = `presence_${randomBytes(6).toString('hex')}`;
  switch (kind) {
    case 'sqlite': {
      const folder = mkdtempSync(join(tmpdir(), 'presence-db-'));
      return {
        connection: {
          client: 'sqlite',
          connection: { filename: join(folder, 'data.db') },
          useNullAsDefault: true,
        },
        drop: async () => rmSync(folder, { recursive: true, force: true }),
      };
    }
    case 'postgres': {
      const run = async (sql: string): Promise<void> => {
        const client = new pg.Client({ connectionString: postgresUrl });
        await client.connect();
        await client.query(sql).finally(() => client.end());
      };
      await run(`CREATE DATABASE ${name}`);
      const url = new URL(postgresUrl);
      return {
        connection: {
          client: 'postgres',
          connection: {
            host: url.hostname,
            port: Number(url.port || 5432),
            user: decodeURIComponent(url.username),
            password: decodeURIComponent(url.password),
            database: name,
          },
          pool: { min: 0, max: 10 },
        },
        drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      };
    }
    case 'mysql': {
      const run = async (sql: string): Promise<void> => {
        const connection = await mysql.createConnection(mysqlUrl);
        await connection.query(sql).finally(() => connection.end());
      };
      await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
      const url = new URL(mysqlUrl);
      return {
        connection: {
          client: 'mysql',
          connection: {
            host: url.hostname,
            port: Number(url.port || 3306),
            user: decodeURIComponent(url.username),
            password: decodeURIComponent(url.password),
            database: name,
          },
          pool: { min: 0, max: 10 },
        },
        drop: () => run(`DROP DATABASE IF EXISTS ${name}`),
      };
    }
  }
}

/**
 * The databases that a suite runs on: SQLite always, the servers where they answer. `scripts/test.mjs` looks before jest
 * starts, says in one line what is skipped, and hands the result on in `PRESENCE_DATABASES`.
 */
export const databases = (): readonly DatabaseKind[] =>
  (process.env['PRESENCE_DATABASES'] ?? 'sqlite').split(',') as DatabaseKind[];
