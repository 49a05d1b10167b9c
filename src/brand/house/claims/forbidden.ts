import { foldPhrase } from '../../fold';
import type { BlockRule, LiteralRule, RuleFacts } from '../../engine/rule';
import type { BrandKit, ForbiddenClaim } from '../../schema';
import { wildcardRanges } from './wildcard';

/** A rule for each claim that must not be made. It is reported even inside a longer phrase that another rule is about. */
export const forbiddenClaimRules = (kit: BrandKit): readonly (BlockRule | LiteralRule)[] =>
  kit.forbiddenClaims.map(claimRule);

function claimRule({
  pattern,
  reason,
  severity,
  locales,
  channels,
}: ForbiddenClaim): BlockRule | LiteralRule {
  const lower = foldPhrase(pattern).lower.replace(/\*+/g, '*');
  const facts: RuleFacts = {
    id: `brand.claim/${lower}`,
    severity,
    scope: { locales, channels },
    explanation: `“${pattern}” is a claim that must not be made.${reason === '' ? '' : ` ${reason}`}`,
    examples: { fail: [saidOf(pattern)], pass: [] },
  };
  const verdictOn = (said: string) => {
    const why = reason === '' ? '' : ` ${reason}`;
    return {
      message: `“${said}” is a claim that must not be made: remove or rephrase it.${why}`,
      words: { key: 'claim.forbidden', values: { said, why } },
    };
  };
  if (!lower.includes('*'))
    return {
      ...facts,
      kind: 'literal',
      phrases: [lower],
      wholeWord: true,
      overlap: 'insists',
      concerns: () => true,
      judge: ({ said }) => verdictOn(said),
    };
  const rangesIn = wildcardRanges(pattern);
  return {
    ...facts,
    kind: 'block',
    find: (block) =>
      rangesIn(block).map((range) => ({ ...range, ...verdictOn(block.text.slice(range.start, range.end)) })),
  };
}

/** The claim as somebody may say it: one word for a lone `*`, nothing more for one at a word. */
const saidOf = (pattern: string): string =>
  pattern
    .split(' ')
    .map((word) => (/^\*+$/.test(word) ? 'everything' : word.replaceAll('*', '')))
    .join(' ');
