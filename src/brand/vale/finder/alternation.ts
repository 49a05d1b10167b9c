import type { Hints } from '../../engine/literals/candidates';
import { compilePattern, type Match, type Matcher } from '../pattern/compile';
import { literalsOf } from '../pattern/literals';
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
  const parts = options.map(partOf);
  const broken = parts.findIndex((part) => part === null);
  if (!whole.ok) {
    const single = broken < 0 ? null : compilePattern(options[broken] ?? '');
    const message = single && !single.ok ? single.message : whole.message;
    return { ok: false, option: broken < 0 ? null : (options[broken] ?? null), message };
  }
  // A flag or back reference may reach from one pattern into the next: then they stay together.
  const isFree =
    broken < 0 && !options.some((option) => /\(\?[a-zA-Z-]+\)|\\[1-9k]|\(\?P?[<'][A-Za-z]/.test(option));
  const own = parts.map((part) => part?.literals ?? null);
  const alone = whole.value.literals;
  const hints =
    isFree && options.length > 1 && own.some((one) => one !== null) ? own : alone ? [alone] : null;
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
  readonly literals: readonly string[] | null;
}

/** What is known of a single pattern; null where it cannot be read. Most are plain words and need no reading. */
function partOf(option: string): Part | null {
  if (/^[\w' -]+$/.test(option)) return { captures: 0, literals: [option.toLowerCase()] };
  const reading = readPattern(option);
  return reading.ok ? { captures: reading.value.captures, literals: literalsOf(reading.value.node) } : null;
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
