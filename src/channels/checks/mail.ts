import { graphemesOf, isUnseen } from '../count';
import type { ChannelRules, Limit } from '../rules/rules';
import type { Copy, CopyProblem } from '../schema';
import { error, parts, tooLong, warning, type Part } from './problem';

/** What is wrong with what an e-mail says before it is opened. */
export function mailProblems({ subject = '', preheader = '' }: Copy, rules: ChannelRules): CopyProblem[] {
  if (rules.subject === undefined) return [];
  const { required, graphemes, advised } = rules.subject;
  if (isUnseen(subject))
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
