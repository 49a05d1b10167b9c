import { canonicalJson, sha256 } from '../../../src/content/canonical';
import { sealOf } from '../../../src/content/seal';
import type { EntryDocument } from '../../../src/content/schema';
import { article, parts, photo } from './builders';

const seal = (document: EntryDocument) => sealOf(article, parts, document);

const draft = {
  id: 1,
  documentId: 'a1',
  createdAt: '2026-01-01T08:00:00.000Z',
  updatedAt: '2026-01-02T08:00:00.000Z',
  publishedAt: null,
  locale: 'en',
  createdBy: { id: 1 },
  localizations: [],
  title: 'Rye',
  summary: null,
  body: 'Fresh **rye**',
  story: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hi', bold: true }] }],
  price: 4.5,
  stock: 1200,
  featured: true,
  eventAt: '2026-03-01T10:00:00.000Z',
  day: '2026-03-01',
  opens: '07:30:00.000',
  extra: { b: 1, a: [1, 2] },
  cover: photo(),
  seo: { id: 5, metaTitle: 'Rye', metaDescription: null },
  hints: [
    { id: 8, text: 'Warm' },
    { id: 9, text: 'Dark' },
  ],
  sections: [{ id: 3, __component: 'section.group', heading: 'More', items: [{ id: 4, text: 'Crust' }] }],
  author: { id: 2, documentId: 'au1', name: 'Rosa' },
  tags: [
    { id: 10, documentId: 't1' },
    { id: 11, documentId: 't2' },
  ],
  notes: 'private',
  secret: 'hash',
} as const satisfies EntryDocument;

describe('the seal stays the same', () => {
  test.each<[string, EntryDocument]>([
    [
      'when published: new row ids, dates and persons',
      {
        ...draft,
        id: 2,
        publishedAt: '2026-01-03',
        updatedAt: 'x',
        status: 'published',
        updatedBy: { id: 9 },
      },
    ],
    [
      'when components got new row ids',
      { ...draft, seo: { ...draft.seo, id: 55 }, hints: [{ id: 88, text: 'Warm' }, { text: 'Dark' }] },
    ],
    [
      'when a related entry is another row, with more fields',
      { ...draft, author: { id: 77, documentId: 'au1' } },
    ],
    ['when another language was added', { ...draft, localizations: [{ documentId: 'a1', locale: 'de' }] }],
    ['when a private field or a password changes', { ...draft, notes: 'other', secret: 'other' }],
    ['when the keys come in another order', Object.fromEntries(Object.entries(draft).reverse())],
    ['when empty fields are missing', (({ summary: _none, ...rest }) => rest)(draft)],
    [
      'when empty fields are empty texts and lists',
      { ...draft, summary: '', gallery: [], contact: undefined },
    ],
    ['when a decimal comes as text (PostgreSQL)', { ...draft, price: '4.50' }],
    ['when a big number comes as text', { ...draft, stock: '1200' }],
    ['when a boolean comes as 1 (SQLite, MariaDB)', { ...draft, featured: 1 }],
    ['when a date comes as a Date', { ...draft, eventAt: new Date('2026-03-01T10:00:00Z') }],
    ['when a date comes as milliseconds (SQLite)', { ...draft, eventAt: Date.parse('2026-03-01T10:00:00Z') }],
    ['when a date comes with a space (MariaDB)', { ...draft, eventAt: '2026-03-01 10:00:00.000000' }],
    ['when a date comes with an offset', { ...draft, eventAt: '2026-03-01T11:00:00+01:00' }],
    ['when a day comes as a moment', { ...draft, day: '2026-03-01T00:00:00.000Z' }],
    ['when a time comes without seconds', { ...draft, opens: '07:30' }],
    [
      'when a private store signs the address of the file anew',
      { ...draft, cover: photo({ url: 'https://s3.test/rye?sig=2', id: 99, updatedAt: 'x' }) },
    ],
    ['when the file size comes as text', { ...draft, cover: photo({ size: '183.20' }) }],
    ['when a relation comes as a count only', { ...draft, gallery: { count: 3 } }],
    ['when an unknown field is added', { ...draft, whatever: 'x' }],
  ])('%s', (_case, document) => expect(seal(document)).toBe(seal(draft)));
});

