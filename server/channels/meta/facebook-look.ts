import { z } from 'zod';
import type { Delivery, Remote } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { lookBack, sinceOf, squeezed } from '../look-back';
import type { Posted } from '../posted';
import type { FacebookPage } from './facebook-page';
import { graphCall, graphValue } from './graph';
import { nextOf, paging } from './paging';

const address = z.string().optional().catch(undefined);
const attachment = z.object({
  media_type: z.string().catch(''),
  unshimmed_url: address,
  subattachments: z
    .object({ data: z.array(z.unknown()) })
    .optional()
    .catch(undefined),
});
const posts = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      message: z.string().catch(''),
      created_time: z.string(),
      permalink_url: z.string().nullable().catch(null),
      from: z.object({ id: z.string() }).optional().catch(undefined),
      attachments: z.object({ data: z.array(attachment) }).catch({ data: [] }),
    }),
  ),
  paging,
});
type Post = z.output<typeof posts>['data'][number];

const fields =
  'id,message,created_time,permalink_url,from,attachments{media_type,unshimmed_url,subattachments}';

const pageLength = 50;
const pages = 5;

/**
 * Our post among the Page's own, the newest first: the one that shows a link of this publication, else the one with the same words and as
 * many pictures since it was due. Facebook may show the address of a card as the page itself names it, so words count there too. Null:
 * not there.
 */
export async function lookFor(
  http: Outgoing,
  page: FacebookPage,
  words: Posted,
  delivery: Pick<Delivery, 'dueAt' | 'createdAt'>,
  now: () => number,
): Promise<Remote | null> {
  const since = sinceOf(delivery);
  const found = await lookBack<Post, string>(
    pages,
    async (after) => {
      const query = {
        fields,
        limit: String(pageLength),
        since: String(Math.floor(since / 1_000)),
        ...(after === null ? {} : { after }),
      };
      const { data, paging } = graphValue(
        await graphCall(http, page, { path: `/${page.pageId}/feed`, query, answer: posts }, now),
        'read',
        now(),
      );
      return { posts: data, next: nextOf(paging) };
    },
    (post) =>
      (post.from === undefined || post.from.id === page.pageId) &&
      Date.parse(post.created_time) >= since &&
      isOurs(post, words),
  );
  return found && { remoteId: found.id, url: found.permalink_url };
}

function isOurs({ message, attachments: { data } }: Post, { text: ours, links, pictures }: Posted): boolean {
  const shown = [message, ...data.map((one) => one.unshimmed_url ?? '')];
  if (links.some((link) => shown.some((text) => text.includes(link)))) return true;
  return squeezed(message) === squeezed(ours) && picturesIn(data) === pictures;
}

const picturesIn = (list: readonly z.output<typeof attachment>[]): number =>
  list.reduce(
    (sum, one) =>
      sum +
      (one.subattachments?.data.length ?? (one.media_type === 'photo' || one.media_type === 'video' ? 1 : 0)),
    0,
  );
