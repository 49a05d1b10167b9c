import fc from 'fast-check';
import { cut } from '../../src/brand/engine/text/cut';
import { countWords } from '../../src/brand/engine/text/sentences';
import { isWestern, westernSentences } from '../../src/brand/engine/text/western';

const bit = fc.constantFrom(
  ...['a', 'B', '3', '.', '!', '?', ' ', ' ', '\n', '"', ')', '(', '“', '”', ',', '-', '…', '’', '\r', '\t'],
  ...[
    'é',
    'Ä',
    ':',
    ';',
    'word',
    'U.S.',
    '\u00a0',
    '–',
    '€',
    '_',
    '%',
    '«',
    'ª',
    'e.g. ',
    '3.50',
    '\r\n',
    '. The ',
  ],
);
const text = fc.array(bit, { maxLength: 30 }).map((bits) => bits.join(''));
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

test('Latin sentences are those of the machine’s own splitter', () => {
  fc.assert(
    fc.property(text, (source) => {
      fc.pre(isWestern(source));
      const ours = westernSentences(source).map(({ start, end }) => source.slice(start, end));
      expect(ours).toEqual([...segmenter.segment(source)].map(({ segment }) => segment));
    }),
    { numRuns: 3_000 },
  );
});

test('words are counted as one pattern would find them', () => {
  const word = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme-ascii' })), (source) => {
      expect(countWords(source, 'en')).toBe(source.match(word)?.length ?? 0);
    }),
    { numRuns: 2_000 },
  );
});

test('a text that is cut is whole again when put together, and no part is longer than the cap', () => {
  fc.assert(
    fc.property(
      fc.oneof(text, fc.string({ unit: 'binary' })),
      fc.integer({ min: 2, max: 12 }),
      (source, cap) => {
        const parts = cut(source, cap).map(({ start, end }) => source.slice(start, end));
        expect(parts.join('')).toBe(source);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(cap);
      },
    ),
  );
});
