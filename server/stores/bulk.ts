import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { runRowByRow, type RowByRow, type Value } from './sqlite';

/** A transaction, or the plain connection. Services hand it on and never look inside. */
export type Connection = Knex | Knex.Transaction;

type Database = Core.Strapi['db'];

/** What to do when a row with the same unique column is there: leave it, or add the new numbers to it. */
export type Conflict = { readonly on: string; readonly add?: readonly string[] };

/** Few enough values for one statement: MySQL allows 65,535. */
const valuesPerStatement = 24_000;

/** One SQL statement with the values for its question marks. */
interface Whole {
  readonly sql: string;
  readonly bindings: readonly (Value | readonly Value[])[];
}

/** How rows are written: by one statement, or on SQLite by a prepared one for each row. */
export type Statement = Whole | RowByRow;

/**
 * Statements that write many rows, in the way that the database takes fastest. Knex builds one `SELECT` a row for SQLite and
 * knows no increments on conflict that all three databases share, so the statement is written here.
 */
export function insertsOf(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  conflict?: Conflict,
): Statement[] {
  if (rows.length === 0) return [];
  const into = `insert into ${tableIn(db, table)} (${columns.map((column) => quoted(db, column)).join(', ')})`;
  const ending = conflict ? endingOf(db, table, conflict) : '';
  if (db.dialect.client === 'postgres') return [insertOfColumns(into, columns, rows, ending)];
  const marks = `(${columns.map(() => '?').join(', ')})`;
  if (db.dialect.client === 'sqlite') return [{ sql: `${into} values ${marks}${ending}`, rows }];
  const size = Math.max(1, Math.floor(valuesPerStatement / columns.length));
  const statements: Statement[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size);
    const values = part.map(() => marks).join(', ');
    statements.push({ sql: `${into} values ${values}${ending}`, bindings: part.flat() });
  }
  return statements;
}

/** PostgreSQL takes a whole column as one value, which it reads many times faster than a mark for every cell. */
function insertOfColumns(
  into: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  ending: string,
): Whole {
  const bindings = columns.map((_, column) => rows.map((row) => row[column] ?? null));
  const types = bindings.map((cells) => (cells.some((cell) => typeof cell === 'number') ? 'bigint' : 'text'));
  const arrays = types.map((type) => `?::${type}[]`).join(', ');
  return { sql: `${into} select * from unnest(${arrays})${ending}`, bindings };
}

const isRowByRow = (statement: Statement): statement is RowByRow => 'rows' in statement;

/**
 * Statements that give many rows each its own values, found by their `id`, and all of them the values of `same`: one statement, or on
 * SQLite a prepared one for each row.
 */
export function updatesOf(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: readonly { readonly id: number; readonly values: readonly Value[] }[],
  same: Readonly<Record<string, Value>>,
): Statement[] {
  if (rows.length === 0) return [];
  const name = tableIn(db, table);
  const own = (value: (column: string) => string) =>
    columns.map((column) => `${quoted(db, column)} = ${value(quoted(db, column))}`);
  const shared = Object.keys(same).map((column) => `${quoted(db, column)} = ?`);
  const values = Object.values(same);
  const id = quoted(db, 'id');
  switch (db.dialect.client) {
    case 'sqlite':
      return [
        {
          sql: `update ${name} set ${[...own(() => '?'), ...shared].join(', ')} where ${id} = ?`,
          rows: rows.map((row) => [...row.values, ...values, row.id]),
        },
      ];
    case 'postgres': {
      const given = columns.map((column) => quoted(db, column)).join(', ');
      const arrays = columns.map(() => '?::text[]').join(', ');
      const sets = [...own((column) => `given.${column}`), ...shared].join(', ');
      return [
        {
          sql: `update ${name} set ${sets} from unnest(?::bigint[], ${arrays}) as given (given_id, ${given}) where ${name}.${id} = given_id`,
          bindings: [
            ...values,
            rows.map((row) => row.id),
            ...columns.map((_, at) => rows.map((row) => row.values[at] ?? null)),
          ],
        },
      ];
    }
    default: {
      const first = `select ? as given_id, ${columns.map((column) => `? as ${quoted(db, column)}`).join(', ')}`;
      const more = ` union all select ?${', ?'.repeat(columns.length)}`.repeat(rows.length - 1);
      const sets = [...own((column) => `given.${column}`), ...shared]
        .map((set) => `${name}.${set}`)
        .join(', ');
      return [
        {
          sql: `update ${name} join (${first}${more}) given on ${name}.${id} = given_id set ${sets}`,
          bindings: [...rows.flatMap((row) => [row.id, ...row.values]), ...values],
        },
      ];
    }
  }
}

