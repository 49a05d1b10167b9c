import { graphemesOf, utf8BytesOf } from './count';

/** How long a text may be, in each unit that counts. */
export interface Room {
  readonly graphemes?: number;
  readonly utf8Bytes?: number;
  /** How `graphemes` are counted, where not one by one. */
  readonly measure?: (text: string) => number;
}

/** Whether the text fits in every unit. */
export const fits = (
  text: string,
  { graphemes = Infinity, utf8Bytes = Infinity, measure = graphemesOf }: Room,
): boolean => utf8BytesOf(text) <= utf8Bytes && measure(text) <= graphemes;

/**
 * The text, or its longest beginning that fits: whole sentences where they fill at least half of what words would,
 * else whole words and `…`, else whole characters and `…`. Never longer than `room`; empty where not even `…` fits.
 */
export function shorten(text: string, room: Room, locale: string | null = null): string {
  const whole = text.trim();
  if (fits(whole, room)) return whole;
  const words = longestBeginning(whole, room, 'word', locale, '…');
  const sentences = longestBeginning(whole, room, 'sentence', locale, '');
  if (sentences.length > 0 && sentences.length * 2 >= words.length) return sentences;
  return words.length > 0 ? words : longestBeginning(whole, room, 'grapheme', locale, '…');
}

function longestBeginning(
  text: string,
  room: Room,
  granularity: 'grapheme' | 'word' | 'sentence',
  locale: string | null,
  ending: string,
): string {
  const ends = endsOf(text, granularity, locale);
  const beginning = (count: number): string => `${trimmed(text.slice(0, ends[count - 1] ?? 0), ending)}`;
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(beginning(middle), room)) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : beginning(low);
}

/** A locale that the runtime does not know must not stop a post. */
function endsOf(
  text: string,
  granularity: 'grapheme' | 'word' | 'sentence',
  locale: string | null,
): number[] {
  const known = locale !== null && isLocale(locale) ? locale : undefined;
  const parts = new Intl.Segmenter(known, { granularity }).segment(text);
  return [...parts].map(({ index, segment }) => index + segment.length);
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

/** Before `…` no comma or dash; a whole sentence keeps its full stop. */
function trimmed(beginning: string, ending: string): string {
  const end = beginning.trimEnd();
  if (ending === '') return end;
  const bare = end.replace(/[\s.,;:!?–—…-]+$/u, '');
  return bare === '' ? '' : bare + ending;
}
