import { z } from 'zod';
import type { Recalled } from '../../../src/channels/channel';
import { isUnknownThing } from '../../../src/channels/outcomes/meta/outcome';
import type { Outgoing } from '../../http/outgoing';
import { notDone } from '../not-done';
import { graphCall, graphOutcome, type GraphAccess } from './graph';

const done = z.object({ success: z.literal(true) });

/** Deletes what a remote id names. The network answers alike to a second call and to an id that it never knew: it is not there. */
export async function recallThing(
  http: Outgoing,
  access: GraphAccess,
  remoteId: string,
  code: string,
  now: () => number,
): Promise<Recalled> {
  const { network } = access;
  const answer = await graphCall(
    http,
    access,
    { path: `/${encodeURIComponent(remoteId)}`, method: 'DELETE', answer: done },
    now,
  );
  if (answer.ok) return { kind: 'recalled', code: '', message: `The post was deleted on ${network}.` };
  if ('refusal' in answer && isUnknownThing(answer.refusal))
    return { kind: 'gone', code: '', message: 'The post was not there any more.' };
  const words = {
    code,
    still: `The post is still on ${network}.`,
    inDoubt: `Whether the post is still on ${network} is not known.`,
  };
  return notDone(answer, graphOutcome(answer, 'read', now()), words, now());
}
