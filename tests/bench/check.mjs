// The brand check of a text of 1,000 words, as the side panel runs it while an editor types, beside the least that any check
// must do: walk the same entry once.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { median, root } from './boot.mjs';

const { outputFiles } = await build({
  stdin: {
    contents: `export { readContent } from './src/content/read'; export { checkContent } from './src/brand/check'; export { brandKit } from './src/brand/schema';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  external: [],
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { readContent, checkContent, brandKit } = await import(`data:text/javascript;base64,${source}`);

const schema = (name) =>
  JSON.parse(
    readFileSync(`${root}tests/fixtures/app/src/api/${name}/content-types/${name}/schema.json`, 'utf8'),
  );
const { attributes, info, options } = schema('article');
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
    JSON.parse(readFileSync(`${root}tests/fixtures/app/src/components/shared/${name}.json`, 'utf8')),
  ]),
);

const sentence =
  'The dough rests over night in a cool room, and in the morning we bake forty loaves of rye for the street.';
const words = sentence.split(' ').length;
const paragraph = (n) => ({
  type: 'paragraph',
  children: [
    { type: 'text', text: `${sentence} `.repeat(4) },
    { type: 'text', bold: true, text: n % 5 ? 'Come early.' : 'It is cheap and gluten free.' },
  ],
});
const paragraphs = Math.ceil(1000 / (words * 4 + 2));
const document = {
  title: 'Rye',
  body: Array.from({ length: paragraphs }, (_, n) => paragraph(n)),
  notes: null,
};
const kit = brandKit.parse({
  names: [{ name: 'Lindner & Daughters' }],
  terms: Array.from({ length: 200 }, (_, n) => ({
    avoid: `buzzword${n}`,
    prefer: `word${n}`,
    reason: 'plain words',
    severity: 'warning',
  })).concat([{ avoid: 'cheap', prefer: 'fair-priced', reason: 'we are not cheap', severity: 'error' }]),
  forbiddenClaims: [{ pattern: 'gluten free', reason: 'not certified', severity: 'error' }],
  longestSentence: { words: 32, severity: 'warning' },
});

const time = (work) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const walk = () => readContent(model, components, document);
const check = () => checkContent(readContent(model, components, document), kit, { locale: 'en' });
const findings = check();
if (!findings.some(({ quote }) => quote === 'cheap'))
  throw new Error('the check found nothing: the benchmark measures nothing');
for (let n = 0; n < 30; n += 1) check();
const checks = Array.from({ length: 100 }, () => time(check));
const walks = Array.from({ length: 100 }, () => time(walk));
console.log(
  `RESULT ${JSON.stringify([
    {
      what: 'brand check, 1,000 words, 203 rules',
      value: median(checks).toFixed(2),
      unit: 'ms',
      bare: median(walks).toFixed(2),
      ratio: (median(checks) / median(walks)).toFixed(2),
      goal: '<= 100 ms',
    },
  ])}`,
);
