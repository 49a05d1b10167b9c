import type { Block, BlockRule, Hit, Range, Rule, Subject, SubjectRule } from '../../engine/rule';
import type { SocialPolicy } from '../../schema';
import { findingAt, findingIn, mostTold } from '../finding';
import { scopeOf } from './scope';

type Policy = NonNullable<SocialPolicy['hashtags']>;

const hashtag = /(?<![\p{L}\p{N}_&/#])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu;

const bare = (tag: string): string => tag.replace(/^#/, '').normalize('NFC').toLowerCase();
const withSign = (tag: string): string => (tag.startsWith('#') ? tag : `#${tag}`);

/** How many hashtags, and which. */
export function hashtagRules(policy: SocialPolicy): readonly Rule[] {
  const { hashtags } = policy;
  return hashtags ? [countRule(policy, hashtags), spellingRule(policy, hashtags)] : [];
}

function tagsOf(
  subject: Subject,
): readonly { readonly block: Block; readonly range: Range; readonly tag: string }[] {
  return subject.blocks
    .filter(({ kind, text }) => kind !== 'alt' && kind !== 'code' && text.includes('#'))
    .flatMap((block) =>
      [...block.text.matchAll(hashtag)].map(({ index, 0: tag }) => ({
        block,
        range: { start: index, end: index + tag.length },
        tag,
      })),
    );
}

function countRule(policy: SocialPolicy, { min, max, required }: Policy): SubjectRule {
  const { severity } = policy;
  const rule = 'social.hashtags';
  const must = required.map(withSign);
  const words = (count: number) =>
    Array.from({ length: count }, (_, n) => ` #Tag${'ABCDEFGHIJ'[n % 10] ?? ''}${n}`).join('');
  const enough = `Fresh bread.${must.map((tag) => ` ${tag}`).join('')}${words(Math.max(0, min - must.length))}`;
  return {
    kind: 'subject',
    id: rule,
    severity,
    scope: scopeOf(policy),
    explanation: 'A post has as many hashtags as its network likes, and those that we always use.',
    examples: {
      fail: [
        ...(max < 50 ? [`Fresh bread.${words(max + 1)}`] : []),
        ...(min + must.length > 0 ? ['Fresh bread.'] : []),
      ],
      pass: [enough],
    },
    find: (subject, quoteOf) => {
      const tags = tagsOf(subject);
      const body = subject.blocks.find(({ role }) => role === 'body') ?? subject.blocks[0];
      const end = body ? { field: body.piece.field, start: 0, end: 0 } : { field: 'text', start: 0, end: 0 };
      const tooMany = tags.slice(max, max + mostTold).flatMap(({ block, range }) => {
        const values = { count: tags.length, most: max };
        return findingIn(block, range, quoteOf, {
          rule,
          severity,
          message: `Hashtags: ${values.count}. At most ${values.most} are wanted here; keep the best.`,
          words: { key: 'social.hashtags-many', values },
        });
      });
      const values = { count: tags.length, least: min };
      const tooFew =
        tags.length >= min
          ? []
          : [
              findingAt(end, quoteOf, {
                rule,
                severity,
                message: `Hashtags: ${values.count}. At least ${values.least} are wanted here.`,
                words: { key: 'social.hashtags-few', values },
              }),
            ];
      const missing = must.filter((tag) => !tags.some((one) => bare(one.tag) === bare(tag))).join(' ');
      const lacking =
        missing === ''
          ? []
          : [
              findingAt(end, quoteOf, {
                rule,
                severity,
                message: `${missing} must be in every post here. Add it.`,
                words: { key: 'social.hashtags-missing', values: { missing } },
              }),
            ];
      // One place has one finding of a rule: what is missing says more than how many.
      return [...tooMany, ...(lacking.length > 0 ? lacking : tooFew)];
    },
  };
}

/** Without capitals, longer ones are read as one word. */
const longOne = 10;

function spellingRule(policy: SocialPolicy, { known, required, forbidden, camelCase }: Policy): BlockRule {
  const spelled = new Map([...known, ...required].map((tag) => [bare(tag), withSign(tag)]));
  const banned = new Set(forbidden.map(bare));
  const shout = [...spelled.values()].find((tag) => tag !== tag.toUpperCase());
  return {
    kind: 'block',
    id: 'social.hashtag',
    severity: policy.severity,
    scope: scopeOf(policy),
    needs: ['#'],
    explanation:
      'Hashtags are written as we always write them, with a capital for each word, and some are never used.',
    examples: {
      fail: [
        ...forbidden.slice(0, 1).map((tag) => `Bread ${withSign(tag)}`),
        ...(camelCase ? ['Bread #freshsourdoughbread'] : []),
        ...(shout ? [`Bread ${shout.toUpperCase()}`] : []),
      ],
      pass: ['Bread #FreshSourdough #rye'],
    },
    find: ({ text, kind }) =>
      kind === 'alt'
        ? []
        : [...text.matchAll(hashtag)].flatMap(({ index, 0: said }): Hit | readonly Hit[] => {
            const range = { start: index, end: index + said.length };
            const right = spelled.get(bare(said));
            if (banned.has(bare(said)))
              return {
                ...range,
                message: `${said} is a hashtag that we do not use. Choose another.`,
                words: { key: 'social.hashtag-forbidden', values: { said } },
              };
            if (right && right !== said)
              return {
                ...range,
                message: `Write the hashtag as ${right}, not ${said}.`,
                words: { key: 'social.hashtag-spelling', values: { said, right } },
                replacements: [right],
              };
            if (!camelCase || right || said.length <= longOne || /\p{Lu}|_/u.test(said)) return [];
            return {
              ...range,
              message: `${said} has no capitals: begin each word with one, so that screen readers read words.`,
              words: { key: 'social.hashtag-capitals', values: { said } },
            };
          }),
  };
}
