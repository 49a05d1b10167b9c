import type { EntryDocument, PieceKind } from '../schema';
import { isRecord, numberOf, textOf } from './value';
import {
  append,
  close,
  draft,
  mark,
  nothing,
  pictureOf,
  type Draft,
  type Found,
  type Origin,
  type Rank,
} from './draft';
import { own } from '../../shared/own';

/** Strapi's own editor nests lists a few levels; anything this deep is no text that anybody wrote. */
const deepest = 200;

/** Strapi Blocks: a list of nodes like Slate's. Unknown nodes are read through, malformed ones are stepped over. */
export function readBlocks(value: readonly unknown[], origin: Origin): Found {
  const found = nothing();
  value.forEach((node, index) => readNode(node, [index], 'paragraph', origin, found));
  return found;
}

const kinds: Readonly<Record<string, PieceKind>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  quote: 'quote',
  code: 'code',
  'list-item': 'list-item',
};

function readNode(
  node: unknown,
  block: readonly number[],
  around: PieceKind,
  origin: Origin,
  found: Found,
): void {
  if (!isRecord(node) || block.length > deepest) return;
  if (node['type'] === 'image') return readImage(node, block, origin, found);
  const children = childrenOf(node);
  const kind = own(kinds, String(node['type'])) ?? around;
  const rank: Rank = node['type'] === 'heading' ? { level: levelOf(node) } : {};
  let piece = draft();
  const flush = () => {
    close(found, piece, origin, kind, true, rank);
    piece = draft();
  };
  children.forEach((child, index) => {
    const path = [...block, index];
    if (readInline(child, path, piece, origin, found, kind === 'code')) return;
    flush();
    readNode(child, path, kind, origin, found);
  });
  flush();
}

/** Strapi's editor writes 1 to 6; without a level a heading is shown as the second. */
const levelOf = (node: EntryDocument): number =>
  Math.min(6, Math.max(1, Math.trunc(numberOf(node['level']) ?? 2)));

const childrenOf = (node: EntryDocument): readonly unknown[] =>
  Array.isArray(node['children']) ? (node['children'] as readonly unknown[]) : [];

/** Adds a text leaf or a link to the piece; false where the node is neither. */
function readInline(
  node: unknown,
  block: readonly number[],
  piece: Draft,
  origin: Origin,
  found: Found,
  code: boolean,
): boolean {
  if (!isRecord(node)) return true;
  if (node['type'] === 'link') {
    readLink(node, block, piece, origin, found, code);
    return true;
  }
  const text = node['text'];
  if (typeof text !== 'string') return false;
  const place = { field: origin.field, block, start: 0, end: text.length };
  const start = piece.text.length;
  append(piece, text, place, { exact: true, code: code || node['code'] === true });
  if (!code && node['code'] === true) mark(piece, 'code', start);
  if (node['bold'] === true) mark(piece, 'strong', start);
  if (node['italic'] === true) mark(piece, 'emphasis', start);
  return true;
}

function readLink(
  node: EntryDocument,
  block: readonly number[],
  piece: Draft,
  origin: Origin,
  found: Found,
  code: boolean,
): void {
  const start = piece.text.length;
  childrenOf(node).forEach((child, index) => {
    if (block.length < deepest) readInline(child, [...block, index], piece, origin, found, code);
  });
  const href = textOf(node['url']);
  mark(piece, 'link', start, href ?? '');
  const place = piece.segments.find((segment) => segment.start >= start)?.place;
  const nowhere = { field: origin.field, block, start: 0, end: 0 };
  if (href) found.links.push({ href, text: piece.text.slice(start), place: place ?? nowhere });
}

/** The block carries a copy of the file, alt text included: a change in the media library does not reach it. */
function readImage(node: EntryDocument, block: readonly number[], origin: Origin, found: Found): void {
  if (!isRecord(node['image'])) return;
  const picture = pictureOf(node['image'], { field: origin.field, block, start: 0, end: 0 }, origin);
  if (!picture) return;
  found.pictures.push(picture);
  if (picture.alt === null) return;
  const piece = draft();
  append(
    piece,
    picture.alt,
    { field: origin.field, block, start: 0, end: picture.alt.length },
    { exact: true },
  );
  close(found, piece, origin, 'alt');
}
