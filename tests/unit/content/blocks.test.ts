import { readBlocks } from '../../../src/content/formats/blocks';
import { quoteAt, applyFix } from '../../../src/content/fix';
import { photo } from './builders';

const origin = { field: 'story', type: 'blocks', role: null };
const leaf = (text: string, marks: object = {}) => ({ type: 'text', text, ...marks });
const block = (type: string, ...children: unknown[]) => ({ type, children });
const link = (url: unknown, ...children: unknown[]) => ({ type: 'link', url, children });

const story = [
  { ...block('heading', leaf('Rye '), leaf('bread', { bold: true })), level: 2 },
  block(
    'paragraph',
    leaf('See '),
    link('https://bakery.test', leaf('our '), leaf('shop', { italic: true })),
    leaf('.'),
  ),
  {
    ...block('list', block('list-item', leaf('one')), {
      ...block('list', block('list-item', leaf('deep'))),
      format: 'ordered',
    }),
    format: 'unordered',
  },
  block('quote', leaf('said')),
  block('code', leaf('const a = 1')),
  block('paragraph', leaf('Use '), leaf('npm', { code: true })),
  { type: 'image', image: photo(), children: [leaf('')] },
  block('paragraph', leaf('')),
  block('paragraph', leaf('two\nlines')),
];

test('each block is a piece; bold and links do not break it', () => {
  expect(readBlocks(story, origin).texts.map(({ kind, text }) => [kind, text])).toEqual([
    ['heading', 'Rye bread'],
    ['paragraph', 'See our shop.'],
    ['list-item', 'one'],
    ['list-item', 'deep'],
    ['quote', 'said'],
    ['code', 'const a = 1'],
    ['paragraph', 'Use npm'],
    ['alt', 'Rye bread on a board'],
    ['paragraph', 'two\nlines'],
  ]);
});

test('each segment knows its leaf', () => {
  const { texts } = readBlocks(story, origin);
  expect(texts[1]?.segments.map(({ place }) => place.block)).toEqual([
    [1, 0],
    [1, 1, 0],
    [1, 1, 1],
    [1, 2],
  ]);
  expect(texts[3]?.segments.map(({ place }) => place.block)).toEqual([[2, 1, 0, 0]]);
  expect(texts[6]?.segments.map(({ code }) => code)).toEqual([false, true]);
  for (const { text, segments } of texts)
    for (const { start, end, place } of segments)
      expect(quoteAt({ story }, place)).toBe(text.slice(start, end));
});

test('links and pictures', () => {
  const { links, pictures } = readBlocks(story, origin);
  expect(links).toEqual([
    {
      href: 'https://bakery.test',
      text: 'our shop',
      place: { field: 'story', block: [1, 1, 0], start: 0, end: 4 },
    },
  ]);
  expect(pictures.map(({ place, alt }) => [place.block, alt])).toEqual([[[6], 'Rye bread on a board']]);
});

test('a fix reaches a leaf in a link, and the alt text of a picture', () => {
  const inLink = applyFix({ story }, { field: 'story', block: [1, 1, 1], start: 0, end: 4 }, 'store', 'shop');
  expect(inLink.story[1]).toMatchObject({
    children: [{}, { children: [{ text: 'our ' }, { text: 'store', italic: true }] }, {}],
  });
  expect(inLink.story[0]).toBe(story[0]);
  const inAlt = applyFix({ story }, { field: 'story', block: [6], start: 0, end: 3 }, 'Dark', 'Rye');
  expect(inAlt.story[6]).toMatchObject({ image: { alternativeText: 'Dark bread on a board' } });
});

describe('weird blocks never throw', () => {
  let deep: unknown = leaf('cheap');
  for (let depth = 0; depth < 50_000; depth += 1) deep = block('list', deep);
  test.each<[string, unknown[], string[]]>([
    ['nothing', [], []],
    ['no nodes', [null, 1, 'text', [], {}], []],
    [
      'children that are none',
      [{ type: 'paragraph', children: 'x' }, { type: 'paragraph' }, block('paragraph', null, 1)],
      [],
    ],
    ['text that is none', [block('paragraph', { type: 'text', text: 5 })], []],
    ['an unknown block with text', [block('callout', leaf('seen'))], ['seen']],
    ['an unknown block in a list', [block('list', block('gap', leaf('seen')))], ['seen']],
    ['a leaf at the root', [leaf('lost'), block('paragraph', leaf('seen'))], ['seen']],
    [
      'a block in a paragraph',
      [block('paragraph', leaf('a'), block('paragraph', leaf('b')), leaf('c'))],
      ['a', 'b', 'c'],
    ],
    ['a link without an address', [block('paragraph', link(null, leaf('a')))], ['a']],
    ['a link in a link', [block('paragraph', link('/a', leaf('a'), link('/b', leaf('b'))))], ['ab']],
    ['nested without end', [deep], []],
  ])('%s', (_case, value, expected) =>
    expect(readBlocks(value, origin).texts.map(({ text }) => text)).toEqual(expected),
  );
});
