import type { Problem } from '../../src/shared/result';

export const noPublication = {
  code: 'publication.not-found',
  message: 'This publication does not exist any more. Reload the list.',
} as const satisfies Problem;

export const noCampaign = {
  code: 'campaign.not-found',
  message: 'This campaign does not exist any more. Reload the list.',
} as const satisfies Problem;
