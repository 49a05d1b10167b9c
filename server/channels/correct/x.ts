import { z } from 'zod';
import type { Corrected, Correction } from '../../../src/channels/channel';
import { isXDuplicate, isXPolicy } from '../../../src/channels/outcomes/x';
import type { Outgoing } from '../../http/outgoing';
import { squeezed } from '../look-back';
import { postedInline } from '../posted';
import { xCall, xEnd, type XAccount, type XAnswer } from '../x-api';
import { writtenOf, xUrl } from '../x-look';
import { newestOnX, type XVersion } from '../x-versions';
import { corrected, goneSince, notCorrected } from './corrected';

const made = z.object({ data: z.object({ id: z.string().regex(/^\d+$/) }) });

/**
 * Edits a post, which makes a new one in its place (docs.x.com/x-api/fundamentals/edit-posts). The newest version is read first: what it
 * says already, by a try whose answer was lost, is not posted again.
 */
export async function correctPost(
  http: Outgoing,
  account: XAccount,
  correction: Correction,
  now: () => number,
): Promise<Corrected> {
  const { text } = await postedInline(correction);
  const there = await newestOnX(http, account, correction.remoteId, now);
  if (!there.ok) return unanswered(there, now());
  const post = there.value;
  if (post === null) return goneSince;
  if (says(post, text)) return standing(post.id);
  const kept = keptBy(post, now());
  if (kept) return kept;
  const media = mediaOf(post);
  const json = {
    text,
    ...(media.length === 0 ? {} : { media: { media_ids: media } }),
    edit_options: { previous_post_id: post.id },
  };
  const answer = await xCall(http, account, { path: '/tweets', json, answer: made }, now);
  if (answer.ok) return { ...standing(answer.value.data.id), ...(answer.sent ? { sent: answer.sent } : {}) };
  if (!('refusal' in answer)) return unanswered(answer, now());
  const isPolicy = isXPolicy(answer.refusal);
  if (isPolicy || isXDuplicate(answer.refusal)) {
    // Perhaps X refused because an edit that could not be read yet is there.
    const newest = await newestOnX(http, account, post.id, now);
    if (newest.ok && newest.value && says(newest.value, text)) return standing(newest.value.id);
  }
  return isPolicy ? editRefused(answer.refusal.detail) : unanswered(answer, now());
}

function unanswered(answer: Extract<XAnswer<unknown>, { ok: false }>, now: number): Corrected {
  const isOpen = 'refusal' in answer && answer.refusal.status >= 500;
  return notCorrected(isOpen ? { noAnswer: answer } : answer, xEnd(answer, 'read', now), 'X', now);
}

const standing = (id: string): Corrected => ({
  ...corrected('X'),
  remote: { remoteId: id, url: xUrl(id) },
});

/** X leads from a bare `bakery.de` to `http://bakery.de`. */
const bare = (text: string): string => squeezed(text.replace(/https?:\/\//giu, ''));
const says = (post: XVersion, text: string): boolean => bare(writtenOf(post)) === bare(text);

/** The ids that the post named its pictures or its video by: a key of X is their kind, and behind it that id. */
const mediaOf = ({ attachments }: XVersion): readonly string[] =>
  (attachments?.media_keys ?? []).flatMap((key) => key.split('_')[1] ?? []);

/** Why X keeps the words as they are; null: it lets them be edited, or does not say. */
function keptBy({ edit_controls: control }: XVersion, now: number): Corrected | null {
  if (!control) return null;
  if (!control.is_edit_eligible) return notEditable;
  if (control.edits_remaining < 1) return usedUp;
  return Date.parse(control.editable_until) <= now ? tooLate : null;
}

const notEditable = {
  kind: 'kept',
  code: 'x.not-editable',
  message: 'X does not let this post be edited. Take it back and post it anew.',
} as const satisfies Corrected;

const usedUp = {
  kind: 'kept',
  code: 'x.edits-used-up',
  message: 'X lets a post be edited five times, and this one was. Take it back and post it anew.',
} as const satisfies Corrected;

const tooLate = {
  kind: 'kept',
  code: 'x.edit-too-late',
  message:
    'X lets a post be edited for 30 minutes after it went out, and they are over. Take it back and post it anew.',
} as const satisfies Corrected;

const editRefused = (said: string): Corrected => ({
  kind: 'kept',
  code: 'x.edit-refused',
  message: `X did not let this account edit the post (${said}). Editing is for accounts with X Premium. Take the post back and post it anew.`,
});
