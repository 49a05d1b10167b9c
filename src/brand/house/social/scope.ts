import type { RuleScope } from '../../engine/rule';
import type { SocialPolicy } from '../../schema';

/** The kind of channel that a policy is for; `*` is for all copies. */
export const scopeOf = ({ channel }: SocialPolicy): RuleScope =>
  channel === '*' ? {} : { channels: [channel] as unknown as NonNullable<RuleScope['channels']> };
