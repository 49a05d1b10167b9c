import { z } from 'zod';
import type { Outgoing } from '../http/outgoing';
import { xCall, type XAccount, type XAnswer } from './x-api';
import { xPost } from './x-look';

const version = xPost.extend({
  /** Every version of the post, the oldest first; this one alone where nobody edited it. */
  edit_history_tweet_ids: z.array(z.string().regex(/^\d+$/)).default([]),
  edit_controls: z
    .object({ is_edit_eligible: z.boolean(), editable_until: z.string(), edits_remaining: z.number() })
    .optional(),
});
export type XVersion = z.output<typeof version>;

const single = z.object({
  data: version.optional(),
  errors: z
    .array(z.object({ type: z.string().catch(''), detail: z.string().catch('') }))
    .default([])
    .catch([]),
});

const asked = {
  'tweet.fields': 'attachments,edit_controls,entities,referenced_tweets',
};

/**
 * The newest version of a post, by the id of any of them; null: X has it no more. An edit makes a new post, and deleting one version
 * deletes all (docs.x.com/x-api/fundamentals/edit-posts).
 */
export async function newestOnX(
  http: Outgoing,
  account: XAccount,
  id: string,
  now: () => number,
): Promise<XAnswer<XVersion | null>> {
  const answer = await versionOnX(http, account, id, now);
  const newest = answer.ok ? answer.value?.edit_history_tweet_ids.at(-1) : undefined;
  return newest === undefined || (answer.ok && newest === answer.value?.id)
    ? answer
    : versionOnX(http, account, newest, now);
}

async function versionOnX(
  http: Outgoing,
  account: XAccount,
  id: string,
  now: () => number,
): Promise<XAnswer<XVersion | null>> {
  const path = `/tweets/${encodeURIComponent(id)}`;
  const answer = await xCall(http, account, { path, query: asked, answer: single }, now);
  const { limits, sent } = answer;
  const gone = { ok: true, value: null, access: '', limits, sent } as const;
  if (!answer.ok) return 'refusal' in answer && answer.refusal.status === 404 ? gone : answer;
  const { data, errors } = answer.value;
  if (data) return { ...answer, value: data };
  const [error] = errors;
  const none = { kind: 'lost', message: 'X answered with neither a post nor a reason.' } as const;
  if (!error) return { ok: false, noAnswer: none, limits, sent };
  const type = error.type.split('/').at(-1) ?? '';
  if (type === 'resource-not-found') return gone;
  // A yes that keeps the post back: what it names is a refusal all the same.
  return { ok: false, refusal: { status: 403, type, detail: error.detail, resetAt: null }, limits, sent };
}
