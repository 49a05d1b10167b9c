import { mailProblems } from './checks/mail';
import { pictureProblems } from './checks/pictures';
import { error, tooLong, warning } from './checks/problem';
import { graphemesOf, isUnseen, utf8BytesOf } from './count';
import { hashtagsOf } from './counters/hashtags';
import { inlineLength } from './counters/inline-links';
import { mentionsIn } from './mentions/mention';
import { replyProblems } from './replies/check';
import { channelRules } from './rules';
import { textLimitOf, type ChannelRules } from './rules/rules';
import type { BuiltInKind, Copy, CopyCheck, CopyProblem } from './schema';
import { copyVideoProblems } from './video/check';
import { wordsWithVideo } from './video/words';

/** The copy measured against its channel, by its kind or its rules: what is wrong, by how much, and what to do. It never throws for text. */
export function checkCopy(of: BuiltInKind | ChannelRules, copy: Copy): CopyCheck {
  const rules = typeof of === 'string' ? channelRules[of] : of;
  return {
    count: lengthOf(copy, rules),
    limit: textLimitOf(rules, shownBeside(copy))?.max ?? null,
    unit: 'characters',
    problems: [
      ...textProblems(copy, rules),
      ...cardProblems(copy, rules),
      ...pictureProblems(copy, rules),
      ...copyVideoProblems(copy, rules),
      ...mailProblems(copy, rules),
      ...replyProblems(copy, rules),
    ],
  };
}

/** Whether the copy can be scheduled: warnings do not stop it. */
export const isSendable = (check: CopyCheck): boolean =>
  check.problems.every(({ severity }) => severity !== 'error');

/** Pictures beside the text; a video leaves as much room for it as one picture. */
const shownBeside = ({ pictures, video }: Copy): number => pictures.length + (video ? 1 : 0);

/** The words as they stand in the post, where the network is not told of the page in another way. */
const wordsOf = (copy: Copy, { link }: ChannelRules): string =>
  link === 'card' ? wordsWithVideo(copy) : copy.text;

/** Characters of the text as the channel counts them. */
function lengthOf(copy: Copy, rules: ChannelRules): number {
  const { text, link } = copy;
  const { characters, inlineLinks } = rules.text;
  if (characters) return characters.measure(text, link);
  return inlineLinks ? inlineLength(text, link, inlineLinks) : graphemesOf(wordsOf(copy, rules));
}

function textProblems(copy: Copy, rules: ChannelRules): CopyProblem[] {
  const { text, link } = copy;
  const { label, text: rule } = rules;
  const isEmpty = isUnseen(text) && link === null && shownBeside(copy) === 0;
  if (rule.required && isEmpty)
    return [
      error('copy.empty', 'text', `There is nothing to post. Write a text for ${label}.`, { channel: label }),
    ];
  return [
    ...textTooLong(copy, rules),
    ...tooLong('text', 'text', utf8BytesOf(wordsOf(copy, rules)), rule.utf8Bytes, 'byte', label),
    ...tooMany('hashtags', text, rule, label),
    ...tooMany('mentions', text, rule, label),
    ...numbersToCall(text, rule.numbers, label),
  ];
}

/** A text that would fit without its pictures or its video says so. */
function textTooLong(copy: Copy, rules: ChannelRules): CopyProblem[] {
  const length = lengthOf(copy, rules);
  const limit = textLimitOf(rules, shownBeside(copy));
  const alone = textLimitOf(rules, 0);
  if (!limit || !alone || length <= limit.max || length > alone.max)
    return tooLong('text', 'text', length, limit, 'character', rules.label);
  return [
    error(
      'copy.too-long-with-pictures',
      'text',
      `With pictures or a video ${rules.label} takes ${limit.max} characters of text, this one has ${length}. Shorten it, or remove them: without them ${alone.max} are allowed.`,
      { channel: rules.label, length, max: limit.max, alone: alone.max },
    ),
  ];
}

const counted = {
  hashtags: { code: 'copy.too-many-hashtags', of: hashtagsOf },
  mentions: { code: 'copy.too-many-mentions', of: mentionsIn },
} as const;

function tooMany(
  what: keyof typeof counted,
  text: string,
  { [what]: limit }: ChannelRules['text'],
  label: string,
): CopyProblem[] {
  const { code, of } = counted[what];
  const count = limit ? of(text) : 0;
  if (!limit || count <= limit.max) return [];
  const values = { channel: label, max: limit.max, count, over: count - limit.max };
  return [
    error(
      code,
      'text',
      `${label} takes ${limit.max} ${what}, this text has ${count}. Remove ${values.over}.`,
      values,
    ),
  ];
}

function numbersToCall(text: string, rule: ChannelRules['text']['numbers'], label: string): CopyProblem[] {
  const [number] = rule?.found(text) ?? [];
  if (number === undefined) return [];
  return [
    warning(
      'copy.number-to-call',
      'text',
      `${label} takes posts down that have a telephone number in the text, and ${number} looks like one. Remove it: the profile has a button to call.`,
      { channel: label, number },
    ),
  ];
}

function cardProblems(copy: Copy, rules: ChannelRules): CopyProblem[] {
  const { title = '', description = '', link, pictures } = copy;
  const beside = rules.link === 'card' && link !== null && pictures.length > 1;
  return [
    ...tooLong('title', 'title', graphemesOf(title), rules.title?.graphemes, 'character', rules.label),
    ...tooLong(
      'description',
      'description',
      graphemesOf(description),
      rules.description?.graphemes,
      'character',
      rules.label,
    ),
    ...(beside
      ? [
          warning(
            'copy.card-shows-one-picture',
            'pictures[1]',
            `${rules.label} shows a link card or pictures, not both: only the first picture is seen, on the card. See that it is the one that matters; to show all, a program has to send the copy without its link.`,
            { channel: rules.label },
          ),
        ]
      : []),
  ];
}
