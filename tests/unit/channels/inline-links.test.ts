import { inlineLength, withAddresses, withLink } from '../../../src/channels/counters/inline-links';

const rule = { length: 23, source: '' };

test.each<[what: string, text: string, length: number]>([
  ['plain words', 'Fresh rolls', 11],
  ['an emoji family is one', '👨‍👩‍👧‍👦🥐', 2],
  ['a long address', `see https://bakery.test/${'x'.repeat(200)} now`, 4 + 23 + 4],
  ['a short address counts as much', 'http://a.de', 23],
  ['the full stop behind it is no part of it', 'Read https://bakery.test/a.', 5 + 23 + 1],
  ['an address without a public name counts as it stands', 'http://127.0.0.1/a', 18],
  ['a mention of another server counts without it', 'Hi @miller@mill.test!', 11],
  ['a mention of the own server', 'Hi @miller', 10],
  ['an address of e-mail is no mention', 'info@bakery.test', 16],
  ['spaces behind the text do not count', 'Rolls \n', 5],
])('%s', (_, text, length) => {
  expect(inlineLength(text, null, rule)).toBe(length);
});

test('The address of the page goes behind the text, once', () => {
  const page = 'https://bakery.test/rolls';
  expect(withLink('Rolls ', page)).toBe(`Rolls\n\n${page}`);
  expect(withLink('', page)).toBe(page);
  expect(withLink(`Rolls: ${page}`, page)).toBe(`Rolls: ${page}`);
  expect(withLink('Rolls', null)).toBe('Rolls');
  expect(inlineLength('Rolls', page, rule)).toBe(5 + 2 + 23);
  expect(inlineLength('', page, rule)).toBe(23);
});

test('Addresses are replaced where they stand, and nothing else is', async () => {
  const tracked = await withAddresses(
    'A (https://a.test/x?y=1), https://b.test. And http://c.test/!',
    async (address) => `<${address}>`,
  );
  expect(tracked).toBe('A (<https://a.test/x?y=1>), <https://b.test>. And <http://c.test/>!');
});
