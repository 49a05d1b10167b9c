import type { Nodes, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Place } from '../../shared/place';
import type { PieceKind } from '../schema';
import { align } from './align';
import {
  append,
  close,
  draft,
  mark,
  nothing,
  shownPicture,
  type Draft,
  type Found,
  type Origin,
  type Rank,
} from './draft';
import { attributeOf, readHtml } from './html';
import { readPlain } from './plain';
import { atFirstUse } from '../../shared/at-first-use';

/**
 * Longer texts, longer paragraphs (1,500 words), and texts nested deeper are read as plain paragraphs: every word is
 * still seen, at its place. The parser's time grows with the square of a paragraph.
 */
const longest = 200_000;
const longestParagraph = 10_000;
const deepest = 100;

const parser = atFirstUse(() => unified().use(remarkParse).use(remarkGfm).freeze());

/** The tree of a Markdown text (CommonMark and GFM) with offsets into it; null where it cannot be parsed in time. */
export function markdownTree(value: string): Root | null {
  if (value.length > longest || hasLongParagraph(value) || isTooDeep(value)) return null;
  // The parser drops a byte order mark and then counts without it; a space keeps the offsets.
  return orNullIfTooDeep(() => parser().parse(value.startsWith('\ufeff') ? ` ${value.slice(1)}` : value));
}

/** The result; null where the nesting was too deep for the stack, which no person writes. Other errors go on. */
export function orNullIfTooDeep<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** HTML, which editors like to write in one line, is read in one go and may be long. */
const html = /\s*<(?:!--|\/?(?:article|blockquote|div|figure|h[1-6]|hr|main|ol|p|section|table|ul)\b)/iy;

function hasLongParagraph(value: string): boolean {
  const isLong = (start: number, end: number): boolean => {
    html.lastIndex = start;
    return end - start > longestParagraph && !html.test(value);
  };
  let start = 0;
  for (const { index, 0: gap } of value.matchAll(/(?:\r\n|\r|\n)[ \t]*(?=\r|\n)/g)) {
    if (isLong(start, index)) return true;
    start = index + gap.length;
  }
  return isLong(start, value.length);
}

