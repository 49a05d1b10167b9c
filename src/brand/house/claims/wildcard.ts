import { foldPhrase } from '../../fold';
import type { Block, Range } from '../../engine/rule';

const letters = '[\\p{L}\\p{M}\\p{N}]';

/**
 * Finds a phrase in which a lone `*` is one word and a `*` at a word any letters more; bounded, so that no text makes it
 * slow. Compared as phrases are: folded, without capitals, whole words only.
 */
export function wildcardRanges(phrase: string): (block: Block) => readonly Range[] {
  const lower = foldPhrase(phrase).lower.replace(/\*+/g, '*');
  const source = lower
    .split(' ')
    .map((word) =>
      word === '*' ? `${letters}{1,40}` : word.split('*').map(escaped).join(`${letters}{0,40}`),
    )
    .join(' ');
  // A part without wildcard: where it is not found, the pattern need not be tried.
  const literal = lower
    .split('*')
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
  const pattern = new RegExp(`(?<!${letters})${source}(?!${letters})`, 'gu');
  return ({ folded }) => {
    if (!folded.lower.includes(literal)) return [];
    return [...folded.lower.matchAll(pattern)].map(({ index, 0: said }) => ({
      start: folded.starts[index] ?? 0,
      end: folded.ends[index + said.length - 1] ?? 0,
    }));
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
