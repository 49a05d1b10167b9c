import type { ToldValues } from '../../shared/told';
import type { Limit } from '../rules/rules';
import type { CopyProblem } from '../schema';

/** Parts of a copy as sentences name them. */
export const parts = {
  text: 'The text',
  title: 'The title',
  description: 'The description',
  alt: 'The alt text',
  subject: 'The subject',
  preheader: 'The preview text',
} as const;
export type Part = keyof typeof parts;

/** A part of a copy that is longer than its channel takes. */
export function tooLong(
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
export const error = problem('error');
export const warning = problem('warning');
