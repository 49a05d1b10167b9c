import type { Block, QuoteOf, Range } from '../engine/rule';
import { spotOf } from '../place';
import type { Finding, Fix, Severity, Words } from '../schema';
import type { Place } from '../../shared/place';

/** What a rule for subjects says of a place. */
export interface Statement {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly words: Words;
  readonly fix?: Fix | null;
}

/** A finding at a place of the stored value. */
export const findingAt = (place: Place, quoteOf: QuoteOf, { fix = null, ...said }: Statement): Finding => ({
  ...said,
  place,
  quote: quoteOf(place),
  fix,
});

/** A finding about a range of a block's text; none where nothing stored stands behind it. */
export function findingIn(
  block: Block,
  { start, end }: Range,
  quoteOf: QuoteOf,
  said: Statement,
): readonly Finding[] {
  const spot = spotOf(block.piece, start, end);
  return spot ? [findingAt(spot.place, quoteOf, said)] : [];
}

/** A rule that counts tells of so many places too many; nobody reads further. */
export const mostTold = 100;

/** Kinds of block that hold sentences for readers: no code, no alt texts. */
export const proseKinds = ['plain', 'paragraph', 'heading', 'list-item', 'quote', 'table-cell'] as const;

/** Whether a range touches what is not language: an address, code. */
export const isMasked = ({ masks }: Block, { start, end }: Range): boolean =>
  masks.some(([from, to]) => start < to && from < end);

/** The matches of a pattern outside of addresses and code. */
export function* matchesIn(block: Block, pattern: RegExp): Generator<RegExpExecArray & Range> {
  for (const match of block.text.matchAll(pattern)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (range.start < range.end && !isMasked(block, range)) yield Object.assign(match, range);
  }
}
