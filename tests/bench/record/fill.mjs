// Many rows in the record, as the plugin writes them, of the size of a decision; they wait to be linked.
import { createHash, randomUUID } from 'node:crypto';

export async function fillRecord(strapi, count) {
  const knex = strapi.db.connection;
  const by = JSON.stringify({ id: '1', kind: 'user', name: 'Rosa Lindner' });
  const origin = JSON.stringify({ place: 'abcdefghijkl', way: 'admin' });
  const seal = 'f'.repeat(64);
  const begun = Date.now() - count * 1_000;
  for (let n = 0; n < count; n += 500) {
    const rows = Array.from({ length: Math.min(500, count - n) }, (_, m) => {
      const details = JSON.stringify({
        campaign: randomUUID(),
        comment: null,
        stage: 'approved',
        vote: n + m,
      });
      const row = {
        key: randomUUID(),
        at: begun + (n + m) * 1_000,
        kind: 'decision.approve',
        person: 'user:1',
        by,
        origin,
        entry: `api::article.article|k3xw0v9tq2m8r7c5h1nd${(n + m) % 997}|en`,
        seal,
        details,
      };
      const said = [1, row.key, row.at, row.kind, row.person, by, origin, row.entry, seal, details];
      return { ...row, digest: createHash('sha256').update(JSON.stringify(said)).digest('hex') };
    });
    // One statement by hand: knex's own insert is many times slower on SQLite.
    const columns = Object.keys(rows[0]);
    const names = columns.map(() => '??').join(', ');
    const marks = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
    const values = rows.flatMap((row) => columns.map((column) => row[column]));
    await knex.raw(`insert into presence_audit (${names}) values ${marks}`, [...columns, ...values]);
  }
}
