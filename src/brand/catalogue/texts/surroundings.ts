import type { EntryContent, TextPiece } from '../../../content/schema';
import type { Finding } from '../../schema';

/** A finding as it is listed outside of its text: with some words of what stands around it. */
export interface Surroundings {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

const side = 60;
const longestQuote = 200;

/** What a reader reads around a finding; empty where it stands in no text, such as a picture. */
export function surroundingsOf({ place, quote }: Finding, content: EntryContent): Surroundings {
  const cut = quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote;
  for (const piece of content.texts) {
    const range = rangeIn(piece, place);
    if (!range) continue;
    const { start, end } = range;
    return {
      before: `${start > side ? '…' : ''}${piece.text.slice(Math.max(0, start - side), start)}`,
      quote: cut,
      after: `${piece.text.slice(end, end + side)}${piece.text.length > end + side ? '…' : ''}`,
    };
  }
  return { before: '', quote: cut, after: '' };
}

/** Where a place of the stored value stands in a piece; null where it stands in another one. */
function rangeIn(piece: TextPiece, place: Finding['place']): { start: number; end: number } | null {
  if (piece.field !== place.field) return null;
  const block = place.block?.join('.');
  const own = piece.segments.filter((segment) => segment.place.block?.join('.') === block);
  const first = own.find((segment) => segment.place.end > place.start && segment.place.start <= place.start);
  if (!first) return null;
  const last = own.find(({ place: { start, end } }) => start < place.end && end >= place.end) ?? first;
  const start = first.start + (first.exact ? place.start - first.place.start : 0);
  const end = last.exact ? last.start + Math.min(place.end, last.place.end) - last.place.start : last.end;
  return { start, end: Math.max(start, end) };
}
