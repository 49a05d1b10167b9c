// Every rule of words at once, on texts of the guides: as somebody types, over long texts, and beside the checkers that people use
// today. Each measured text is new to the checker, so nothing comes out of its memory but where the row says so.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { median, root } from './boot.mjs';

const hasPacks = existsSync(`${root}src/brand/vale/rules.ts`) && existsSync(`${root}../shared/vale`);
const { outputFiles } = await build({
  stdin: {
    contents: `
      export { readContent } from './src/content/read';
      export { checkerOf } from './src/brand/engine/checker';
      export { ruleSetOf } from './src/brand/engine/rule-set';
      export { brandKit } from './src/brand/schema';
      export { sampleKit } from './config/sample-kit';
      ${hasPacks ? "export { packRules } from './src/brand/vale/rules'; export { readPack } from './src/brand/vale/pack';" : ''}`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
});
const folder = mkdtempSync(join(tmpdir(), 'presence-bench-'));
writeFileSync(join(folder, 'brand.cjs'), outputFiles[0].contents);
const ours = createRequire(import.meta.url)(join(folder, 'brand.cjs'));
rmSync(folder, { recursive: true });

/** Paragraphs of the guides, as somebody would write them. */
const paragraphs = readdirSync(`${root}docs`)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => readFileSync(`${root}docs/${name}`, 'utf8').split(/\n{2,}/))
  .map((text) =>
    text
      .replace(/[`*_]|\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => /^[A-Z]/.test(text) && /[.]$/.test(text) && text.split(' ').length > 25);
let made = 0;
/** A word that no other sentence has. */
const lettersOf = (number) => `loaf${[...String(number)].map((digit) => 'abcdefghij'[digit]).join('')}`;
/** So many words, in sentences of which each is said for the first time. */
function wordsOf(count) {
  const text = [];
  for (let words = 0; words < count; made += 1) {
    const paragraph = paragraphs[made % paragraphs.length].replace(/(?=[.](?: |$))/g, ` ${lettersOf(made)}`);
    text.push(paragraph);
    words += paragraph.split(' ').length;
  }
  return text;
}

const model = {
  uid: 'api::article.article',
  kind: 'collectionType',
  displayName: 'Article',
  draftAndPublish: true,
  localized: true,
  attributes: { title: { type: 'string' }, body: { type: 'blocks' } },
};
const contentOf = (texts) =>
  ours.readContent(
    model,
    {},
    {
      title: 'Rye',
      body: texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
    },
  );

const filesOf = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );
const packOf = (name) => ours.readPack(filesOf(`${root}../shared/vale/${name}/styles`)).pack;
const packs = hasPacks
  ? readdirSync(`${root}../shared/vale`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => packOf(name))
  : [];
const extraOf = () => packs.flatMap((pack) => ours.packRules(pack, { config: null }));

const time = (work) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const kit = ours.brandKit.parse({
  ...ours.sampleKit,
  terms: [
    ...ours.sampleKit.terms,
    ...Array.from({ length: 200 }, (_, n) => ({ avoid: `buzzword${n}`, prefer: `word${n}` })),
  ],
});

let checker;
let count = 0;
const started = time(() => {
  const set = ours.ruleSetOf(kit, extraOf(), {});
  count = set.rules.length;
  checker = ours.checkerOf(set, { runs: 'everywhere' });
  checker.check({ content: contentOf(['Our cheap bread.']), locale: 'en' });
});

globalThis.gc?.();
const before = process.memoryUsage();
const two = ours.brandKit.parse({
  ...ours.sampleKit,
  terms: Array.from({ length: 200 - 80 }, (_, n) => ({ avoid: `phrase ${n} of ours`, prefer: `word${n}` })),
});
const kept = ours.checkerOf(ours.ruleSetOf(two, extraOf(), {}), { runs: 'everywhere' });
for (let n = 0; n < 30; n += 1) kept.check({ content: contentOf(wordsOf(1000)), locale: 'en' });
globalThis.gc?.();
const after = process.memoryUsage();
const used = (after.heapUsed + after.external - before.heapUsed - before.external) / 1024 / 1024;

const house = ours.checkerOf(ours.ruleSetOf(kit, [], {}), { runs: 'everywhere' });
const check = (content) => checker.check({ content, locale: 'en' });
if (!check(contentOf(['Our cheap bread.'])).some(({ quote }) => quote === 'cheap'))
  throw new Error('the check found nothing: the benchmark measures nothing');

const thousand = () => wordsOf(1000);
/** Median time of a checker for texts that it sees for the first time. */
function freshly(by) {
  const run = (content) => by.check({ content, locale: 'en' });
  for (let n = 0; n < 80; n += 1) run(contentOf(thousand()));
  return median(
    Array.from({ length: 150 }, () => contentOf(thousand())).map((content) => time(() => run(content))),
  );
}
const found = check(contentOf(thousand())).length;
const fresh = freshly(checker);
const words = freshly(house);

/** Median time of a checker for a text that it knows, of which one paragraph is edited. */
function afterAnEdit(by) {
  const typed = thousand();
  by.check({ content: contentOf(typed), locale: 'en' });
  const edits = Array.from({ length: 100 }, (_, n) =>
    contentOf(typed.map((text, at) => (at === 3 ? `${text} More of it ${n}.` : text))),
  );
  return median(edits.map((content) => time(() => by.check({ content, locale: 'en' }))));
}
const edited = afterAnEdit(checker);

const perSize = [1_000, 10_000, 100_000].map((size) => {
  const runs = Array.from({ length: size > 50_000 ? 3 : 5 }, () => contentOf(wordsOf(size)));
  return median(runs.map((content) => time(() => check(content))));
});

// One block of a text field without a paragraph's end: the worst that somebody can paste.
const pasted = wordsOf(200_000).join(' ');
const giant = time(() => check(contentOf([pasted])));

const plain = () => thousand().join('\n\n');
/** Median time of another checker, beside ours. */
async function rival(name, run, beside = ['our rules of words', words]) {
  for (let n = 0; n < 5; n += 1) await run(plain());
  const times = [];
  for (let n = 0; n < 15; n += 1) {
    const text = plain();
    const from = performance.now();
    await run(text);
    times.push(performance.now() - from);
  }
  const value = median(times);
  return {
    what: `${name} on the same 1,000 words, beside ${beside[0]}`,
    value: value.toFixed(1),
    unit: 'ms',
    bare: beside[1].toFixed(2),
    ratio: (value / beside[1]).toFixed(1),
    goal: '>= 10',
  };
}

const { default: writeGood } = await import('write-good');
const { TextlintKernel } = await import('@textlint/kernel');
const plugin = (await import('@textlint/textlint-plugin-text')).default;
const rule = async (name) => {
  const loaded = (await import(`textlint-rule-${name}`)).default;
  return { ruleId: name, rule: loaded.default ?? loaded };
};
const kernel = new TextlintKernel();
const options = {
  filePath: 'a.txt',
  ext: '.txt',
  plugins: [{ pluginId: 'text', plugin: plugin.default ?? plugin }],
  rules: await Promise.all(['write-good', 'terminology', 'max-comma'].map(rule)),
};
const { unified } = await import('unified');
const plugins = ['passive', 'simplify', 'equality', 'repeated-words', 'readability'];
const retext = unified().use((await import('retext-english')).default);
for (const name of plugins) retext.use((await import(`retext-${name}`)).default);
retext.use((await import('retext-stringify')).default);

// What write-good asks unless told otherwise is the pack of that name without E-Prime.
const itsRules = hasPacks
  ? ours.packRules(packOf('write-good'), { config: null }).filter(({ id }) => !id.endsWith('.E-Prime'))
  : [];
const itsOwn = ours.checkerOf(ours.ruleSetOf(ours.brandKit.parse({}), itsRules, {}), { runs: 'everywhere' });

const rivals = [
  await rival('write-good', (text) => writeGood(text), ['its rules here', freshly(itsOwn)]),
  await rival('write-good after an edit', (text) => writeGood(text), [
    'its rules here where one paragraph was edited',
    afterAnEdit(itsOwn),
  ]),
  await rival('textlint (write-good, terminology, max-comma)', (text) => kernel.lintText(text, options)),
  await rival(`retext (${plugins.join(', ')})`, (text) => retext.process(text)),
];

const growth = (large, small) => (large / small).toFixed(1);
console.log(
  `RESULT ${JSON.stringify([
    {
      what: `1,000 words new to the checker, ${count} rules with those of ${packs.length} packs, ${found} findings; beside the kit's rules alone`,
      value: fresh.toFixed(2),
      unit: 'ms',
      bare: words.toFixed(2),
      ratio: growth(fresh, words),
      goal: '<= 5 ms',
    },
    {
      what: 'one paragraph of 1,000 words edited',
      value: edited.toFixed(2),
      unit: 'ms',
      bare: fresh.toFixed(2),
      ratio: growth(fresh, edited),
      goal: '<= 1 ms',
    },
    {
      what: '10,000 words, beside 1,000',
      value: perSize[1].toFixed(1),
      unit: 'ms',
      bare: perSize[0].toFixed(2),
      ratio: growth(perSize[1], perSize[0]),
      goal: '<= 12',
    },
    {
      what: '100,000 words, beside 10,000',
      value: perSize[2].toFixed(0),
      unit: 'ms',
      bare: perSize[1].toFixed(1),
      ratio: growth(perSize[2], perSize[1]),
      goal: '<= 12',
    },
    {
      what: '200,000 words in one paragraph, beside 100,000 in many',
      value: giant.toFixed(0),
      unit: 'ms',
      bare: perSize[2].toFixed(0),
      ratio: growth(giant, perSize[2]),
      goal: '<= 5',
    },
    ...rivals,
    {
      what: 'rules made ready and a first text checked, cold',
      value: started.toFixed(0),
      unit: 'ms',
      bare: '',
      ratio: '',
      goal: '<= 200 ms',
    },
    {
      what: '200 rules and what they remember of 30,000 words',
      value: used.toFixed(1),
      unit: 'MB',
      bare: '',
      ratio: '',
      goal: '<= 60 MB',
    },
  ])}`,
);
