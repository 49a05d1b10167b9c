import { patternRule, type PatternMatch } from '../../catalogue/patterns/pattern-rule';
import { compiled } from '../../catalogue/patterns/pattern-verdict';
import type { BlockRule } from '../../engine/rule';
import type { BrandKit } from '../../schema';

/**
 * A rule for each pattern of the business that was found to be fast when it was saved. The others run on the server only,
 * where they are stopped in time; the server adds them.
 */
export const patternRules = (kit: BrandKit): readonly BlockRule[] =>
  kit.patterns.flatMap((pattern) => {
    if (!pattern.enabled || pattern.speed !== 'linear') return [];
    const made = compiled(pattern.pattern, pattern.ignoreCase);
    return made.ok ? patternRule(pattern, (text) => matchesIn(text, made.value)) : [];
  });

const matchesIn = (text: string, pattern: RegExp): readonly PatternMatch[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, groups: [...match] }));
