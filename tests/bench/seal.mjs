// The seal of a long entry: 5,000 words and 30 components, beside the least that any seal must do: hash what JSON makes of it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { median, root } from './boot.mjs';

const { outputFiles } = await build({
  stdin: { contents: `export { sealOf } from './src/content/seal';`, resolveDir: root, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { sealOf } = await import(`data:text/javascript;base64,${source}`);

const json = (path) => JSON.parse(readFileSync(`${root}tests/fixtures/app/src/${path}`, 'utf8'));
const { attributes, info, options } = json('api/article/content-types/article/schema.json');
const model = {
  uid: 'api::article.article',
  kind: 'collectionType',
  displayName: info.displayName,
  draftAndPublish: options.draftAndPublish,
  localized: true,
  attributes,
};
const components = Object.fromEntries(
  ['seo', 'text', 'gallery', 'link'].map((name) => [
    `shared.${name}`,
    json(`components/shared/${name}.json`),
  ]),
);

const sentence =
  'The dough rests over night in a cool room, and in the morning we bake forty loaves of rye for the street.';
const words = (count) =>
  Array.from({ length: count }, (_, at) => sentence.split(' ')[at % sentence.split(' ').length]).join(' ');
const paragraphs = (count, each) =>
  Array.from({ length: count }, () => ({
    type: 'paragraph',
    children: [
      { type: 'text', text: words(each - 2) },
      { type: 'text', bold: true, text: 'Come early.' },
    ],
  }));
const document = {
  title: 'Rye',
  slug: 'rye',
  body: paragraphs(40, 50),
  seo: { id: 1, title: 'Rye', description: words(20) },
  sections: Array.from({ length: 30 }, (_, at) => ({ __component: 'shared.text', id: at, text: words(100) })),
  price: 4.5,
};
const seal = () => sealOf(model, components, document);
const bare = () => createHash('sha256').update(JSON.stringify(document)).digest('hex');
const changed = {
  ...document,
  sections: document.sections.with(29, { ...document.sections[29], text: 'x' }),
};
if (seal() === sealOf(model, components, changed))
  throw new Error('the seal does not see the last component: the benchmark measures nothing');

const time = (work) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
for (let n = 0; n < 50; n += 1) [seal(), bare()];
const seals = Array.from({ length: 200 }, () => time(seal));
const bares = Array.from({ length: 200 }, () => time(bare));
console.log(
  `RESULT ${JSON.stringify([
    {
      what: 'seal of 5,000 words and 30 components',
      value: median(seals).toFixed(2),
      unit: 'ms',
      bare: median(bares).toFixed(2),
      ratio: (median(seals) / median(bares)).toFixed(1),
      goal: '<= 10 ms',
    },
  ])}`,
);
