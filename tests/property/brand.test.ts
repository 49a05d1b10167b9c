import fc from 'fast-check';
import { checkContent } from '../../src/brand/check';
import { fold } from '../../src/brand/fold';
import { brandKit } from '../../src/brand/schema';
import { applyFix, quoteAt } from '../../src/content/fix';
import { readContent } from '../../src/content/read';
import { article, parts, photo } from '../unit/content/builders';

const word = fc.constantFrom(
  'cheap',
  'Cheap',
  'CHEAP',
  'bread',
  'süß',
  'Süß',
  'web',
  'site',
  'Lindner',
  'lindner',
  '&',
  '&amp;',
  'and',
  'Daughters',
  'heals',
  'healing',
  'good',
  'e\u0301clair',
  '🥖',
);
const glue = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '\n',
  '\r\n',
  '\u00a0',
  '  ',
  '. ',
  '-',
  '',
  '\u00ad',
  '\u200b',
  '**',
  '*',
  '`',
  '[',
  '](/cheap)',
  '\n\n',
  '\n> ',
  '\n- ',
  '<b>',
  '</b>',
  '<p>',
  'https://cheap.test/',
  '@',
  '\\',
);
const text = fc.array(fc.tuple(word, glue), { maxLength: 25 }).map((pairs) => pairs.flat().join(''));

const document = fc.record({
  title: text,
  summary: text,
  body: text,
  story: fc.array(
    fc.record({
      type: fc.constantFrom('paragraph', 'heading', 'quote'),
      children: fc.array(fc.record({ type: fc.constant('text'), text, bold: fc.boolean() }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 3 },
  ),
  cover: fc.constantFrom(
    null,
    photo(),
    photo({ alternativeText: 'IMG_1.jpg' }),
    photo({ alternativeText: null }),
    photo({ alternativeText: 'cheap' }),
  ),
  hints: fc.array(fc.record({ text }), { maxLength: 2 }),
});

const severity = fc.constantFrom('error', 'warning', 'suggestion');
const term = fc.record({
  avoid: fc.constantFrom('cheap', 'web site', 'süß', 'lindner', 'bread', 'chea', 'cheap bread', 'éclair'),
  prefer: fc.constantFrom(null, 'affordable', 'website', 'fine', 'Lindner & Daughters', '*x*'),
  severity,
  matchCase: fc.boolean(),
  wholeWord: fc.boolean(),
});
const kitInput = fc.record({
  names: fc.constantFrom([], [{ name: 'Lindner & Daughters' }]),
  terms: fc.array(term, { maxLength: 6 }),
  forbiddenClaims: fc.array(
    fc.record({ pattern: fc.constantFrom('heal*', 'good *', 'cheap', '*ing'), severity }),
    { maxLength: 3 },
  ),
  altTextRequired: fc.constantFrom(null, {}),
  longestSentence: fc.constantFrom(null, { words: 5 }),
});

const check = (values: Readonly<Record<string, unknown>>, kit: Parameters<typeof brandKit.parse>[0]) =>
  checkContent(readContent(article, parts, values), brandKit.parse(kit), { locale: 'en' });

test('findings lie inside the text, and each quote is what the entry holds there', () => {
  fc.assert(
    fc.property(document, kitInput, (values, kit) => {
      for (const { place, quote, fix, rule } of check(values, kit)) {
        expect(place.start).toBeLessThanOrEqual(place.end);
        const held = quoteAt(values, place);
        if (rule === 'brand.alt-text' && quote === '') continue;
        expect(held).toBe(quote);
        if (fix) expect(quote).not.toBe('');
      }
    }),
    { numRuns: 80 },
  );
});

test('the order of the kit makes no difference, and the same input always gives the same list', () => {
  fc.assert(
    fc.property(document, kitInput, (values, kit) => {
      const turned = {
        ...kit,
        terms: kit.terms.toReversed(),
        forbiddenClaims: kit.forbiddenClaims.toReversed(),
      };
      expect(check(values, turned)).toEqual(check(values, kit));
      expect(check(values, kit)).toEqual(check(values, kit));
    }),
    { numRuns: 60 },
  );
});

test('no finding comes twice, and they stand in reading order', () => {
  fc.assert(
    fc.property(document, kitInput, (values, kit) => {
      const findings = check(values, kit);
      const keys = findings.map(({ rule, place }) => JSON.stringify([rule, place]));
      expect(new Set(keys).size).toBe(keys.length);
      findings.forEach(({ place }, index) => {
        const before = findings[index - 1];
        const isSame = before && before.place.field === place.field && !place.block && !before.place.block;
        if (isSame) expect(before.place.start).toBeLessThanOrEqual(place.start);
      });
    }),
    { numRuns: 60 },
  );
});

test('applying a fix removes its finding', () => {
  const safe = term.filter(({ prefer }) => prefer === 'affordable' || prefer === 'fine');
  fc.assert(
    fc.property(document, fc.array(safe, { minLength: 1, maxLength: 4 }), fc.nat(), (values, terms, pick) => {
      const fixable = check(values, { terms }).filter(({ fix }) => fix !== null);
      const finding = fixable[pick % Math.max(1, fixable.length)];
      fc.pre(finding !== undefined);
      if (!finding?.fix) return;
      const fixed = applyFix(values, finding.place, finding.fix.replacement, finding.quote);
      const again = check(fixed, { terms }).filter(
        ({ rule, place }) =>
          rule === finding.rule &&
          place.field === finding.place.field &&
          place.start === finding.place.start &&
          String(place.block) === String(finding.place.block),
      );
      expect(again).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test('applying every fix, from the last to the first, leaves only what has no fix', () => {
  const kit = { terms: [{ avoid: 'cheap', prefer: 'affordable' }], names: [{ name: 'Lindner & Daughters' }] };
  fc.assert(
    fc.property(document, (values) => {
      let fixed: Readonly<Record<string, unknown>> = values;
      for (const { place, quote, fix } of check(values, kit).toReversed())
        if (fix) fixed = applyFix(fixed, place, fix.replacement, quote);
      expect(check(fixed, kit).filter(({ fix }) => fix !== null)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a folded text leads back to its source', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (source) => {
      const { text: folded, lower, starts, ends } = fold(source);
      expect(lower).toHaveLength(folded.length);
      expect(starts).toHaveLength(folded.length);
      for (let at = 0; at < folded.length; at += 1) {
        expect(starts[at]).toBeLessThan(ends[at] ?? 0);
        if (at > 0) expect(starts[at]).toBeGreaterThanOrEqual(ends[at - 1] ?? 0);
        expect(ends[at]).toBeLessThanOrEqual(source.length);
      }
    }),
  );
});
