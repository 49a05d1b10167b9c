import { z } from 'zod';
import { jsonOf } from '../../http/json-of';
import type { Outgoing } from '../../http/outgoing';
import type { TokenRequest } from '../../../src/channels/connect/oauth/token-request';

/** A person waits for it, and the channel is removed whatever comes of it. */
export const endingTakes = 5_000;

export type Revoked = 'ended' | 'unreached' | 'refused';

const refusal = z.object({ error: z.string() });

/** Asks a network to take access back (RFC 7009). What it does not know any more has ended. */
export async function revokeCall(http: Outgoing, request: TokenRequest): Promise<Revoked> {
  const answer = await http.send({ ...request, timeout: endingTakes, maxBytes: 65_536 });
  if (answer.kind !== 'answered' || answer.status >= 500 || answer.status === 429) return 'unreached';
  if (answer.status >= 200 && answer.status <= 299) return 'ended';
  const said = refusal.safeParse(jsonOf(answer)).data?.error;
  return said === 'invalid_token' || said === 'invalid_grant' ? 'ended' : 'refused';
}
