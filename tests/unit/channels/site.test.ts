import { indexNowBody, keyFileOf } from '../../../src/channels/site/index-now';
import { originOf } from '../../../src/channels/site/origin';
import { sitemapOf } from '../../../src/channels/site/sitemap';
import { websiteSettings } from '../../../src/channels/settings/website';

const indexNow = (some: object) => websiteSettings.safeParse({ indexNow: { key: 'a1b2c3d4', ...some } });

describe('the key of IndexNow', () => {
  it.each<[string, object, boolean]>([
    ['8 characters', { key: 'a1b2c3d4' }, true],
    ['7 characters', { key: 'a1b2c3d' }, false],
    ['128 characters', { key: 'a'.repeat(128) }, true],
    ['129 characters', { key: 'a'.repeat(129) }, false],
    ['letters, digits and hyphens', { key: 'AZ-az-09' }, true],
    ['other characters', { key: 'a1b2c3d4/../x' }, false],
    ['a file elsewhere', { keyLocation: 'https://bread.example/keys/1.txt' }, true],
    ['a file that is no web address', { keyLocation: 'file:///etc/passwd' }, false],
  ])('%s: %j', (_, some, isTaken) => expect(indexNow(some).success).toBe(isTaken));

  it('stands beside the first page of the site, unless another place is named', () => {
    const settings = websiteSettings.parse({ indexNow: { key: 'a1b2c3d4' } }).indexNow;
    if (!settings) throw new Error('no settings');
    const page = 'https://Bread.example:8443/en/rye?a=1#b';
    expect(keyFileOf(settings, page)).toBe('https://bread.example:8443/a1b2c3d4.txt');
    expect(JSON.parse(indexNowBody(settings, page))).toEqual({
      ...{ host: 'bread.example:8443', key: 'a1b2c3d4', urlList: [page] },
      keyLocation: 'https://bread.example:8443/a1b2c3d4.txt',
    });
  });

  it.each([
    ['https://bread.example/rye', 'https://bread.example', 'bread.example'],
    ['http://rosa:secret@bread.example?x', 'http://bread.example', 'bread.example'],
    ['ftp://bread.example', '', ''],
    ['', '', ''],
  ])('an address lives at its host: %s', (url, origin, host) => {
    expect(originOf(url)).toEqual({ origin, host });
  });
});

describe('a sitemap', () => {
  it.each<[string, string, unknown]>([
    [
      'of pages',
      '<urlset xmlns="x"><url><loc> https://bread.example/?a=1&amp;b=2 </loc></url></urlset>',
      { lists: 'pages', urls: ['https://bread.example/?a=1&b=2'] },
    ],
    ['of pages, empty', '<urlset></urlset>', { lists: 'pages', urls: [] }],
    [
      'of sitemaps',
      '<s:sitemapindex><sitemap><loc>https://bread.example/1.xml</loc></sitemap></s:sitemapindex>',
      { lists: 'sitemaps', urls: ['https://bread.example/1.xml'] },
    ],
    [
      'addresses as they are',
      '<urlset><url><loc>\n<![CDATA[https://bread.example/?a=1&b=2]]> </loc></url></urlset>',
      { lists: 'pages', urls: ['https://bread.example/?a=1&b=2'] },
    ],
    ['a page', '<html><loc>https://bread.example/</loc></html>', null],
    ['nothing', '', null],
  ])('%s', (_, xml, expected) => expect(sitemapOf(xml)).toEqual(expected));
});
