import { graphemesOf, isUnseen } from '../count';
import type { ChannelRules } from '../rules/rules';
import type { Copy, CopyProblem } from '../schema';
import { error, tooLong, warning } from './problem';

/** What is wrong with the pictures of a copy before anybody looks into their files. */
export function pictureProblems(
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
      if (!isUnseen(alt) || rule.alt === 'none')
        return tooLong(path, 'alt', length, rule.altGraphemes, 'character', label);
      const message = `Picture ${index + 1} has no alt text. Say what it shows, for people who cannot see it.`;
      const say = rule.alt === 'required' ? error : warning;
      return [say('copy.alt-missing', path, message, { picture: index + 1 })];
    }),
  ];
}
