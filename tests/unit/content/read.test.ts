import { applyFix, quoteAt } from '../../../src/content/fix';
import { readContent } from '../../../src/content/read';
import type { EntryDocument } from '../../../src/content/schema';
import { article, parts, photo, typeWith } from './builders';

const read = (document: EntryDocument) => readContent(article, parts, document);

const document = {
  title: 'Rye',
  slug: 'rye',
  summary: 'First.\n\nSecond.',
  body: 'Our *rye* [here](https://bakery.test/rye).',
  contact: 'rosa@bakery.test',
  mood: 'calm',
  price: 4.5,
  cover: photo({ caption: 'Baked at four' }),
  gallery: [photo({ alternativeText: null }), photo({ url: '/uploads/b.jpg' })],
  seo: { metaTitle: 'Rye bread', shareImage: photo() },
  hints: [{ text: 'Warm' }, { text: 'Dark' }],
  sections: [
    { __component: 'section.text', text: '# Crust' },
    { __component: 'section.group', heading: 'More', items: [{ text: 'Crumb' }] },
  ],
  author: { documentId: 'au1' },
  tags: [{ documentId: 't1' }, { id: 3 }, null],
  notes: 'hidden',
  secret: 'hidden',
  locale: 'en',
} satisfies EntryDocument;

test('texts come from every depth, in the order of the model', () => {
  expect(read(document).texts.map(({ field, kind, text }) => [field, kind, text])).toEqual([
    ['title', 'plain', 'Rye'],
    ['summary', 'paragraph', 'First.'],
    ['summary', 'paragraph', 'Second.'],
    ['body', 'paragraph', 'Our rye here.'],
    ['contact', 'plain', 'rosa@bakery.test'],
    ['mood', 'plain', 'calm'],
    ['cover.alternativeText', 'alt', 'Rye bread on a board'],
    ['cover.caption', 'plain', 'Baked at four'],
    ['gallery[1].alternativeText', 'alt', 'Rye bread on a board'],
    ['seo.metaTitle', 'plain', 'Rye bread'],
    ['seo.shareImage.alternativeText', 'alt', 'Rye bread on a board'],
    ['hints[0].text', 'plain', 'Warm'],
    ['hints[1].text', 'plain', 'Dark'],
    ['sections[0].text', 'heading', 'Crust'],
    ['sections[1].heading', 'plain', 'More'],
    ['sections[1].items[0].text', 'plain', 'Crumb'],
  ]);
});

test('every exact segment quotes the stored value', () => {
  for (const { text, segments } of read(document).texts) {
    for (const { start, end, place, exact } of segments)
      if (exact) expect(quoteAt(document, place)).toBe(text.slice(start, end));
  }
});

test('pictures, links, relations, roles and short fields', () => {
  const content = read(document);
  expect(content.pictures.map(({ field, role }) => [field, role])).toEqual([
    ['cover', 'cover'],
    ['gallery[0]', null],
    ['gallery[1]', null],
    ['seo.shareImage', null],
  ]);
  expect(content.links).toEqual([
    { href: 'https://bakery.test/rye', text: 'here', place: { field: 'body', start: 10, end: 41 } },
  ]);
  expect(content.relations).toEqual([
    { field: 'author', target: 'api::author.author', documentIds: ['au1'] },
    { field: 'tags', target: 'api::tag.tag', documentIds: ['t1'] },
  ]);
  expect(content.roles).toMatchObject({
    title: 'Rye',
    slug: 'rye',
    summary: document.summary,
    canonicalUrl: null,
    cover: { url: '/uploads/rye_1a2b.jpg' },
  });
  expect(content.fields).toEqual({
    title: 'Rye',
    slug: 'rye',
    contact: 'rosa@bakery.test',
    mood: 'calm',
    price: '4.5',
  });
  expect(content.locale).toBe('en');
});

test('a dynamic zone can be the body: what stands in it plays the part', () => {
  const content = readContent(article, parts, document, {
    title: 'title',
    summary: null,
    body: 'sections',
    cover: null,
    slug: null,
    canonicalUrl: null,
  });
  expect(content.texts.filter(({ role }) => role === 'body').map(({ text }) => text)).toEqual([
    'Crust',
    'More',
    'Crumb',
  ]);
  expect(content.texts.find(({ field }) => field === 'body')?.role).toBeNull();
});

describe('nothing malformed throws or is taken for text', () => {
  const strange: unknown[] = [
    null,
    undefined,
    '',
    ' ',
    0,
    1,
    true,
    [],
    {},
    [null],
    [[]],
    [{}],
    { type: 'paragraph' },
    [{ children: 'x' }],
    [{ type: 'image', image: 1 }],
    [{ type: 'link', url: 1, children: null }],
    { count: 2 },
    Number.NaN,
    new Date(0),
  ];
  const names = Object.keys(article.attributes).filter((name) => !/notes|secret/.test(name));
  test.each(names)('in %s', (name) => {
    for (const value of strange) {
      const content = read({ [name]: value });
      expect(content.pictures).toEqual([]);
      expect(content.texts).toEqual([]);
    }
  });
  test('an unknown component is stepped over', () =>
    expect(read({ sections: [{ __component: 'gone', text: 'x' }] }).texts).toEqual([]));
  test('an unknown type of field is left alone', () =>
    expect(readContent(typeWith({ a: { type: 'hologram' } }), {}, { a: 'x' }).texts).toEqual([]));
  test('fields named like members of every object', () => {
    const type = typeWith({ constructor: { type: 'string' }, toString: { type: 'string' } });
    expect(readContent(type, {}, {}).texts).toEqual([]);
    expect(readContent(type, {}, { constructor: 'x' }).texts).toHaveLength(1);
  });
});

describe('a fix', () => {
  const place = { field: 'hints[1].text', start: 0, end: 4 };
  test('changes its place and shares the rest', () => {
    const fixed = applyFix(document, place, 'Light', 'Dark');
    expect(fixed.hints).toEqual([{ text: 'Warm' }, { text: 'Light' }]);
    expect(document.hints[1]?.text).toBe('Dark');
    expect(fixed.sections).toBe(document.sections);
    expect(fixed.hints[0]).toBe(document.hints[0]);
  });
  test.each([
    ['the text has changed', place, 'Pale'],
    ['the place is outside', { ...place, end: 99 }, undefined],
    ['the place runs backwards', { ...place, start: 3, end: 1 }, undefined],
    ['the field is gone', { ...place, field: 'hints[7].text' }, undefined],
    ['the field holds no text', { ...place, field: 'price' }, undefined],
    ['the field is a member of every object', { ...place, field: 'constructor.name' }, undefined],
  ])('is not applied when %s', (_case, where, quote) =>
    expect(applyFix(document, where, 'x', quote)).toBe(document),
  );
});
