import type { Knex } from 'knex';

/** What stands in one cell. */
export type Value = string | number | null;

/** What we use of better-sqlite3, the one SQLite driver of Strapi. */
interface Driver {
  prepare(sql: string): Prepared;
  transaction(work: () => void): () => void;
}

interface Prepared {
  run(values: readonly Value[]): unknown;
}

/** One row's statement and the rows that it is run for. */
export interface RowByRow {
  readonly sql: string;
  readonly rows: readonly (readonly Value[])[];
}

/** Enough for every table that is written in groups. */
const remembered = 64;
const prepared = new WeakMap<Driver, Map<string, Prepared>>();

/**
 * Runs a prepared statement for every row; all statements or none, inside the caller's transaction if one is open. SQLite lives in
 * this process: a row costs no way there and back, and parsing one long statement with a mark for each value takes longer than
 * all its rows.
 */
export async function runRowByRow(connection: Knex, statements: readonly RowByRow[]): Promise<void> {
  if (statements.length === 0) return;
  // Knex's pool hands out the one connection, so this waits for whoever has a transaction open.
  const driver: Driver = await connection.client.acquireConnection();
  try {
    driver.transaction(() => {
      for (const { sql, rows } of statements) {
        const statement = preparedOn(driver, sql);
        for (const row of rows) statement.run(row);
      }
    })();
  } finally {
    await connection.client.releaseConnection(driver);
  }
}

function preparedOn(driver: Driver, sql: string): Prepared {
  const known = prepared.get(driver) ?? new Map<string, Prepared>();
  prepared.set(driver, known);
  const statement = known.get(sql) ?? driver.prepare(sql);
  if (known.size >= remembered) known.clear();
  known.set(sql, statement);
  return statement;
}
