// presence check: the brand's rules over files, without Strapi. Exit code 0: nothing as grave as --fail-on; 1: something is; 2: it could not be checked.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import * as engine from '../dist/check/index.mjs';

const levels = ['error', 'warning', 'suggestion'];
const formats = { text: engine.textReport, json: engine.jsonReport, sarif: engine.sarifReport };
/** A file longer than this is no text that anybody wrote. */
const longest = 5_000_000;

/** What somebody has to change before anything can be checked. */
class Unusable extends Error {}

export async function check(
  paths,
  { brand, packs, locale = null, format = 'text', out, 'fail-on': failOn = 'error' },
) {
  try {
    if (paths.length === 0) throw new Unusable('Name files or folders to check.');
    if (!Object.hasOwn(formats, format)) throw new Unusable('--format must be text, json or sarif.');
    if (!levels.includes(failOn)) throw new Unusable('--fail-on must be error, warning or suggestion.');
    if (!brand && !packs)
      throw new Unusable('Name what to check with: --brand <file.json>, --packs <folder>, or both.');
    engine.withDictionaries([{ locale: 'en', read: english }]);
    const brands = brand ? brandsOf(brand) : [mainBrand(engine.emptyKit())];
    const checks = engine.fileChecks({
      brands: brands.some(({ key }) => key === 'main') ? brands : [...brands, mainBrand(engine.emptyKit())],
      extra: packs ? await rulesOfPacks(packs) : [],
      locale,
      today: new Date().toISOString().slice(0, 10),
    });
    const reports = paths
      .flatMap(filesIn)
      .map((file) => checks.check(file, engine.formatOf(file) ?? 'text', textOf(file)));
    if (reports.length === 0)
      throw new Unusable('There is no text among these: files end in .md, .html or .txt.');
    for (const fault of checks.faults()) console.error(fault);
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    const said = formats[format](reports, checks.rules, version);
    if (out) writeFileSync(out, `${said}\n`);
    else console.log(said);
    return engine.failsOn(reports, failOn) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.message);
    return 2;
  }
}

let read;
/** The English dictionary that comes with the package. */
function english() {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const text = (name) => readFileSync(join(folder, name), 'utf8');
  return (read ??= { locale: 'en', aff: text('index.aff'), dic: text('index.dic') });
}

const mainBrand = (kit) => ({ key: 'main', name: 'Brand', uids: [], locales: [], kit });

/** Every file of a folder that holds text, however deep; a file that is named is taken whatever its ending. */
function filesIn(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Unusable(`${path} is not there.`);
  if (!stats.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => {
      const inside = join(path, one.name);
      if (one.isDirectory()) return filesIn(inside);
      return one.isFile() && engine.formatOf(one.name) !== null ? [inside] : [];
    });
}

function textOf(file) {
  if (statSync(file).size > longest) throw new Unusable(`${file} is larger than ${longest / 1e6} MB.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch {
    throw new Unusable(`${file} is no text in UTF-8.`);
  }
}

function brandsOf(file) {
  const { brands, problems } = engine.readBrandFile(textOfExisting(file));
  const wrong = [...problems, ...brands.flatMap(({ kit }) => kit.patterns.flatMap(patternProblems))];
  if (wrong.length > 0)
    throw new Unusable(
      `${file} has ${wrong.length} problem(s):\n${wrong.map((one) => `  - ${one}`).join('\n')}`,
    );
  return brands.map((brand) => ({ ...brand, kit: engine.expandKit(brand.kit) }));
}

function textOfExisting(file) {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Unusable(`${file} is not there.`);
  return textOf(file);
}

let judge;
/** Why a pattern cannot stand: it is none, or it may never end. */
function patternProblems({ pattern, ignoreCase }) {
  const read = engine.compiled(pattern, ignoreCase);
  if (!read.ok) return [read.error.message];
  judge ??= createRequire(import.meta.url)('recheck/lib/browser.js').checkSync;
  const { status, complexity, attack } = judge(pattern, engine.flagsOf(ignoreCase), { timeout: 20_000 });
  if (status === 'unknown') console.error(`Nobody can tell how long “${pattern}” takes for some texts.`);
  const isExponential = status === 'vulnerable' && complexity.type === 'exponential';
  const judged = isExponential ? { kind: 'exponential', length: attack.string.length } : { kind: 'safe' };
  const verdict = engine.verdictOf(pattern, judged);
  return verdict.ok ? [] : [verdict.error.message];
}

/** The rules of every pack in a folder: each a folder or a zip; or of the folder itself, where it is one. */
async function rulesOfPacks(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Unusable(`${folder} is no folder.`);
  const inside = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const isOne = inside.some(({ name }) => name.endsWith('.yml') || name === 'styles');
  const packs = isOne
    ? [readFolder(folder)]
    : inside.flatMap((one) => {
        const path = join(folder, one.name);
        if (one.isDirectory()) return [readFolder(path)];
        return extname(one.name) === '.zip' ? [readZip(path)] : [];
      });
  if (packs.length === 0)
    throw new Unusable(`${folder} holds no pack: no folder with rules (.yml), and no zip.`);
  for (const { file, line, message } of packs.flatMap(({ problems }) => problems))
    console.error(`${file}${line ? `:${line}` : ''} ${message}`);
  const needs = (point) => packs.some(({ pack }) => pack.rules.some((rule) => rule.extends === point));
  const parts = {
    ...(needs('spelling') ? { dictionaries: { '': english(), en: english(), en_US: english() } } : {}),
    ...(needs('sequence') ? { tagger: await engine.loadTagger() } : {}),
  };
  return packs.flatMap(({ pack }) => engine.packRules(pack, { parts }));
}

const readFolder = (path) => engine.readPack(textsIn(path, ''), { style: basename(path) });

function readZip(path) {
  const unpacked = engine.unpack(new Uint8Array(readFileSync(path)));
  if (!unpacked.ok)
    throw new Unusable(`${path}: ${unpacked.problems.map(({ message }) => message).join(' ')}`);
  const { pack, problems } = engine.readPack(unpacked.files, { style: basename(path, '.zip') });
  return { pack, problems: [...unpacked.problems, ...problems] };
}

function textsIn(folder, below) {
  const texts = {};
  for (const one of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below ? `${below}/${one.name}` : one.name;
    if (one.isDirectory() && one.name !== '.git') Object.assign(texts, textsIn(folder, path));
    else if (one.isFile() && statSync(join(folder, path)).size <= longest)
      texts[path] = readFileSync(join(folder, path), 'utf8');
  }
  return texts;
}
