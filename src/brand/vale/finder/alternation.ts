import { anywhere, betweenEdges, type Hint, type Hints } from '../../engine/literals/hint';
import { compilePattern, type Match, type Matcher } from '../pattern/compile';
import { exactTextsOf, literalsOf } from '../pattern/literals';
import type { PatternNode } from '../pattern/node';
import { readPattern } from '../pattern/parse';
import type { Growth } from '../pattern/simple';

/** A long list of patterns that are looked for together. */
export interface Alternation {
  readonly hints: Hints;
  readonly growth: Growth;
  /** The whole as one pattern. */
  readonly matcher: Matcher;
  /** All matches; `option` is the number of the pattern that matched, where each stands in a group of its own. */
  all(text: string, among?: readonly number[]): readonly (Match & { readonly option: number })[];
}

export type AlternationReading =
  | { readonly ok: true; readonly value: Alternation }
  | { readonly ok: false; readonly option: string | null; readonly message: string };

/** Shorter lists are always tried as a whole: making a pattern of a part of them costs more than it saves. */
const longList = 60;
/** Parts with more patterns than this come in too many forms to be kept. */
const fewAmong = 3;
const mostKept = 1_000;

/**
 * Makes one pattern of many. `wrap` puts the joined patterns into their frame. With `grouped`, each pattern has a group of
 * its own, so that a match says which one it was.
 */
export function alternationOf(
  options: readonly string[],
  wrap: (joined: string) => string,
  grouped: boolean,
): AlternationReading {
  const join = (some: readonly string[]) => wrap(some.map((one) => (grouped ? `(${one})` : one)).join('|'));
  const whole = compilePattern(join(options));
  const areWords = isFrameOfWords(wrap);
  const parts = options.map((option) => partOf(option, areWords));
  const broken = parts.findIndex((part) => part === null);
  if (!whole.ok) {
    const single = broken < 0 ? null : compilePattern(options[broken] ?? '');
    const message = single && !single.ok ? single.message : whole.message;
    return { ok: false, option: broken < 0 ? null : (options[broken] ?? null), message };
  }
  // A flag or back reference may reach from one pattern into the next: then they stay together.
  const isFree =
    broken < 0 && !options.some((option) => /\(\?[a-zA-Z-]+\)|\\[1-9k]|\(\?P?[<'][A-Za-z]/.test(option));
  const own = parts.map((part) => part?.hints ?? null);
  const alone = whole.value.literals;
  const hints =
    isFree && options.length > 1 && own.some((one) => one !== null) ? own : alone ? [anywhere(alone)] : null;
  const groupOf = groupNumbers(parts.map((part) => part?.captures ?? 0));
  const kept = new Map<string, Matcher>();
  const matcherFor = (among: readonly number[]): Matcher => {
    const key = among.join(',');
    const found = kept.get(key);
    if (found) return found;
    const compiled = compilePattern(join(among.map((index) => options[index] ?? '')));
    const matcher = compiled.ok ? compiled.value : whole.value;
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, matcher);
    return matcher;
  };
  return {
    ok: true,
    value: {
      hints,
      growth: whole.value.growth,
      matcher: whole.value,
      all: (text, among) => {
        const isPart =
          among !== undefined && hints === own && options.length > longList && among.length <= fewAmong;
        const matcher = isPart ? matcherFor(among) : whole.value;
        const found = matcher.all(text);
        if (!grouped) return found.map((match) => ({ ...match, option: -1 }));
        const groups = isPart ? groupNumbers(among.map((index) => parts[index]?.captures ?? 0)) : groupOf;
        return found.map((match) => {
          const at = groups.findIndex((group) => match.groups[group] !== undefined);
          return { ...match, option: isPart ? (among[at] ?? -1) : at };
        });
      },
    },
  };
}

interface Part {
  readonly captures: number;
  readonly hints: readonly Hint[] | null;
}

/** What is known of a single pattern; null where it cannot be read. Most are plain words and need no reading. */
function partOf(option: string, areWords: boolean): Part | null {
  if (/^[\w' -]+$/.test(option)) {
    const texts = [option.toLowerCase()];
    return { captures: 0, hints: areWords ? betweenEdges(texts) : anywhere(texts) };
  }
  const reading = readPattern(option);
  if (!reading.ok) return null;
  const { captures, node } = reading.value;
  const exact = areWords ? exactTextsOf(node) : null;
  const texts = literalsOf(node);
  return { captures, hints: exact ? betweenEdges(exact) : texts && anywhere(texts) };
}

/** Stands where the options will: the first code point of the Private Use Area, which no frame of a rule kind writes. */
const placeholder = '\ue000';

/** Whether an edge of a word is directly before and behind whatever stands in the frame. */
function isFrameOfWords(wrap: (joined: string) => string): boolean {
  const reading = readPattern(wrap(placeholder));
  if (!reading.ok) return false;
  const row = rowOf(reading.value.node);
  const at = row.findIndex((node) => node.kind === 'char' && node.code === placeholder.charCodeAt(0));
  return [row[at - 1], row[at + 1]].every((node) => node?.kind === 'edge' && node.at === 'word');
}

/** What stands in a row, groups opened. */
function rowOf(node: PatternNode): readonly PatternNode[] {
  if (node.kind === 'group') return rowOf(node.body);
  return node.kind === 'seq' ? node.parts.flatMap(rowOf) : [node];
}

/** Number of the group around each pattern, where patterns may have groups themselves. */
function groupNumbers(inner: readonly number[]): readonly number[] {
  let next = 1;
  return inner.map((count) => {
    const own = next;
    next += 1 + count;
    return own;
  });
}
