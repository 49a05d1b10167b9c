import { z } from 'zod';
import type { Delivery, Remote } from '../../../src/channels/channel';
import { readLinkedinText } from '../../../src/channels/counters/linkedin';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { lookBack, sinceOf, squeezed } from '../look-back';
import type { Posted } from '../posted';
import { linkedinCall, linkedinValue, type LinkedinAccount } from './api';

const posts = z.object({
  elements: z.array(
    z.object({
      id: z.string(),
      commentary: z.string().catch(''),
      createdAt: z.number(),
      content: z
        .object({
          article: z.object({ source: z.string() }).optional().catch(undefined),
          media: z.object({ id: z.string() }).optional().catch(undefined),
          multiImage: z
            .object({ images: z.array(z.unknown()) })
            .optional()
            .catch(undefined),
        })
        .optional()
        .catch(undefined),
    }),
  ),
});
type Post = z.output<typeof posts>['elements'][number];

const pageLength = 50;
const turns = 5;

export const linkedinUrl = (id: string): string => `https://www.linkedin.com/feed/update/${id}`;

/**
 * Our post among those of the page, the newest first: the one that shows a link of this publication, or, where it has none, the one with
 * the same words and as many pictures since it was due. Null: not there. LinkedIn shows apps the posts of pages, not those of persons,
 * so for these it throws.
 */
export async function lookOnLinkedin(
  http: Outgoing,
  account: LinkedinAccount,
  author: string,
  words: Posted,
  delivery: Pick<Delivery, 'dueAt' | 'createdAt'>,
  now: () => number,
): Promise<Remote | null> {
  if (!author.startsWith('urn:li:organization:'))
    throw new Error(
      'LinkedIn shows apps no posts of a person. Look at the profile yourself, and say whether the post is there.',
    );
  const since = sinceOf(delivery);
  const found = await lookBack<Post, number>(
    turns,
    async (at) => {
      const start = at ?? 0;
      const path = `/rest/posts?q=author&author=${encodeURIComponent(author)}&sortBy=CREATED&count=${pageLength}&start=${start}`;
      const answer = await linkedinCall(http, account, { path, answer: posts }, now);
      if (!answer.ok && 'refusal' in answer && answer.refusal.status === 403) throw new Ended(cannotRead);
      const { elements } = linkedinValue(answer, now());
      const isEnd = elements.length < pageLength || elements.every((post) => post.createdAt < since);
      return { posts: elements, next: isEnd ? null : start + pageLength };
    },
    (post) => post.createdAt >= since && isOurs(post, words),
  );
  return found && { remoteId: found.id, url: linkedinUrl(found.id) };
}

function isOurs({ commentary, content }: Post, { text: ours, links, pictures }: Posted): boolean {
  const shown = [readLinkedinText(commentary), content?.article?.source ?? ''];
  if (links.length > 0) return links.some((link) => shown.some((text) => text.includes(link)));
  return (
    squeezed(readLinkedinText(commentary)) === squeezed(readLinkedinText(ours)) &&
    (content?.multiImage?.images.length ?? (content?.media ? 1 : 0)) === pictures
  );
}

const cannotRead = {
  kind: 'reauthorise',
  code: 'linkedin.cannot-read',
  message:
    'LinkedIn does not show the posts of the page to this access, so nobody can tell whether this one is there. Connect the channel again with the right r_organization_social.',
} as const;
