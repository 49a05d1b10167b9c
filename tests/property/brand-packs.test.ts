import fc from 'fast-check';
import { checkerOf } from '../../src/brand/engine/checker';
import { contentOfText } from '../../src/brand/catalogue/texts/text-content';
import type { Block, Rule } from '../../src/brand/engine/rule';
import { compilePattern } from '../../src/brand/vale/pattern/compile';
import { readPack } from '../../src/brand/vale/pack';
import { packRules } from '../../src/brand/vale/rules';

const list = (items: readonly string[]) => items.map((item) => `  - ${JSON.stringify(item)}`).join('\n');
const rule = (kind: string, rest: string) => `extends: ${kind}\nmessage: "Not '%s'."\n${rest}\n`;
const words = [
  'very',
  'a number of',
  "don't",
  'C\\+\\+',
  'café',
  'Straße',
  'ΣΟΦΟΣ',
  'kiss',
  'as to',
  'it_is',
  '4x4',
  '-ish',
  'e.g.',
  'of',
];
const patterns = [
  'colou?rs?',
  '[Ss]o',
  '\\w+ed',
  'ba(?:ke|con)',
  '(?:in )?short',
  'rye(?= bread)',
  '(?<!no )roll',
  '[^\\s]+ly',
  'qu\\S*',
];
const many = Array.from({ length: 70 }, (_, n) => `word${'abcdefghij'[n % 10]}${n}`);
const swap = [...words.filter((word) => /^[\w' ]+$/.test(word)), 'utili[sz]e', '(?:more|less) than'];
const pack = readPack({
  'House/Words.yml': rule('existence', `ignorecase: true\ntokens:\n${list(words)}`),
  'House/Cased.yml': rule('existence', `tokens:\n${list(words)}`),
  'House/Anywhere.yml': rule('existence', `nonword: true\nignorecase: true\ntokens:\n${list(words)}`),
  'House/Patterns.yml': rule('existence', `ignorecase: true\ntokens:\n${list(patterns)}`),
  'House/Long.yml': rule('existence', `ignorecase: true\ntokens:\n${list([...words, ...patterns, ...many])}`),
  'House/Raw.yml': rule(
    'existence',
    `ignorecase: true\nraw:\n  - '\\b(?:is|are|was)\\b\\s*'\ntokens:\n${list(patterns)}`,
  ),
  'House/Swap.yml': rule(
    'substitution',
    `ignorecase: true\nswap:\n${swap.map((key) => `  ${JSON.stringify(key)}: other`).join('\n')}`,
  ),
  'House/Twice.yml': rule('repetition', "alpha: true\nignorecase: true\ntokens:\n  - '[^\\s]+'"),
}).pack;
const rules = packRules(pack, { config: null });

const bit = fc.constantFrom(
  ...[
    'very',
    'Very',
    'VERY',
    'every',
    'a',
    'number',
    'of',
    'OF',
    "don't",
    'don’t',
    'C++',
    'c++x',
    'café',
    'cafés',
    'Straße',
    'STRASSE',
  ],
  ...[
    'ΣΟΦΟΣ',
    'σοφος',
    'σοφοσ',
    'kiss',
    'kiſſ',
    '\u212aiss',
    'ιt',
    'it_is',
    '4x4',
    '14x4',
    '-ish',
    'e.g.',
    'colour',
    'Colors',
    'so',
    'So',
  ],
  ...[
    'baked',
    'ed',
    'bacon',
    'in',
    'short',
    'rye',
    'bread',
    'no',
    'roll',
    'ly',
    'truly',
    'quite',
    'worda0',
    'wordj69',
    'utilise',
    'more',
    'than',
  ],
  ...['is', 'was', 'as', 'to', 'İs', 'é', 'x', '_', '7', '😀', '\u0301', '\u200d', 'ß', '*'],
);
const glue = fc.constantFrom(' ', ' ', ' ', ' ', '', '-', '. ', ', ', '\n', '\u00a0', "'", '_', 'é');
const text = fc.array(fc.tuple(bit, glue), { maxLength: 14 }).map((pairs) => pairs.flat().join(''));

/** The same rule, tried on every block with all that it has. */
function plain(one: Rule): Rule {
  if (one.kind !== 'block') return one;
  const { parts: _parts, needs: _needs, ...rest } = one;
  return { ...rest, find: (block: Block) => one.find(block) };
}

test('looking for words first finds what the patterns find by themselves', () => {
  const quick = checkerOf({ key: 'quick', rules, settings: {} });
  const slow = checkerOf({ key: 'slow', rules: rules.map(plain), settings: {} });
  const seen = new Set<string>();
  fc.assert(
    fc.property(text, (value) => {
      const content = contentOfText({ format: 'text', value }, 'en');
      const findings = quick.check({ content, locale: 'en' });
      expect(findings).toEqual(slow.check({ content, locale: 'en' }));
      for (const { rule: id } of findings) seen.add(id);
    }),
    { numRuns: 3_000 },
  );
  expect(quick.faults()).toEqual([]);
  expect([...seen].sort()).toEqual(rules.map(({ id }) => id).sort());
});

test('a word that stands twice is found wherever two neighbours are the same', () => {
  const twice = checkerOf({
    key: 'twice',
    rules: rules.filter(({ id }) => id.endsWith('.Twice')),
    settings: {},
  });
  fc.assert(
    fc.property(text, (value) => {
      const said = value.match(/\S+/g) ?? [];
      const isTwice = said.some(
        (word, at) => /^\p{L}+$/u.test(word) && word.toLowerCase() === said[at - 1]?.toLowerCase(),
      );
      const findings = twice.check({
        content: contentOfText({ format: 'text', value }, 'en'),
        locale: 'en',
      });
      expect(findings.length > 0).toBe(isTwice);
    }),
    { numRuns: 2_000 },
  );
});

test('the texts of matches are those of the matches themselves', () => {
  const source = fc.constantFrom('[^\\s]+', '\\w*', 'x*', '(?i)[a-c]*', '\\b', '(?:😀|\\w)*', '(?:a+)+');
  fc.assert(
    fc.property(source, fc.oneof(text, fc.string({ unit: 'binary' })), (pattern, value) => {
      const compiled = compilePattern(pattern);
      if (!compiled.ok) throw new Error(compiled.message);
      expect(compiled.value.texts(value)).toEqual(compiled.value.all(value).map((match) => match.text));
    }),
    { numRuns: 2_000 },
  );
});
