import { z } from 'zod';
import type { Delivery, Remote } from '../../src/channels/channel';
import type { Outgoing } from '../http/outgoing';
import { lookBack, sinceOf, squeezed } from './look-back';
import type { Posted } from './posted';
import { xCall, xValue, type XAccount } from './x-api';

export const xMe = z.object({
  data: z.object({ id: z.string().regex(/^\d+$/), name: z.string(), username: z.string() }),
});

export const xPost = z.object({
  id: z.string().regex(/^\d+$/),
  text: z.string(),
  entities: z
    .object({
      urls: z
        .array(z.object({ url: z.string(), expanded_url: z.string(), media_key: z.string().optional() }))
        .default([]),
    })
    .optional(),
  referenced_tweets: z
    .array(z.object({ type: z.string(), id: z.string() }))
    .default([])
    .catch([]),
  attachments: z.object({ media_keys: z.array(z.string()).default([]) }).optional(),
});
export type XPost = z.output<typeof xPost>;

const posts = z.object({
  data: z.array(xPost).default([]),
  meta: z.object({ next_token: z.string().optional() }),
});

const pages = 3;

export const xUrl = (id: string): string => `https://x.com/i/status/${id}`;

/**
 * Our post among the account's own since it was due: the one with a link of this publication, or, where it has none, the one with the
 * same words and as many pictures; below `under`, where it is a reply. Null: not there. Reading is billed, so only posts since then are
 * asked for.
 */
export async function lookOnX(
  http: Outgoing,
  account: XAccount,
  wanted: Posted,
  delivery: Pick<Delivery, 'dueAt' | 'createdAt'>,
  under: string | null,
  now: () => number,
): Promise<Remote | null> {
  const me = xValue(await xCall(http, account, { path: '/users/me', answer: xMe }, now), 'read', now());
  const since = sinceOf(delivery);
  const found = await lookBack<XPost, string>(
    pages,
    (at) => ownPosts(http, account, me.data.id, since, at, now),
    (post) => repliedTo(post) === under && isOurs(post, wanted),
  );
  return found && { remoteId: found.id, url: xUrl(found.id) };
}

/** A page of the account's own posts, the newest first. */
export async function ownPosts(
  http: Outgoing,
  account: XAccount,
  user: string,
  since: number,
  at: string | null,
  now: () => number,
): Promise<{ readonly posts: readonly XPost[]; readonly next: string | null }> {
  const query = {
    max_results: '100',
    exclude: 'retweets',
    start_time: new Date(since).toISOString(),
    'tweet.fields': 'entities,attachments,referenced_tweets',
    ...(at === null ? {} : { pagination_token: at }),
  };
  const answer = await xCall(http, account, { path: `/users/${user}/tweets`, query, answer: posts }, now);
  const { data, meta } = xValue(answer, 'read', now());
  return { posts: data, next: meta.next_token ?? null };
}

/** The post that one answers; null: it answers none. */
export const repliedTo = ({ referenced_tweets: list }: XPost): string | null =>
  list.find(({ type }) => type === 'replied_to')?.id ?? null;

function isOurs(post: XPost, { text, links, pictures }: Posted): boolean {
  const said = writtenOf(post);
  if (links.length > 0) return links.some((link) => said.includes(link));
  return squeezed(said) === squeezed(text) && (post.attachments?.media_keys.length ?? 0) === pictures;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The text with its addresses as they were written: X shows each as one of t.co, and adds one for the pictures. */
export function writtenOf({ text, entities: found }: XPost): string {
  const written = (found?.urls ?? []).reduce(
    (rest, { url, expanded_url, media_key }) =>
      rest.replaceAll(url, () => (media_key === undefined ? expanded_url : '')),
    text,
  );
  return written.replace(/&(?:amp|lt|gt);/g, (one) => entities[one] ?? one);
}
