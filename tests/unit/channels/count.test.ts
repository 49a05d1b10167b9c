import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphemesOf, utf8BytesOf, wellFormed } from '../../../src/channels/count';

const lines = readFileSync(join(__dirname, '../../fixtures/channels/graphemes.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [graphemes, bytes, ...rest] = line.split('|');
    const text = rest
      .join('|')
      .replace(/\\u\{([0-9A-F]+)\}/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
      .replaceAll('\\r', '\r')
      .replaceAll('\\n', '\n');
    return { graphemes: Number(graphemes), bytes: Number(bytes), text };
  });

test.each(lines)('"$text" is $graphemes characters and $bytes bytes', ({ text, graphemes, bytes }) => {
  expect(graphemesOf(text)).toBe(graphemes);
  expect(utf8BytesOf(text)).toBe(bytes);
});

test('Bytes are those that Node sends', () => {
  for (const { text } of lines) expect(utf8BytesOf(text)).toBe(Buffer.byteLength(text, 'utf8'));
});

test('Half a surrogate pair is sent as the replacement character, whole pairs stay', () => {
  expect(wellFormed('a\ud83d')).toBe('a\ufffd');
  expect(wellFormed('\udc4da')).toBe('\ufffda');
  expect(wellFormed('👍')).toBe('👍');
});
