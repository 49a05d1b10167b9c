import { graphemesOf, isUnseen, utf8BytesOf } from '../count';
import { inlineLength } from '../counters/inline-links';
import type { ChannelRules, Limit } from '../rules/rules';
import type { Copy, CopyProblem } from '../schema';

type Rules = Pick<ChannelRules, 'label' | 'text' | 'replies'>;

/** How long one reply may be, and how the channel counts it. */
export function replyText({ text, replies }: Pick<ChannelRules, 'text' | 'replies'>): {
  readonly limit: Limit | undefined;
  readonly bytes: Limit | undefined;
  readonly measure: (text: string) => number;
} {
  const { characters, graphemes, utf8Bytes: bytes } = replies?.text ?? text;
  const { inlineLinks } = text;
  const measure = (written: string): number => {
    if (characters) return characters.measure(written, null);
    return inlineLinks ? inlineLength(written, null, inlineLinks) : graphemesOf(written);
  };
  return { limit: characters ?? graphemes, bytes, measure };
}

/** The replies of a copy measured against its channel: too many, empty, too long. Nothing to say where there are none. */
export function replyProblems({ replies = [] }: Pick<Copy, 'replies'>, rules: Rules): CopyProblem[] {
  const { label: channel } = rules;
  if (replies.length === 0) return [];
  if (!rules.replies)
    return [
      error('copy.no-replies', 'replies', `Nothing can be posted beneath a post on ${channel}. Remove it.`, {
        channel,
      }),
    ];
  const { most } = rules.replies;
  const over = replies.length - most.max;
  return [
    ...(over > 0
      ? [
          error(
            'copy.too-many-replies',
            `replies[${most.max}]`,
            `${channel} takes ${most.max === 1 ? 'one text' : `${most.max} texts`} beneath a post, there are ${replies.length}. Remove ${over}.`,
            { channel, max: most.max, count: replies.length, over },
          ),
        ]
      : []),
    ...replies.flatMap(({ text }, index) => oneProblems(text, index, rules)),
  ];
}

function oneProblems(text: string, index: number, rules: Rules): CopyProblem[] {
  const path = `replies[${index}].text`;
  const number = index + 1;
  if (isUnseen(text))
    return [
      error('copy.reply-empty', path, `Text ${number} beneath the post is empty. Write it, or remove it.`, {
        number,
      }),
    ];
  const { limit, bytes, measure } = replyText(rules);
  return [
    ...tooLong(path, number, measure(text), limit, 'character', rules.label),
    ...tooLong(path, number, utf8BytesOf(text), bytes, 'byte', rules.label),
  ];
}

function tooLong(
  path: string,
  number: number,
  length: number,
  limit: Limit | undefined,
  unit: 'character' | 'byte',
  channel: string,
): CopyProblem[] {
  if (!limit || length <= limit.max) return [];
  const over = length - limit.max;
  const units = over === 1 ? unit : `${unit}s`;
  return [
    error(
      'copy.reply-too-long',
      path,
      `Text ${number} beneath the post is ${over} ${units} too long for ${channel}: it has ${length}, ${limit.max} are allowed. Shorten it.`,
      { number, over, unit, channel, length, max: limit.max },
    ),
  ];
}

const error = (
  code: string,
  path: string,
  message: string,
  values: NonNullable<CopyProblem['values']>,
): CopyProblem => ({ severity: 'error', code, path, message, values });
