import { addressOf, withParam } from '../../../src/engagement/address';

describe('an address', () => {
  it('is taken apart on its registrable domain', () => {
    const address = addressOf('https://www.Blog.Bakery.co.uk:8443/a/b?x=1&y=a%20b+c&x=2&z#part');
    expect(address).toMatchObject({
      host: 'www.blog.bakery.co.uk',
      domain: 'bakery.co.uk',
      name: 'bakery',
      path: '/a/b',
    });
    expect(['x', 'y', 'z', 'none'].map((name) => address?.param(name))).toEqual(['1', 'a b c', '', null]);
  });

  it.each(['', 'bakery.test', 'mailto:a@b.c', 'javascript:alert(1)', 'https://', 'file:///etc/passwd'])(
    'is not %s',
    (text) => {
      expect(addressOf(text)).toBeNull();
    },
  );

  it('keeps a broken escape as it is', () => {
    expect(addressOf('https://a.test/?q=%E0%A4%A')?.param('q')).toBe('%E0%A4%A');
  });

  it.each([
    ['https://a.test/x', 'https://a.test/x?p=1'],
    ['https://a.test/x?', 'https://a.test/x?p=1'],
    ['https://a.test/x?a=b', 'https://a.test/x?a=b&p=1'],
    ['https://a.test/x?p=old&a=b', 'https://a.test/x?a=b&p=1'],
    ['https://a.test/x?a=b#c?d', 'https://a.test/x?a=b&p=1#c?d'],
    ['https://a.test/x#c', 'https://a.test/x?p=1#c'],
  ])('%s gets a parameter', (url, expected) => {
    expect(withParam(url, 'p', '1')).toBe(expected);
  });
});
