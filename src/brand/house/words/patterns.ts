import { patternRule, type PatternMatch } from '../../catalogue/patterns/pattern-rule';
import { compiled } from '../../catalogue/patterns/pattern-verdict';
import type { BlockRule } from '../../engine/rule';
import type { BrandKit } from '../../schema';
import { literalsOf } from '../../vale/pattern/literals';
import { readPattern } from '../../vale/pattern/parse';

/**
 * A rule for each pattern of the business that was found to be fast when it was saved. The others run on the server only,
 * where they are stopped in time; the server adds them.
 */
export const patternRules = (kit: BrandKit): readonly BlockRule[] =>
  kit.patterns.flatMap((pattern) => {
    if (!pattern.enabled || pattern.speed !== 'linear') return [];
    const made = compiled(pattern.pattern, pattern.ignoreCase);
    if (!made.ok) return [];
    const rule = patternRule(pattern, (text) => matchesIn(text, made.value));
    const needs = needsOf(pattern.pattern);
    return needs ? { ...rule, needs } : rule;
  });

/** Texts of which one must stand where the pattern is to match: most blocks then need not be tried. */
function needsOf(source: string): readonly string[] | null {
  const reading = readPattern(source);
  return reading.ok ? literalsOf(reading.value.node) : null;
}

const matchesIn = (text: string, pattern: RegExp): readonly PatternMatch[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, groups: [...match] }));
