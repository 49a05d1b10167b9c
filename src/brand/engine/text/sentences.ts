import type { Range } from '../rule';
import { isWestern, westernSentences } from './western';
import { wordBounds } from './words';

/** Languages that write no spaces between words: there a dictionary must split. Looked for only where such signs may be. */
const maybeUnspaced = /[\u0e00-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\ud800-\udbff]/;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Splitting takes time with the square of the length (40 s for a megabyte in V8), so it goes window by window. */
const frame = 4_000;

const segmenters = new Map<string, Intl.Segmenter>();

/** Splitters are slow to make and hold no state. A locale that nobody knows is split as English. */
function segmenterOf(locale: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${granularity} ${locale ?? ''}`;
  const known = segmenters.get(key);
  if (known) return known;
  const isKnown = locale !== null && isLocale(locale);
  const made = new Intl.Segmenter(isKnown ? locale : 'en', { granularity });
  if (segmenters.size < 100) segmenters.set(key, made);
  return made;
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

/** Whether words in this text stand without spaces between them. */
export const isUnspaced = (text: string): boolean => maybeUnspaced.test(text) && unspaced.test(text);

/** How many words a text has, as a person would count them in this language. */
export function countWords(text: string, locale: string | null): number {
  if (!isUnspaced(text)) return wordBounds(text).length / 2;
  let count = 0;
  const segmenter = segmenterOf(locale, 'word');
  for (let start = 0; start < text.length; start += frame)
    for (const { isWordLike } of segmenter.segment(text.slice(start, start + frame)))
      if (isWordLike) count += 1;
  return count;
}

/** The sentences of a text without the spaces around them. In Markdown a single line break is a space and ends no sentence. */
export function sentencesOf(text: string, locale: string | null, isMarkdown: boolean): readonly Range[] {
  const flat = isMarkdown ? text.replace(/[\r\n]/g, ' ') : text;
  return split(flat, locale).flatMap(({ start, end }) => {
    const sentence = flat.slice(start, end);
    const from = end - sentence.trimStart().length;
    const to = start + sentence.trimEnd().length;
    return from < to ? { start: from, end: to } : [];
  });
}

function split(text: string, locale: string | null): readonly Range[] {
  if (isWestern(text)) return westernSentences(text);
  const segmenter = segmenterOf(locale, 'sentence');
  const ranges: Range[] = [];
  let start = 0;
  while (start < text.length) {
    const isRest = start + frame >= text.length;
    const lengths = [...segmenter.segment(text.slice(start, start + frame))].map(
      ({ segment }) => segment.length,
    );
    // The last sentence of a window may be cut: it is read again in the next one, unless it fills the window.
    const whole = isRest || lengths.length === 1 ? lengths : lengths.slice(0, -1);
    for (const length of whole) {
      ranges.push({ start, end: start + length });
      start += length;
    }
  }
  return ranges;
}
