import type { PackProblem } from '../../catalogue/schema';
import type { ConfigSection, Level, ValeConfig } from '../schema';
import { problem } from './problem';

/** What `.vale.ini` says, and what in it cannot be. */
export interface IniReading {
  readonly config: ValeConfig;
  readonly problems: readonly PackProblem[];
}

/** Settings that stand above all sections. */
const core = ['StylesPath', 'MinAlertLevel', 'Vocab', 'Packages', 'IgnoredScopes', 'SkippedScopes', 'IgnoredClasses', 'WordTemplate', 'NLPEndpoint']; // prettier-ignore
/** Settings of a section; `IgnorePatterns` is the old name of `BlockIgnores`; `Transform`, `Lang` and `View` say nothing here. */
const perSection = ['BasedOnStyles', 'TokenIgnores', 'BlockIgnores', 'CommentDelimiters', 'Transform', 'Lang', 'View', 'IgnorePatterns']; // prettier-ignore
const levels: readonly string[] = ['suggestion', 'warning', 'error'];

interface Entry {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** Reads a `.vale.ini`. A key that stands several times adds to its list. */
export function readIni(text: string, file = '.vale.ini'): IniReading {
  const problems: PackProblem[] = [];
  const note = (line: number, message: string) =>
    problems.push(problem(file, line, 'pack.value-invalid', message));
  const sections = new Map<string, Entry[]>([['', []]]);
  let section = '';
  for (const { line, content } of logicalLines(text)) {
    const head = /^\[(.*)\]$/.exec(content);
    if (head) {
      section = (head[1] ?? '').trim();
      if (!sections.has(section)) sections.set(section, []);
      continue;
    }
    const at = content.search(/[=:]/);
    if (at < 0) note(line, `The line “${content.slice(0, 80)}” is neither a section nor a key with a value.`);
    else
      sections
        .get(section)
        ?.push({ key: content.slice(0, at).trim(), value: unquoted(content.slice(at + 1)), line });
  }
  const top = sections.get('') ?? [];
  for (const { key, line } of top)
    if (!core.includes(key)) note(line, `The key “${key}” does not stand above all sections.`);
  const level = last(top, 'MinAlertLevel');
  if (level && !levels.includes(level.value))
    note(level.line, 'MinAlertLevel must be suggestion, warning or error.');
  const list = (key: string) => listOf(top, key);
  const config: ValeConfig = {
    stylesPath: last(top, 'StylesPath')?.value ?? null,
    minAlertLevel: (levels.find((one) => one === level?.value) as Level | undefined) ?? 'suggestion',
    vocab: list('Vocab'),
    packages: list('Packages'),
    ignoredScopes: list('IgnoredScopes').length > 0 ? list('IgnoredScopes') : null,
    skippedScopes: list('SkippedScopes').length > 0 ? list('SkippedScopes') : null,
    ignoredClasses: list('IgnoredClasses'),
    wordTemplate: last(top, 'WordTemplate')?.value ?? null,
    formats: Object.fromEntries((sections.get('formats') ?? []).map(({ key, value }) => [key, value])),
    sections: [...sections]
      .filter(([name]) => name !== '' && name !== 'formats' && name !== 'asciidoctor')
      .map(([name, entries]) => sectionOf(name, entries, note)),
  };
  return { config, problems };
}

function sectionOf(
  glob: string,
  entries: readonly Entry[],
  note: (line: number, message: string) => void,
): ConfigSection {
  const rules: Record<string, string> = {};
  const settings: Record<string, Record<string, string>> = {};
  for (const { key, value, line } of entries) {
    if (perSection.includes(key)) continue;
    const setting = /^([\w-]+(?:\.[\w-]+)+)\[([A-Za-z]+)\]$/.exec(key);
    if (core.includes(key)) note(line, `The key “${key}” must stand above all sections.`);
    else if (setting)
      settings[setting[1] ?? ''] = {
        ...settings[setting[1] ?? ''],
        [(setting[2] ?? '').toLowerCase()]: value,
      };
    else if (!key.includes('.')) note(line, `Nobody knows the key “${key}”.`);
    else if (value !== 'YES' && value !== 'NO' && !levels.includes(value)) {
      note(line, `The rule ${key} must be YES, NO, suggestion, warning or error.`);
      rules[key] = 'NO';
    } else rules[key] = value;
  }
  const delimiters = listOf(entries, 'CommentDelimiters');
  const [open, end] = delimiters;
  return {
    glob,
    styles: entries.some(({ key }) => key === 'BasedOnStyles') ? listOf(entries, 'BasedOnStyles') : null,
    rules,
    settings,
    tokenIgnores: listOf(entries, 'TokenIgnores'),
    blockIgnores: [...listOf(entries, 'BlockIgnores'), ...listOf(entries, 'IgnorePatterns')],
    commentDelimiters:
      open !== undefined && end !== undefined && delimiters.length === 2 ? [open, end] : null,
  };
}

const last = (entries: readonly Entry[], key: string): Entry | undefined =>
  entries.filter((one) => one.key === key).at(-1);

/** Commas part a list, but not those behind a backslash. */
function listOf(entries: readonly Entry[], name: string): string[] {
  const parts = entries
    .filter(({ key }) => key === name)
    .flatMap(({ value }) => value.split(/(?<!\\),/))
    .map((part) => part.replace(/\\,/g, ',').trim())
    .filter((part) => part !== '');
  return [...new Set(parts)];
}

function* logicalLines(text: string): Generator<{ line: number; content: string }> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1;
    let content = (lines[index] ?? '').trim();
    if (content === '' || /^[#;]/.test(content)) continue;
    while (content.endsWith('\\') && index + 1 < lines.length) {
      index += 1;
      content = content.slice(0, -1) + (lines[index] ?? '').trim();
    }
    if (!content.includes('`')) content = content.replace(/\s[#;].*$/, '').trim();
    yield { line, content };
  }
}

function unquoted(value: string): string {
  const text = value.trim();
  const quoted = /^(["'`])([\s\S]*)\1$/.exec(text);
  return quoted && !(quoted[2] ?? '').includes(quoted[1] ?? '') ? (quoted[2] ?? '') : text;
}
