import { sentencesOf } from '../language/sentences';
import { wordsOf } from '../language/words';
import type { View } from './masked-lines';

/** Where an alert stands in the source: line and columns count from 1, in characters. */
export interface Spot {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What is looked for. */
export interface Sought {
  /** The text of the stretch that the rule read. */
  readonly text: string;
  readonly match: string;
  /** Where it stands in that text, in characters. */
  readonly start: number;
  readonly end: number;
  readonly stepOver: readonly string[];
}

export const characters = (text: string): number => {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff && text.charCodeAt(at + 1) >= 0xdc00) count -= 1;
  }
  return count;
};

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** The first so many bytes (UTF-8) of a text. */
export function bytePrefix(text: string, bytes: number): string {
  if (isAscii(text)) return text.slice(0, bytes);
  let left = bytes;
  let at = 0;
  for (const character of text) {
    left -= byteLength(character);
    if (left < 0) break;
    at += character.length;
  }
  return text.slice(0, at);
}

export const byteLength = (text: string): number => {
  if (isAscii(text)) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** Covers the first place of a text with a sign for each character. */
export function covered(source: string, text: string, sign: string): string {
  const at = text === '' ? -1 : source.indexOf(text);
  if (at < 0) return source;
  return (
    source.slice(0, at) +
    [...text].map((one) => (one === '\n' ? one : sign)).join('') +
    source.slice(at + text.length)
  );
}

const allCovered = (source: string, texts: readonly string[]): string =>
  texts.reduce((all, text) => covered(all, text, '@'), source);

/**
 * The place in the line where the stretch begins, or in an earlier one where the very same columns hold the match. Null where
 * it is not there: then `placeAnywhere` looks further.
 */
export function placeInLine({ text: source, firstLine }: View, line: number, sought: Sought): Spot | null {
  const { start, end, match } = sought;
  if (start < 0) return null;
  for (let at = 0, index = 0; at < source.length; index += 1) {
    const found = source.indexOf('\n', at);
    const next = found < 0 ? source.length : found + 1;
    const isOwn = firstLine + index === line;
    // Only a line that is long enough can hold the same columns.
    if (isOwn || (next - at > end - start && holdsSame(source, at, next, sought))) {
      const content = source.slice(at, next);
      const spot = positionIn(allCovered(content, sought.stepOver), sought.text, match);
      return spot && spotAt(content, spot.at, spot.text, firstLine + index + 1);
    }
    at = next;
  }
  return line < 0 ? null : { line: line + 1, start, end };
}

/** Whether the columns of the match in its stretch hold the very same text in this line. */
function holdsSame(source: string, at: number, next: number, { start, end, match }: Sought): boolean {
  if (source.startsWith(match, at + start) && next - at > end) {
    const content = source.slice(at, next);
    return byteLength(content) > end && sliceBytes(content, start, end) === match;
  }
  // With letters of several bytes the columns of Vale are others.
  const content = source.slice(at, Math.min(next, at + end + 1));
  return (
    !isAscii(content) &&
    byteLength(source.slice(at, next)) > end &&
    sliceBytes(source.slice(at, next), start, end) === match
  );
}

const sliceBytes = (text: string, start: number, end: number): string =>
  isAscii(text) ? text.slice(start, end) : bytePrefix(text, end).slice(bytePrefix(text, start).length);

/** The place in the whole source, or in what is left of it. */
export function placeAnywhere({ text: source, firstLine }: View, sought: Sought): Spot | null {
  const found = positionIn(allCovered(source, sought.stepOver), sought.text, sought.match);
  if (!found) return null;
  const before = source.slice(0, found.at);
  const lineStart = before.lastIndexOf('\n') + 1;
  const breaks = before.split('\n').length - 1;
  const lineEnd = source.indexOf('\n', lineStart);
  const content = source.slice(lineStart, lineEnd < 0 ? source.length : lineEnd + 1);
  return spotAt(content, found.at - lineStart, found.text, firstLine + breaks + 1);
}

function spotAt(content: string, at: number, text: string, line: number): Spot {
  const start = characters(content.slice(0, at)) + 1;
  const end = Math.min(start + characters(text) - 1, characters(content));
  return { line, start, end: end <= 0 ? 1 : end };
}

interface Position {
  readonly at: number;
  readonly text: string;
}

function positionIn(source: string, text: string, match: string): Position | null {
  if (match === '') return { at: 0, text: '' };
  const offset = offsetOf(source, text, match);
  const rest = source.slice(offset);
  const places = [...rest.matchAll(patternFor(match))];
  let at = rest.indexOf(match);
  if (places.length > 0) {
    const free = places.find((place) => !isMarked(rest, offset, place.index, place.index + place[0].length));
    at = (free ?? places[0])?.index ?? at;
  } else if (at < 0) return guessed(source, text, match);
  if (rest.startsWith('_', at)) at += 1;
  return { at: offset + at, text: match };
}

/** Where the stretch begins in the source; 0 where that cannot be seen, because it has marks in it. */
function offsetOf(source: string, text: string, match: string): number {
  const whole = source.indexOf(text);
  if (whole >= 0) return whole;
  if (/[\p{L}\p{Nd}]/u.test(match)) return 0;
  const first = /\S+/.exec(text)?.[0];
  return first === undefined ? 0 : Math.max(0, source.indexOf(first));
}

const patterns = new Map<string, RegExp>();

/** The match as whole words; straight quotes stand for curly ones. */
function patternFor(match: string): RegExp {
  const known = patterns.get(match);
  if (known) return known;
  const escaped = match
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replaceAll("'", "['‘’]")
    .replaceAll('"', '["“”]');
  const made = new RegExp(`(?:^|\\b|_)${escaped}(?:_|\\b|$)`, 'g');
  if (patterns.size > 2_000) patterns.clear();
  patterns.set(match, made);
  return made;
}

/** Beside a backtick or hyphen it may be code or a part of another word. */
function isMarked(text: string, offset: number, start: number, end: number): boolean {
  const marks = ['`', '-'];
  return (offset + start > 1 && marks.includes(text[start - 1] ?? '')) || marks.includes(text[end + 1] ?? '');
}

/** A line that holds every word of the sentence around the match. */
function guessed(source: string, text: string, match: string): Position | null {
  const target = sentencesOf(text).findLast((sentence) => sentence === match || sentence.indexOf(match) > 0);
  if (target === undefined) return null;
  const tokens = wordsOf(target);
  const line = source.split('\n').find((content) => tokens.every((token) => content.includes(token.text)));
  return line === undefined ? null : { at: source.indexOf(line), text: line };
}
