/** A text, in lower case, that stands in `text.toLowerCase()` wherever something can be found. */
export interface Hint {
  readonly text: string;
  /** It begins and ends with an ASCII letter, digit or `_`, and no further one is ever directly before or behind it. */
  readonly isWhole: boolean;
}

/**
 * Hints for each part of a rule: one of them stands wherever the part can find something. Null for a part, or for the whole
 * rule, where nothing is sure.
 */
export type Hints = readonly (readonly Hint[] | null)[] | null;

/** Hints that may stand anywhere, in longer words too. */
export const anywhere = (texts: readonly string[]): readonly Hint[] =>
  texts.map((text) => ({ text, isWhole: false }));

/** Hints that stand between two edges of words (`\b`). */
export const betweenEdges = (texts: readonly string[]): readonly Hint[] =>
  texts.map((text) => ({ text, isWhole: /^[a-z\d_](?:.*[a-z\d_])?$/s.test(text) }));

/** Small letters that patterns take for another one when they ignore capitals: `ſ` is an `s`, `ς` a `σ`. */
const variants =
  /[\u00b5\u017f\u0345\u03c2\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f5\u1c80-\u1c88\u1e9b\u1fbe]/g;

/** A text without capitals, as hints are compared with it. */
export function withoutCapitals(text: string): string {
  const lower = text.toLowerCase();
  return lower.search(variants) < 0
    ? lower
    : lower.replace(variants, (letter) => letter.toUpperCase().toLowerCase());
}
