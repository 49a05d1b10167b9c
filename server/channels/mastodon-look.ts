import { z } from 'zod';
import type { Delivery, Remote } from '../../src/channels/channel';
import type { Outgoing } from '../http/outgoing';
import { lookBack, sinceOf, squeezed } from './look-back';
import type { Posted } from './posted';
import { mastodonCall, valueOf, type MastodonAccount } from './mastodon-api';

const own = z.object({ id: z.string().min(1) });
const statuses = z.array(
  z.object({
    id: z.string(),
    url: z.string().nullable().catch(null),
    content: z.string(),
    created_at: z.string(),
    media_attachments: z.array(z.unknown()).catch([]),
    in_reply_to_id: z.string().nullable().catch(null),
  }),
);

type Status = z.output<typeof statuses>[number];

const page = 40;
const pages = 5;

/**
 * Our post among the account's own, the newest first: the one that carries a link of this publication, which no other
 * has, or, where it has none, the one with the same words and as many pictures since it was due; below `under`, where it is a reply.
 * Null: not there.
 */
export async function lookFor(
  http: Outgoing,
  account: MastodonAccount,
  { text, links, pictures }: Posted,
  delivery: Pick<Delivery, 'dueAt' | 'createdAt'> & { readonly under: string | null },
  now: () => number,
): Promise<Remote | null> {
  const me = valueOf(
    await mastodonCall(http, account, { path: '/api/v1/accounts/verify_credentials', answer: own }, now),
    'read',
    now(),
  );
  const since = sinceOf(delivery);
  const path = `/api/v1/accounts/${encodeURIComponent(me.id)}/statuses`;
  const found = await lookBack<Status, string>(
    pages,
    async (before) => {
      const query = {
        limit: String(page),
        exclude_reblogs: 'true',
        ...(before === null ? {} : { max_id: before }),
      };
      const posts = valueOf(
        await mastodonCall(http, account, { path, query, answer: statuses }, now),
        'read',
        now(),
      );
      const last = posts.at(-1);
      const isEnd = !last || posts.length < page || Date.parse(last.created_at) < since;
      return { posts, next: isEnd ? null : last.id };
    },
    ({ content, created_at, media_attachments, in_reply_to_id }) => {
      if (Date.parse(created_at) < since || in_reply_to_id !== delivery.under) return false;
      const plain = plainOf(content);
      if (links.length > 0) return links.some((link) => plain.includes(link));
      return wordsOf(plain) === wordsOf(text) && media_attachments.length === pictures;
    },
  );
  return found && { remoteId: found.id, url: found.url };
}

/** The server shows a mention without its server, and spaces and lines as it likes. */
export const wordsOf = (text: string): string =>
  squeezed(text.replace(/(@[a-z0-9_.-]+)@[\p{L}\p{N}.-]+/giu, '$1'));

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
};

/** The words of a post, which a server hands over as HTML. */
export const plainOf = (content: string): string =>
  content
    .replace(/<br\s*\/?>|<\/p>\s*<p>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39|apos|nbsp);/g, (entity) => entities[entity] ?? entity);
