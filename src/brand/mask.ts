import type { TextPiece } from '../content/schema';

/** Web and mail addresses, bare domains, handles and hashtags. */
const addresses =
  /\b(?:https?|ftp|at|did|file):\/\/[^\s<>"]+|\b(?:mailto|tel|urn):[^\s<>"]+|\bwww\.[^\s<>"]+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+|(?<![\p{L}\p{N}_@#])[@#][\p{L}\p{N}_][\p{L}\p{N}._-]*|(?<![\p{L}\p{N}.-])[a-z\d][a-z\d-]{0,62}(?:\.[a-z\d-]{1,63}){0,5}\.[a-z]{2,24}(?:\/[^\s<>"]*)?(?![\p{L}\p{N}])/gu;

type Range = readonly [number, number];

/** The ranges of a piece that are not language, in order and without overlap: nobody wants a term found in an address. */
export function masksOf({ text, segments }: Pick<TextPiece, 'text' | 'segments'>): readonly Range[] {
  const ranges: Range[] = segments.filter(({ code }) => code).map(({ start, end }) => [start, end]);
  for (const [from, to] of suspectsIn(text))
    for (const address of text.slice(from, to).matchAll(addresses)) {
      const start = from + address.index;
      ranges.push([start, start + address[0].length]);
    }
  if (ranges.length < 2) return ranges;
  return merged(ranges.sort(([a], [b]) => a - b));
}

/** Words that may hold an address: they have a sign inside that only addresses have there. */
function suspectsIn(text: string): readonly Range[] {
  const words: Range[] = [];
  const sign = /[@#]|[.:](?=[^\s.,;:!?)\]"'’”…-])/g;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    let from = found.index;
    while (from > 0 && !isSpace(text.charCodeAt(from - 1))) from -= 1;
    let to = found.index + 1;
    while (to < text.length && !isSpace(text.charCodeAt(to))) to += 1;
    words.push([from, to]);
    sign.lastIndex = to;
  }
  return words;
}

const isSpace = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || (unit > 127 && /\s/.test(String.fromCharCode(unit)));

function merged(ranges: readonly Range[]): readonly Range[] {
  const list: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = list.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else list.push([start, end]);
  }
  return list;
}
