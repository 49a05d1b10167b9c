import type { PackProblem } from '../catalogue/schema';
import { inlineMeta } from './format/meta';
import type { RuleSource } from './format/inherit';
import { readIni } from './format/ini';
import { layoutOf, type Layout } from './format/layout';
import { problem } from './format/problem';
import { readRule } from './format/rule';
import { readTests } from './format/tests';
import { readYaml } from './format/yaml';
import { nothingAround } from './finder/surroundings';
import { finderOf } from './point/check';
import type { PackReading, RuleTest, ValeRule, Vocabulary } from './schema';

export interface PackOptions {
  /** Name of the style whose rules lie in no folder. */
  readonly style?: string;
}

/**
 * Reads a style folder, or a package with `styles/`, `config/`, `meta.json` and `.vale.ini`, handed in as texts by path. A
 * file that cannot be read is a problem with its file, line and sentence; all others are taken. Never throws for what files say.
 */
export function readPack(files: Readonly<Record<string, string>>, options: PackOptions = {}): PackReading {
  const first = layoutOf(files, null, options.style ?? 'Style');
  const ini = first.ini && readIni(first.ini.text, first.ini.file);
  const layout = ini?.config.stylesPath
    ? layoutOf(files, ini.config.stylesPath, options.style ?? 'Style')
    : first;
  const problems: PackProblem[] = [...(ini?.problems ?? [])];
  const sources = sourcesOf(layout, problems);
  const rules: ValeRule[] = [];
  for (const source of sources.values()) {
    const reading = readRule(source, sources);
    const fault = reading.ok ? finderProblem(reading.value, source) : reading.problem;
    if (fault) problems.push(fault);
    else if (reading.ok) rules.push(reading.value);
  }
  const withTests = withTestFiles(rules, layout, problems);
  if (rules.every(({ hidden }) => hidden) && layout.vocabularies.length === 0)
    problems.push(problem('', null, 'pack.empty', 'The pack has no rule that can be read.'));
  return {
    pack: {
      styles: [...new Set(withTests.filter(({ hidden }) => !hidden).map(({ styleName }) => styleName))],
      rules: withTests,
      config: ini?.config ?? null,
      vocabularies: vocabulariesOf(layout),
      assets: layout.assets,
      meta: inlineMeta(layout.meta),
      licence: layout.licence,
    },
    problems,
  };
}

/** A rule whose patterns cannot be read is not taken. Where its key stands in a file that it extends, the line is the first. */
function finderProblem(rule: ValeRule, source: RuleSource): PackProblem | null {
  const finder = finderOf(rule, nothingAround);
  if (finder.ok) return null;
  const written = [...source.yaml.map.keys()].find(
    (key) => key.toLowerCase().replace(/[+-]$/, '') === finder.key,
  );
  return problem(source.file, source.yaml.lineOf(written ?? finder.key) ?? 1, 'pack.pattern-broken', `The key “${finder.key}”: ${finder.message}`); // prettier-ignore
}

function sourcesOf(layout: Layout, problems: PackProblem[]): ReadonlyMap<string, RuleSource> {
  const sources = new Map<string, RuleSource>();
  for (const { file, style, name, hidden, text } of layout.rules) {
    const yaml = readYaml(text);
    if (yaml.ok) sources.set(name.toLowerCase(), { name, style, file, hidden, yaml: yaml.value });
    else
      problems.push(
        problem(
          file,
          yaml.line,
          'pack.yaml-broken',
          `The file is not YAML that can be read: ${yaml.message}.`,
        ),
      );
  }
  return sources;
}

/** Cases that lie beside the rules: each names its rule, or the name of the file does (`Hedging.test.yml`). */
function withTestFiles(
  rules: readonly ValeRule[],
  layout: Layout,
  problems: PackProblem[],
): readonly ValeRule[] {
  const extra = new Map<string, RuleTest[]>();
  for (const { file, text } of layout.tests) {
    const yaml = readYaml(text.trimStart().startsWith('-') ? `tests:\n${text}` : text);
    const tests = yaml.ok ? readTests(yaml.value.map.get('tests') ?? null) : null;
    if (!tests) {
      const line = yaml.ok ? 1 : yaml.line;
      problems.push(
        problem(
          file,
          line,
          'pack.yaml-broken',
          'The file has no list of cases with input and want, contains or absent.',
        ),
      );
      continue;
    }
    const named = (file.split('/').at(-1) ?? '').replace(/\.test\.yml$/, '');
    for (const test of tests) {
      const owner =
        rules.find(({ name }) => name === test.rule) ??
        rules.find(({ name }) => name.split('.').at(-1) === named) ??
        rules[0];
      if (owner) extra.set(owner.name, [...(extra.get(owner.name) ?? []), test.rule === null && !rules.some(({ name }) => name.split('.').at(-1) === named) ? { ...test, rule: '*' } : test]); // prettier-ignore
    }
  }
  return rules.map((rule) => (extra.has(rule.name) ? { ...rule, tests: [...rule.tests, ...(extra.get(rule.name) ?? [])] } : rule)); // prettier-ignore
}

function vocabulariesOf({ vocabularies }: Layout): Record<string, Vocabulary> {
  const all = new Map<string, { accept: string[]; reject: string[] }>();
  for (const { name, kind, text } of vocabularies) {
    const one = all.get(name) ?? { accept: [], reject: [] };
    all.set(name, one);
    one[kind].push(...wordLines(text));
  }
  return Object.fromEntries(all);
}

const wordLines = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# '));
