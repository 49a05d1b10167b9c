import { z } from 'zod';
import type { Published, Recalled } from '../../src/channels/channel';
import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import { mastodonOutcome } from '../../src/channels/outcomes/mastodon';
import type { Outgoing } from '../http/outgoing';
import { notDone } from './not-done';
import { mastodonCall, type MastodonAccount, type MastodonAnswer } from './mastodon-api';
import { plainOf, wordsOf } from './mastodon-look';
import { chainOf } from './replies/chain';
import { recallParts } from './replies/parts';

const context = z.object({
  descendants: z.array(
    z.object({
      id: z.string(),
      in_reply_to_id: z.string().nullable().catch(null),
      content: z.string(),
      account: z.object({ id: z.string() }),
    }),
  ),
});
const self = z.object({ id: z.string().min(1) });

/**
 * Takes back a post and the replies of its thread: a server leaves these where their post is deleted. They are found below the post
 * (docs.joinmastodon.org/methods/statuses, "Get parent and child statuses in context"), each by its words and by what it answers.
 */
export async function recallThread(
  http: Outgoing,
  account: MastodonAccount | null,
  sent: Pick<Published, 'remoteId' | 'copy'>,
  now: () => number,
): Promise<Recalled> {
  const take = (remoteId: string) => recallStatus(http, account, { remoteId }, now);
  const replies = sent.copy.replies ?? [];
  if (!account || replies.length === 0) return take(sent.remoteId);
  const path = `/api/v1/statuses/${encodeURIComponent(sent.remoteId)}/context`;
  const below = await mastodonCall(http, account, { path, answer: context }, now);
  if (!below.ok && 'refusal' in below && [404, 410].includes(below.refusal.status)) return headGone;
  const me = await mastodonCall(
    http,
    account,
    { path: '/api/v1/accounts/verify_credentials', answer: self },
    now,
  );
  if (!below.ok) return failed(below, now());
  if (!me.ok) return failed(me, now());
  const own = below.value.descendants
    .filter((one) => one.account.id === me.value.id)
    .map((one) => ({ id: one.id, under: one.in_reply_to_id, text: plainOf(one.content) }));
  const ids = chainOf(own, sent.remoteId, replies, wordsOf);
  return recallParts(ids, take, () => take(sent.remoteId));
}

const headGone = {
  kind: 'gone',
  code: '',
  message:
    'The post was not there any more. What was left of its thread cannot be found without it: look at the account, and delete it there.',
} as const satisfies Recalled;

/**
 * Deletes a post (docs.joinmastodon.org/methods/statuses, "Delete a status"). A server that has none under this id, or no
 * longer has it, answers 404, so a second call ends as the first. Null as account: its token cannot be read.
 */
async function recallStatus(
  http: Outgoing,
  account: MastodonAccount | null,
  { remoteId }: Pick<Published, 'remoteId'>,
  now: () => number,
): Promise<Recalled> {
  if (!account)
    return {
      kind: 'failed',
      code: 'channel.no-secret',
      message: `${stillThere.still} The channel has no access token that can be read. Connect the channel, or enter one in it.`,
    };
  const path = `/api/v1/statuses/${encodeURIComponent(remoteId)}`;
  const answer = await mastodonCall(http, account, { path, method: 'DELETE', answer: deleted }, now);
  if (answer.ok) return { kind: 'recalled', code: '', message: 'The post was deleted on Mastodon.' };
  if ('refusal' in answer && [404, 410].includes(answer.refusal.status))
    return { kind: 'gone', code: '', message: 'The post was not there any more.' };
  return failed(answer, now());
}

function failed(answer: Extract<MastodonAnswer<unknown>, { ok: false }>, now: number): Recalled {
  const outcome =
    'refusal' in answer
      ? mastodonOutcome(answer.refusal, 'read', now)
      : noAnswerOutcome(answer.noAnswer, 'read');
  return notDone(answer, outcome, stillThere, now);
}

const stillThere = {
  code: 'mastodon.still-there',
  still: 'The post is still on Mastodon.',
  inDoubt: 'Whether the post is still on Mastodon is not known.',
};

/** The post as it was, to write it anew. */
const deleted = z.object({ id: z.string() });
