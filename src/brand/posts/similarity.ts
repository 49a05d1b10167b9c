import { fold } from '../fold';

/** Five characters at a time: a word that changes costs little, another thought costs all. */
const size = 5;
/** Longer posts are compared by their beginning. */
const longest = 20_000;

/** What a post says, without addresses, signs and capitals. */
export const plainPost = (text: string): string =>
  fold(text.slice(0, longest).replace(/(?:https?:\/\/|www\.)\S+/gi, ' '))
    .lower.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** The pieces that two texts are compared by. */
export function shinglesOf(plain: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + size <= plain.length; at += 1) shingles.add(plain.slice(at, at + size));
  return shingles;
}

/** Jaccard similarity of two sets: 1 for the same, 0 for nothing in common. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const one of small) if (large.has(one)) shared += 1;
  return shared / (a.size + b.size - shared);
}