/** Runs statements one after the other. */
export async function run(connection: Connection, statements: readonly Statement[]): Promise<void> {
  for (const one of statements)
    if (isRowByRow(one)) await runRowByRow(connection, [one]);
    else await connection.raw(one.sql, [...one.bindings] as Knex.RawBinding[]);
}

/**
 * Runs all statements or none. PostgreSQL takes them as one statement, which is a transaction by itself and saves the way there
 * and back for each, its begin and its end.
 */
export async function runAtOnce(db: Database, statements: readonly Statement[]): Promise<void> {
  if (statements.every(isRowByRow)) return runRowByRow(db.connection, statements);
  if (db.dialect.client !== 'postgres') {
    await db.connection.transaction((connection) => run(connection, statements));
    return;
  }
  const whole = statements.filter((one): one is Whole => !isRowByRow(one));
  const parts = whole.slice(0, -1).map(({ sql }, index) => `part${index} as (${sql})`);
  const last = whole.at(-1)?.sql ?? '';
  const sql = parts.length > 0 ? `with ${parts.join(', ')} ${last}` : last;
  await run(db.connection, [{ sql, bindings: whole.flatMap(({ bindings }) => bindings) }]);
}

/** Writes many rows in a transaction or on the plain connection. */
export const insertRows = (
  db: Database,
  connection: Connection,
  ...rows: [
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
    conflict?: Conflict,
  ]
): Promise<void> => run(connection, insertsOf(db, ...rows));

function endingOf(db: Database, table: string, { on, add = [] }: Conflict): string {
  const target = quoted(db, on);
  if (db.dialect.client === 'mysql') {
    // `insert ignore` would also hide values that do not fit.
    const sets = add.map(
      (column) => `${quoted(db, column)} = ${quoted(db, column)} + values(${quoted(db, column)})`,
    );
    return ` on duplicate key update ${sets.length > 0 ? sets.join(', ') : `${target} = ${target}`}`;
  }
  // Without the column: two writers of one row may meet at any of its unique indexes.
  if (add.length === 0) return ' on conflict do nothing';
  const sets = add.map((column) => {
    const name = quoted(db, column);
    return `${name} = ${quoted(db, table)}.${name} + excluded.${name}`;
  });
  return ` on conflict (${target}) do update set ${sets.join(', ')}`;
}

const quoted = (db: Database, name: string): string =>
  db.dialect.client === 'mysql' ? `\`${name}\`` : `"${name}"`;

function tableIn(db: Database, table: string): string {
  const schema = db.getSchemaName();
  return schema ? `${quoted(db, schema)}.${quoted(db, table)}` : quoted(db, table);
}

/** A query on one of our tables, inside a transaction if one is given. */
export function queryOn(
  db: Database,
  table: string,
  connection: Connection = db.connection,
): Knex.QueryBuilder {
  const schema = db.getSchemaName();
  const query = connection(table);
  return schema ? query.withSchema(schema) : query;
}

/** How many rows an update or delete touched. */
export const countOf = (result: unknown): number => (typeof result === 'number' ? result : 0);

/**
 * What to do about a failed write: `again` where two writers stood in each other's way or the database was busy,
 * `row` where a value was refused (another group without that row can be written), `broken` for everything else.
 */
export function failureOf(error: unknown): 'again' | 'row' | 'broken' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (again.has(code)) return 'again';
  return /^2[23]...$/.test(code) || refused.has(code) || code.startsWith('SQLITE_CONSTRAINT')
    ? 'row'
    : 'broken';
}

/** Does it again where two writers stood in each other's way; the database has undone it then. */
export async function untilAlone<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 4; ; left -= 1)
    try {
      return await work();
    } catch (error) {
      if (left === 0 || failureOf(error) !== 'again') throw error;
    }
}

const again = new Set([
  '40001',
  '40P01',
  '55P03',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
]);
const refused = new Set([
  'ER_DATA_TOO_LONG',
  'ER_TRUNCATED_WRONG_VALUE',
  'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
  'ER_WARN_DATA_OUT_OF_RANGE',
  'SQLITE_TOOBIG',
  'SQLITE_MISMATCH',
]);
