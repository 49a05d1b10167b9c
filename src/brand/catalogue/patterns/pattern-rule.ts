import type { BlockRule, Hit } from '../../engine/rule';
import type { BrandPattern } from '../../schema';

/** One match: where it begins, and what its groups hold; the first is the match itself. */
export interface PatternMatch {
  readonly start: number;
  readonly groups: readonly (string | undefined)[];
}

/** The rule of a pattern; `search` finds all matches in a text and is asked once for a block. */
export function patternRule(
  pattern: BrandPattern,
  search: (text: string) => readonly PatternMatch[],
): BlockRule {
  const { key, severity, locales, channels, message, replacement, examples, speed } = pattern;
  return {
    kind: 'block',
    id: `pattern/${key}`,
    severity,
    scope: { locales, channels },
    runs: speed === 'slow' ? 'server' : 'everywhere',
    explanation: message,
    examples,
    version: patternVersion(pattern),
    find: ({ text, masks }) =>
      search(text).flatMap(({ start, groups }): Hit[] => {
        const end = start + (groups[0]?.length ?? 0);
        if (end === start || masks.some(([from, to]) => start < to && from < end)) return [];
        const replacements = replacement === null ? [] : [expanded(replacement, groups)];
        return [{ start, end, message, replacements }];
      }),
  };
}

/** What makes it another pattern under the same key. */
export const patternVersion = ({ pattern, ignoreCase, replacement }: BrandPattern): string =>
  JSON.stringify([pattern, ignoreCase, replacement]);

/** `$1` to `$99` stand for groups, `$&` for the match, `$$` for a dollar sign. */
const expanded = (replacement: string, groups: PatternMatch['groups']): string =>
  replacement.replace(/\$(\$|&|\d{1,2})/g, (_, what: string) =>
    what === '$' ? '$' : (groups[what === '&' ? 0 : Number(what)] ?? ''),
  );
