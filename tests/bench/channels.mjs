// What one channel costs: to load everything that it needs in a process that has just read Strapi, each kind in fresh processes, beside Strapi's
// own start; what kinds share (the schemas of all of them, most of it) is counted with each, as if it were the only one;
// and to count a copy as long as the channel takes, which happens at every key, beside cutting the same text into graphemes once.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inCommonJs } from '../../scripts/in-common-js.mjs';
import { bootStrapi, createDatabase, median, root } from './boot.mjs';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(root, 'tests/bench/.channels-'));

/** Compiled as the build does it: libraries are loaded where they stand, the heavy ones at their first use. */
async function bundle(name, contents) {
  const outdir = join(folder, name);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts', sourcefile: 'all.ts' },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external' },
    ...{ outdir, entryNames: 'all', logLevel: 'error' },
  });
  for (const file of readdirSync(outdir)) {
    const path = join(outdir, file);
    writeFileSync(path, inCommonJs(readFileSync(path, 'utf8')));
  }
  writeFileSync(join(outdir, 'package.json'), '{}');
  return join(outdir, 'all.js');
}

/** The files of these folders that belong to a kind by their name or that of a folder on the way. */
function filesOf(word) {
  const isOwn = (path) =>
    path
      .split('/')
      .some((part) => part.replace(/\.ts$/, '').split('-').slice(0, 2).join('-').startsWith(word));
  return ['server/channels', 'server/practice', 'src/channels', 'src/practice']
    .flatMap((place) => {
      try {
        return readdirSync(join(root, place), { recursive: true }).map((path) => `${place}/${path}`);
      } catch {
        return [];
      }
    })
    .filter((path) => path.endsWith('.ts') && isOwn(path));
}

const { channelRules } = require(
  await bundle('rules', `export { channelRules } from './src/channels/rules';`),
);
const kinds = Object.keys(channelRules);
const words = { 'google-business': 'google' };
const everything = { empty: await bundle('empty', '') };
for (const kind of kinds) {
  const files = filesOf(words[kind] ?? kind);
  if (files.length === 0) throw new Error(`No file of ${kind} was found`);
  everything[kind] = await bundle(kind, files.map((file) => `import './${file}';`).join('\n'));
}

// Strapi has read and used zod, as all that it shares with plugins, by the time that plugins are loaded.
const script = `require('@strapi/strapi');
const started = performance.now(); require(process.argv[1]); console.log(performance.now() - started);`;
const load = (file) =>
  Number(spawnSync(process.execPath, ['-e', script, file], { cwd: root, encoding: 'utf8' }).stdout);
const times = Object.fromEntries(Object.keys(everything).map((name) => [name, []]));
for (let n = 0; n < 7; n += 1)
  for (const [name, file] of Object.entries(everything)) times[name].push(load(file));
const own = kinds.map((kind) => ({ kind, ms: median(times[kind]) - median(times.empty) }));
const [slowest] = own.sort((a, b) => b.ms - a.ms);

const { checkCopy } = require(
  await bundle('check', `export { checkCopy } from './src/channels/check-copy';`),
);
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const line = 'Fresh rye 🍞 from the oven, €4.20 – see https://bakery.example/rye #baking @mill ';
const counted = kinds.map((kind) => {
  const { text } = channelRules[kind];
  const length = Math.min(text.graphemes?.max ?? text.characters?.max ?? 5_000, 5_000);
  const copy = {
    ...{ text: line.repeat(Math.ceil(length / line.length)).slice(0, length), edited: true, pictures: [] },
    ...{ link: 'https://bakery.example/rye', title: line, description: line, subject: line, preheader: line },
  };
  const timed = (work) => {
    const runs = [];
    for (let n = 0; n < 200; n += 1) {
      const text = Buffer.from(`${copy.text}${n}`).toString();
      const started = performance.now();
      work(text);
      runs.push(performance.now() - started);
    }
    return median(runs.slice(100));
  };
  return {
    kind,
    length,
    ours: timed((one) => checkCopy(kind, { ...copy, text: one })),
    bare: timed((one) => {
      let count = 0;
      for (const _ of segmenter.segment(one)) count += 1;
      return count;
    }),
  };
});
const [longest] = counted.sort((a, b) => b.ours - a.ours);
rmSync(folder, { recursive: true });

const database = await createDatabase('sqlite');
const { loadMs } = await bootStrapi({ plugin: 'off', database });
console.log(
  `RESULT ${JSON.stringify([
    {
      what: `loading the slowest of ${kinds.length} channels after Strapi (${slowest.kind})`,
      value: slowest.ms.toFixed(1),
      unit: 'ms',
      bare: loadMs.toFixed(0),
      ratio: (slowest.ms / loadMs).toFixed(3),
      goal: '<= 30 ms',
    },
    {
      what: `counting and checking a copy of ${longest.length} characters, the slowest channel (${longest.kind})`,
      value: longest.ours.toFixed(2),
      unit: 'ms',
      bare: longest.bare.toFixed(2),
      ratio: (longest.ours / longest.bare).toFixed(2),
      goal: '<= 16 ms',
    },
  ])}`,
);
await database.drop();
process.exit(0);
