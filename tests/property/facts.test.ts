import fc from 'fast-check';
import { checkerOf, type SubjectInput } from '../../src/brand/engine/checker';
import { sentencesOf } from '../../src/brand/engine/text/sentences';
import { contentOfCopy } from '../../src/brand/engine/copy-content';
import { readFacts } from '../../src/brand/facts/read';
import { productReader } from '../../src/brand/facts/read/products';
import { factRules } from '../../src/brand/facts/rules';
import { quoter } from '../../src/brand/place';
import { brandKit } from '../../src/brand/schema';
import { readContent } from '../../src/content/read';
import { article, parts } from '../unit/content/builders';

const kinds = ['price', 'percentage', 'date', 'phone', 'url', 'coupon', 'product'] as const;
const kit = brandKit.parse({ facts: { kinds, products: ['rye loaf', 'roll'] } });
const checker = checkerOf({ key: 'facts', rules: factRules(kit), settings: {} });

const token = fc.constantFrom(
  'rye loaf', 'roll', '4,50 €', '€4.80', '£3', '1.250 Euro', '20 %', '15%', 'zwanzig Prozent', 'off', 'Rabatt', 'statt', 'was', 'now',
  '3 March', '3. März 2026', '04.03.2026', 'Monday, 3 March 2026', 'until', 'bis', '–', '+43 1 234 5678', '01/2345679', 'code SPRING20',
  'Gutschein: BROT-10', 'https://bakery.example/rye?utm_source=x', 'bakery.example/roll', 'delivery', '/kg', '. ', ', ', '\n\n', '**', '`',
  '🥖', '\u00ad', '\u200b', 'لحم', '7', '100',
); // prettier-ignore
const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: token }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) }), {
    maxLength: 20,
  })
  .map((tokens) => tokens.join(' '));
const locale = fc.constantFrom('en', 'en-US', 'de', 'de-AT', 'fr', 'es', 'ja', 'nonsense', null);

test('a fact lies inside its text and holds the words that stand there', () => {
  const productsIn = productReader(['rye loaf', 'roll']);
  fc.assert(
    fc.property(text, locale, (said, language) => {
      const sentences = sentencesOf(said, language, false);
      for (const fact of readFacts(said, { locale: language, sentences, productsIn })) {
        expect(said.slice(fact.start, fact.end)).toBe(fact.said);
        expect(fact.value).not.toBe('');
        expect(fact.end).toBeGreaterThan(fact.start);
      }
    }),
    { numRuns: 500 },
  );
});

const entry = (body: string, language: string | null): SubjectInput => ({
  content: readContent(article, parts, { body }),
  locale: language,
  today: '2026-11-26',
});
const copy = (body: string, language: string | null, key = 'email'): SubjectInput => ({
  content: contentOfCopy({ text: body, link: null, pictures: [], edited: true }, 'email'),
  locale: language,
  today: '2026-11-26',
  channel: { key, kind: 'email', name: key },
});

test('a text agrees with itself', () => {
  fc.assert(
    fc.property(text, locale, (said, language) => {
      expect(checker.checkTogether([copy(said, language, 'a'), copy(said, language, 'b')])).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('an entry alone, or beside a copy that says nothing, agrees', () => {
  fc.assert(
    fc.property(text, locale, (said, language) => {
      expect(checker.checkTogether([entry(said, language)])).toEqual([]);
      expect(checker.checkTogether([entry(said, language), copy('Fresh bread', language)])).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a finding quotes what the stored value holds, and no rule fails', () => {
  fc.assert(
    fc.property(text, text, locale, (one, other, language) => {
      const subjects = [entry(one, language), copy(other, language)];
      const found = [...checker.checkTogether(subjects), ...subjects.flatMap((input) => checker.check(input))];
      for (const { place, quote, channel } of found)
        expect(quoter((subjects[channel === undefined ? 0 : 1] ?? entry('', null)).content)(place)).toBe(quote);
      expect(checker.faults()).toEqual([]);
    }),
    { numRuns: 300 },
  );
}); // prettier-ignore

test('two texts that differ do so in either order', () => {
  fc.assert(
    fc.property(text, text, locale, (one, other, language) => {
      const rulesOf = (a: string, b: string) =>
        checker.checkTogether([copy(a, language, 'a'), copy(b, language, 'b')]).map(({ rule }) => rule).sort();
      expect(rulesOf(one, other)).toEqual(rulesOf(other, one));
    }),
    { numRuns: 300 },
  );
}); // prettier-ignore
