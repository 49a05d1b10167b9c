import type { SetItem } from './node';
import { own } from '../../../shared/own';

/** A range of characters, or a named class, as the parser of patterns reads them. */
export class PatternFault extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const range = (from: number, to = from): SetItem => ({ kind: 'range', from, to });
const ranges = (text: string): SetItem[] =>
  text.match(/[\s\S]{2}/g)?.map((pair) => range(pair.charCodeAt(0), pair.charCodeAt(1))) ?? [];

/** `[[:alpha:]]` and the like: pairs of first and last character. */
const posix: Readonly<Record<string, readonly SetItem[]>> = {
  alnum: ranges('09AZaz'),
  alpha: ranges('AZaz'),
  ascii: ranges('\0\x7f'),
  blank: ranges('\t\t  '),
  cntrl: ranges('\0\x1f\x7f\x7f'),
  digit: ranges('09'),
  graph: ranges('!~'),
  lower: ranges('az'),
  print: ranges(' ~'),
  punct: ranges('!/:@[`{~'),
  space: ranges('\t\r  '),
  upper: ranges('AZ'),
  word: ranges('09AZaz__'),
  xdigit: ranges('09AFaf'),
};

const controls: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** One escape (`at` stands behind the backslash): a character or a class, and where it ends. */
export interface Escape {
  readonly item: SetItem;
  readonly end: number;
}

/** What `\d`, `\pL`, `\x{2019}`, `\n` and `\.` stand for; null where the letter means something only outside of sets. */
export function escapeAt(source: string, at: number): Escape | null {
  const letter = source[at] ?? '';
  if (/[dwsDWS]/.test(letter)) {
    const name = letter.toLowerCase() as 'd' | 'w' | 's';
    return { item: { kind: 'class', name, negated: letter !== name }, end: at + 1 };
  }
  if (letter === 'p' || letter === 'P') return property(source, at);
  if (letter in controls) return { item: range(controls[letter] ?? 0), end: at + 1 };
  const hex = /^(?:x\{([\da-f]{1,6})\}|x([\da-f]{2})|u([\da-f]{4}))/i.exec(source.slice(at, at + 10));
  if (hex) return { item: range(parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16)), end: at + hex[0].length };
  const octal = /^0[0-7]{0,2}/.exec(source.slice(at, at + 3));
  if (octal) return { item: range(parseInt(octal[0], 8)), end: at + octal[0].length };
  const code = source.codePointAt(at);
  if (code === undefined) throw new PatternFault('it ends with a backslash', at);
  if (/[a-zA-Z\d]/.test(letter)) return null;
  return { item: range(code), end: at + String.fromCodePoint(code).length };
}

function property(source: string, at: number): Escape {
  const found = /^[pP](?:\{(\^?)([A-Za-z_ &-]{1,40})\}|([A-Z]))/.exec(source.slice(at, at + 50));
  if (!found) throw new PatternFault('\\p needs a category or script, such as \\p{L}', at);
  const name = propertyName(found[2] ?? found[3] ?? '');
  if (name === null) throw new PatternFault(`nobody knows the class \\p{${found[2] ?? ''}}`, at);
  const negated = (source[at] === 'P') !== (found[1] === '^');
  return { item: { kind: 'property', name, negated }, end: at + found[0].length };
}

/** Go writes scripts and categories alike; here a script needs its word. */
function propertyName(name: string): string | null {
  const bare = name.replace(/^Is/, '');
  for (const one of [bare, `Script=${bare}`])
    try {
      if (new RegExp(`\\p{${one}}`, 'u')) return one;
    } catch {
      continue;
    }
  return null;
}

/** Reads a set from behind its `[`: what is in it, and where it ends. */
export function setAt(source: string, start: number): { negated: boolean; items: SetItem[]; end: number } {
  const negated = source[start] === '^';
  const items: SetItem[] = [];
  let at = negated ? start + 1 : start;
  for (let isFirst = true; ; isFirst = false) {
    if (at >= source.length) throw new PatternFault('a set ([…]) has no end', start);
    if (source[at] === ']' && !isFirst) return { negated, items, end: at + 1 };
    const named = /^\[:(\^?)([a-z]+):\]/.exec(source.slice(at, at + 14));
    if (named) {
      items.push(...namedSet(named[2] ?? '', named[1] === '^', at));
      at += named[0].length;
      continue;
    }
    if (source.startsWith('-[', at) && source[at + 2] !== ']')
      throw new PatternFault('sets taken from sets ([a-z-[aeiou]]) are not supported', at);
    const from = memberAt(source, at);
    at = from.end;
    const isRange = source[at] === '-' && at + 1 < source.length && !/[\][]/.test(source[at + 1] ?? '');
    if (!isRange || from.item.kind !== 'range') {
      items.push(from.item);
      continue;
    }
    const to = memberAt(source, at + 1);
    if (to.item.kind !== 'range') {
      items.push(from.item, range(45), to.item);
    } else if (to.item.to < from.item.from)
      throw new PatternFault('a range in a set is the wrong way round', at);
    else items.push(range(from.item.from, to.item.to));
    at = to.end;
  }
}

function namedSet(name: string, negated: boolean, at: number): readonly SetItem[] {
  const items = own(posix, name);
  if (!items) throw new PatternFault(`nobody knows the class [:${name}:]`, at);
  if (!negated) return items;
  const kept: SetItem[] = [];
  let next = 0;
  for (const item of items) {
    if (item.kind !== 'range') continue;
    if (item.from > next) kept.push(range(next, item.from - 1));
    next = item.to + 1;
  }
  return [...kept, range(next, 0x10ffff)];
}

function memberAt(source: string, at: number): Escape {
  const code = source.codePointAt(at) ?? 0;
  if (source[at] !== '\\') return { item: range(code), end: at + String.fromCodePoint(code).length };
  if (source[at + 1] === 'b') return { item: range(8), end: at + 2 };
  const found = escapeAt(source, at + 1);
  if (found) return found;
  const letter = source.codePointAt(at + 1) ?? 0;
  return { item: range(letter), end: at + 1 + String.fromCodePoint(letter).length };
}
