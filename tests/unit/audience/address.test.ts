import { domainToASCII } from 'node:url';
import { addressOf, lineOf } from '../../../src/audience/address';

const read = (text: string) => addressOf(text, domainToASCII);

describe('one spelling for one address', () => {
  it.each([
    ['Rosa@Bakery.Test', 'rosa@bakery.test'],
    ['  emil+news@bakery.test ', 'emil+news@bakery.test'],
    ["o'neil@x.co", "o'neil@x.co"],
    ['info@Bäckerei.de', 'info@xn--bckerei-5wa.de'],
    ['info@xn--bckerei-5wa.de', 'info@xn--bckerei-5wa.de'],
  ])('%j is kept as %j', (text, address) => expect(read(text)).toBe(address));

  it.each([
    'no-at-sign',
    '@bakery.test',
    'rosa@',
    'rosa@bakery',
    'rosa@bakery..test',
    'two@at@bakery.test',
    'rosa@bakery.test\r\nBcc: all@bakery.test',
    'rosa @bakery.test',
    'rosä@bakery.test',
    `${'a'.repeat(300)}@bakery.test`,
  ])('%j is no address', (text) => expect(read(text)).toBeNull());
});

it('a header value is one line without control characters', () => {
  expect(lineOf('Rosa\r\nBcc: all@bakery.test\u0000\u2028x')).toBe('Rosa Bcc: all@bakery.test x');
});

it('a header value keeps the characters without width that stand inside its words', () => {
  for (const kept of ['Sem\ufeffmel', 'می\u200cخواهم', 'Brot\u2060zeit']) expect(lineOf(kept)).toBe(kept);
  expect(lineOf('\ufeffRye\u00a0\u2003bread')).toBe('Rye bread');
});
