import { publicationStanding } from '../../server/stores/publication-standing';
import { publicationsTable } from '../../server/stores/publication-row';
import { bootStrapi, databases, type App } from './boot';
import type { DatabaseKind } from './databases';

const table = publicationsTable.tableName;
const rows = 100_000;
const now = Date.UTC(2026, 10, 26, 9);

type Plan = Readonly<Record<string, unknown>>;

/** How a database says what it would do, and when that is reading the whole table. */
const planners: Readonly<
  Record<
    DatabaseKind,
    { readonly explain: string; readonly analyse: string; readonly scans: (plan: Plan) => boolean }
  >
> = {
  sqlite: {
    explain: 'explain query plan ',
    analyse: 'select 1',
    scans: ({ detail }) => String(detail).startsWith(`SCAN ${table}`),
  },
  postgres: {
    explain: 'explain ',
    analyse: `analyze ${table}`,
    scans: (plan) => String(plan['QUERY PLAN']).includes(`Seq Scan on ${table}`),
  },
  mysql: {
    explain: 'explain ',
    analyse: `analyze table ${table}`,
    scans: (plan) => plan['table'] === table && (plan['type'] === 'ALL' || plan['type'] === 'index'),
  },
};

const digits = `(${[...'0123456789'].map((digit) => `select ${digit} as d`).join(' union all ')})`;

/** A business that has published for years: one row in a hundred is still open. */
const fill = `insert into ${table} (channel, state, waits_for, next_at, lease_until)
  select case i % 3 when 0 then 'sky' when 1 then 'mast' else 'hook' end,
    case when i % 100 <> 0 then (case when i % 7 = 0 then 'cancelled' else 'delivered' end)
      when i % 300 = 0 then 'scheduled' when i % 500 = 0 then 'parked' else 'rejected' end,
    '', ${now} - 60000 * (i % 100), 0
  from (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d as i
    from ${digits} a, ${digits} b, ${digits} c, ${digits} e, ${digits} f) years`;

describe.each(databases())('the counts of the page of operations on %s', (db) => {
  let app: App;
  beforeAll(async () => {
    app = await bootStrapi({ db });
    await app.strapi.db.connection.raw(fill);
    await app.strapi.db.connection.raw(planners[db].analyse);
  });
  afterAll(() => app?.stop());

  const listOf = (answer: unknown): Plan[] => {
    const [first] = Array.isArray(answer) ? answer : [];
    if (typeof answer === 'object' && answer !== null && 'rows' in answer) return answer.rows as Plan[];
    return (Array.isArray(first) ? first : answer) as Plan[];
  };

  it(`cost what is open and not what was ever published, of ${rows} publications`, async () => {
    const { connection } = app.strapi.db;
    const asked: { sql: string; bindings: readonly unknown[] }[] = [];
    const listen = ({ sql, bindings }: { sql: string; bindings: readonly unknown[] }) =>
      void asked.push({ sql, bindings });
    connection.on('query', listen);
    const counted = await publicationStanding(app.strapi.db).counted(['sky', 'mast', 'hook'], now, 60_000);
    connection.removeListener('query', listen);
    expect(counted.states.reduce((sum, { count }) => sum + count, 0)).toBe(rows / 100);
    expect(asked).toHaveLength(4);

    const scanning: Plan[] = [];
    for (const { sql, bindings } of asked) {
      // Bindings as the driver is given them; PostgreSQL numbers its own.
      const text = sql.replace(/\$\d+/g, '?');
      const plans = listOf(await connection.raw(`${planners[db].explain}${text}`, [...bindings] as never));
      expect(JSON.stringify(plans)).toContain(table);
      scanning.push(...plans.filter(planners[db].scans));
    }
    expect(scanning).toEqual([]);
  });
});
