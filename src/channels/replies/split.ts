import { endsOf } from '../counters/segments';
import { utf8BytesOf } from '../count';

/** What fits in one part of a thread. */
export interface PartRoom {
  readonly max: number;
  readonly bytes: number;
  readonly measure: (text: string) => number;
}

const fits = (text: string, { max, bytes, measure }: PartRoom): boolean =>
  measure(text) <= max && utf8BytesOf(text) <= bytes;

/**
 * A text in parts that each fit, broken between paragraphs where that leaves no part too short, else between sentences, else between
 * words. Put together again the parts say the same words; spaces at the breaks are left out. `first` is the room of the first part.
 */
export function splitText(
  text: string,
  first: PartRoom,
  rest: PartRoom = first,
  locale: string | null = null,
): readonly string[] {
  const parts: string[] = [];
  for (let left = text.trim(); left !== '';) {
    const part = beginning(left, parts.length === 0 ? first : rest, locale);
    parts.push(part.trim());
    left = left.slice(part.length).trim();
  }
  return parts;
}

/** As much of the beginning as fits; never nothing. */
function beginning(whole: string, room: PartRoom, locale: string | null): string {
  const text = tooMuchOf(whole, room);
  if (text.length === whole.length && fits(whole, room)) return whole;
  const longest = longestOf(breaksOf(text, /\n{2,}/gu), text, room);
  const sentences = longestOf([...endsOf(text, 'sentence', locale)], text, room);
  if (longest * 2 >= sentences && longest > 0) return text.slice(0, longest);
  if (sentences > 0) return text.slice(0, sentences);
  const words = longestOf(breaksOf(text, /\s+/gu), text, room);
  if (words > 0) return text.slice(0, words);
  const characters = longestOf([...endsOf(text, 'grapheme', locale)], text, room);
  return text.slice(0, characters || [...text][0]?.length || 1);
}

/**
 * All of a short text; of a long one twice as much as is known not to fit, so that where it is cut nothing is broken that matters. What is
 * behind it need not be read again for each part.
 */
function tooMuchOf(text: string, room: PartRoom): string {
  let length = 1_024;
  while (length < text.length && fits(text.slice(0, length), room)) length *= 2;
  return text.slice(0, length * 2);
}

/** The last of the ends up to which the text fits; 0: none. */
function longestOf(ends: readonly number[], text: string, room: PartRoom): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, ends[middle - 1]).trim(), room)) low = middle;
    else high = middle - 1;
  }
  return ends[low - 1] ?? 0;
}

const breaksOf = (text: string, between: RegExp): number[] =>
  [...text.matchAll(between)].map(({ index }) => index).filter((end) => end > 0);
