import { sha256 } from '../../content/canonical';
import type { ContentPicture, EntryContent, Segment, TextPiece } from '../../content/schema';
import type { Place } from '../../shared/place';
import { fold } from '../fold';
import type { Finding } from '../schema';
import type { FindingMark } from './schema';

const longestQuote = 200;
const sideLength = 40;
/** Folding makes texts shorter; so much is read on each side to have enough left. */
const sideRead = 160;
/** Stands between what a person reads of a quote and the digest of what is not shown. */
const seam = '\u241f';
const digestLength = 16;

type Marker = (finding: Finding) => FindingMark;

/** What makes a finding the same one after edits around it. `content` is what it was found in. */
export const markOf = (finding: Finding, content: EntryContent): FindingMark => markerOf(content)(finding);

/** The same for many findings of one content: its texts are looked through once. */
export function markerOf(content: EntryContent): Marker {
  const lines = linesOf(content);
  const pictures = new Map(content.pictures.map((picture) => [placeKey(picture.place), picture]));
  return (finding) => {
    const { rule, place } = finding;
    const picture = pictures.get(placeKey(place));
    const sides = picture ? ofPicture(picture, finding) : around(lines.get(lineKey(place)) ?? [], place);
    return { rule, field: fieldOf(place), quote: quoteOf(finding), ...sides };
  };
}

interface Run {
  readonly segment: Segment;
  readonly piece: TextPiece;
}

/** The runs of text of each stored string, in its order. */
function linesOf({ texts }: EntryContent): ReadonlyMap<string, readonly Run[]> {
  const lines = new Map<string, Run[]>();
  for (const piece of texts)
    for (const segment of piece.segments) {
      const key = lineKey(segment.place);
      const line = lines.get(key);
      if (line) line.push({ segment, piece });
      else lines.set(key, [{ segment, piece }]);
    }
  for (const line of lines.values()) line.sort((a, b) => a.segment.place.start - b.segment.place.start);
  return lines;
}

/** What a person reads of a mark's quote. */
export function shownQuote({ quote }: Pick<FindingMark, 'quote'>): string {
  const [shown = '', digest] = quote.split(seam);
  return digest === undefined || shown.length < longestQuote - digestLength - 1 ? shown : `${shown}…`;
}

/** Path without indexes: a paragraph or a part may move. */
export const fieldOf = ({ field }: Pick<Place, 'field'>): string =>
  field.replace(/\[\d+\]/g, '').slice(0, 300);

/**
 * Long quotes end with a digest of the whole, so that an edit behind what is kept makes another mark. What is said in several
 * places and not the same is marked with the whole disagreement: who accepts 20 % beside 15 % has not accepted 20 % beside 10 %.
 */
function quoteOf({ rule, quote, message }: Finding): string {
  const { text } = fold(quote);
  if (rule.startsWith('fact.')) return sealed(text, message);
  return text.length <= longestQuote ? text : sealed(text, text);
}

const sealed = (text: string, whole: string): string =>
  `${unbroken(text.slice(0, longestQuote - digestLength - 1))}${seam}${sha256(whole).slice(0, digestLength)}`;

/** A picture is known by its file, a part of it by its region: another file is another finding. */
const ofPicture = ({ hash, url }: ContentPicture, { region }: Finding) => ({
  before: lastOf(fold(hash ?? url).lower),
  after: region
    ? [region.x, region.y, region.width, region.height].map((part) => Math.round(part * 100)).join(',')
    : '',
});

/** The text of the same piece on both sides. Where nothing stored stands at the place there is none. */
function around(line: readonly Run[], place: Place): Pick<FindingMark, 'before' | 'after'> {
  const first = line[firstBehind(line, place.start)];
  if (!first || first.segment.place.start >= place.end) return { before: '', after: '' };
  const { text } = first.piece;
  const last = lastTouched(first.piece, place) ?? first.segment;
  const start = inText(first.segment, Math.max(place.start, first.segment.place.start), 'start');
  const end = inText(last, Math.min(place.end, last.place.end), 'end');
  return {
    before: lastOf(fold(text.slice(Math.max(0, start - sideRead), start)).lower),
    after: firstOf(fold(text.slice(end, end + sideRead)).lower),
  };
}

/** Index of the first run that ends behind an offset. */
function firstBehind(line: readonly Run[], offset: number): number {
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle]?.segment.place.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

const lastTouched = ({ segments }: TextPiece, place: Place): Segment | undefined =>
  segments.findLast(
    (one) =>
      lineKey(one.place) === lineKey(place) && one.place.start < place.end && one.place.end > place.start,
  );

const inText = ({ exact, start, end, place }: Segment, offset: number, edge: 'start' | 'end'): number =>
  exact ? start + offset - place.start : edge === 'start' ? start : end;

const lastOf = (text: string): string => unbroken(text.slice(-sideLength));
const firstOf = (text: string): string => unbroken(text.slice(0, sideLength));

/** Without the half of a character at either end that a cut left behind. */
const unbroken = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** One stored string: a field, or a leaf of Blocks. */
const lineKey = ({ field, block }: Place): string => `${field}|${block?.join('.') ?? ''}`;

const placeKey = (place: Place): string => `${lineKey(place)}|${place.start}|${place.end}`;
