import type { ToldValues } from '../shared/told';
import { graphemesOf, utf8BytesOf } from './count';
import { hashtagsOf } from './counters/hashtags';
import { inlineLength } from './counters/inline-links';
import { replyProblems } from './replies/check';
import { channelRules } from './rules';
import { textLimitOf, type ChannelRules, type Limit } from './rules/rules';
import type { BuiltInKind, Copy, CopyCheck, CopyProblem } from './schema';
import { copyVideoProblems } from './video/check';
import { wordsWithVideo } from './video/words';

/** Parts of a copy as sentences name them. */
const parts = {
  text: 'The text',
  title: 'The title',
  description: 'The description',
  alt: 'The alt text',
  subject: 'The subject',
  preheader: 'The preview text',
} as const;
type Part = keyof typeof parts;

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
  const isEmpty = text.trim() === '' && link === null && shownBeside(copy) === 0;
  if (rule.required && isEmpty)
    return [
      error('copy.empty', 'text', `There is nothing to post. Write a text for ${label}.`, { channel: label }),
    ];
  return [
    ...textTooLong(copy, rules),
    ...tooLong('text', 'text', utf8BytesOf(wordsOf(copy, rules)), rule.utf8Bytes, 'byte', label),
    ...tooManyHashtags(text, rule.hashtags, label),
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

function tooManyHashtags(text: string, limit: Limit | undefined, label: string): CopyProblem[] {
  const count = limit ? hashtagsOf(text) : 0;
  if (!limit || count <= limit.max) return [];
  const values = { channel: label, max: limit.max, count, over: count - limit.max };
  return [
    error(
      'copy.too-many-hashtags',
      'text',
      `${label} takes ${limit.max} hashtags, this text has ${count}. Remove ${values.over}.`,
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
            `${rules.label} shows a link card or pictures, not both: only the first picture is seen, on the card. Remove the link to show all.`,
            { channel: rules.label },
          ),
        ]
      : []),
  ];
}

function pictureProblems(
  { pictures, link, video }: Copy,
  { label, pictures: rule, link: shown }: ChannelRules,
): CopyProblem[] {
  if (rule.max === 0) return [];
  const { min = 0 } = rule;
  const over = pictures.length - rule.max;
  const isCard = shown === 'card' && link !== null;
  return [
    ...(pictures.length < min && !video
      ? [
          error(
            'copy.too-few-pictures',
            'pictures',
            `${label} takes posts with at least ${min === 1 ? 'one picture' : `${min} pictures`}, this copy has ${pictures.length || 'not one'}. Choose a cover in the entry, or leave this channel out.`,
            { channel: label, min, count: pictures.length },
          ),
        ]
      : []),
    ...(over > 0
      ? [
          error(
            'copy.too-many-pictures',
            `pictures[${rule.max}]`,
            `${label} takes ${rule.max} pictures, this copy has ${pictures.length}. Remove ${over}.`,
            { channel: label, max: rule.max, count: pictures.length, over },
          ),
        ]
      : []),
    ...pictures.flatMap(({ alt }, index) => {
      const path = `pictures[${index}].alt`;
      const length = graphemesOf(alt);
      // A link card has no place for an alt text.
      if (isCard) return [];
      if (alt.trim() !== '' || rule.alt === 'none')
        return tooLong(path, 'alt', length, rule.altGraphemes, 'character', label);
      const message = `Picture ${index + 1} has no alt text. Say what it shows, for people who cannot see it.`;
      const say = rule.alt === 'required' ? error : warning;
      return [say('copy.alt-missing', path, message, { picture: index + 1 })];
    }),
  ];
}

function mailProblems({ subject = '', preheader = '' }: Copy, rules: ChannelRules): CopyProblem[] {
  if (rules.subject === undefined) return [];
  const { required, graphemes, advised } = rules.subject;
  if (subject.trim() === '')
    return required
      ? [error('copy.subject-missing', 'subject', 'The e-mail has no subject. Write one.', {})]
      : [];
  if (/[\r\n]/.test(subject))
    return [error('copy.subject-lines', 'subject', 'The subject has a line break. Make it one line.', {})];
  const over = tooLong('subject', 'subject', graphemesOf(subject), graphemes, 'character', rules.label);
  return [
    ...(over.length > 0 ? over : advisedProblems('subject', 'subject', subject, advised)),
    ...advisedProblems('preheader', 'preheader', preheader, rules.preheader?.advised),
  ];
}

function advisedProblems(path: string, part: Part, text: string, advised: Limit | undefined): CopyProblem[] {
  const length = graphemesOf(text);
  if (advised === undefined || length <= advised.max) return [];
  return [
    warning(
      'copy.long',
      path,
      `${parts[part]} has ${length} characters; many programs cut it after ${advised.max}. Put what matters first.`,
      { part, length, max: advised.max },
    ),
  ];
}

function tooLong(
  path: string,
  part: Part,
  length: number,
  limit: Limit | undefined,
  unit: 'character' | 'byte',
  label: string,
): CopyProblem[] {
  if (limit === undefined || length <= limit.max) return [];
  const over = length - limit.max;
  const units = over === 1 ? unit : `${unit}s`;
  return [
    error(
      'copy.too-long',
      path,
      `${parts[part]} is ${over} ${units} too long for ${label}: it has ${length}, ${limit.max} are allowed. Shorten it.`,
      { part, over, unit, channel: label, length, max: limit.max },
    ),
  ];
}

const problem =
  (severity: CopyProblem['severity']) =>
  (code: string, path: string, message: string, values: ToldValues): CopyProblem => ({
    ...{ severity, code, path, message, values },
  });
const error = problem('error');
const warning = problem('warning');
