import { z } from 'zod';
import type { Delivery, Remote } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { lookBack, sinceOf, squeezed } from '../look-back';
import type { Posted } from '../posted';
import { graphCall, graphValue } from './graph';
import { nextOf, paging } from './paging';
import type { MetaProfile } from './sessions';

const page = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      text: z.string().catch(''),
      caption: z.string().catch(''),
      timestamp: z.string(),
      permalink: z.string().nullable().catch(null),
      media_type: z.string().catch(''),
      children: z
        .object({ data: z.array(z.unknown()) })
        .optional()
        .catch(undefined),
    }),
  ),
  paging,
});
type Post = z.output<typeof page>['data'][number];

const pages = 5;

/** Where a network lists a profile's own posts, and the field that has their words. */
export interface OwnPosts {
  readonly path: 'threads' | 'media';
  readonly words: 'text' | 'caption';
}

/** Our post among the profile's own, the newest first, by a link of this publication, else by its words and pictures since it was due. */
export async function lookFor(
  http: Outgoing,
  profile: MetaProfile,
  list: OwnPosts,
  words: Posted,
  delivery: Pick<Delivery, 'dueAt' | 'createdAt'>,
  now: () => number,
): Promise<Remote | null> {
  const since = sinceOf(delivery);
  const found = await lookBack<Post, string>(
    pages,
    async (after) => {
      const query = {
        fields: `id,${list.words},timestamp,permalink,media_type,children`,
        limit: '50',
        since: String(Math.floor(since / 1_000)),
        ...(after === null ? {} : { after }),
      };
      const path = `/${profile.user}/${list.path}`;
      const { data, paging } = graphValue(
        await graphCall(http, profile, { path, query, answer: page }, now),
        'read',
        now(),
      );
      return { posts: data, next: nextOf(paging) };
    },
    (post) => Date.parse(post.timestamp) >= since && isOurs(post, list, words),
  );
  return found && { remoteId: found.id, url: found.permalink };
}

function isOurs(post: Post, { words }: OwnPosts, { text: ours, links, pictures }: Posted): boolean {
  const { media_type: type, children, [words]: text } = post;
  if (links.length > 0) return links.some((link) => text.includes(link));
  const shown = children?.data.length ?? (type === 'IMAGE' || type === 'VIDEO' ? 1 : 0);
  return squeezed(text) === squeezed(ours) && shown === pictures;
}

const shown = z.object({ permalink: z.string().nullable().catch(null) });

/** Where a post is read; null where nobody says: it is there, whatever becomes of this. */
export async function permalinkOf(
  http: Outgoing,
  profile: MetaProfile,
  id: string,
  now: () => number,
): Promise<string | null> {
  const call = { path: `/${encodeURIComponent(id)}`, query: { fields: 'permalink' }, answer: shown };
  const answer = await graphCall(http, profile, call, now);
  return answer.ok ? answer.value.permalink : null;
}
