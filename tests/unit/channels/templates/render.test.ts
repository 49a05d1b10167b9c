import { renderPart } from '../../../../src/channels/templates/render';
import { rye } from './entry';

test.each<[template: string, text: string]>([
  ['{{ title }}', 'Rye week'],
  ['{{title}}!', 'Rye week!'],
  ['Just words', 'Just words'],
  ['', ''],
  ['{{ canonicalUrl ?? link }}', 'https://bakery.test/rye-week'],
  ['{{ canonicalUrl ?? "no address" }}', 'no address'],
  ['{{ canonicalUrl | default: "no address" }}', 'no address'],
  ['{{ canonicalUrl | default: title }}', 'Rye week'],
  ['{{ summary | sentences: 2 }}', 'Rye all week. Until Sunday.'],
  ['{{ summary | words: 4 }}', 'Rye all week. Until…'],
  ['{{ title | words: 4 }}', 'Rye week'],
  ['{{ summary | characters: 14 }}', 'Rye all week.'],
  ['{{ title | upper }} {{ title | lower }}', 'RYE WEEK rye week'],
  ['{{ title | hashtag }}', '#RyeWeek'],
  ['{{ fields.tags | hashtags }}', '#RyeBread #SourDough'],
  ['{{ fields.tags | hashtags: 1 }}', '#RyeBread'],
  ['{{ fields.price | price: "EUR" }}', '€4.50'],
  ['{{ fields.price | number }}', '4.5'],
  ['{{ title | number }}', 'Rye week'],
  ['{{ fields.opens | date }}', 'March 9, 2026'],
  ['{{ fields.opens | date: "short" }}', '3/9/26'],
  ['{{ title | date }}', 'Rye week'],
  ['{{ title | strip: "Rye " }}', 'week'],
  ['{{ title }}{{ fields.price | price: "EUR" | before: ", from " }}', 'Rye week, from €4.50'],
  ['{{ title }}{{ fields.gone | price: "EUR" | before: ", from " }}', 'Rye week'],
  ['{{ fields.gone | after: ": " }}{{ title }}', 'Rye week'],
  ['{{ title | unless-begins: "Rye weeks" }}', ''],
  ['{{ title | unless-begins: summary }}', 'Rye week'],
  [
    '{{ cover.alt }} · {{ slug }} · {{ channel }} · {{ campaign }} · {{ locale }}',
    'A loaf of rye · rye-week · Bakery on Bluesky · Spring · en',
  ],
  ['{{ body }}', 'We bake rye.\n\nFive kinds, every day.'],
  ['{{ "{{ as it stands }}" }}', '{{ as it stands }}'],
  ['{{ "a \\"word\\"" }} {{ ‘so’ }} {{ „und so“ }} {{ “and so” }}', 'a "word" so und so and so'],
  ['a }} b', 'a }} b'],
])('%j says %j', (template, text) => {
  expect(renderPart(template, rye())).toBe(text);
});

test.each<[what: string, template: string, text: string]>([
  [
    'a line of nothing',
    '{{ title }}\n\n{{ fields.gone }}\n\n{{ link }}',
    'Rye week\n\nhttps://bakery.test/rye-week',
  ],
  ['its words with it', '{{ title }}\nPrice: {{ fields.gone }}\nEnd', 'Rye week\nEnd'],
  ['the gap before the first', '{{ fields.gone }}\n\n{{ title }}', 'Rye week'],
  ['the gap behind the last', '{{ title }}\n\n{{ fields.note }}', 'Rye week'],
  ['one of two spaces', 'On {{ fields.gone }} {{ title }}', 'On Rye week'],
])('Left out is %s', (_, template, text) => {
  expect(renderPart(template, rye())).toBe(text);
});

test('Texts of the entry stand on one line, unless line breaks are asked for', () => {
  const source = rye({ summary: 'One\ntwo' });
  expect(renderPart('{{ summary }}', source)).toBe('One two');
  expect(renderPart('{{ summary | lines }}', source)).toBe('One\ntwo');
});

test('Numbers and days are written as the language of the entry writes them', () => {
  const source = rye({ locale: 'de' });
  expect(renderPart('{{ fields.price | price: "EUR" }}, {{ fields.opens | date }}', source)).toBe(
    '4,50\u00a0€, 9. März 2026',
  );
  expect(renderPart('{{ fields.price | number }}', rye({ locale: 'not a locale!' }))).toBe('4.5');
});

test.each<[what: string, template: string, graphemes: number, text: string]>([
  [
    'the last text gives way, not the address',
    '{{ title }}\n\n{{ summary }}\n\n{{ link }}',
    55,
    'Rye week\n\nRye all week.\n\nhttps://bakery.test/rye-week',
  ],
  [
    'what gives way is marked',
    '{{ title }} {{ summary | gives-way }} {{ cover.alt }}',
    40,
    'Rye week Rye all week. A loaf of rye',
  ],
  ['a part of which no word fits goes', '{{ title }}\n\n{{ summary }}', 12, 'Rye week'],
  ['hashtags are not cut', '{{ title }}\n\n{{ fields.tags | hashtags }}', 20, 'Rye week'],
  ['an address goes before a word is cut', '{{ link }}\n\n{{ title | strip: " " }}', 30, 'Ryeweek'],
  ['words of the template stay', 'New: {{ summary }} Come!', 30, 'New: Rye all week. Come!'],
  ['words of the template that are too long', 'One. Two. Three.', 10, 'One. Two.'],
  ['nothing fits', '{{ title }}', 0, ''],
])('Too long: %s', (_, template, graphemes, text) => {
  expect(renderPart(template, rye(), { graphemes })).toBe(text);
});

test('Bytes are counted with what stands behind', () => {
  const text = renderPart('{{ summary }} {{ link }}', rye({ summary: 'Größe und Güte. Wörter.' }), {
    utf8Bytes: 47,
  });
  expect(text).toBe('Größe und Güte. https://bakery.test/rye-week');
});
