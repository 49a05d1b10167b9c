import { graphemesOf, utf8BytesOf } from './count';
import { inlineLength } from './counters/inline-links';
import { channelRules } from './rules';
import type { ChannelRules, Limit } from './rules/rules';
import type { ChannelKind, Copy, CopyCheck, CopyProblem } from './schema';

/** The copy measured against its channel: what is wrong, by how much, and what to do. It never throws for text. */
export function checkCopy(kind: ChannelKind, copy: Copy): CopyCheck {
  const rules = channelRules[kind];
  return {
    count: lengthOf(copy, rules),
    limit: rules.text.graphemes?.max ?? null,
    unit: 'characters',
    problems: [
      ...textProblems(copy, rules),
      ...cardProblems(copy, rules),
      ...pictureProblems(copy, rules),
      ...mailProblems(copy, rules),
    ],
  };
}

/** Whether the copy can be scheduled: warnings do not stop it. */
export const isSendable = (check: CopyCheck): boolean =>
  check.problems.every(({ severity }) => severity !== 'error');

/** Characters of the text as the channel counts them. */
const lengthOf = ({ text, link }: Copy, { text: { inlineLinks } }: ChannelRules): number =>
  inlineLinks ? inlineLength(text, link, inlineLinks) : graphemesOf(text);

function textProblems(copy: Copy, rules: ChannelRules): CopyProblem[] {
  const { text, link, pictures } = copy;
  const { label, text: rule } = rules;
  const isEmpty = text.trim() === '' && link === null && pictures.length === 0;
  if (rule.required && isEmpty)
    return [error('copy.empty', 'text', `There is nothing to post. Write a text for ${label}.`)];
  return [
    ...tooLong('text', 'The text', lengthOf(copy, rules), rule.graphemes, 'character', label),
    ...tooLong('text', 'The text', utf8BytesOf(text), rule.utf8Bytes, 'byte', label),
  ];
}

function cardProblems(copy: Copy, rules: ChannelRules): CopyProblem[] {
  const { title = '', description = '', link, pictures } = copy;
  const beside = rules.link === 'card' && link !== null && pictures.length > 1;
  return [
    ...tooLong('title', 'The title', graphemesOf(title), rules.title?.graphemes, 'character', rules.label),
    ...tooLong(
      'description',
      'The description',
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
          ),
        ]
      : []),
  ];
}

function pictureProblems(
  { pictures, link }: Copy,
  { label, pictures: rule, link: shown }: ChannelRules,
): CopyProblem[] {
  if (rule.max === 0) return [];
  const over = pictures.length - rule.max;
  const isCard = shown === 'card' && link !== null;
  return [
    ...(over > 0
      ? [
          error(
            'copy.too-many-pictures',
            `pictures[${rule.max}]`,
            `${label} takes ${rule.max} pictures, this copy has ${pictures.length}. Remove ${over}.`,
          ),
        ]
      : []),
    ...pictures.flatMap(({ alt }, index) => {
      const path = `pictures[${index}].alt`;
      const length = graphemesOf(alt);
      // A link card has no place for an alt text.
      if (isCard) return [];
      if (alt.trim() !== '' || rule.alt === 'none')
        return tooLong(path, 'The alt text', length, rule.altGraphemes, 'character', label);
      const message = `Picture ${index + 1} has no alt text. Say what it shows, for people who cannot see it.`;
      return [
        rule.alt === 'required'
          ? error('copy.alt-missing', path, message)
          : warning('copy.alt-missing', path, message),
      ];
    }),
  ];
}

function mailProblems({ subject = '', preheader = '' }: Copy, rules: ChannelRules): CopyProblem[] {
  if (rules.subject === undefined) return [];
  const { required, graphemes, advised } = rules.subject;
  if (subject.trim() === '')
    return required
      ? [error('copy.subject-missing', 'subject', 'The e-mail has no subject. Write one.')]
      : [];
  if (/[\r\n]/.test(subject))
    return [error('copy.subject-lines', 'subject', 'The subject has a line break. Make it one line.')];
  const over = tooLong('subject', 'The subject', graphemesOf(subject), graphemes, 'character', rules.label);
  return [
    ...(over.length > 0 ? over : advisedProblems('subject', 'The subject', subject, advised)),
    ...advisedProblems('preheader', 'The preview text', preheader, rules.preheader?.advised),
  ];
}

function advisedProblems(
  path: string,
  what: string,
  text: string,
  advised: Limit | undefined,
): CopyProblem[] {
  const length = graphemesOf(text);
  if (advised === undefined || length <= advised.max) return [];
  return [
    warning(
      'copy.long',
      path,
      `${what} has ${length} characters; many programs cut it after ${advised.max}. Put what matters first.`,
    ),
  ];
}

function tooLong(
  path: string,
  what: string,
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
      `${what} is ${over} ${units} too long for ${label}: it has ${length}, ${limit.max} are allowed. Shorten it.`,
    ),
  ];
}

const error = (code: string, path: string, message: string): CopyProblem => ({
  severity: 'error',
  code,
  path,
  message,
});

const warning = (code: string, path: string, message: string): CopyProblem => ({
  severity: 'warning',
  code,
  path,
  message,
});
