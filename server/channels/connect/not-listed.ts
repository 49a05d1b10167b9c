import type { Outcome } from '../../../src/channels/channel';
import type { Problem } from '../../../src/shared/result';

/** Why a network did not tell among which accounts somebody may choose. */
export const notListed = (outcome: Outcome): Problem => ({
  code: 'connect.network-failed',
  message: `The accounts could not be listed. ${'message' in outcome ? outcome.message : ''}`.trim(),
});
