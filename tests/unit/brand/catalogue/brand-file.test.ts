import { readBrandFile } from '../../../../src/brand/catalogue/brands/brand-file';
import { whichBrand } from '../../../../src/brand/catalogue/brands/which-brand';
import { brand, type Brand } from '../../../../src/brand/schema';

const term = { avoid: 'cheap' };

describe('a brand file', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a kit alone', { terms: [term] }, ['main']],
    ['a brand', { key: 'cafe', name: 'Café', kit: { terms: [term] } }, ['cafe']],
    [
      'several brands',
      {
        brands: [
          { key: 'main', name: 'Bakery', kit: {} },
          { key: 'cafe', name: 'Café', kit: { terms: [term] } },
        ],
      },
      ['main', 'cafe'],
    ],
    ['a schema for editors', { $schema: './brand.schema.json', terms: [term] }, ['main']],
  ])('may hold %s', (_, content, keys) => {
    const { brands, problems } = readBrandFile(JSON.stringify(content));
    expect([brands.map(({ key }) => key), problems]).toEqual([keys, []]);
    expect(brands.at(-1)?.kit.terms).toMatchObject([{ avoid: 'cheap', severity: 'warning' }]);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{', /^is no JSON: /],
    ['a misspelt option', '{"terns":[]}', /^terns: There is no such option/],
    ['a misspelt option of a term', '{"terms":[{"avoid":"a","severty":"error"}]}', /^terms\[0\]\.severty: /],
    [
      'a value that is not allowed',
      '{"terms":[{"avoid":"a","severity":"grave"}]}',
      /^terms\[0\]\.severity: /,
    ],
    [
      'two brands with one key',
      '{"brands":[{"key":"main","name":"A","kit":{}},{"key":"main","name":"B","kit":{}}]}',
      /key “main”/,
    ],
  ])('with %s is refused, and says where', (_, text, problem) => {
    const { brands, problems } = readBrandFile(text);
    expect(brands).toEqual([]);
    expect(problems.join('\n')).toMatch(problem);
  });
});

describe('the brand of an entry', () => {
  const made = (key: string, more: object = {}): Brand => brand.parse({ key, name: key, kit: {}, ...more });
  const all = [
    made('main'),
    made('cafe', { uids: ['api::menu.menu'] }),
    made('austria', { locales: ['de-AT'] }),
    made('german', { locales: ['de'] }),
  ];
  it.each<[string, string | null, string | null, string]>([
    ['a type that a brand names', 'api::menu.menu', 'en', 'cafe'],
    ['a type and a language that two name: the first', 'api::menu.menu', 'de', 'cafe'],
    ['a language', 'api::article.article', 'de', 'german'],
    ['a region of it', 'api::article.article', 'de-CH', 'german'],
    ['a region that a brand names first', 'api::article.article', 'de-AT', 'austria'],
    ['nothing that a brand names', 'api::article.article', 'fr', 'main'],
    ['no language', 'api::article.article', null, 'main'],
    ['no type', null, null, 'main'],
  ])('with %s', (_, uid, locale, key) => expect(whichBrand(all, uid, locale).key).toBe(key));
});
