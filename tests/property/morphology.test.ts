import fc from 'fast-check';
import { expandKit } from '../../src/brand/morphology/expand';
import { formsOf, pairsOf } from '../../src/brand/morphology/forms';
import { brandKit } from '../../src/brand/schema';

const locale = fc.constantFrom('en', 'de', 'de-AT', 'fr', 'es', 'es-419', 'it', null);
const known = fc.constantFrom('cheap', 'buy', 'customer', 'sign up', 'billig', 'Kunde', 'kaufen', 'cher', 'acheter', 'offre spéciale', 'barato', 'comprar', 'utilizar'); // prettier-ignore
const made = fc
  .array(fc.constantFrom(...'abcdeghilnorstuyzäöüßéñ'.split(''), 'en', 'er', 'ung', 'ing', ' ', '-', 'Ä'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((letters) => letters.join(''));
const phrase = fc.oneof(known, made, fc.string({ maxLength: 30 }));

test('the phrase itself and what to say are never among the forms, and no form comes twice', () => {
  fc.assert(
    fc.property(phrase, fc.option(phrase), locale, (avoid, prefer, language) => {
      const forms = pairsOf(avoid, prefer, language).map(({ form }) => form.toLowerCase());
      expect(forms).not.toContain(avoid.toLowerCase());
      if (prefer !== null) expect(forms).not.toContain(prefer.toLowerCase());
      expect(new Set(forms).size).toBe(forms.length);
    }),
    { numRuns: 1_000 },
  );
});

test('forms say something: each has the letters of a word, and no more words than three times the phrase', () => {
  fc.assert(
    fc.property(phrase, locale, (avoid, language) => {
      for (const form of formsOf(avoid, language)) {
        expect(form).toMatch(/\p{L}/u);
        expect(form.length).toBeLessThan(avoid.length + 20);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a kit with forms is still a kit, and saving it again changes nothing', () => {
  const term = fc.record({
    avoid: phrase.filter((text) => text.trim() !== ''),
    prefer: fc.constantFrom(null, 'better choice', 'gut', 'bon'),
    inflect: fc.boolean(),
    locales: fc.subarray(['en', 'de', 'fr', 'es', 'it']),
  });
  fc.assert(
    fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
      const saved = expandKit(brandKit.parse({ terms }));
      expect(brandKit.parse(saved)).toEqual(saved);
      expect(expandKit(saved)).toEqual(saved);
    }),
  );
});
