import { returnAddressOf } from '../../../src/audience/return-to';

const base = 'https://bakery.test/shop';

it.each([
  ['/en/thanks', 'https://bakery.test/en/thanks'],
  ['https://bakery.test/en?x=1', 'https://bakery.test/en?x=1'],
  ['HTTPS://Bakery.Test/', 'HTTPS://Bakery.Test/'],
  [undefined, 'https://bakery.test'],
])('%j leads to %s', (wanted, expected) => expect(returnAddressOf(wanted, base)).toBe(expected));

it.each([
  '//evil.test',
  '/\\evil.test',
  'https://evil.test',
  'https://bakery.test.evil.test/',
  'https://bakery.test@evil.test/',
  'https://bakery.test:81@evil.test/',
  'javascript:alert(1)',
  'data:text/html,x',
  '/a\r\nLocation: https://evil.test',
  '\t//evil.test',
])('%j leads to the site and nowhere else', (wanted) =>
  expect(returnAddressOf(wanted, base)).toBe('https://bakery.test'),
);

it('without a site there is nowhere to go', () => expect(returnAddressOf('/x', null)).toBeNull());
