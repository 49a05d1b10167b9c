import type { TextPiece } from '../content/schema';

/** Web and mail addresses, bare domains, handles and hashtags. */
const addresses =
  /\b(?:https?|ftp|at|did|file):\/\/[^\s<>"]+|\b(?:mailto|tel):[^\s<>"]+|\bwww\.[^\s<>"]+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+|(?<![\p{L}\p{N}_@#])[@#][\p{L}\p{N}_][\p{L}\p{N}._-]*|(?<![\p{L}\p{N}.-])[a-z\d][a-z\d-]{0,62}(?:\.[a-z\d-]{1,63}){0,5}\.[a-z]{2,24}(?:\/[^\s<>"]*)?(?![\p{L}\p{N}])/gu;

type Range = readonly [number, number];

/** The ranges of a piece that are not language, in order and without overlap: nobody wants a term found in an address. */
export function masksOf({ text, segments }: Pick<TextPiece, 'text' | 'segments'>): readonly Range[] {
  const ranges: Range[] = segments.filter(({ code }) => code).map(({ start, end }) => [start, end]);
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    if (!/[@#]|[.:][\p{L}\d/]/u.test(word)) continue;
    for (const address of word.matchAll(addresses)) {
      const start = index + address.index;
      ranges.push([start, start + address[0].length]);
    }
  }
  return merged(ranges.sort(([a], [b]) => a - b));
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const list: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = list.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else list.push([start, end]);
  }
  return list;
}
