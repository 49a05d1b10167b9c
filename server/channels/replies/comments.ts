import { z } from 'zod';
import type { Delivery, Remote } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { leaseLost } from '../ended';
import { lookBack, squeezed } from '../look-back';
import { graphCall, graphValue, type GraphAccess } from '../meta/graph';
import { nextOf, paging } from '../meta/paging';
import type { Posted } from '../posted';
import type { Done, Under } from './parts';

const comment = z.object({
  id: z.string().min(1),
  message: z.string().catch(''),
  text: z.string().catch(''),
  from: z.object({ id: z.string() }).optional().catch(undefined),
  user: z.unknown().optional(),
});
type Comment = z.output<typeof comment>;
const page = z.object({ data: z.array(comment), paging });
const made = z.object({ id: z.string().min(1) });
const pages = 5;

/** How a network of Meta lists what is said below a post. */
export interface CommentList {
  readonly query: Readonly<Record<string, string>>;
  /** What one says, where the account itself says it; null: somebody else does. */
  readonly ownWords: (one: Comment) => string | null;
}

/** Comments of a Page say who they are from (developers.facebook.com/docs/graph-api/reference/object/comments). */
export const pageComments = (pageId: string): CommentList => ({
  query: { fields: 'id,message,from', order: 'chronological', limit: '50' },
  ownWords: ({ message, from }) => (from?.id === pageId ? message : null),
});

/** `user` is given for comments of the account itself only (…/instagram-graph-api/reference/ig-comment). */
export const gramComments: CommentList = {
  query: { fields: 'id,text,user', limit: '50' },
  ownWords: ({ text, user }) => (user === undefined || user === null ? null : text),
};

interface Tools {
  readonly http: Outgoing;
  readonly now: () => number;
}

/** The account's own comment below the post with these words, or with a link of theirs; null: not there. */
export async function lookForComment(
  { http, now }: Tools,
  access: GraphAccess,
  { text, links }: Posted,
  { root }: Under<string>,
  { query, ownWords }: CommentList,
): Promise<Remote | null> {
  const path = `/${encodeURIComponent(root)}/comments`;
  const found = await lookBack<Comment, string>(
    pages,
    async (after) => {
      const asked = { ...query, ...(after === null ? {} : { after }) };
      const answer = await graphCall(http, access, { path, query: asked, answer: page }, now);
      const { data, paging: more } = graphValue(answer, 'read', now());
      return { posts: data, next: nextOf(more) };
    },
    (one) => {
      const said = ownWords(one);
      if (said === null) return false;
      return links.length > 0 ? links.some((link) => said.includes(link)) : squeezed(said) === squeezed(text);
    },
  );
  return found && { remoteId: found.id, url: null };
}

/** Says something below a post, as the account itself; once, however often it is asked for. */
export async function commentOnGraph(
  tools: Tools,
  access: GraphAccess,
  words: Posted,
  part: Delivery,
  under: Under<string>,
  list: CommentList,
): Promise<Done<string>> {
  const { http, now } = tools;
  if (part.attempt > 1) {
    const there = await lookForComment(tools, access, words, under, list);
    if (there) return { outcome: { kind: 'duplicate', ...there }, at: there.remoteId };
  }
  if (!(await part.beat())) return { outcome: leaseLost, at: null };
  const path = `/${encodeURIComponent(under.root)}/comments`;
  const answer = await graphCall(http, access, { path, json: { message: words.text }, answer: made }, now);
  const { id } = graphValue(answer, 'write', now());
  const limits = answer.ok && answer.limits.length > 0 ? { limits: answer.limits } : {};
  return { outcome: { kind: 'delivered', remoteId: id, url: null, ...limits }, at: id };
}
