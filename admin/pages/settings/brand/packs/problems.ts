import type { PackProblem } from '../../../../../src/brand/catalogue/schema';
import type { Refusal } from '../../../../refusal';

const isProblem = (value: unknown): value is PackProblem =>
  typeof value === 'object' && value !== null && 'file' in value && 'code' in value && 'message' in value;

/** The files of a pack that the server did not take, from its refusal. */
export function packProblemsOf({ details }: Refusal): readonly PackProblem[] {
  const problems = details['problems'];
  return Array.isArray(problems) ? problems.filter(isProblem) : [];
}
