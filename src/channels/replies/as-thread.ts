import { checkCopy } from '../check-copy';
import { utf8BytesOf } from '../count';
import type { ChannelRules } from '../rules/rules';
import type { Copy } from '../schema';
import { replyText } from './check';
import { splitText, type PartRoom } from './split';

/** Whether a thread is what a text too long for its channel can become. */
export function canBeThread(rules: ChannelRules, copy: Copy): boolean {
  if (rules.replies?.kind !== 'thread') return false;
  const reply = replyRoom(rules);
  return (
    !isIn(copy.text, postRoom(rules, copy)) || (copy.replies ?? []).some(({ text }) => !isIn(text, reply))
  );
}

/** The copy as a thread: what does not fit in a text goes on in the next one, and nothing of it is lost. */
export function asThread(
  rules: ChannelRules,
  copy: Copy,
  locale: string | null,
): { readonly text: string; readonly replies: { text: string }[] } {
  const reply = replyRoom(rules);
  const [text = '', ...rest] = splitText(copy.text, postRoom(rules, copy), reply, locale);
  const replies = [
    ...rest,
    ...(copy.replies ?? []).flatMap((one) => splitText(one.text, reply, reply, locale)),
  ];
  return { text, replies: replies.map((one) => ({ text: one })) };
}

const isIn = (text: string, { max, bytes, measure }: PartRoom): boolean =>
  measure(text) <= max && utf8BytesOf(text) <= bytes;

/** Of the post itself, with its address behind it and its pictures beside it. */
function postRoom(rules: ChannelRules, copy: Copy): PartRoom {
  const countOf = (text: string) => checkCopy(rules, { ...copy, text }).count;
  const max = checkCopy(rules, copy).limit ?? Infinity;
  return { max, bytes: rules.text.utf8Bytes?.max ?? Infinity, measure: countOf };
}

function replyRoom(rules: ChannelRules): PartRoom {
  const { limit, bytes, measure } = replyText(rules);
  return { max: limit?.max ?? Infinity, bytes: bytes?.max ?? Infinity, measure };
}
