import { RichText } from '@atproto/api';
import fc from 'fast-check';
import { graphemesOf, utf8BytesOf } from '../../src/channels/count';
import { blueskyRules } from '../../src/channels/rules/bluesky';

/** What people write, and what makes counters differ: families, flags, skin, accents by themselves, scripts that join. */
const pieces = [
  ...['Rye', ' ', '\n', '\r\n', 'ß', 'é', 'e\u0301', '#rye', 'https://bakery.test/rye?a=1#b', '@bakery.test'],
  ...[
    '👨‍👩‍👧‍👦',
    '🇩🇪',
    '🇩',
    '👍🏽',
    '❤️',
    '🏳️‍🌈',
    '\u200d',
    '\u200b',
    '\ufe0f',
    'क्षि',
    'ক্ষ',
    '한',
    'ᄒ',
    'パン',
    'שלום',
    '\u202e',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string()), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

test('Ten thousand texts have as many characters and bytes as the library of Bluesky counts', () => {
  fc.assert(
    fc.property(text, (one) => {
      const theirs = new RichText({ text: one });
      expect([graphemesOf(one), utf8BytesOf(one)]).toEqual([theirs.graphemeLength, theirs.length]);
    }),
    { numRuns: 10_000 },
  );
});

test('What is counted is what Bluesky limits', () => {
  expect([blueskyRules.text.graphemes?.max, blueskyRules.text.utf8Bytes?.max]).toEqual([300, 3_000]);
});
