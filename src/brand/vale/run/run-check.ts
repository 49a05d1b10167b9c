import type { Found, Measures, Memory } from '../finder/found';
import { replacementsOf } from '../finder/found';
import { filled, listed } from '../language/message';
import { sentenceRanges } from '../language/sentences';
import type { Growth } from '../pattern/simple';
import type { Check } from './prepared';

/** Longest stretch that a pattern is run over in one go, by how its time grows. */
const longest: Readonly<Record<Growth, number>> = {
  linear: Infinity,
  wide: 4_000,
  polynomial: 600,
  exponential: 600,
};

/** These look at a stretch as one, and take each character once or twice. */
const countsWhole: ReadonlySet<string> = new Set(['capitalization', 'metric', 'readability', 'spelling']);

/** Runs a rule over a stretch of text. Patterns that slow down with length are run piece by piece. */
export function runCheck(
  { finder, rule }: Pick<Check, 'finder' | 'rule'>,
  text: string,
  memory: Memory,
  measures: Measures | null,
  among: readonly number[] | null,
): readonly Found[] {
  const most = countsWhole.has(rule.extends) ? Infinity : longest[finder.growth];
  const parts = among ?? undefined;
  if (text.length <= most) return finder.find(text, memory, measures, parts);
  return piecesOf(text, most).flatMap(({ start, end }) =>
    finder.find(text.slice(start, end), memory, measures, parts).map((found) => ({
      ...found,
      start: found.start + start,
      end: found.end + start,
      ...(found.spot === undefined ? {} : { spot: found.spot + start }),
    })),
  );
}

/** Cuts at the ends of sentences, or between words where a sentence is too long itself. */
function piecesOf(text: string, most: number): readonly { readonly start: number; readonly end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + most);
    if (end < text.length) {
      const ranges = sentenceRanges(text.slice(start, end));
      const last = ranges.length > 1 ? ranges.at(-1)?.start : undefined;
      const space = text.lastIndexOf(' ', end);
      end = last !== undefined && last > 0 ? start + last : space > start ? space + 1 : end;
    }
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** The sentence of an alert, and what to write instead. */
export interface Said {
  readonly message: string;
  readonly replacements: readonly string[];
}

export function sayingOf({ rule }: Pick<Check, 'rule'>, found: Found): Said {
  const made = found.replacements ?? replacementsOf(rule.action, found.match, null);
  const isPlain =
    rule.extends === 'existence' || rule.extends === 'conditional' || rule.extends === 'consistency';
  const values =
    isPlain && rule.action
      ? [...found.values, made && made.length > 1 ? listed(made) : (made?.[0] ?? found.match)]
      : found.values;
  return { message: filled(found.message ?? rule.message, values), replacements: made ?? [] };
}
