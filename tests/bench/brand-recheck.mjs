// A thousand stored entries checked again after the kit changed: loaded, checked with every rule, written down. Beside it, the same
// entries only read, one after the other, by Strapi's document service.
import { bootStrapi } from './boot.mjs';

const uid = 'api::article.article';
const entries = Number(process.env.BENCH_ROWS ?? 1_000);
const words =
  'our bakers start at four in the morning and bake rye spelt oat and wheat in a stone oven that is older than the house around it';

/** Three hundred words in ten paragraphs; every fifth entry breaks rules. */
const bodyOf = (n) =>
  Array.from({ length: 10 }, (_, part) => {
    const breaks =
      n % 5 === 0 && part % 3 === 0
        ? ' It is a cheap bread that heals a cold, Lindner and daughters say!!'
        : '';
    return `In part ${part} of text ${n} ${words}.${breaks}`;
  }).join('\n\n');

const kit = {
  names: [{ name: 'Lindner & Daughters' }],
  terms: [
    { avoid: 'cheap', prefer: 'affordable', severity: 'error' },
    ...Array.from({ length: 300 }, (_, n) => ({ avoid: `buzzword number ${n}`, prefer: `plain word ${n}` })),
  ],
  forbiddenClaims: [{ pattern: 'heals *' }],
  altTextRequired: { severity: 'error' },
  longestSentence: { words: 25, severity: 'warning' },
  facts: { severity: 'error' },
};

const results = [];
for (const db of (process.env.BENCH_DATABASES ?? 'sqlite,postgres').split(',')) {
  const { strapi, stop } = await bootStrapi({ db, plugin: process.env.BENCH_PLUGIN ?? 'dist' });
  const store = strapi.store({ type: 'plugin', name: 'presence' });
  const brand = { key: 'main', name: 'Bakery', uids: [], locales: [], kit };
  await store.set({ key: 'brands', value: { brands: [brand] } });
  const ids = [];
  for (let n = 0; n < entries; n += 1) {
    const data = { title: `Loaf ${n}`, summary: 'Baked at four.', slug: `loaf-${n}`, notes: bodyOf(n) };
    const { documentId } = await strapi.documents(uid).create({ data, locale: 'en' });
    ids.push(documentId);
  }
  const { recheck } = strapi.plugin('presence').service('brand');
  await recheck();
  const rates = [];
  const costs = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    const count = await recheck();
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1_000 / count);
    rates.push((count * 1_000) / (performance.now() - started));
    if (count < entries) throw new Error(`${db}: ${count} of ${entries} were checked`);
  }
  const found = await strapi.db.connection('presence_brand_findings').count({ count: 'id' });
  if (Number(found[0].count) < entries / 5) throw new Error(`${db}: only ${found[0].count} findings`);
  const started = performance.now();
  for (const documentId of ids)
    await strapi.documents(uid).findOne({ documentId, locale: 'en', populate: '*' });
  const bare = (entries * 1_000) / (performance.now() - started);
  const rate = rates.sort((a, b) => a - b)[1];
  results.push({
    what: `${db}: ${entries} stored entries of 300 words checked again`,
    value: rate.toFixed(0),
    unit: 'entries/s',
    bare: bare.toFixed(0),
    ratio: (rate / bare).toFixed(2),
    goal: '>= 100 entries/s',
  });
  results.push({
    what: `${db}: time of the processor for each entry`,
    value: costs.sort((a, b) => a - b)[1].toFixed(2),
    unit: 'ms',
    bare: '',
    ratio: '',
    goal: '',
  });
  await stop();
}
console.log(`RESULT ${JSON.stringify(results)}`);
process.exit(0);
