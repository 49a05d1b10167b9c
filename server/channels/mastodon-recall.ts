import { z } from 'zod';
import type { Published, Recalled } from '../../src/channels/channel';
import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import { mastodonOutcome } from '../../src/channels/outcomes/mastodon';
import type { Outgoing } from '../http/outgoing';
import { mastodonCall, type MastodonAccount } from './mastodon-api';

/**
 * Deletes a post (docs.joinmastodon.org/methods/statuses, "Delete a status"). A server that has none under this id, or no
 * longer has it, answers 404, so a second call ends as the first. Null as account: its token cannot be read.
 */
export async function recallStatus(
  http: Outgoing,
  account: MastodonAccount | null,
  { remoteId }: Pick<Published, 'remoteId'>,
  now: () => number,
): Promise<Recalled> {
  if (!account)
    return {
      kind: 'failed',
      code: 'channel.no-secret',
      message: `${stillThere} The channel has no access token that can be read. Enter one in the channel.`,
    };
  const path = `/api/v1/statuses/${encodeURIComponent(remoteId)}`;
  const answer = await mastodonCall(http, account, { path, method: 'DELETE', answer: deleted }, now);
  if (answer.ok) return { kind: 'recalled', code: '', message: 'The post was deleted on Mastodon.' };
  if ('refusal' in answer && [404, 410].includes(answer.refusal.status))
    return { kind: 'gone', code: '', message: 'The post was not there any more.' };
  const outcome =
    'refusal' in answer
      ? mastodonOutcome(answer.refusal, 'read', now())
      : noAnswerOutcome(answer.noAnswer, 'read');
  const why = 'message' in outcome ? outcome.message : '';
  const after = outcome.kind === 'parked' && outcome.until !== undefined ? outcome.until - now() : undefined;
  return {
    ...{ kind: 'failed', code: 'mastodon.still-there' },
    message: `${'refusal' in answer ? stillThere : inDoubt} ${why}`,
    ...(after === undefined ? {} : { after }),
  };
}

const stillThere = 'The post is still on Mastodon.';
const inDoubt = 'Whether the post is still on Mastodon is not known.';

/** The post as it was, to write it anew. */
const deleted = z.object({ id: z.string() });
