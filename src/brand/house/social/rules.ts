import type { Block, QuoteOf, Rule, Subject } from '../../engine/rule';
import type { BrandKit } from '../../schema';
import { emojiRules } from './emoji-rules';
import { hashtagRules } from './hashtag-rules';

/** Hashtags and emoji, as each kind of channel wants them. `*` is for every copy whose channel has no policy of its own. */
export const socialRules = ({ social }: BrandKit): readonly Rule[] =>
  social.flatMap((policy) => {
    const own =
      policy.channel === '*' ? social.map(({ channel }) => channel).filter((one) => one !== '*') : [];
    return [...hashtagRules(policy), ...emojiRules(policy)].map((rule) => notOn(rule, own));
  });

/** The entry itself has no hashtags to count, whatever its texts hold. */
function notOn(rule: Rule, kinds: readonly string[]): Rule {
  const isOff = (kind: string | null): boolean => kind === null || kinds.includes(kind);
  if (rule.kind === 'block')
    return {
      ...rule,
      find: (block: Block, among?: readonly number[]) =>
        isOff(block.channel) ? [] : rule.find(block, among),
    };
  if (rule.kind === 'subject')
    return {
      ...rule,
      find: (subject: Subject, quoteOf: QuoteOf) =>
        isOff(subject.channel?.kind ?? null) ? [] : rule.find(subject, quoteOf),
    };
  return rule;
}
