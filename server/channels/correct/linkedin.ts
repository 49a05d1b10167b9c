import { z } from 'zod';
import type { Corrected } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { changeFailure, isGone, linkedinCall, linkedinEnd, type LinkedinAccount } from '../linkedin/api';
import { corrected, goneSince, notCorrected } from './corrected';

/** Changes the commentary of a post, the only part of one that may change (learn.microsoft.com, Posts API, "Update Posts"). */
export async function correctShare(
  http: Outgoing,
  account: LinkedinAccount,
  remoteId: string,
  commentary: string,
  now: () => number,
): Promise<Corrected> {
  const call = {
    path: `/rest/posts/${encodeURIComponent(remoteId)}`,
    restli: 'PARTIAL_UPDATE',
    json: { patch: { $set: { commentary } } },
    answer: z.unknown(),
  } as const;
  const answer = await linkedinCall(http, account, call, now);
  const failed = changeFailure(answer, account);
  if (!failed) return { ...corrected('LinkedIn'), ...(answer.sent ? { sent: answer.sent } : {}) };
  if (isGone(failed)) return goneSince;
  return notCorrected(failed, linkedinEnd(failed, 'read', now()), 'LinkedIn', now());
}
