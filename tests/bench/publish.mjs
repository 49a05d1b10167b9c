// Publishing an approved entry through the gate beside publishing the same entries while their type is not governed:
// both in one process, in turns.
import { bootStrapi, median } from './boot.mjs';

const uid = 'api::product.product';
const rounds = 6;
const perRound = 25;

const { strapi } = await bootStrapi({ plugin: 'dist' });
const store = strapi.store({ type: 'plugin', name: 'presence' });
const govern = async (governed) => {
  await store.set({ key: 'settings', value: { governed } });
  // Settings are kept in memory for a second.
  await new Promise((done) => setTimeout(done, 1_100));
};

const ids = [];
for (let n = 0; n < perRound; n += 1) {
  const { documentId } = await strapi.documents(uid).create({ data: { name: `Loaf ${n}` } });
  ids.push(documentId);
}
await govern([uid]);
for (const documentId of ids) {
  const data = { name: `Loaf ${documentId}`, description: 'Rye, water, salt.'.repeat(60), price: 4.2 };
  await strapi.documents(uid).update({ documentId, data });
  const { entry, seal } = await strapi.db
    .query('presence::edits')
    .findOne({ where: { entry: `${uid}|${documentId}|` } });
  const by = JSON.stringify({ kind: 'user', id: '1', name: 'Rosa' });
  await strapi.db.query('presence::decisions').create({
    data: {
      key: documentId,
      entry,
      seal,
      number: 1,
      kind: 'approve',
      copies: '[]',
      by,
      at: 1,
      comment: null,
    },
  });
}

const publishAll = async () => {
  const times = [];
  for (const documentId of ids) {
    const started = performance.now();
    await strapi.documents(uid).publish({ documentId });
    times.push(performance.now() - started);
  }
  return median(times);
};
const times = { gated: [], bare: [] };
for (let n = 0; n < rounds + 1; n += 1)
  for (const [name, governed] of [
    ['bare', []],
    ['gated', [uid]],
  ]) {
    await govern(governed);
    const time = await publishAll();
    if (n > 0) times[name].push(time);
  }
const published = await strapi.db.query('presence::audit').count({ where: { kind: 'publish' } });
if (published !== (rounds + 1) * perRound) throw new Error(`the gate saw ${published} publishings`);
const [gated, bare] = [median(times.gated), median(times.bare)];
console.log(
  `RESULT ${JSON.stringify([
    {
      what: 'publish through the gate',
      value: gated.toFixed(2),
      unit: 'ms',
      bare: bare.toFixed(2),
      ratio: `+${(gated - bare).toFixed(2)} ms`,
      goal: '<= +10 ms',
    },
  ])}`,
);
process.exit(0);