describe('the seal changes', () => {
  test.each<[string, EntryDocument]>([
    ['with a letter', { ...draft, title: 'Rye!' }],
    ['with a capital', { ...draft, title: 'rye' }],
    ['with a space', { ...draft, body: 'Fresh  **rye**' }],
    ['with another way to write an accent', { ...draft, title: 'Rye\u0301' }],
    ['with bold', { ...draft, story: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hi' }] }] }],
    ['with the address', { ...draft, slug: 'rye' }],
    ['with a price', { ...draft, price: 4.51 }],
    ['with a large number that differs in its last digit', { ...draft, stock: '9007199254740993' }],
    ['with a switch', { ...draft, featured: false }],
    ['with a minute', { ...draft, eventAt: '2026-03-01T10:01:00.000Z' }],
    ['with a millisecond', { ...draft, eventAt: '2026-03-01T10:00:00.001Z' }],
    ['with a day', { ...draft, day: '2026-03-02' }],
    ['with JSON', { ...draft, extra: { b: 1, a: [2, 1] } }],
    ['with another picture', { ...draft, cover: photo({ hash: 'other' }) }],
    ['with a replaced picture', { ...draft, cover: photo({ size: 190 }) }],
    ['with an alt text', { ...draft, cover: photo({ alternativeText: 'Bread' }) }],
    ['with a caption', { ...draft, cover: photo({ caption: 'Ours' }) }],
    ['with a text in a component', { ...draft, seo: { ...draft.seo, metaTitle: 'Dark rye' } }],
    ['with the order of components', { ...draft, hints: [draft.hints[1], draft.hints[0]] }],
    [
      'with a text deep in a dynamic zone',
      { ...draft, sections: [{ ...draft.sections[0], items: [{ text: 'Crumb' }] }] },
    ],
    ['with another author', { ...draft, author: { documentId: 'au2' } }],
    ['with the order of tags', { ...draft, tags: [draft.tags[1], draft.tags[0]] }],
    ['with one tag less', { ...draft, tags: [draft.tags[0]] }],
  ])('%s', (_case, document) => expect(seal(document)).not.toBe(seal(draft)));
});

test('a known document keeps its seal for ever: old approvals depend on it', () => {
  expect(seal(draft)).toBe('532c976e2733814fc19d4d73abed1408dc8a54f1487d45506d4f414b1af4aa5a');
});

test('large numbers are told apart by their last digit', () => {
  expect(seal({ stock: '9007199254740993' })).not.toBe(seal({ stock: '9007199254740992' }));
});

describe('canonical JSON', () => {
  test.each<[string, unknown, string]>([
    ['keys in order', { b: 1, a: { d: 1, c: 2 } }, '{"a":{"c":2,"d":1},"b":1}'],
    ['absent members left out', { a: undefined, b: null }, '{"b":null}'],
    ['absent elements are null', [undefined, 1], '[null,1]'],
    ['minus zero is zero', -0, '0'],
    ['what JSON cannot say', [Number.NaN, Infinity], '[null,null]'],
    ['dates', new Date(0), '"1970-01-01T00:00:00.000Z"'],
    ['long numbers', 12345678901234567890n, '12345678901234567890'],
    ['lone surrogates', '\ud800', '"\\ud800"'],
    ['nothing', undefined, 'null'],
  ])('%s', (_case, value, expected) => expect(canonicalJson(value)).toBe(expected));

  test('any depth', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) value = [value];
    expect(canonicalJson(value)).toHaveLength(200_001);
  });

  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['Brötchen 🥖', sha256('Brötchen 🥖')],
  ])('SHA-256 of %p', (text, expected) => expect(sha256(text)).toBe(expected));
});
