import { z } from 'zod';
import type { Published, Remote } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { lookBack, squeezed } from '../look-back';
import { graphCall, graphValue } from '../meta/graph';
import { nextOf, paging } from '../meta/paging';
import type { MetaProfile } from '../meta/sessions';
import type { Posted } from '../posted';
import { chainOf } from './chain';
import type { Under } from './parts';

const conversation = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      text: z.string().catch(''),
      permalink: z.string().nullable().catch(null),
      is_reply_owned_by_me: z.boolean().catch(false),
      replied_to: z.object({ id: z.string() }).optional().catch(undefined),
    }),
  ),
  paging,
});
type Reply = z.output<typeof conversation>['data'][number];

const fields = 'id,text,permalink,is_reply_owned_by_me,replied_to';
const pages = 5;

/** A page of everything below a post, the oldest first, so that its own thread comes before what others say. */
async function readPage(
  http: Outgoing,
  profile: MetaProfile,
  root: string,
  after: string | null,
  now: () => number,
): Promise<{ readonly posts: readonly Reply[]; readonly next: string | null }> {
  const query = { fields, limit: '50', reverse: 'false', ...(after === null ? {} : { after }) };
  const path = `/${encodeURIComponent(root)}/conversation`;
  const answer = await graphCall(http, profile, { path, query, answer: conversation }, now);
  const { data, paging: more } = graphValue(answer, 'read', now());
  return { posts: data.filter((one) => one.is_reply_owned_by_me), next: nextOf(more) };
}

/** The profile's own answer to `under.parent` that says these words; null: not there (…/docs/threads/reference/reply-management). */
export async function lookForReply(
  http: Outgoing,
  profile: MetaProfile,
  { text, links }: Posted,
  { root, parent }: Under<string>,
  now: () => number,
): Promise<Remote | null> {
  const isOurs = (one: Reply): boolean =>
    links.length > 0 ? links.some((link) => one.text.includes(link)) : squeezed(one.text) === squeezed(text);
  const found = await lookBack<Reply, string>(
    pages,
    (after) => readPage(http, profile, root, after, now),
    (one) => one.replied_to?.id === parent && isOurs(one),
  );
  return found && { remoteId: found.id, url: found.permalink };
}

/** Ids of the replies of a thread, in their order. */
export async function repliesOnThreads(
  http: Outgoing,
  profile: MetaProfile,
  { remoteId, copy: { replies = [] } }: Pick<Published, 'remoteId' | 'copy'>,
  now: () => number,
): Promise<readonly string[]> {
  if (replies.length === 0) return [];
  const own: Reply[] = [];
  let ids: readonly string[] = [];
  await lookBack<Reply, string>(
    pages,
    async (after) => {
      const page = await readPage(http, profile, remoteId, after, now);
      own.push(...page.posts);
      ids = chainOf(
        own.map((one) => ({ id: one.id, under: one.replied_to?.id ?? null, text: one.text })),
        remoteId,
        replies,
      );
      return ids.length === replies.length ? { ...page, next: null } : page;
    },
    () => false,
  );
  return ids;
}
