import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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
