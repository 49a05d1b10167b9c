import { z } from 'zod';
import type { Corrected } from '../../../src/channels/channel';
import { isGoneOnPinterest } from '../../../src/channels/outcomes/pins/pinterest';
import type { Outgoing } from '../../http/outgoing';
import { pinterestCall, pinterestEnd, type PinterestAccount } from '../pinterest/api';
import { corrected, goneSince, notCorrected } from './corrected';

const pin = z.object({ id: z.string() });

/** Changes the description of a pin; title, link and pictures stay (developers.pinterest.com/docs/api/v5/pins-update). */
export async function correctPin(
  http: Outgoing,
  account: PinterestAccount,
  remoteId: string,
  description: string,
  now: () => number,
): Promise<Corrected> {
  const path = `/pins/${encodeURIComponent(remoteId)}`;
  const call = { path, method: 'PATCH', json: { description }, answer: pin } as const;
  const answer = await pinterestCall(http, account, call, now);
  if (answer.ok) return { ...corrected('Pinterest'), ...(answer.sent ? { sent: answer.sent } : {}) };
  if ('refusal' in answer && isGoneOnPinterest(answer.refusal)) return goneSince;
  return notCorrected(answer, pinterestEnd(answer, 'read', now()), 'Pinterest', now());
}
