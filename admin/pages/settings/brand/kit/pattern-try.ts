import type { BrandPattern } from '../../../../../src/brand/schema';

/** What a pattern does with the texts that somebody holds against it, here and now. */
export type Tried =
  | {
      readonly kind: 'ready';
      readonly hits: (text: string) => readonly Stretch[];
      /** So many characters of a text are read. */
      readonly most: number;
    }
  /** It is no pattern; the browser's own words. */
  | { readonly kind: 'broken'; readonly message: string }
  /** It may take for ever, so a browser does not run it. */
  | { readonly kind: 'risky' };

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * How many characters are read while somebody types, by the number of endless repetitions: each of them may multiply the
 * time by the length of the text. More of them are not run here.
 */
const longest = [2_000, 2_000, 300, 120, 60, 40] as const;

/**
 * Makes a pattern ready for the texts beside it. Nobody's page may hang because of a pattern that is being written, so one
 * that repeats what already repeats is left to the server, which has a time limit.
 */
export function tryPattern({ pattern, ignoreCase }: Pick<BrandPattern, 'pattern' | 'ignoreCase'>): Tried {
  if (pattern === '') return { kind: 'ready', hits: () => [], most: longest[0] };
  let compiled: RegExp;
  try {
    compiled = new RegExp(pattern, ignoreCase ? 'giu' : 'gu');
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
  const most = longest[endlessIn(pattern) ?? longest.length];
  if (most === undefined) return { kind: 'risky' };
  return { kind: 'ready', hits: (text) => hitsOf(compiled, text.slice(0, most)), most };
}

function hitsOf(pattern: RegExp, text: string): readonly Stretch[] {
  return [...text.matchAll(pattern)]
    .filter(([quote]) => quote !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const endless = /^(?:[*+]|\{\d+,\})/;

/** How many endless repetitions a pattern has; null where one holds another, or alternatives: their time may double per letter. */
export function endlessIn(pattern: string): number | null {
  const open: { repeats: boolean; splits: boolean }[] = [];
  const top = { repeats: false, splits: false };
  let count = 0;
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at];
    const here = open.at(-1) ?? top;
    if (sign === '\\') at++;
    else if (sign === '[') at = endOfSet(pattern, at);
    else if (sign === '(') open.push({ repeats: false, splits: false });
    else if (sign === '|') here.splits = true;
    else if (sign === ')') {
      const group = open.pop() ?? top;
      const outer = open.at(-1) ?? top;
      const isEndless = endless.test(pattern.slice(at + 1));
      if (isEndless && (group.repeats || group.splits)) return null;
      outer.repeats ||= group.repeats;
    } else if (endless.test(pattern.slice(at))) {
      here.repeats = true;
      count++;
    }
  }
  return count;
}

function endOfSet(pattern: string, from: number): number {
  for (let at = from + 1; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === ']') return at;
  }
  return pattern.length;
}

/** What the pattern would write in place of a stretch; null where it writes nothing. */
export function replaced(
  { pattern, ignoreCase, replacement }: Pick<BrandPattern, 'pattern' | 'ignoreCase' | 'replacement'>,
  quote: string,
): string | null {
  if (replacement === null || quote === '') return null;
  return quote.replace(new RegExp(pattern, ignoreCase ? 'iu' : 'u'), replacement);
}
