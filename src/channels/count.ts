import { endsOf } from './counters/segments';

/** How many characters a person sees: an emoji family, a flag or a letter with its accents is one (UAX #29). */
export function graphemesOf(text: string): number {
  // Printable ASCII is one each.
  if (!/[^\x20-\x7e\n]/.test(text)) return text.length;
  let count = 0;
  for (const _ of endsOf(text, 'grapheme')) count += 1;
  return count;
}

/** How many bytes the text takes in UTF-8. A lone half of a surrogate pair is sent as U+FFFD: three bytes. */
export function utf8BytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character.codePointAt(0) ?? 0);
  return bytes;
}

const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** The text with lone halves of surrogate pairs replaced by U+FFFD, as every UTF-8 encoder would send it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Whether nothing of the text is seen: there is only white space in it, and characters that no reader shows. */
export const isUnseen = (text: string): boolean =>
  !/[^\p{White_Space}\p{Control}\p{Default_Ignorable_Code_Point}]/u.test(text);
