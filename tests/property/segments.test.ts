import fc from 'fast-check';
import { graphemesOf } from '../../src/channels/count';
import { endsOf } from '../../src/channels/counters/segments';
import { shorten } from '../../src/channels/shorten';

/** What joins, breaks or looks ahead: families, flags, marks, apostrophes, full stops, halves of pairs. */
const pieces = [
  ...['a', 'Rye', "can't", 'e\u0301', 'न्', 'स्ते', '한', '각', 'パン', '好', '4.20', '1,000', '"', '’', ')'],
  ...[
    '👩‍👩‍👧',
    '👍🏽',
    '🇩🇪',
    '🇩',
    '\u200d',
    '\ud83d',
    '\udc4d',
    '\ufe0f',
    '#',
    '@mill',
    'https://bakery.example/a?b=1',
  ],
  ...[' ', '. ', '! ', '? ', '…', '\n', '\r\n', ', ', '.', '.5', 'Mr. ', 'e.g. ', '\u0301'.repeat(40)],
];
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 1_200, size: 'max' })
  .map((parts) => parts.join(''));

test.each(['grapheme', 'word', 'sentence'] as const)(
  'A text cut window by window has every %s that it has as a whole',
  (granularity) => {
    const whole = new Intl.Segmenter(undefined, { granularity });
    fc.assert(
      fc.property(texts, (text) => {
        const ends: number[] = [];
        for (const { index, segment } of whole.segment(text)) ends.push(index + segment.length);
        expect([...endsOf(text, granularity)]).toEqual(ends);
      }),
      { numRuns: 200 },
    );
  },
);

test('One character that never ends is one', () => {
  expect(graphemesOf(`e${'\u0301'.repeat(20_000)}👍`)).toBe(2);
});

test('A book is counted and shortened', () => {
  const book = 'Rye 🍞 from the oven. '.repeat(5_000);
  expect(graphemesOf(book)).toBe(21 * 5_000);
  expect(shorten(book, { graphemes: 50 })).toBe('Rye 🍞 from the oven. Rye 🍞 from the oven.');
});
