import { sampleKit } from '../../../../config/sample-kit';
import { checkContent } from '../../../../src/brand/check';
import { brandKit } from '../../../../src/brand/schema';
import { readContent } from '../../../../src/content/read';
import { gradeOfEase } from '../../../../src/brand/house/voice/measure/grade';
import { syllablesIn } from '../../../../src/brand/house/voice/measure/syllables';
import type { Language } from '../../../../src/brand/house/languages';
import { article, parts } from '../../content/builders';

type KitInput = Parameters<typeof brandKit.parse>[0] & object;

/** What a kit says of a plain text, as `quote → replacement`, without what the machine writes as a no-break space. */
const found = (summary: string, locale: string, kit: KitInput): string[] =>
  checkContent(readContent(article, parts, { summary }), brandKit.parse(kit), { locale }).map(
    ({ quote, fix }) => (fix ? `${quote} → ${fix.replacement}` : quote).replace(/[\u00a0\u202f]/g, ' '),
  );

describe('formats are corrected to what the kit says', () => {
  const { formats } = sampleKit;
  test.each<[string, string, string[]]>([
    ['en', 'A loaf costs 4.50 €.', ['4.50 € → €4.50']],
    ['en', 'A loaf costs € 4,50 today.', ['€ 4,50 → €4.50']],
    ['en', 'From €4 to €4.00.', ['€4 → €4.00']],
    ['de', 'Ein Laib kostet €4.50.', ['€4.50 → 4,50 €']],
    ['de', 'Ein Laib kostet 4,– €.', ['4,– € → 4,00 €']],
    ['de', 'Um 1.200,50 € mehr.', []],
    ['en', 'We bake 1.234.567 rolls and 1.234,5 loaves.', ['1.234.567 → 1,234,567', '1.234,5 → 1,234.5']],
    ['en', 'We bake 1,234 rolls, version 2.5, in 2026.', []],
    ['de', 'Es dauert 3.5 Stunden, um 10.30 Uhr.', ['3.5 → 3,5']],
    ['de', 'Am 3.12. und am 1.500 m Lauf.', []],
    ['en', 'On 2026-11-03.', ['2026-11-03 → 3 November 2026']],
    [
      'en',
      'On November 3rd, 2026, or 31/12/2026.',
      ['November 3rd, 2026 → 3 November 2026', '31/12/2026 → 31 December 2026'],
    ],
    ['en', 'On 11/3/2026.', ['11/3/2026']],
    ['de', 'Am 3.11.2026 und am 3. November 2026.', ['3.11.2026 → 3. November 2026']],
    ['en', 'Open from 07:15 to 18:00.', ['07:15 → 7:15 am', '18:00 → 6 pm']],
    ['de', 'Open until 6:30 p.m.', ['6:30 p.m. → 18:30']],
    [
      'en',
      'Call 01 234 5678 or 0043 1 2345678.',
      ['01 234 5678 → +43 1 234 5678', '0043 1 2345678 → +43 1 2345678'],
    ],
    ['en', 'Call +43 (0) 1 234 5678.', ['+43 (0) 1 234 5678 → +43 1 234 5678']],
    ['fr', 'Le 3/11/2026 à 18:00 pour 4.50 €.', []],
  ])('%s: %s', (locale, text, expected) => expect(found(text, locale, { formats })).toEqual(expected));
});

describe('forms that saving wrote out are replaced by the same form', () => {
  const terms = [
    { avoid: 'cheap', prefer: 'affordable', expanded: [{ form: 'cheaper', prefer: 'more affordable' }, { form: 'cheaply', prefer: null }], forms: ['cheapo'] },
  ]; // prettier-ignore
  test.each<[string, string[]]>([
    ['Cheaper bread, cheap rolls.', ['Cheaper → More affordable', 'cheap → affordable']],
    ['Baked cheaply.', ['cheaply']],
    ['A cheapo loaf.', ['cheapo → affordable']],
  ])('%s', (text, expected) => expect(found(text, 'en', { terms })).toEqual(expected));
});

describe('a passive sentence is told from others', () => {
  const voice = { passive: { maxShare: 0 } };
  const isPassive = (sentence: string, locale: string) =>
    found(`${sentence} One. Two. Three.`, locale, { voice }).length > 0;
  test.each<[string, string, boolean]>([
    ['en', 'The bread was not always baked here.', true],
    ['en', 'We are interested and tired.', false],
    ['en', 'We were baking all night.', false],
    ['de', 'Das Brot wird in der Nacht gebacken.', true],
    ['de', 'Man weiß, dass es gebacken wird.', true],
    ['de', 'Wir werden morgen nach Hause gehen.', false],
    ['fr', 'Le pain est cuit et vendu ici.', true],
    ['fr', 'Le pain est préparé la nuit.', true],
    ['fr', 'Elle est allée au marché.', false],
    ['es', 'El pan fue horneado anoche.', true],
    ['es', 'El pan es muy bueno.', false],
  ])('%s: %s', (locale, sentence, expected) => expect(isPassive(sentence, locale)).toBe(expected));
});

describe('syllables are counted as people say them', () => {
  test.each<[Language, string, number]>([
    ['en', 'bread', 1],
    ['en', 'bakery', 3],
    ['en', 'table', 2],
    ['en', 'baked', 1],
    ['en', 'wanted', 2],
    ['de', 'Bäckerei', 3],
    ['de', 'Sauerteig', 3],
    ['fr', 'boulangerie', 4],
    ['fr', 'pâte', 1],
    ['es', 'panadería', 5],
    ['es', 'queso', 2],
  ])('%s: %s has %i', (language, word, expected) => expect(syllablesIn(word, language)).toBe(expected));
});

test('a harder text has a higher grade, however ease is counted', () => {
  const grades = Array.from({ length: 131 }, (_, n) => gradeOfEase(115 - n));
  for (const [at, grade] of grades.entries()) expect(grade).toBeGreaterThanOrEqual(grades[at - 1] ?? 0);
  expect(gradeOfEase(65)).toBe(8.5);
});

describe('a text that does not say its language is read in the one that its small words tell', () => {
  const voice = { person: { use: 'we' } };
  const said = (summary: string) =>
    checkContent(readContent(article, parts, { summary }), brandKit.parse({ voice })).map(
      ({ quote }) => quote,
    );
  test.each<[string, string[]]>([
    ['The bread is here and the rolls are for you, with butter that I bake.', ['I']],
    ['Das Brot ist da und die Semmeln sind für euch, mit der Butter mache ich alles.', ['ich']],
    ['I bake.', []],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});
