import { quoteIn } from '../content/fix';
import type { EntryContent, Segment, TextPiece } from '../content/schema';
import type { Place } from '../shared/place';

export interface Spot {
  readonly place: Place;
  /** The range holds the text and nothing else, so it can be replaced as a whole. */
  readonly isOne: boolean;
}

/**
 * Where `start` to `end` of a piece stands in the stored value; null where nothing stored stands behind it.
 * In a string the place reaches over markup in between; in Blocks it is the part in the first leaf.
 */
export function spotOf(piece: TextPiece, start: number, end: number): Spot | null {
  const touched = touchedBy(piece.segments, start, end);
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  const from = first.exact ? first.place.start + Math.max(0, start - first.start) : first.place.start;
  if (first.place.block) {
    const to = first.place.start + Math.min(end, first.end) - first.start;
    return { place: { ...first.place, start: from, end: to }, isOne: touched.length === 1 };
  }
  const to = last.exact ? last.place.start + Math.min(end, last.end) - last.start : last.place.end;
  const covers = first.start <= start && last.end >= end;
  return {
    place: { field: first.place.field, start: from, end: to },
    isOne: covers && areOne(touched, piece.text),
  };
}

/** The segments are in order: a search by halves keeps a text of many leaves fast. */
function touchedBy(segments: readonly Segment[], start: number, end: number): readonly Segment[] {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < segments.length && (segments[last]?.start ?? end) < end) last += 1;
  return segments.slice(low, last);
}

/** Neighbours without markup between them; a character reference may be among them, a line break may not. */
const areOne = (segments: readonly Segment[], text: string): boolean =>
  segments.every(({ start, end, exact, code, place }, index) => {
    const before = segments[index - 1];
    const joined = !before || (before.end === start && before.place.end === place.start);
    const isReference = end - start <= 2 && text[start] !== '\n' && place.end - place.start <= 34;
    return joined && !code && (exact || isReference);
  });

/** Gives the stored characters at a place of this content. */
export function quoter(content: EntryContent): (place: Place) => string {
  const values = new Map<string, unknown>();
  for (const part of content.parts) if (part.kind !== 'picture') values.set(part.field, part.value);
  for (const piece of content.texts) if (!values.has(piece.field)) values.set(piece.field, piece.text);
  return (place) => quoteIn(values.get(place.field), place) ?? '';
}
