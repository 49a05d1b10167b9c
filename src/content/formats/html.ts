import { entityAt } from './entities';
import type { PieceKind, PieceMark } from '../schema';
import {
  append,
  close,
  draft,
  mark,
  shownPicture,
  type Draft,
  type Found,
  type Origin,
  type Rank,
} from './draft';

/** Elements that stand inside a line; every other one ends the piece. */
const inline =
  /^(a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
const silent = /^(script|style|template|noscript|iframe|object|svg|math|head|title)$/;

const marks: ReadonlyMap<string, PieceMark['kind']> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['code', 'code'],
  ['kbd', 'code'],
]);

/** Deeper nesting tells nobody anything. */
const deepest = 100;

/** What stands in these elements is more than a paragraph. */
const kinds: readonly (readonly [RegExp, PieceKind])[] = [
  [/^h[1-6]$/, 'heading'],
  [/^li$/, 'list-item'],
  [/^blockquote$/, 'quote'],
  [/^t[hd]$/, 'table-cell'],
];
const kindOf = (name: string): PieceKind | null => kinds.find(([names]) => names.test(name))?.[1] ?? null;

const rankOf = (name: string): Rank =>
  name === 'th' ? { header: true } : /^h[1-6]$/.test(name) ? { level: Number(name[1]) } : {};

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads HTML that stands in a text, from `from` to `to` of `source`: visible text with places, pictures, links.
 * Scripts, styles and comments say nothing. Broken HTML is read as far as it goes.
 */
export function readHtml(source: string, from: number, to: number, origin: Origin, found: Found): void {
  let piece: Draft = draft();
  let at = from;
  let openLink: { readonly href: string; readonly start: number; readonly textStart: number } | null = null;
  /** Open elements that make a kind, the innermost last; and marks in the line, with where their text begins. */
  const around: string[] = [];
  const openMarks = new Map<string, number>();
  const flush = () => {
    const name = around.at(-1) ?? '';
    close(found, piece, origin, kindOf(name) ?? 'paragraph', true, rankOf(name));
    piece = draft();
    for (const name of openMarks.keys()) openMarks.set(name, 0);
  };
  while (at < to) {
    const tag = nextTag(source, at, to);
    addText(piece, source, at, tag ? tag.start : to, origin.field);
    if (!tag) break;
    at = tag.end;
    if (silent.test(tag.name) && !tag.closing) at = endOf(source, tag, to);
    else if (tag.name === 'br')
      append(piece, '\n', { field: origin.field, start: tag.start, end: tag.end }, { exact: false });
    else if (tag.name === 'img') found.pictures.push(pictureOf(source, tag, origin));
    else if (tag.name === 'a' && !tag.closing)
      openLink = {
        href: attributeOf(textOfTag(source, tag), 'href') ?? '',
        start: tag.start,
        textStart: piece.text.length,
      };
    else if (tag.name === 'a' && openLink) {
      if (openLink.href)
        found.links.push({
          href: openLink.href,
          text: piece.text.slice(openLink.textStart),
          place: { field: origin.field, start: openLink.start, end: tag.end },
        });
      mark(piece, 'link', openLink.textStart, openLink.href);
      openLink = null;
    } else noteMark(piece, openMarks, tag);
    if (tag.name !== 'br' && tag.name !== '!' && !inline.test(tag.name)) flush();
    if (kindOf(tag.name) === null) continue;
    if (!tag.closing && around.length < deepest) around.push(tag.name);
    else if (around.includes(tag.name)) around.length = around.lastIndexOf(tag.name);
  }
  flush();
}

function noteMark(piece: Draft, open: Map<string, number>, { name, closing }: Tag): void {
  const kind = marks.get(name);
  if (!kind) return;
  const start = open.get(name);
  if (!closing) open.set(name, piece.text.length);
  else if (start !== undefined) mark(piece, kind, start);
  if (closing) open.delete(name);
}

/** The next tag or comment at or after `at`; a `<` that opens none is text. */
function nextTag(source: string, at: number, to: number): Tag | null {
  for (
    let start = source.indexOf('<', at);
    start >= 0 && start < to;
    start = source.indexOf('<', start + 1)
  ) {
    if (source.startsWith('<!--', start)) {
      const end = source.indexOf('-->', start + 4);
      return { name: '!', closing: false, start, end: end < 0 || end + 3 > to ? to : end + 3 };
    }
    const head = /<(\/?)([a-z][a-z\d:-]{0,30})/iy;
    head.lastIndex = start;
    const opened = head.exec(source);
    if (!opened) continue;
    const end = tagEnd(source, head.lastIndex, to);
    if (end === null) return null;
    return { name: (opened[2] ?? '').toLowerCase(), closing: opened[1] === '/', start, end };
  }
  return null;
}

/** Behind the `>` that closes the tag, quotes considered; null where it never ends. */
function tagEnd(source: string, at: number, to: number): number | null {
  let quote = '';
  for (let index = at; index < to; index += 1) {
    const character = source[index] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'")
      quote = source[index - 1] === '=' || source[index - 1] === ' ' ? character : '';
    else if (character === '>') return index + 1;
  }
  return null;
}

/** Behind the end tag of an element whose content is not read. */
function endOf(source: string, tag: Tag, to: number): number {
  const end = new RegExp(`</${tag.name}\\s*>`, 'gi');
  end.lastIndex = tag.end;
  const found = end.exec(source);
  return found && end.lastIndex <= to ? end.lastIndex : to;
}

/** The value of an attribute in a tag (`<a href="/x">`), references resolved; null where it has none. */
export function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '') : null;
}

const longestTag = 10_000;

const textOfTag = (source: string, { start, end }: Tag): string =>
  source.slice(start, Math.min(end, start + longestTag));

function pictureOf(source: string, tag: Tag, origin: Origin) {
  const place = { field: origin.field, start: tag.start, end: tag.end };
  return shownPicture(
    origin,
    place,
    attributeOf(textOfTag(source, tag), 'src') ?? '',
    attributeOf(textOfTag(source, tag), 'alt'),
  );
}

const reference = /&[#a-z\d]{2,33};/gi;

function addText(piece: Draft, source: string, from: number, to: number, field: string): void {
  let at = from;
  const add = (text: string, end: number, exact: boolean) => {
    append(piece, text, { field, start: at, end }, { exact });
    at = end;
  };
  for (const { index, 0: whole } of source.slice(from, to).matchAll(reference)) {
    const text = entityAt(whole, 0)?.text ?? null;
    if (text === null) continue;
    add(source.slice(at, from + index), from + index, true);
    add(text, at + whole.length, false);
  }
  add(source.slice(at, to), to, true);
}

const decoded = (text: string): string =>
  text.replace(reference, (whole) => entityAt(whole, 0)?.text ?? whole);
