import { graphemesOf, utf8BytesOf } from '../count';
import { fits, shorten, type Room } from '../shorten';
import type { Value } from './language';

/** A piece of a line: words of the template, or what a placeholder holds. */
export type Piece = { readonly kind: 'words'; readonly text: string } | Filled;
export interface Filled extends Value {
  readonly kind: 'filled';
}

/** What is shown of a piece in place of all of it. */
type Shown = ReadonlyMap<Filled, string>;

/**
 * The lines as one text that fits. A line whose placeholders are all empty is left out, with the empty lines before it. What is too long
 * is shortened part by part: first what gives way, else the last text of the entry; a part of which no word is left is left out whole.
 */
export function fitted(lines: readonly (readonly Piece[])[], room: Room, locale: string | null): string {
  const text = textOf(lines, fit(lines, new Map(), room, locale));
  // The words of the template alone are too long.
  return fits(text, room) ? text : shorten(text, room, locale);
}

function fit(lines: readonly (readonly Piece[])[], shown: Shown, room: Room, locale: string | null): Shown {
  if (fits(textOf(lines, shown), room)) return shown;
  const left = partsLeft(lines, shown);
  const giver = giverAmong(left);
  if (!giver) return shown;
  const without = fit(lines, new Map(shown).set(giver, ''), room, locale);
  if (giver.isWhole) return without;
  const [before, after] = around(lines, without, giver);
  const cut = shorten(before + giver.text, besides(room, after), locale);
  const own = cut.startsWith(before) ? cut.slice(before.length) : '';
  // The last text of all keeps its words: rather goes what can only stand whole.
  const whole = left.every((part) => part === giver || part.isWhole) ? left.findLast(isWhole) : undefined;
  if (whole && (own === '' || isMidWord(giver.text, own)))
    return fit(lines, new Map(shown).set(whole, ''), room, locale);
  return own === '' ? without : new Map(without).set(giver, own);
}

const isWhole = (part: Filled): boolean => part.isWhole;

const isMidWord = (text: string, cut: string): boolean => {
  const words = cut.replace(/…$/, '');
  return /[\p{L}\p{N}]$/u.test(words) && /^[\p{L}\p{N}]/u.test(text.slice(words.length));
};

const partsLeft = (lines: readonly (readonly Piece[])[], shown: Shown): Filled[] =>
  lines
    .flat()
    .filter((piece): piece is Filled => piece.kind === 'filled')
    .filter((part) => shownOf(part, shown) !== '');

/** The next part to be shortened. */
const giverAmong = (left: readonly Filled[]): Filled | undefined =>
  left.findLast(({ givesWay }) => givesWay) ?? left.findLast((part) => !part.isWhole) ?? left.at(-1);

/** What is left beside the words that follow. */
const besides = ({ measure = graphemesOf, utf8Bytes, units, ...room }: Room, after: string): Room => ({
  ...room,
  measure: after === '' ? measure : (text) => measure(text + after),
  ...(utf8Bytes === undefined ? {} : { utf8Bytes: Math.max(0, utf8Bytes - utf8BytesOf(after)) }),
  ...(units === undefined ? {} : { units: Math.max(0, units - after.length) }),
});

const shownOf = (piece: Filled, shown: Shown): string => shown.get(piece) ?? piece.text;

const textOf = (lines: readonly (readonly Piece[])[], shown: Shown): string =>
  laidOut(lines, shown, null).text.trim();

/** What stands before and behind a part. */
function around(lines: readonly (readonly Piece[])[], shown: Shown, part: Filled): [string, string] {
  const { text, at } = laidOut(lines, shown, part);
  return [text.slice(0, at).trimStart(), text.slice(at).trimEnd()];
}

/** `part` has its line, whatever is shown of it; `at` is where it begins. */
function laidOut(
  lines: readonly (readonly Piece[])[],
  shown: Shown,
  part: Filled | null,
): { text: string; at: number } {
  let [text, at, emptyLines, gap] = ['', 0, 0, 0];
  for (const line of lines) {
    if (line.every((piece) => piece.kind === 'words' && piece.text.trim() === '')) {
      emptyLines += 1;
      continue;
    }
    gap = Math.max(gap, emptyLines);
    emptyLines = 0;
    const laid = lineOf(line, shown, part);
    if (laid === null) continue;
    if (text !== '') text += '\n'.repeat(1 + gap);
    if (laid.at !== null) at = text.length + laid.at;
    text += laid.text;
    gap = 0;
  }
  return { text, at };
}

/** Null where all its placeholders are empty. */
function lineOf(
  line: readonly Piece[],
  shown: Shown,
  part: Filled | null,
): { text: string; at: number | null } | null {
  let text = '';
  let at: number | null = null;
  let [isFilled, isAfterNothing] = [false, false];
  for (const piece of line) {
    const own = piece.kind === 'words' ? piece.text : piece === part ? '' : shownOf(piece, shown);
    if (piece === part) at = text.length;
    if (piece.kind === 'filled' && (own !== '' || piece === part)) isFilled = true;
    // An empty part leaves one of the two spaces beside it.
    const isDoubled = isAfterNothing && (text === '' || text.endsWith(' '));
    text += isDoubled ? own.replace(/^ +/, '') : own;
    isAfterNothing = piece.kind === 'filled' && own === '' && piece !== part;
  }
  const isKept = isFilled || line.every(({ kind }) => kind === 'words');
  return isKept ? { text: part === null ? text.trimEnd() : text, at } : null;
}
