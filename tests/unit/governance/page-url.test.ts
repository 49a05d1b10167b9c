import { pageUrlOf } from '../../../src/governance/page-url';

const key = { uid: 'api::article.article', documentId: 'abc', locale: 'en' as string | null };
const content = {
  fields: { slug: 'rye', section: 'News & more', constructor: 'x' },
  roles: { title: 'Rye', summary: null, slug: null as string | null, canonicalUrl: null, cover: null },
};

describe('the address of a page', () => {
  it.each<[string, string, string, string | null]>([
    ['an absolute pattern', 'https://b.test/{locale}/{slug}', '', 'https://b.test/en/rye'],
    ['a path below the site', '/{slug}', 'https://b.test', 'https://b.test/rye'],
    ['a path without a site', '/{slug}', '', null],
    [
      'any field, encoded',
      '/{section}/{documentId}',
      'https://b.test',
      'https://b.test/News%20%26%20more/abc',
    ],
    ['a field that the entry lacks', '/{author}', 'https://b.test', null],
    ['nothing of the entry', 'https://b.test/', '', 'https://b.test/'],
    ['a name that every object has', '/{toString}', 'https://b.test', null],
  ])('%s', (_, pattern, base, url) => expect(pageUrlOf(pattern, base, key, content)).toBe(url));

  it('is none without a locale that the pattern asks for', () =>
    expect(pageUrlOf('https://b.test/{locale}', '', { ...key, locale: null }, content)).toBeNull());

  it('takes the slug from the field that plays that part', () =>
    expect(
      pageUrlOf('https://b.test/{slug}', '', key, {
        ...content,
        roles: { ...content.roles, slug: 'seo-rye' },
      }),
    ).toBe('https://b.test/seo-rye'));
});
