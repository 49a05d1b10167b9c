import fc from 'fast-check';
import { canonicalJson } from '../../src/content/canonical';
import { applyFix, quoteAt } from '../../src/content/fix';
import { readContent } from '../../src/content/read';
import { htmlOf, plainTextOf } from '../../src/content/render';
import { sealOf } from '../../src/content/seal';
import { article, parts, photo } from '../unit/content/builders';

/** Text as people and attackers write it: words, marks, markup, line ends, invisible and wide characters. */
const scrap = fc.oneof(
  fc.constantFrom(
    'cheap',
    'Bread',
    'Süß',
    'e\u0301',
    '🥖',
    '👩‍🍳',
    '\u200b',
    '\u00ad',
    'خبز',
    '\u202e',
    '\ufeff',
    '\u0000',
    '\ud83d',
  ),
  fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\n\n',
    '\n    ',
    '\n> ',
    '\n- ',
    '\n1. ',
    '\n# ',
    '\n| a | b |\n|--|--|\n| ',
    ' | ',
  ),
  fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~',
    '\\',
    '\\*',
    '[',
    '](/x)',
    '![',
    '&amp;',
    '&auml;',
    '&#228;',
    '&nope;',
    '&',
    '<',
    '>',
    '"',
    "'",
  ),
  fc.constantFrom(
    '<b>',
    '</b>',
    '<br>',
    '<p>',
    '</p>',
    '<!--',
    '-->',
    '<script>',
    '<img alt="x" src=/y>',
    '<a href="/z">',
    '</a>',
    'https://x.test/a',
    'a@b.test',
    '[^1]',
    '\n[^1]: ',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const text = fc.array(scrap, { maxLength: 30 }).map((scraps) => scraps.join(''));

const leaf = fc.record({ type: fc.constant('text'), text, bold: fc.boolean(), code: fc.boolean() });
const node = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ type: fc.constant('link'), url: text, children: fc.array(leaf, { maxLength: 3 }) }),
    fc.record({ type: fc.constant('image'), image: fc.constant(photo()) }),
    fc.record({
      type: fc.constantFrom('paragraph', 'heading', 'list', 'list-item', 'quote', 'code', 'odd'),
      children: fc.array(tie('node'), { maxLength: 3 }),
    }),
    fc.anything(),
  ),
})).node;

const document = fc.record(
  {
    title: text,
    summary: text,
    body: text,
    story: fc.array(node, { maxLength: 4 }),
    price: fc.double({ noNaN: true, noDefaultInfinity: true }),
    featured: fc.boolean(),
    extra: fc.jsonValue(),
    cover: fc.record({ url: text, alternativeText: text, hash: fc.string(), caption: text }),
    seo: fc.record({ metaTitle: text }),
    hints: fc.array(fc.record({ id: fc.nat(), text }), { maxLength: 3 }),
    sections: fc.array(fc.record({ __component: fc.constantFrom('section.text', 'gone'), text }), {
      maxLength: 3,
    }),
    author: fc.record({ documentId: fc.string({ minLength: 1 }) }),
  },
  { requiredKeys: [] },
);

const anything = fc.dictionary(fc.constantFrom(...Object.keys(article.attributes)), fc.anything());

test('every exact segment quotes the stored value, and segments are in order', () => {
  fc.assert(
    fc.property(document, (values) => {
      for (const piece of readContent(article, parts, values).texts) {
        let last = 0;
        for (const { start, end, place, exact } of piece.segments) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(piece.text.length);
          const quote = quoteAt(values, place);
          expect(quote).not.toBeNull();
          if (exact) expect(quote).toBe(piece.text.slice(start, end));
          last = end;
        }
      }
    }),
    { numRuns: 80 },
  );
});

test('whatever stands in the fields, reading, sealing and rendering end well', () => {
  fc.assert(
    fc.property(fc.oneof(anything, document), (values) => {
      const content = readContent(article, parts, values);
      expect(sealOf(article, parts, values)).toMatch(/^[\da-f]{64}$/);
      expect(typeof plainTextOf(content)).toBe('string');
      const withoutValues = htmlOf(content).replace(/="[^"]*"/g, '=""');
      expect(withoutValues).not.toMatch(/<script|<[^>]*\son\w+=/i);
    }),
    { numRuns: 60 },
  );
});

/** The same value with the keys of every object turned round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
};

test('the seal does not depend on the order of keys', () => {
  const turnable = document.filter((values) => !/__proto__/.test(JSON.stringify(values)));
  fc.assert(
    fc.property(turnable, (values) => {
      const other = turned(values) as typeof values;
      expect(sealOf(article, parts, other)).toBe(sealOf(article, parts, values));
    }),
  );
});

test('the seal does not depend on row ids, dates and persons of saving', () => {
  fc.assert(
    fc.property(document, fc.nat(), fc.string(), (values, id, noise) => {
      const row = {
        ...values,
        id,
        documentId: noise,
        createdAt: noise,
        updatedAt: noise,
        publishedAt: noise,
        updatedBy: { id },
        locale: noise,
      };
      const hints = values.hints?.map((hint) => ({ ...hint, id: id + hint.id }));
      expect(sealOf(article, parts, { ...row, ...(hints ? { hints } : {}) })).toBe(
        sealOf(article, parts, values),
      );
    }),
  );
});

test('the seal changes with every change of a text, wherever it stands', () => {
  const places = ['title', 'summary', 'body'] as const;
  fc.assert(
    fc.property(document, fc.constantFrom(...places), text, text, (values, place, one, two) => {
      fc.pre(one !== two);
      const seal = (value: string) =>
        sealOf(article, parts, { ...values, [place]: value, hints: [{ text: 'a' }] });
      expect(seal(one)).not.toBe(seal(two));
    }),
  );
});

test('the seal changes when a fix changes the text', () => {
  fc.assert(
    fc.property(document, fc.nat(), (values, pick) => {
      const segments = readContent(article, parts, values).texts.flatMap((piece) =>
        piece.editable ? piece.segments : [],
      );
      const segment = segments[pick % Math.max(1, segments.length)];
      fc.pre(segment !== undefined);
      const fixed = applyFix(values, segment?.place ?? { field: '', start: 0, end: 0 }, '#new#');
      expect(sealOf(article, parts, fixed)).not.toBe(sealOf(article, parts, values));
    }),
  );
});

test('a fix holds its replacement, and taking it back gives the old document', () => {
  fc.assert(
    fc.property(document, fc.nat(), text, (values, pick, replacement) => {
      const segments = readContent(article, parts, values).texts.flatMap((piece) =>
        piece.editable ? piece.segments : [],
      );
      const place = segments[pick % Math.max(1, segments.length)]?.place;
      fc.pre(place !== undefined && quoteAt(values, place) !== null);
      const at = place ?? { field: '', start: 0, end: 0 };
      const fixed = applyFix(values, at, replacement);
      const now = { ...at, end: at.start + replacement.length };
      expect(quoteAt(fixed, now)).toBe(replacement);
      expect(applyFix(fixed, now, quoteAt(values, at) ?? '', replacement)).toEqual(values);
    }),
  );
});

test('canonical JSON is JSON that says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) =>
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value)),
    ),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) =>
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
    ),
  );
});
