import { graphemesOf, utf8BytesOf } from './count';
import { endsOf } from './counters/segments';

/** How long a text may be, in each unit that counts. */
export interface Room {
  readonly graphemes?: number;
  readonly utf8Bytes?: number;
  /** UTF-16 units, as schemas count. */
  readonly units?: number;
  /** How `graphemes` are counted, where not one by one. */
  readonly measure?: (text: string) => number;
}

/** Whether the text fits in every unit. */
export const fits = (
  text: string,
  { graphemes = Infinity, utf8Bytes = Infinity, units = Infinity, measure = graphemesOf }: Room,
): boolean => text.length <= units && utf8BytesOf(text) <= utf8Bytes && measure(text) <= graphemes;

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
  const rest = endsOf(text, granularity, locale);
  const ends: number[] = [];
  /** How many of so many parts there are. */
  const has = (count: number): number => {
    while (ends.length < count) {
      const { value, done } = rest.next();
      if (done) break;
      ends.push(value);
    }
    return Math.min(count, ends.length);
  };
  const beginning = (count: number): string => trimmed(text.slice(0, ends[count - 1] ?? 0), ending);
  let low = 0;
  let high = has(1);
  // What is far beyond the room is not even looked at.
  while (high > low && fits(beginning(high), room)) {
    low = high;
    high = has(high * 2);
  }
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(beginning(middle), room)) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : beginning(low);
}

/** Before `…` no comma or dash; a whole sentence keeps its full stop. */
function trimmed(beginning: string, ending: string): string {
  const end = beginning.trimEnd();
  if (ending === '') return end;
  const bare = end.replace(/[\s.,;:!?–—…-]+$/u, '');
  return bare === '' ? '' : bare + ending;
}
