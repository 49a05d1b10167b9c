import { z } from 'zod';
import type { Delivery, Outcome, Remote } from '../../../src/channels/channel';
import { noAnswerOutcome } from '../../../src/channels/outcomes/http';
import type { Outgoing } from '../../http/outgoing';
import { leaseLost } from '../ended';
import { linkedinCall, linkedinEnd, linkedinValue, notTheirs, type LinkedinAccount } from '../linkedin/api';
import { lookBack, squeezed } from '../look-back';
import { postedInline, type Posted } from '../posted';
import type { Done, Under } from './parts';

const comments = z.object({
  elements: z.array(
    z.object({
      actor: z.string().catch(''),
      message: z.object({ text: z.string().catch('') }).catch({ text: '' }),
      id: z.union([z.string(), z.number()]).transform(String).catch(''),
    }),
  ),
});
type Comment = z.output<typeof comments>['elements'][number];

const pageLength = 50;
const turns = 5;
const pathOf = (post: string): string => `/rest/socialActions/${encodeURIComponent(post)}/comments`;

interface Tools {
  readonly http: Outgoing;
  readonly now: () => number;
}

/** The author's own comment below the post with these words, or with a link of theirs; null: not there. */
export async function lookForComment(
  { http, now }: Tools,
  account: LinkedinAccount,
  author: string,
  { text, links }: Posted,
  { root }: Under<string>,
): Promise<Remote | null> {
  const found = await lookBack<Comment, number>(
    turns,
    async (at) => {
      const start = at ?? 0;
      const path = `${pathOf(root)}?start=${start}&count=${pageLength}`;
      const answer = await linkedinCall(http, account, { path, answer: comments }, now);
      const { elements } = linkedinValue(answer, now());
      return { posts: elements, next: elements.length < pageLength ? null : start + pageLength };
    },
    ({ actor, message: { text: said } }) =>
      actor === author &&
      (links.length > 0 ? links.some((link) => said.includes(link)) : squeezed(said) === squeezed(text)),
  );
  return found && { remoteId: found.id, url: null };
}

/** Says something below a post as its author (learn.microsoft.com, Comments API, "Create a Comment"). */
export async function commentOnLinkedin(
  tools: Tools,
  account: LinkedinAccount,
  author: string,
  part: Delivery,
  under: Under<string>,
): Promise<Done<string>> {
  const { http, now } = tools;
  const words = await postedInline(part);
  if (part.attempt > 1 && author.startsWith('urn:li:organization:')) {
    const there = await lookForComment(tools, account, author, words, under);
    if (there) return { outcome: { kind: 'duplicate', ...there }, at: there.remoteId };
  }
  if (!(await part.beat())) return { outcome: leaseLost, at: null };
  const json = { actor: author, object: under.root, message: { text: words.text } };
  const answer = await linkedinCall(
    http,
    account,
    { path: pathOf(under.root), json, answer: z.unknown() },
    now,
  );
  if (!answer.ok) return { outcome: linkedinEnd(answer, 'write', now()), at: null };
  return answer.id === ''
    ? { outcome: noAnswerOutcome(notTheirs(account.settings.server), 'write'), at: null }
    : { outcome: { kind: 'delivered', remoteId: answer.id, url: null }, at: answer.id };
}

/**
 * Nobody can look below the post of a person, so what is missing there is not tried again: the post is delivered, and its note says what
 * a person can do.
 */
export function settledUnseen(outcome: Outcome): Outcome {
  if (!outcome.begun || !('message' in outcome) || outcome.kind === 'rejected') return outcome;
  if (outcome.code === 'delivery.taken-over') return outcome;
  const { begun, message, limits } = outcome;
  const note = `${message} LinkedIn shows apps nothing below the posts of a person: look there, and write the comment by hand.`;
  return { kind: 'delivered', ...begun, note, ...(limits ? { limits } : {}) };
}
