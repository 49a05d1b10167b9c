import { checkCopy } from '../../../src/channels/check-copy';
import { copySealOf } from '../../../src/channels/copy-seal';
import { deriveCopy } from '../../../src/channels/derive-copy';
import { copySchema, type Copy } from '../../../src/channels/schema';
import { shorten } from '../../../src/channels/shorten';
import type { ContentPicture, EntryContent, TextPiece } from '../../../src/content/schema';

const cover: ContentPicture = {
  field: 'cover',
  role: 'cover',
  place: { field: 'cover', start: 0, end: 0 },
  alt: 'Rolls on a tray',
  caption: null,
  url: '/uploads/rolls.jpg',
  name: 'rolls.jpg',
  mime: 'image/jpeg',
  ext: '.jpg',
  width: 1200,
  height: 800,
  size: 90,
  hash: 'rolls_abc',
  id: 1,
  documentId: 'd',
};
const paragraph = (text: string): TextPiece => ({
  field: 'body',
  type: 'blocks',
  role: 'body',
  kind: 'paragraph',
  text,
  segments: [],
  editable: true,
});
const content = (changes: Partial<EntryContent['roles']> = {}, texts: TextPiece[] = []): EntryContent => ({
  texts,
  pictures: [cover],
  links: [],
  relations: [],
  parts: [],
  roles: {
    title: 'Fresh rolls',
    summary: 'Every day at six.',
    slug: 'fresh-rolls',
    canonicalUrl: null,
    cover,
    ...changes,
  },
  fields: {},
  locale: 'en',
});
const page = 'https://bakery.test/en/articles/fresh-rolls';

test('A title stands on one line, and characters without width stay inside its words', () => {
  const title = 'Sem\ufeffmel\u00a0und\r\nBrot\u2060zeit, می\u200cخواهم';
  expect(deriveCopy('bluesky', content({ title }), page)?.title).toBe(
    'Sem\ufeffmel und Brot\u2060zeit, می\u200cخواهم',
  );
});

test('A Bluesky post has title, summary and a link card with the cover', () => {
  expect(deriveCopy('bluesky', content(), page)).toEqual({
    text: 'Fresh rolls\n\nEvery day at six.',
    title: 'Fresh rolls',
    description: 'Every day at six.',
    link: page,
    pictures: [{ hash: 'rolls_abc', url: '/uploads/rolls.jpg', alt: 'Rolls on a tray' }],
    edited: false,
  });
});

test('An e-mail has subject, preview text and the body', () => {
  const texts = [paragraph('First.'), paragraph('Second.')];
  expect(deriveCopy('email', content({}, texts), page)).toMatchObject({
    subject: 'Fresh rolls',
    preheader: 'Every day at six.',
    text: 'First.\n\nSecond.',
  });
});

test('A title of long characters is no longer than what a copy holds of it', () => {
  const title = '👨‍👩‍👧‍👦 '.repeat(150);
  const copy = deriveCopy('linkedin', content({ title }), page);
  expect(copy.title?.length).toBeGreaterThan(900);
  expect(copySchema.safeParse(copy).success).toBe(true);
});

test('A cover says no more than the network takes', () => {
  const alt = 'Rolls on a tray, and more of them. '.repeat(60);
  const copy = deriveCopy('bluesky', content({ cover: { ...cover, alt } }), page);
  expect(copy.pictures[0]?.alt.endsWith('more of them.')).toBe(true);
  expect(checkCopy('bluesky', copy).problems).toEqual([]);
});

test('More hashtags than Instagram takes become words', () => {
  const tags = Array.from({ length: 32 }, (_, index) => `#bread${index}`).join(' ');
  const copy = deriveCopy('instagram', content({ title: tags }), page);
  expect(copy.text).toContain('#bread29 bread30 bread31');
  expect(checkCopy('instagram', copy).problems).toEqual([]);
});

test('A template of its own writes the parts that it has, and what has to be there is there', () => {
  const by = { template: { text: '{{ fields.gone }}', title: '' }, channel: 'Sky', campaign: 'Spring' };
  expect(deriveCopy('bluesky', content(), page, by)).toMatchObject({
    text: 'Fresh rolls\n\nEvery day at six.',
    title: '',
    description: 'Every day at six.',
  });
  const named = { ...by, template: { text: '{{ campaign }} on {{ channel }}: {{ link }}' } };
  expect(deriveCopy('mastodon', content(), page, named).text).toBe(`Spring on Sky: ${page}`);
});

