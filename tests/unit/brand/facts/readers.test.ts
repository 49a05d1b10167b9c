import { sentencesOf } from '../../../../src/brand/engine/text/sentences';
import type { Fact } from '../../../../src/brand/facts/fact';
import { readFacts } from '../../../../src/brand/facts/read';
import { numberWords } from '../../../../src/brand/facts/read/number-words';
import { productReader } from '../../../../src/brand/facts/read/products';

const read = (text: string, locale: string, names: readonly string[] = []): readonly Fact[] =>
  readFacts(text, { locale, sentences: sentencesOf(text, locale, false), productsIn: productReader(names) });

/** Facts of one kind, as `value (part)`. */
const found = (kind: Fact['kind'], text: string, locale: string): string[] =>
  read(text, locale)
    .filter((fact) => fact.kind === kind)
    .map(({ value, part }) => (part === '' ? value : `${value} (${part})`));

test.each<[string, string, string[]]>([
  ['en', 'A loaf is £3.', ['300 GBP (price GBP)']],
  ['en', 'A loaf is €4.50, a roll $1.20', ['450 EUR (price EUR)', '120 USD (price USD)']],
  ['en', 'From EUR 1,250.00 on.', ['125000 EUR (price EUR)']],
  ['de', 'ab 4,50 €', ['450 EUR (price EUR)']],
  ['de', 'Nur € 3,– das Stück', ['300 EUR (price EUR)']],
  ['de', 'Die Torte kostet 1.250 Euro.', ['125000 EUR (price EUR)']],
  ['de', 'Statt 20 € nur 15 €', ['2000 EUR (was EUR)', '1500 EUR (price EUR)']],
  ['en', 'Was €20, now €15. Save €5!', ['2000 EUR (was EUR)', '1500 EUR (price EUR)', '500 EUR (off EUR)']],
  ['en', 'Delivery is €3.90, free for orders over €40.', ['390 EUR (shipping EUR)', '4000 EUR (threshold EUR)']],
  ['de', 'Brot 4,50 €, 6,90 €/kg', ['450 EUR (price EUR)', '690 EUR (unit EUR)']],
  ['de', '10 € Rabatt', ['1000 EUR (off EUR)']],
  ['fr', 'Le pain à 4,50 € au lieu de 6 €', ['450 EUR (price EUR)', '600 EUR (was EUR)']],
  ['es', 'Ahora 15 €, antes 20 €', ['1500 EUR (price EUR)', '2000 EUR (was EUR)']],
  ['de', '12 CHF und 1’200 CHF', ['1200 CHF (price CHF)', '120000 CHF (price CHF)']],
  ['en', 'Room 4.50, version 3.2, 20 loaves', []],
  ['en', 'Is €1.234 a lot?', []],
])('prices, %s: %s', (locale, text, expected) => {
  expect(found('price', text, locale)).toEqual(expected);
}); // prettier-ignore

