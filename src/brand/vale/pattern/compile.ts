import { emitPattern, type Emitted } from './emit';
import type { Pattern } from './node';
import { boundedSearch } from './bounded';
import { readPattern } from './parse';
import { literalsOf } from './literals';
import { growthOf, type Growth } from './simple';

/** One match: offsets in UTF-16 units, and where each capture stands (null where it took no part). */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
}

/** A pattern made ready. */
export interface Matcher {
  readonly source: string;
  readonly captures: number;
  /** Texts in lower case of which one stands in every match; null where nothing is sure. */
  readonly literals: readonly string[] | null;
  readonly growth: Growth;
  /** All matches from left to right, without overlap. */
  all(text: string): Match[];
  /** The texts of all matches, and nothing else of them: several times as fast. */
  texts(text: string): readonly string[];
  test(text: string): boolean;
  /** The text with every match replaced; `$1` and `${name}` stand for captures. */
  replace(text: string, replacement: string): string;
}

type Search = Pick<Matcher, 'all' | 'texts' | 'test' | 'replace'>;

export type Compiled =
  { readonly ok: true; readonly value: Matcher } | { readonly ok: false; readonly message: string };

/** Letters, marks and digits beyond ASCII, and everything that takes two units. */
const beyond = /[\u0080-\uffff]/;
const beyondWord = /[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]|[\ud800-\udfff]/u;
const notAscii = /[\u0080-\uffff]+/g;

/** All patterns of a block are run over the same text, one after the other. */
let last = { text: '', isWide: false };

/** Whether a text needs the meaning of `\b` and `\w` for all alphabets. */
function isWide(text: string): boolean {
  if (last.text !== text) last = { text, isWide: hasBeyondWord(text) };
  return last.isWide;
}

function hasBeyondWord(text: string): boolean {
  if (!beyond.test(text)) return false;
  return (text.match(notAscii) ?? []).some((run) => /[\ud800-\udfff]/.test(run) || beyondWord.test(run));
}

const known = new Map<string, Compiled>();
const mostKnown = 5_000;

/** Reads a pattern of a pack. A wrong one is a value: the sentence says what is wrong in it. */
export function compilePattern(source: string): Compiled {
  const found = known.get(source);
  if (found) return found;
  const made = compile(source);
  if (known.size >= mostKnown) known.clear();
  known.set(source, made);
  return made;
}

function compile(source: string): Compiled {
  const reading = readPattern(source);
  if (!reading.ok) return { ok: false, message: `The pattern cannot be read: ${reading.message}.` };
  try {
    // Making the expression says whether it is one; it is only compiled when a text is read.
    const narrow = formOf(emitPattern(reading.value, false));
    const { node, captures } = reading.value;
    const facts = { source, captures, literals: literalsOf(node), growth: growthOf(node) };
    const isSafe = facts.growth !== 'exponential';
    return {
      ok: true,
      value: { ...facts, ...(isSafe ? searchOf(source, narrow) : boundedSearchOf(reading.value)) },
    };
  } catch {
    return { ok: false, message: 'The pattern cannot be read: no browser takes it.' };
  }
}

/** For patterns that a short text could keep busy for hours: with a limit. */
function boundedSearchOf(pattern: Pattern): Search {
  const search = boundedSearch(pattern);
  const all = (text: string): Match[] =>
    search(text).map(({ start, end, groups }) => ({ start, end, groups, text: text.slice(start, end) }));
  return {
    all,
    texts: (text) => all(text).map((match) => match.text),
    test: (text) => all(text).length > 0,
    replace: (text, replacement) => {
      let made = '';
      let at = 0;
      for (const { start, end, groups } of all(text)) {
        made += text.slice(at, start) + withCaptures(replacement, groups);
        at = end;
      }
      return made + text.slice(at);
    },
  };
}

const withCaptures = (replacement: string, groups: readonly (string | undefined)[]): string =>
  replacement.replace(/\$(?:(\d{1,2})|\{(\d{1,2})\}|\$)/g, (whole, short?: string, long?: string) =>
    whole === '$$' ? '$' : (groups[Number(short ?? long)] ?? ''),
  );

/** The form for all alphabets is made when a text first asks for it; until then nothing of the read pattern is kept. */
function searchOf(source: string, narrow: Form): Search {
  const forms: [Form, Form | null] = [narrow, null];
  const formFor = (text: string): Form => {
    const index = isWide(text) ? 1 : 0;
    const form = forms[index] ?? wideForm(source) ?? narrow;
    forms[index] = form;
    form.regex.lastIndex = 0;
    return form;
  };
  const all = (text: string): Match[] => {
    const { regex, groups } = formFor(text);
    const found: Match[] = [];
    for (let match = regex.exec(text); match; match = regex.exec(text)) {
      const [said] = match;
      found.push({
        start: match.index,
        end: match.index + said.length,
        text: said,
        groups: captured(match, groups),
      });
      // An empty match moves on by a whole character.
      if (said === '') regex.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
    }
    return found;
  };
  return {
    all,
    texts: (text) => {
      const found: readonly string[] = text.match(formFor(text).regex) ?? [];
      return found.includes('') ? all(text).map((match) => match.text) : found;
    },
    test: (text) => formFor(text).regex.test(text),
    replace: (text, replacement) => {
      const form = formFor(text);
      return text.replace(form.regex, (...found: unknown[]) =>
        withCaptures(
          replacement,
          form.groups.map((group) => (typeof found[group] === 'string' ? found[group] : undefined)),
        ),
      );
    },
  };
}

const captured = (match: RegExpExecArray, groups: readonly number[]): readonly (string | undefined)[] =>
  groups.length === 1 ? [match[0]] : groups.map((group) => match[group]);

function wideForm(source: string): Form | null {
  const reading = readPattern(source);
  return reading.ok ? formOf(emitPattern(reading.value, true)) : null;
}

interface Form {
  readonly regex: RegExp;
  readonly groups: readonly number[];
}

const formOf = ({ source, flags, groups }: Emitted): Form => ({ regex: new RegExp(source, flags), groups });
