// The list of campaigns over HTTP among 10,000, by each state that it can be asked for, on SQLite and PostgreSQL: beside a request
// through the same door that asks the database for nothing of ours.
import { randomUUID } from 'node:crypto';
import { bootStrapi, quantile } from './boot.mjs';
import { campaignRow, publicationRow, signedIn, store } from './publishing/stored.mjs';

const many = 10_000;
const rounds = 30;
const at = Date.UTC(2030, 4, 1);
// Most campaigns of a business are over; a few are under way, and very few wait for somebody.
const statesOf = (n) =>
  n % 200 === 0
    ? ['delivered', 'rejected']
    : n % 20 === 0
      ? ['scheduled', 'scheduled']
      : n % 31 === 0
        ? ['held', 'delivered']
        : ['delivered', n % 7 === 0 ? 'cancelled' : 'delivered'];

async function fill(strapi) {
  const [campaigns, publications] = [[], []];
  for (let n = 0; n < many; n += 1) {
    const campaign = randomUUID();
    campaigns.push(campaignRow(n, campaign, at + n));
    for (const [copy, state] of statesOf(n).entries())
      publications.push(
        publicationRow(n + copy, {
          key: randomUUID(),
          campaign,
          state,
          due_at: at + n * 60_000,
          created_at: at + n,
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
  for (const state of ['', 'attention', 'waiting', 'done']) {
    const [times, empty] = [[], []];
    for (let n = 0; n < rounds + 5; n += 1) {
      const own = await ask(`/presence/campaigns?page=1&pageSize=20${state && `&state=${state}`}`);
      const other = await ask('/presence/brand/brands');
      if (own.body.items.length === 0) throw new Error(`no campaign in state "${state}"`);
      if (n < 5) continue;
      times.push(own.time);
      empty.push(other.time);
    }
    const [value, bare] = [quantile(times, 0.95), quantile(empty, 0.95)];
    rows.push({
      what: `20 of ${many.toLocaleString('en')} campaigns${state && `, those in state “${state}”`}, p95 (bare: a request without a query of ours), ${db}`,
      value: value.toFixed(1),
      unit: 'ms',
      bare: bare.toFixed(1),
      ratio: (value / bare).toFixed(2),
      goal: '<= 100 ms',
    });
  }
  await stop();
}
console.log(`RESULT ${JSON.stringify(rows)}`);
process.exit(0);