test('The website shows the entry itself', () => {
  expect(deriveCopy('website', content(), page)).toEqual({
    text: '',
    link: null,
    pictures: [],
    edited: false,
  });
});

test.each<[what: string, roles: Partial<EntryContent['roles']>, text: string]>([
  ['no summary: the first paragraph', { summary: null }, 'Fresh rolls\n\nA paragraph.'],
  ['no title: the summary', { title: null }, 'Every day at six.'],
  ['a summary that repeats the title', { summary: 'Fresh rolls are here.' }, 'Fresh rolls are here.'],
  ['line breaks in the title', { title: 'Fresh\n  rolls' }, 'Fresh rolls\n\nEvery day at six.'],
])('%s', (_, roles, text) => {
  expect(deriveCopy('bluesky', content(roles, [paragraph('A paragraph.')]), null).text).toBe(text);
});

test('A summary that is too long ends with a whole sentence', () => {
  const summary = 'This is one sentence of the summary. '.repeat(20);
  const { text } = deriveCopy('bluesky', content({ summary }), page);
  expect(text.endsWith('summary.')).toBe(true);
  expect(text.length).toBeLessThanOrEqual(300);
});

test.each<[text: string, graphemes: number, short: string]>([
  ['short', 10, 'short'],
  ['One. Two. Three.', 10, 'One. Two.'],
  ['A long sentence without an end', 12, 'A long…'],
  ['Word, another one', 8, 'Word…'],
  ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudamp…'],
  ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2, '👨‍👩‍👧‍👦…'],
  ['anything', 0, ''],
])('%j in %d characters is %j', (text, graphemes, short) => {
  expect(shorten(text, { graphemes }, 'en')).toBe(short);
});

test('A locale that nobody knows does not stop a post', () => {
  expect(shorten('One. Two. Three.', { graphemes: 10 }, 'not_a locale!')).toBe('One. Two.');
});

describe('The seal of a copy', () => {
  const shape = { ratio: '1:1', by: 'cut', focus: { x: 10, y: 20 } } as const;
  const copy: Copy = {
    text: 'a',
    link: page,
    pictures: [{ hash: 'h', url: '/h.jpg', alt: 'x' }],
    edited: false,
  };
  test.each<[what: string, changes: Partial<Copy>, isSame: boolean]>([
    ['the text', { text: 'b' }, false],
    ['the link', { link: null }, false],
    ['the picture', { pictures: [{ hash: 'i', url: '/h.jpg', alt: 'x' }] }, false],
    ['the alt text', { pictures: [{ hash: 'h', url: '/h.jpg', alt: 'y' }] }, false],
    ['the shape of the picture', { pictures: [{ hash: 'h', url: '/h.jpg', alt: 'x', shape }] }, false],
    ['the subject', { subject: 's' }, false],
    ['the title', { title: 't' }, false],
    ['the preview text', { preheader: 'p' }, false],
    ['where the picture lies', { pictures: [{ hash: 'h', url: 'https://cdn.test/h.jpg', alt: 'x' }] }, true],
    ['who wrote it', { edited: true }, true],
    ['an empty title in place of none', { title: '' }, true],
  ])('%s', (_, changes, isSame) => {
    expect(copySealOf({ ...copy, ...changes }) === copySealOf(copy)).toBe(isSame);
  });

  test('the point around which a picture is cut', () => {
    const [picture] = copy.pictures;
    const cutAt = (x: number) =>
      copySealOf({
        ...copy,
        pictures: picture ? [{ ...picture, shape: { ...shape, focus: { x, y: 20 } } }] : [],
      });
    expect(cutAt(10)).toBe(cutAt(10));
    expect(cutAt(10)).not.toBe(cutAt(11));
  });

  test('of a copy as it was sealed before pictures had shapes', () => {
    expect(copySealOf(copy)).toBe('103034b0ef13856d02e920454ba6556071fd436e4ace3442abfbe7028956da01');
  });
});

test('A Mastodon post leaves room for the address behind it, whatever its length', () => {
  const summary = 'Every day at six, and on Sundays at seven. '.repeat(30);
  const far = `https://bakery.test/${'very-long/'.repeat(40)}`;
  const copy = deriveCopy('mastodon', content({ summary }), far);
  expect(copy).toMatchObject({ link: far });
  expect(copy.title).toBeUndefined();
  const { count, limit, problems } = checkCopy('mastodon', copy);
  expect(limit).toBe(500);
  expect(count).toBeLessThanOrEqual(500);
  expect(count).toBeGreaterThan(450);
  expect(problems).toEqual([]);
});
