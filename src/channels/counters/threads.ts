import { utf8BytesOf } from '../count';
import { addressedLength } from './addressed';
import { endsOf } from './segments';

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** Characters as Threads counts: an emoji is as many as its UTF-8 has bytes (developers.facebook.com/docs/threads/overview, Limitations). */
export const threadsLength = (text: string, link: string | null): number =>
  addressedLength(text, link, threadsCharacters);

/** Of what is sent, letter by letter; other letters than emoji count by their code points, which is never less. */
export function threadsCharacters(text: string): number {
  let length = 0;
  let start = 0;
  for (const end of endsOf(text, 'grapheme')) {
    const character = text.slice(start, end);
    length += emoji.test(character) ? utf8BytesOf(character) : [...character].length;
    start = end;
  }
  return length;
}
