import type { CopyCheck } from '../../src/channels/schema';
import type { Problem } from '../../src/shared/result';

/** The refusal for copies that do not fit their channels: says what and by how much. */
export function copiesProblem(
  copies: readonly { readonly channel: string; readonly check: CopyCheck }[],
): Problem {
  const problems = copies.flatMap(({ channel, check }) =>
    check.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, path }) => ({ channel, code, message, path })),
  );
  return {
    code: 'campaign.copy-over-limit',
    message: problems.map(({ message }) => message).join(' '),
    path: 'copies',
    details: { problems },
  };
}
