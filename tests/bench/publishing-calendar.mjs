// A month with 2,000 publications over HTTP, among 20,000 others, on SQLite and PostgreSQL: beside the same rows by bare SQL in the
// same process, and beside a request through the same door that asks the database for nothing of ours.
import { randomUUID } from 'node:crypto';
import { bootStrapi, quantile } from './boot.mjs';
import { campaignRow, publicationRow, signedIn, store } from './publishing/stored.mjs';

const inMonth = 2_000;
const others = 20_000;
const rounds = 40;
const day = 86_400_000;
const from = Date.UTC(2030, 4, 1);
const to = from + 31 * day;
const states = ['scheduled', 'delivered', 'held', 'cancelled'];

async function fill(strapi) {
  const campaigns = [];
  const publications = [];
  for (let n = 0; n < inMonth + others; n += 1) {
    if (n % 4 === 0) campaigns.push(campaignRow(n, randomUUID(), from));
    const isIn = n < inMonth;
    // The others lie around the month, ten years each way.
    const due = isIn
      ? from + Math.floor((n / inMonth) * 31 * day)
      : n % 2 === 0
        ? from - 1 - n * 3_000_000
        : to + n * 3_000_000;
    publications.push(
      publicationRow(n, {
        key: randomUUID(),
        campaign: campaigns.at(-1).key,
        state: states[Math.floor(n / 4) % 4],
        due_at: due,
        created_at: from,
      }),
    );
  }
  await store(strapi, { presence_campaigns: campaigns, presence_publications: publications });
}

const rows = [];
for (const db of ['sqlite', 'postgres']) {
  const { strapi, url, stop } = await bootStrapi({ db });
  await fill(strapi);
  const ask = await signedIn(strapi, url);
  const bareSql = async () => {
    const started = performance.now();
    const found = await strapi.db
      .connection('presence_publications as p')
      .leftJoin('presence_campaigns as c', 'c.key', 'p.campaign')
      .where('p.due_at', '>=', from)
      .where('p.due_at', '<', to)
      .orderBy('p.due_at')
      .select('p.key', 'p.state', 'p.kind', 'p.due_at', 'p.copy', 'c.name', 'c.entry_title');
    if (found.length !== inMonth) throw new Error(`${found.length} rows`);
    return performance.now() - started;
  };
  const [times, bare, empty] = [[], [], []];
  for (let n = 0; n < rounds + 5; n += 1) {
    const own = await ask(`/presence/calendar?from=${from}&to=${to}`);
    if (own.body.items.length !== inMonth || own.body.isCut)
      throw new Error(`${own.body.items.length} items`);
    const [sql, other] = [await bareSql(), await ask('/presence/brand/brands')];
    if (n < 5) continue;
    times.push(own.time);
    bare.push(sql);
    empty.push(other.time);
  }
  const row = (what, q, other, goal) => {
    const [own, beside] = [quantile(times, q), quantile(other, q)];
    rows.push({
      what: `${what}, ${db}`,
      value: own.toFixed(1),
      unit: 'ms',
      bare: beside.toFixed(1),
      ratio: (own / beside).toFixed(2),
      goal,
    });
  };
  row(`a month of ${inMonth} publications, p50 (bare: its SQL alone)`, 0.5, bare, '');
  row(`a month of ${inMonth} publications, p95 (bare: its SQL alone)`, 0.95, bare, '<= 100 ms');
  row('the same, p50 (bare: a request without a query of ours)', 0.5, empty, '');
  await stop();
}
console.log(`RESULT ${JSON.stringify(rows)}`);
process.exit(0);
