import { distance } from 'fastest-levenshtein';
import { fold } from '../fold';

/** Largest edit distance, as a part of the disclaimer's length, at which it still stands there. */
const tolerance = 0.15;

/** Words only, in small letters: signs and spaces make no difference. */
const wordsOf = (text: string): readonly string[] => fold(text).lower.match(/[\p{L}\p{M}\p{N}%€$£]+/gu) ?? [];

/**
 * Whether a text holds the disclaimer, give or take a typing error or a small word: some stretch of about as many words has
 * an edit distance of at most 15 % of its length. Bounded: stretches without most of its words are not compared.
 */
export function holdsDisclaimer(text: string, disclaimer: string): boolean {
  const sought = wordsOf(disclaimer);
  const said = wordsOf(text);
  if (sought.length === 0) return true;
  const target = sought.join(' ');
  const wanted = countsOf(sought);
  const slack = Math.max(1, Math.round(sought.length * tolerance));
  let looks = 0;
  for (let size = Math.max(1, sought.length - slack); size <= sought.length + slack; size += 1) {
    const held = new Map<string, number>();
    let shared = 0;
    for (let end = 0; end < said.length; end += 1) {
      shared += change(held, wanted, said[end], 1);
      const start = end - size + 1;
      if (start > 0) shared += change(held, wanted, said[start - 1], -1);
      // A word with a typing error is none of the words that are sought: half of them is enough to look closely.
      if (start < 0 || shared * 2 < size - 1) continue;
      if (isNear(said.slice(start, end + 1).join(' '), target)) return true;
      looks += 1;
      if (looks > mostLooks) return false;
    }
  }
  return false;
} // prettier-ignore

/** A text that is made of nothing but the words of the disclaimer is not worth more. */
const mostLooks = 5_000;

const countsOf = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** How the number of words that both share changes when one comes into the stretch, or leaves it. */
function change(
  held: Map<string, number>,
  wanted: ReadonlyMap<string, number>,
  word: string | undefined,
  by: 1 | -1,
): number {
  const most = wanted.get(word ?? '') ?? 0;
  if (most === 0) return 0;
  const before = held.get(word ?? '') ?? 0;
  held.set(word ?? '', before + by);
  return Math.min(before + by, most) - Math.min(before, most);
}

const isNear = (said: string, target: string): boolean => {
  const most = Math.floor(Math.max(target.length, said.length) * tolerance);
  return Math.abs(said.length - target.length) <= most && distance(said, target) <= most;
};
