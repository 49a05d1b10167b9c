import { errors } from '@strapi/utils';
import { codes } from '../src/shared/codes';
import type { Category } from '../src/shared/codes/entry';
import type { Problem, Result } from '../src/shared/result';

/** The Strapi error that answers a refusal: right status, the sentence, and `details.code` to branch on. */
export function strapiErrorOf(problem: Problem): Error {
  const details = {
    ...problem.details,
    code: problem.code,
    ...(problem.path === undefined ? {} : { path: problem.path }),
  };
  const { category }: { readonly category: Category } = codes[problem.code];
  switch (category) {
    case 'invalid':
      return new errors.ValidationError(problem.message, details);
    case 'unauthorised':
      return new errors.UnauthorizedError(problem.message, details);
    // ForbiddenError hides its message from the caller; PolicyError shows it with the same status 403.
    case 'forbidden':
      return new errors.PolicyError(problem.message, details);
    case 'not-found':
      return new errors.NotFoundError(problem.message, details);
    case 'conflict':
      return new errors.ApplicationError(problem.message, details);
    case 'too-large':
      return new errors.PayloadTooLargeError(problem.message, details);
    case 'too-many':
      return new errors.RateLimitError(problem.message, details);
    case 'unavailable':
      return new errors.ApplicationError(problem.message, details);
    default:
      return category satisfies never;
  }
}

/** The value, or the refusal thrown as a Strapi error. For controllers and the gate only. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw strapiErrorOf(result.error);
}