/** Quote marks, list marks and brackets in such numbers only serve to slow a parser down. */
const isTooDeep = (value: string): boolean =>
  /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){50}/m.test(value) ||
  /(?:!?\[[^[\]\n]{0,9}){50}|(?:[*_~]{1,3}[^\s*_~]?){300}|`{200}|<{200}/.test(value);

/** A Markdown text: what a reader sees, each piece with its places in the stored source. */
export function readMarkdown(value: string, origin: Origin): Found {
  return orNullIfTooDeep(() => readTree(value, origin)) ?? readPlain(value, origin);
}

function readTree(value: string, origin: Origin): Found | null {
  const tree = markdownTree(value);
  if (!tree) return null;
  const found = nothing();
  const addresses = new Map<string, string>();
  for (const node of tree.children) if (node.type === 'definition') addresses.set(node.identifier, node.url);
  const reading: Reading = { source: value, origin, found, addresses, cursor: 0, link: null };
  for (const node of tree.children) readBlock(node, 'paragraph', reading, 0);
  return found;
}

interface Reading {
  readonly source: string;
  readonly origin: Origin;
  readonly found: Found;
  readonly addresses: ReadonlyMap<string, string>;
  /** Where the search for the next text begins: some of the parser's nodes carry no position. */
  cursor: number;
  /** The link that an inline tag opened. */
  link: { readonly href: string; readonly start: number; readonly at: number } | null;
}

function readBlock(node: Nodes, kind: PieceKind, reading: Reading, depth: number): void {
  const { start, end } = rangeOf(node, reading);
  if (depth > deepest) return;
  switch (node.type) {
    case 'paragraph':
      return readLine(node.children, kind, reading, end);
    case 'heading':
      return readLine(node.children, 'heading', reading, end, { level: node.depth });
    case 'table':
      return node.children.forEach((row, index) =>
        row.children.forEach((cell) =>
          readLine(
            cell.children,
            'table-cell',
            reading,
            rangeOf(cell, reading).end,
            index === 0 ? { header: true } : {},
          ),
        ),
      );
    case 'code':
      return readCode(node.value, reading, start, end);
    case 'html':
      return readHtml(reading.source, start, end, reading.origin, reading.found);
    case 'blockquote':
      return node.children.forEach((child) => readBlock(child, 'quote', reading, depth + 1));
    case 'listItem':
      return node.children.forEach((child) => readBlock(child, 'list-item', reading, depth + 1));
    case 'list':
    case 'footnoteDefinition':
      return node.children.forEach((child) => readBlock(child, kind, reading, depth + 1));
    default:
      return undefined;
  }
}

function rangeOf(node: Nodes, reading: Reading): { start: number; end: number } {
  const start = node.position?.start.offset ?? reading.cursor;
  const end = node.position?.end.offset ?? reading.source.length;
  if (node.position) reading.cursor = start;
  return { start, end };
}

function readLine(
  nodes: readonly PhrasingContent[],
  kind: PieceKind,
  reading: Reading,
  end: number,
  rank: Rank = {},
): void {
  const piece = draft();
  readPhrases(nodes, piece, reading, end);
  close(reading.found, piece, reading.origin, kind, true, rank);
}

function readPhrases(nodes: readonly PhrasingContent[], piece: Draft, reading: Reading, limit: number): void {
  const { field } = reading.origin;
  for (const node of nodes) {
    const start = node.position?.start.offset ?? reading.cursor;
    const end = node.position?.end.offset ?? limit;
    const place = { field, start, end };
    if (node.position) reading.cursor = start;
    if (node.type === 'text') readText(node.value, piece, reading, start, end);
    else if (node.type === 'inlineCode') readInlineCode(node.value, piece, place);
    else if (node.type === 'break') append(piece, '\n', place, { exact: false });
    else if (node.type === 'html') readInlineHtml(node.value, piece, reading, start, end);
    else if (node.type === 'image' || node.type === 'imageReference') readImage(node, reading, start, end);
    else if ('children' in node) {
      const textStart = piece.text.length;
      readPhrases(node.children, piece, reading, end);
      const href =
        node.type === 'link'
          ? node.url
          : node.type === 'linkReference'
            ? reading.addresses.get(node.identifier)
            : undefined;
      if (href) reading.found.links.push({ href, text: piece.text.slice(textStart), place });
      if (href) mark(piece, 'link', textStart, href);
      else if (node.type === 'strong' || node.type === 'emphasis') mark(piece, node.type, textStart);
    }
    if (node.position) reading.cursor = end;
  }
}

function readInlineCode(value: string, piece: Draft, place: Place): void {
  const start = piece.text.length;
  append(piece, value, place, { exact: false, code: true });
  mark(piece, 'code', start);
}

function readText(value: string, piece: Draft, reading: Reading, start: number, end: number): void {
  const { field } = reading.origin;
  for (const run of align(value, reading.source, start, end)) {
    const place = { field, start: run.from, end: run.to };
    append(piece, value.slice(run.start, run.end), place, { exact: run.exact });
    reading.cursor = run.to;
  }
}

/** Inline tags say nothing, but a line break, a picture and a link do. */
function readInlineHtml(tag: string, piece: Draft, reading: Reading, start: number, end: number): void {
  const { origin, found, source } = reading;
  if (/^<br\b/i.test(tag)) append(piece, '\n', { field: origin.field, start, end }, { exact: false });
  else if (/^<a\s/i.test(tag))
    reading.link = { href: attributeOf(tag, 'href') ?? '', start, at: piece.text.length };
  else if (/^<\/a\s*>/i.test(tag) && reading.link) {
    const { href, start: from, at } = reading.link;
    const text = piece.text.slice(at);
    if (href) found.links.push({ href, text, place: { field: origin.field, start: from, end } });
    mark(piece, 'link', at, href);
    reading.link = null;
  } else readHtml(source, start, end, origin, found);
}

function readImage(
  node: Extract<PhrasingContent, { type: 'image' | 'imageReference' }>,
  reading: Reading,
  start: number,
  end: number,
): void {
  const { found, origin, source } = reading;
  const url = node.type === 'image' ? node.url : (reading.addresses.get(node.identifier) ?? '');
  const alt = node.alt ?? '';
  found.pictures.push(shownPicture(origin, { field: origin.field, start, end }, url, alt));
  const piece = draft();
  for (const run of align(alt, source, Math.min(start + 2, end), end)) {
    const place = { field: origin.field, start: run.from, end: run.to };
    append(piece, alt.slice(run.start, run.end), place, { exact: run.exact });
  }
  close(found, piece, origin, 'alt');
}

function readCode(value: string, reading: Reading, start: number, end: number): void {
  const { found, origin, source } = reading;
  const at = source.indexOf(value, start);
  const exact = at >= 0 && at + value.length <= end;
  const piece = draft();
  const place = { field: origin.field, start: exact ? at : start, end: exact ? at + value.length : end };
  append(piece, value, place, { exact, code: true });
  close(found, piece, origin, 'code');
}
