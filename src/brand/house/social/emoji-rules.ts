import type { BlockRule, Hit, Rule, SubjectRule } from '../../engine/rule';
import type { SocialPolicy } from '../../schema';
import { findingIn, mostTold } from '../finding';
import { bareEmoji, emoji } from './emoji';
import { scopeOf } from './scope';

type Policy = NonNullable<SocialPolicy['emoji']>;

/** How many emoji, and which. A family or a flag is one, however many characters it is made of. */
export function emojiRules(policy: SocialPolicy): readonly Rule[] {
  if (!policy.emoji) return [];
  const isChoosy = policy.emoji.forbidden.length > 0 || policy.emoji.allowed !== null;
  return [countRule(policy, policy.emoji), ...(isChoosy ? [choiceRule(policy, policy.emoji)] : [])];
}

function countRule(policy: SocialPolicy, { max }: Policy): SubjectRule {
  const { severity } = policy;
  return {
    kind: 'subject',
    id: 'social.emoji-count',
    severity,
    scope: scopeOf(policy),
    explanation: 'Few emoji: screen readers say the name of each.',
    examples: { fail: [`Bread ${'👩‍🍳'.repeat(max + 1)}`], pass: [`Bread ${'👩‍👩‍👧'.repeat(Math.min(max, 5))}`] },
    find: (subject, quoteOf) => {
      const found = subject.blocks
        .filter(({ kind }) => kind !== 'alt' && kind !== 'code')
        .flatMap((block) =>
          [...block.text.matchAll(emoji)].map(({ index, 0: said }) => ({
            block,
            range: { start: index, end: index + said.length },
          })),
        );
      const values = { count: found.length, most: max };
      return found.slice(max, max + mostTold).flatMap(({ block, range }) =>
        findingIn(block, range, quoteOf, {
          rule: 'social.emoji-count',
          severity,
          message: `Emoji: ${values.count}. At most ${values.most} are wanted here.`,
          words: { key: 'social.emoji-count', values },
        }),
      );
    },
  };
}

function choiceRule(policy: SocialPolicy, { forbidden, allowed }: Policy): BlockRule {
  const banned = new Set(forbidden.map(bareEmoji));
  const welcome = allowed === null ? null : new Set(allowed.map(bareEmoji));
  const isWrong = (said: string): boolean => banned.has(said) || (welcome !== null && !welcome.has(said));
  const wrong = forbidden[0] ?? ['🦄', '🥑'].find((one) => isWrong(one)) ?? '🦄';
  const right = ['🥖', '🍞', ...(allowed ?? [])].find((one) => !isWrong(bareEmoji(one)));
  return {
    kind: 'block',
    id: 'social.emoji',
    severity: policy.severity,
    scope: scopeOf(policy),
    explanation: 'Only emoji that suit us.',
    examples: { fail: [`Bread ${wrong}`], pass: right ? [`Bread ${right}`] : ['Bread'] },
    find: ({ text, kind }) =>
      kind === 'alt'
        ? []
        : [...text.matchAll(emoji)].flatMap(({ index, 0: said }): Hit | readonly Hit[] =>
            isWrong(bareEmoji(said))
              ? {
                  start: index,
                  end: index + said.length,
                  message: `${said} is no emoji that we use here. Choose another, or leave it out.`,
                  words: { key: 'social.emoji', values: { said } },
                }
              : [],
          ),
  };
}
