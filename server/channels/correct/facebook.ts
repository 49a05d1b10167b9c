import { z } from 'zod';
import type { Corrected } from '../../../src/channels/channel';
import { isUnknownThing } from '../../../src/channels/outcomes/meta/outcome';
import type { Outgoing } from '../../http/outgoing';
import { graphCall, graphOutcome, type GraphAccess } from '../meta/graph';
import { corrected, goneSince, notCorrected } from './corrected';

const done = z.object({ success: z.literal(true) });

/** Changes the message of a Page's post; its link and its photos stay (developers.facebook.com/docs/pages-api/posts, "Update a Page post"). */
export async function correctPagePost(
  http: Outgoing,
  access: GraphAccess,
  remoteId: string,
  message: string,
  now: () => number,
): Promise<Corrected> {
  const call = { path: `/${encodeURIComponent(remoteId)}`, json: { message }, answer: done };
  const answer = await graphCall(http, access, call, now);
  if (answer.ok) return corrected('Facebook');
  if ('refusal' in answer && isUnknownThing(answer.refusal)) return goneSince;
  return notCorrected(answer, graphOutcome(answer, 'read', now()), 'Facebook', now());
}
