import type { Place } from '../../shared/place';
import type {
  ContentLink,
  ContentPicture,
  EntryDocument,
  PieceKind,
  PieceMark,
  Segment,
  TextPiece,
} from '../schema';
import { numberOf, textOf } from './value';

/** What is being read: goes into every piece. */
export interface Origin {
  readonly field: string;
  readonly type: string;
  readonly role: TextPiece['role'];
}

/** What a reader of one field hands back. */
export interface Found {
  readonly texts: TextPiece[];
  readonly pictures: ContentPicture[];
  readonly links: ContentLink[];
}

export const nothing = (): Found => ({ texts: [], pictures: [], links: [] });

/** A piece in the making. */
export interface Draft {
  text: string;
  readonly segments: Segment[];
  readonly marks: PieceMark[];
}

export const draft = (): Draft => ({ text: '', segments: [], marks: [] });

/** Adds text; without a place it is known to nobody (a line break that comes from markup). */
export function append(
  piece: Draft,
  text: string,
  place: Place | null,
  how: { readonly exact: boolean; readonly code?: boolean },
): void {
  const start = piece.text.length;
  piece.text += text;
  if (place && text !== '')
    piece.segments.push({ start, end: piece.text.length, place, exact: how.exact, code: how.code ?? false });
}

/** Remembers what the text from `start` to here is inside its line. */
export function mark(piece: Draft, kind: PieceMark['kind'], start: number, href?: string): void {
  const end = piece.text.length;
  if (end > start) piece.marks.push({ kind, start, end, ...(href === undefined ? {} : { href }) });
}

/** What is known of a piece beside its kind. */
export interface Rank {
  readonly level?: number;
  readonly header?: true;
}

/** Closes the piece and keeps it, unless it is blank. */
export function close(
  found: Found,
  piece: Draft,
  origin: Origin,
  kind: PieceKind,
  editable = true,
  rank: Rank = {},
): void {
  const { text, segments, marks } = piece;
  if (text.trim() === '') return;
  found.texts.push({
    ...origin,
    kind,
    text,
    segments,
    editable,
    ...rank,
    ...(marks.length > 0 ? { marks } : {}),
  });
}

/** A picture that a text points to: only its address and alt text are known. */
export const shownPicture = (
  { field, role }: Origin,
  place: Place,
  url: string,
  alt: string | null,
): ContentPicture => ({
  field,
  role,
  place,
  alt: alt === '' ? null : alt,
  caption: null,
  url,
  name: null,
  mime: null,
  ext: null,
  width: null,
  height: null,
  size: null,
  hash: null,
  id: null,
  documentId: null,
});

/** A file of the media library as Strapi populates it; null where it has no address. */
export function pictureOf(file: EntryDocument, place: Place, { field, role }: Origin): ContentPicture | null {
  const url = textOf(file['url']);
  if (url === null) return null;
  return {
    field,
    role,
    place,
    alt: textOf(file['alternativeText']),
    caption: textOf(file['caption']),
    url,
    name: textOf(file['name']),
    mime: textOf(file['mime']),
    ext: textOf(file['ext']),
    width: numberOf(file['width']),
    height: numberOf(file['height']),
    size: numberOf(file['size']),
    hash: textOf(file['hash']),
    id: numberOf(file['id']),
    documentId: textOf(file['documentId']),
  };
}