test.each<[string, string, string[]]>([
  ['en', 'Save 20% today', ['20 (off)']],
  ['de', '20 % Rabatt', ['20 (off)']],
  ['de', 'Auf alles zwanzig Prozent Nachlass', ['20 (off)']],
  ['de', '20 % auf alles', ['20 (off)']],
  ['en', 'twenty-five per cent off', ['25 (off)']],
  ['fr', 'Vingt pour cent de réduction', ['20 (off)']],
  ['fr', '-15 % sur tout', ['15 (off)']],
  ['es', '20 % de descuento', ['20 (off)']],
  ['en', '20%', ['20 (bare)']],
  ['en', 'Our bread is 80 % rye.', ['80 (of rye)']],
  ['en', '100% natural', ['100 (of natural)']],
  ['de', 'Zinsen von 3,5 % im Jahr', ['3.5 (of im)']],
  ['en', 'Twenty loaves a day', []],
])('shares, %s: %s', (locale, text, expected) => {
  expect(found('percentage', text, locale)).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ['en', 'Open day on 3 March', ['*-03-03']],
  ['en', 'Open day on March 3rd, 2026', ['2026-03-03']],
  ['en', 'the 3rd of March 2026', ['2026-03-03']],
  ['en', 'Tuesday, 3 March 2026', ['2026-03-03']],
  ['de', 'am 3. März', ['*-03-03']],
  ['de', 'am 03.03.2026', ['2026-03-03']],
  ['de', 'am 3.3.', ['*-03-03']],
  ['de', 'Mo, 2. Nov. 2026', ['2026-11-02']],
  ['de', 'im Jänner: 7. Jänner', ['*-01-07']],
  ['fr', 'le 1er mars 2026', ['2026-03-01']],
  ['es', 'el 3 de marzo de 2026', ['2026-03-03']],
  ['en', '2026-03-03', ['2026-03-03']],
  ['en-GB', '4/3/2026', ['2026-03-04']],
  ['en-US', '4/3/2026', ['2026-04-03']],
  ['en', '4/3/2026', []],
  ['en', '25/3/2026', ['2026-03-25']],
  ['en', 'until 7 March', ['*-03-07 (till)']],
  ['de', 'bis 7. März', ['*-03-07 (till)']],
  ['de', 'vom 3. bis 7. März', ['*-03-03 (start)', '*-03-07 (till)']],
  ['de', '3.–5. März', ['*-03-03 (start)', '*-03-05 (till)']],
  ['en', '3–5 March 2026', ['2026-03-03 (start)', '2026-03-05 (till)']],
  ['en', 'from 28 March to 2 April', ['*-03-28 (start)', '*-04-02 (till)']],
  ['en', 'We bake since 3 March 1987', []],
  ['en', '31 February', []],
  ['en', 'You may 3 times', []],
  ['en', 'March 450 loaves', []],
  ['en', 'Version 3.3.2026.1', []],
])('days, %s: %s', (locale, text, expected) => {
  expect(found('date', text, locale)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Call +43 1 234 5678', ['4312345678']],
  ['Call +43 (0)1 / 234 56 78', ['4312345678']],
  ['Call 0043 1 2345678.', ['4312345678']],
  ['Call (01) 234 5678', ['12345678']],
  ['Call 01/2345678 now', ['12345678']],
  ['Call (555) 123-4567', ['5551234567']],
  ['From 03.03.2026 on', []],
  ['Order 2026-11-03-17', []],
  ['IBAN AT61 1904 3002 3457 3201', []],
])('phone numbers: %s', (text, expected) => {
  expect(found('phone', text, 'de')).toEqual(expected);
});

test.each<[string, string[]]>([
  ['See https://www.bakery.example/rye/?utm_source=mail&utm_medium=x.', ['bakery.example/rye']],
  ['See bakery.example/rye, or not', ['bakery.example/rye']],
  ['See https://bakery.example/shop?size=2&utm_id=1#top', ['bakery.example/shop?size=2']],
  ['Write to hello@bakery.example', []],
])('web addresses: %s', (text, expected) => {
  expect(found('url', text, 'en')).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Use code SPRING20 at the till', ['SPRING20']],
  ['Use the code: spring20', ['SPRING20']],
  ['Mit dem Gutscheincode „BROT-10“ sparen', ['BROT-10']],
  ['Gutschein: WILLKOMMEN', ['WILLKOMMEN']],
  ['Code promo : RENTREE', ['RENTREE']],
  ['Código promocional PAN15', ['PAN15']],
  ['Scan the QR code NOW2026', []],
  ['Our dress code: BLACK', []],
  ['A code of conduct', []],
  ['JETZT GUTSCHEIN SICHERN', []],
  ['MIT GUTSCHEIN BROT10', ['BROT10']],
  ['Ein Gutschein 50EUR', []],
])('coupon codes: %s', (text, expected) => {
  expect(found('coupon', text, 'de')).toEqual(expected);
});

describe('a price belongs to the product that is named with it', () => {
  const names = ['rye loaf', 'seeded roll', 'roll'];
  test.each<[string, string[]]>([
    ['Rye loaf 4,50 €, seeded roll 1,20 €', ['rye loaf 4,50 €', 'seeded roll 1,20 €']],
    ['4,50 € for the rye loaf', ['rye loaf 4,50 €']],
    ['20 % off every rye loaf', ['rye loaf 20 %']],
    ['Rye loaf: was 6 €, now 4,50 €', ['rye loaf 6 €', 'rye loaf 4,50 €']],
    ['We bake the rye loaf. It is 4,50 €.', ['- 4,50 €']],
    ['Rye loaf 4,50 € or 5 €', ['rye loaf 4,50 €', '- 5 €']],
  ])('%s', (text, expected) => {
    expect(read(text, 'de', names).map(({ product, said }) => `${product ?? '-'} ${said}`)).toEqual(expected);
  });
});

test.each<[string, string, number]>([
  ['en', 'ninety-nine', 99],
  ['de', 'einundzwanzig', 21],
  ['de', 'hundert', 100],
  ['fr', 'soixante et onze', 71],
  ['fr', 'quatre-vingt-dix-neuf', 99],
  ['fr', 'vingt et un', 21],
  ['es', 'veintitrés', 23],
  ['es', 'cuarenta y dos', 42],
])('number words, %s: %s', (locale, word, value) => {
  expect(numberWords(locale).get(word)).toBe(value);
});

test('every number from 1 to 100 has a word in each language', () => {
  for (const locale of ['en', 'de', 'fr', 'es']) expect(new Set(numberWords(locale).values()).size).toBe(100);
});

test('the number of a page that is mentioned on LinkedIn is no fact', () => {
  expect(read('Flour of @[Mill Florian](urn:li:organization:2414183), as ever', 'en')).toEqual([]);
});
