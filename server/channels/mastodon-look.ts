import { z } from 'zod';
import type { Delivery, Remote } from '../../src/channels/channel';
import type { Outgoing } from '../http/outgoing';
import { mastodonCall, valueOf, type MastodonAccount } from './mastodon-api';

const own = z.object({ id: z.string().min(1) });
const statuses = z.array(
  z.object({
    id: z.string(),
    url: z.string().nullable().catch(null),
    content: z.string(),
    created_at: z.string(),
    media_attachments: z.array(z.unknown()).catch([]),
  }),
);

/** A clock that goes a little wrong, here or there. */
const slack = 10 * 60_000;
const page = 40;
const pages = 5;

/**
 * Our post among the account's own, the newest first: the one that carries a link of this publication, which no other
 * has, or, where it has none, the one with the same words and as many pictures since it was due. Null: not there.
 */
export async function lookFor(
  http: Outgoing,
  account: MastodonAccount,
  {
    text,
    links,
    pictures,
  }: { readonly text: string; readonly links: readonly string[]; readonly pictures: number },
  { dueAt }: Pick<Delivery, 'dueAt'>,
  now: () => number,
): Promise<Remote | null> {
  const me = valueOf(
    await mastodonCall(http, account, { path: '/api/v1/accounts/verify_credentials', answer: own }, now),
    'read',
    now(),
  );
  const since = dueAt - slack;
  const wanted = wordsOf(text);
  let before: string | null = null;
  for (let turn = 0; turn < pages; turn += 1) {
    const query = {
      limit: String(page),
      exclude_reblogs: 'true',
      ...(before === null ? {} : { max_id: before }),
    };
    const path = `/api/v1/accounts/${encodeURIComponent(me.id)}/statuses`;
    const list: z.output<typeof statuses> = valueOf(
      await mastodonCall(http, account, { path, query, answer: statuses }, now),
      'read',
      now(),
    );
    const found = list.find(({ content, media_attachments }) => {
      const plain = plainOf(content);
      if (links.length > 0) return links.some((link) => plain.includes(link));
      return wordsOf(plain) === wanted && media_attachments.length === pictures;
    });
    if (found && Date.parse(found.created_at) >= since) return { remoteId: found.id, url: found.url };
    const last = list.at(-1);
    if (!last || list.length < page || Date.parse(last.created_at) < since) return null;
    before = last.id;
  }
  throw new Error(
    'The account has posted so much since that the post cannot be looked up. Look at the account.',
  );
}

/** The server shows a mention without its server, and spaces and lines as it likes. */
const wordsOf = (text: string): string =>
  text.replace(/(@[a-z0-9_.-]+)@[\p{L}\p{N}.-]+/giu, '$1').replace(/\s+/gu, '');

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
const plainOf = (content: string): string =>
  content
    .replace(/<br\s*\/?>|<\/p>\s*<p>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39|apos|nbsp);/g, (entity) => entities[entity] ?? entity);
