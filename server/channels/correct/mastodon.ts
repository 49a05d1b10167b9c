import { z } from 'zod';
import type { Corrected, Correction } from '../../../src/channels/channel';
import { noAnswerOutcome } from '../../../src/channels/outcomes/http';
import { mastodonOutcome } from '../../../src/channels/outcomes/mastodon';
import type { Outgoing } from '../../http/outgoing';
import { mastodonCall, type MastodonAccount, type MastodonAnswer } from '../mastodon-api';
import { postedInline } from '../posted';
import { corrected, goneSince, notCorrected } from './corrected';

const shown = z.object({
  id: z.string(),
  language: z.string().nullish(),
  sensitive: z.boolean().catch(false),
  spoiler_text: z.string().catch(''),
  media_attachments: z.array(z.object({ id: z.string() })).catch([]),
});

/**
 * Edits a post (docs.joinmastodon.org/methods/statuses, "Edit a status"). What an edit leaves out is taken away, so pictures, language and
 * warning are read first and handed over again.
 */
export async function correctStatus(
  http: Outgoing,
  account: MastodonAccount,
  correction: Correction,
  now: () => number,
): Promise<Corrected> {
  const path = `/api/v1/statuses/${encodeURIComponent(correction.remoteId)}`;
  const there = await mastodonCall(http, account, { path, answer: shown }, now);
  if (!there.ok) return ended(there, now());
  const { language, sensitive, spoiler_text, media_attachments } = there.value;
  const { text } = await postedInline(correction);
  const json = {
    ...{ status: text, sensitive, spoiler_text },
    ...(language ? { language } : {}),
    media_ids: media_attachments.map(({ id }) => id),
  };
  const answer = await mastodonCall(http, account, { path, method: 'PUT', json, answer: shown }, now);
  return answer.ok ? corrected('Mastodon') : ended(answer, now());
}

function ended(answer: Extract<MastodonAnswer<unknown>, { ok: false }>, now: number): Corrected {
  if ('refusal' in answer && [404, 410].includes(answer.refusal.status)) return goneSince;
  const outcome =
    'refusal' in answer
      ? mastodonOutcome(answer.refusal, 'read', now)
      : noAnswerOutcome(answer.noAnswer, 'read');
  return notCorrected(answer, outcome, 'Mastodon', now);
}
