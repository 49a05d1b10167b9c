import { compilePattern } from '../pattern/compile';
import type { Hints } from '../../engine/literals/hint';
import type { Growth } from '../pattern/simple';
import type { RuleAction } from '../schema';

/** What a rule found in a text: offsets in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** The text that the alert is about; empty where it is about the whole. */
  readonly match: string;
  /** What the message is filled with. */
  readonly values: readonly (string | number)[];
  /** Instead of the rule's own message. */
  readonly message?: string;
  readonly replacements?: readonly string[];
  /** Where Vale itself begins to look, if that is not `start`. */
  readonly spot?: number;
  /** Words that Vale steps over when it looks for the place. */
  readonly stepOver?: readonly string[];
}

/** What one file remembers while it is read: rules that look at a whole file write here. */
export interface Memory {
  readonly seen: Set<string>;
}

/** Counts that formulas may use; handed to rules about a whole text. */
export type Measures = ReadonlyMap<string, number>;

/** A rule made ready: finds in one stretch of text. Never throws for text. */
export interface Finder {
  readonly hints: Hints;
  /** How its time grows with the text. */
  readonly growth: Growth;
  /** `among`: only these parts can match, as somebody found out by the hints; absent: all of them. */
  find(text: string, memory: Memory, measures: Measures | null, among?: readonly number[]): readonly Found[];
}

/** A finder, or a sentence about the key that makes one impossible. */
export type FinderReading =
  | { readonly ok: true; readonly value: Finder }
  | { readonly ok: false; readonly key: string; readonly message: string };

/** What an action of a rule makes of a match; null where it makes nothing. */
export function replacementsOf(
  action: RuleAction | null,
  match: string,
  suggest: ((word: string) => readonly string[]) | null,
): readonly string[] | null {
  switch (action?.name) {
    case 'replace':
      return action.params.length > 0 ? action.params : null;
    case 'remove':
      return [''];
    case 'convert':
      return action.params[0] === 'simple' ? [simple(match)] : [match];
    case 'edit': {
      const made = edited(action.params, match);
      return made === null ? null : [made.trim()];
    }
    case 'suggest':
      return action.params[0] === 'spellings' && suggest ? suggest(match) : null;
    default:
      return null;
  }
}

/** `XMLHttpRequest` is `xmlhttp request`: words apart, no capitals. */
function simple(text: string): string {
  let out = '';
  let last = ' ';
  let index = 0;
  for (const character of text) {
    const isWord = /[\p{L}\p{N}]/u.test(character);
    const isBreak = index > 1 && /\p{Ll}/u.test(last) && /\p{Lu}/u.test(character);
    if (isBreak || !isWord) out += ' ';
    if (isWord) out += character.toLowerCase();
    last = character;
    index += character.length;
  }
  return out.trim().replace(/ +/g, ' ');
}

function edited([name, first, second]: readonly string[], match: string): string | null {
  if (first === undefined) return null;
  const signs = new Set(first);
  switch (name) {
    case 'regex':
      return second === undefined ? null : withPattern(match, first, second);
    case 'trim':
      return trimmedEnd(trimmedStart(match, signs), signs);
    case 'trim_left':
      return trimmedStart(match, signs);
    case 'trim_right':
      return trimmedEnd(match, signs);
    case 'remove':
      return [...match].filter((one) => !signs.has(one)).join('');
    case 'truncate':
      return match.split(first)[0] ?? null;
    case 'split':
      return match.split(first)[Number(second)] ?? null;
    default:
      return null;
  }
}

function withPattern(match: string, pattern: string, replacement: string): string | null {
  const compiled = compilePattern(pattern);
  return compiled.ok ? compiled.value.replace(match, replacement) : null;
}

const trimmedStart = (text: string, signs: ReadonlySet<string>): string => {
  const all = [...text];
  while (all.length > 0 && signs.has(all[0] ?? '')) all.shift();
  return all.join('');
};
const trimmedEnd = (text: string, signs: ReadonlySet<string>): string => {
  const all = [...text];
  while (all.length > 0 && signs.has(all.at(-1) ?? '')) all.pop();
  return all.join('');
};
