import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';

const root = join(__dirname, '../../admin');
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'translations', name), 'utf8')) as Record<string, string>;

/** Names of the values that a message takes: `{count, plural, …}` → count. Quoted braces and the words of a plural are text. */
const valuesOf = (message: string): string[] =>
  [
    ...new Set(
      [...message.replace(/'[{}]'|\b(one|other) \{[^{}]*\}/g, '').matchAll(/\{(\w+)(?=[,}])/g)].map(
        ([, name = '']) => name,
      ),
    ),
  ].sort();

const sources = (readdirSync(root, { recursive: true }) as string[])
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

describe.each([
  ['the pages', 'en.json', 'de.json'],
  ['publishing times', 'times.en.json', 'times.de.json'],
  ['the settings of the brand', 'kit.en.json', 'kit.de.json'],
  ['what other pages show', 'shell.en.json', 'shell.de.json'],
])('the texts of %s', (_, english, german) => {
  const en = read(english);
  const de = read(german);

  it('exist in both languages', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
  });

  it('take the same values in both languages', () => {
    const differing = Object.keys(en).filter((id) => valuesOf(en[id]!).join() !== valuesOf(de[id]!).join());
    expect(differing).toEqual([]);
  });

  it('are all prefixed and none is empty', () => {
    for (const [id, text] of [...Object.entries(en), ...Object.entries(de)]) {
      expect(id).toMatch(/^presence\./);
      expect(text.trim()).not.toBe('');
    }
  });

  it('are all shown somewhere', () => {
    const parts = [...sources.matchAll(/`(presence\.[^`$]*)\$\{[^}]+\}([^`$]*)`/g)];
    const made = parts.map(([, start = '', end = '']) => ({ start, end }));
    const unused = Object.keys(en).filter(
      (id) =>
        !sources.includes(`'${id}'`) &&
        !made.some(({ start, end }) => id.startsWith(start) && id.endsWith(end)),
    );
    expect(unused).toEqual([]);
  });
});

describe('the sentences of findings', () => {
  const en = read('findings.en.json');
  const de = read('findings.de.json');
  const rules = join(__dirname, '../../src/brand');
  const code = (readdirSync(rules, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(rules, path), 'utf8'))
    .join('\n');
  const ids = Object.keys(en);
  /** Keys that a rule gives as they are, and the beginnings and ends of those that it puts together. */
  const whole = [...code.matchAll(/words: \{\s*key: '([^']+)'/g)].map(([, key = '']) => key);
  const parts = [...code.matchAll(/(?:key:|rule =) `([^`]+)`/g)].map(([, template = '']) => {
    const pieces = template.split(/\$\{[^}]+\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^presence\\.finding\\.${pieces.join('.+')}$`);
  });

  it('exist in both languages, with the same values, and none is empty', () => {
    expect(Object.keys(de).sort()).toEqual([...ids].sort());
    const differing = ids.filter((id) => valuesOf(en[id]!).join() !== valuesOf(de[id]!).join());
    expect(differing).toEqual([]);
    for (const text of [...Object.values(en), ...Object.values(de)]) expect(text.trim()).not.toBe('');
  });

  it('are there for every key that a rule says', () => {
    expect(whole.length).toBeGreaterThan(10);
    expect(whole.filter((key) => !(`presence.finding.${key}` in en))).toEqual([]);
    const missing = parts.filter((part) => !ids.some((id) => part.test(id)));
    expect(missing).toEqual([]);
  });

  it('can be read by the admin, and are said by a rule', () => {
    const wrong: unknown[] = [];
    for (const [locale, messages] of Object.entries({ en, de })) {
      const intl = createIntl({ locale, messages, onError: (error) => wrong.push(error) });
      for (const [id, text] of Object.entries(messages))
        intl.formatMessage({ id }, Object.fromEntries(valuesOf(text).map((name) => [name, 1])));
    }
    expect(wrong).toEqual([]);
    const unsaid = ids.filter(
      (id) =>
        !code.includes(`'${id.replace('presence.finding.', '')}'`) && !parts.some((part) => part.test(id)),
    );
    expect(unsaid).toEqual([]);
  });
});
