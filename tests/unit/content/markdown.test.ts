import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readMarkdown } from '../../../src/content/formats/markdown';

const origin = { field: 'body', type: 'richtext', role: null };
const text = readFileSync(path.join(__dirname, '../../fixtures/content/markdown.txt'), 'utf8');

const examples = text
  .slice(text.indexOf('\n\n') + 2)
  .split(/^====\n/m)
  .map((example) => example.split(/^--->\n/m) as [string, string]);

const visible = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

/** The exact runs quote the source, and no run reaches outside it. */
function expectPlaces(source: string): void {
  for (const piece of readMarkdown(source, origin).texts) {
    let last = 0;
    for (const { start, end, place, exact } of piece.segments) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(place.start).toBeGreaterThanOrEqual(0);
      expect(place.end).toBeLessThanOrEqual(source.length);
      if (exact) expect(source.slice(place.start, place.end)).toBe(piece.text.slice(start, end));
      last = end;
    }
  }
}

describe.each([
  ['as it is', (source: string) => source],
  ['with Windows line ends', (source: string) => source.replaceAll('\n', '\r\n')],
  ['after a byte order mark', (source: string) => `\ufeff${source}`],
])('a reader sees of Markdown, %s', (_name, change) => {
  test.each(examples.filter(([source]) => change(source) === source || !source.startsWith('    ')))(
    '%j',
    (example, expected) => {
      const source = change(example.replace(/\n$/, ''));
      const lines = readMarkdown(source, origin).texts.map(
        (piece) => `${piece.kind}: ${visible(piece.text.replaceAll('\r\n', '\n'))}`,
      );
      expect(lines).toEqual(expected === '' ? [] : expected.replace(/\n$/, '').split('\n'));
      expectPlaces(source);
    },
  );
});

test('the place of an alt text is the text between the brackets', () => {
  const [piece] = readMarkdown('a ![Rye](/rye.jpg)', origin).texts;
  expect(piece?.segments.map(({ place }) => [place.start, place.end])).toEqual([[4, 7]]);
});

test('links know their address, by reference too', () => {
  const { links } = readMarkdown(
    '[a](/x) [b][one] <a href="/y">c</a>\n\n<a href="/z">d</a>\n\n[one]: /r',
    origin,
  );
  expect(links.map(({ href, text: said }) => [href, said])).toEqual([
    ['/x', 'a'],
    ['/r', 'b'],
    ['/y', 'c'],
    ['/z', 'd'],
  ]);
});

describe('hostile texts are read in time, and every word of them is seen', () => {
  const word = 'cheap';
  test.each<[string, string]>([
    ['a megabyte of words', `${'lorem ipsum '.repeat(90_000)}${word}`],
    ['a megabyte without a space', `${'a'.repeat(1_000_000)} ${word}`],
    ['quotes in quotes', `${'> '.repeat(20_000)}${word}`],
    ['lists in lists', `${'- '.repeat(20_000)}${word}`],
    ['open brackets', `${'['.repeat(50_000)}${word}`],
    ['open pictures', `${'!['.repeat(50_000)}${word}`],
    ['stars', `${'*a '.repeat(30_000)}${word}`],
    ['stars and underscores', `${'*a_'.repeat(30_000)} ${word}`],
    ['backticks', `${'`'.repeat(50_000)} ${word}`],
    ['open tags', `${'<a '.repeat(50_000)} ${word}`],
    ['open comments', `${'<!--'.repeat(50_000)} ${word}`],
    ['references', `${'&amp;'.repeat(30_000)} ${word}`],
    [
      'a wide table',
      `|${' a |'.repeat(2_000)}\n|${' - |'.repeat(2_000)}\n|${' b |'.repeat(2_000)}\n\n${word}`,
    ],
    ['lone surrogates and nulls', `${'\ud800\u0000\udc00'.repeat(1_000)} ${word}`],
    ['right-to-left marks', `${'\u202e\u200f'.repeat(10_000)} ${word}`],
  ])('%s', (_case, source) => {
    const { texts } = readMarkdown(source, origin);
    expect(texts.some((piece) => piece.text.includes(word))).toBe(true);
    expect(texts.every((piece) => piece.segments.every(({ place }) => place.end <= source.length))).toBe(
      true,
    );
  });
});

test('a long page of HTML in one line is still read as HTML', () => {
  const { texts, pictures } = readMarkdown(
    '<p class="cheap">One <b>two</b></p><img src="/a.jpg" alt="Rye">'.repeat(500),
    origin,
  );
  expect(new Set(texts.map((piece) => piece.text))).toEqual(new Set(['One two']));
  expect(pictures).toHaveLength(500);
});
