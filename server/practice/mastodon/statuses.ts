import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { graphemesOf } from '../../../src/channels/count';
import { asJson, type PracticeAnswer } from '../network';
import { noCounts, type PracticeMedia, type PracticePost, type PracticeShelf } from '../shelf';
import { invalid, notFound, refused } from './words';

export const maxCharacters = 500;
export const maxPictures = 4;
const linkLength = 23;
/** How long the network knows an `Idempotency-Key`. */
const keyLives = 3_600_000;

/** What the network reads of a new status; anything else in it is refused here, although the real one overlooks it. */
const newStatus = z.strictObject({
  status: z.string().default(''),
  media_ids: z.array(z.string()).default([]),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).default('public'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  sensitive: z.boolean().default(false),
  spoiler_text: z.string().default(''),
  in_reply_to_id: z.string().nullable().default(null),
});
const editedStatus = newStatus.omit({ visibility: true, in_reply_to_id: true });

const kept = z.object({
  visibility: z.string(),
  language: z.string().nullable(),
  under: z.string().nullish(),
});

interface Parts {
  readonly shelf: PracticeShelf;
  /** Where posts are read: `https://practice.test`. */
  readonly origin: string;
  readonly now: () => number;
  /** Whether a picture or a video is no longer worked on. */
  readonly isReady: (id: string) => boolean;
}

const network = 'mastodon';

/** Statuses of a server: made once per key, shown, changed and removed. */
export function statuses({ shelf, origin, now, isReady }: Parts) {
  async function problemOf(
    account: string,
    { status, media_ids: ids, spoiler_text: spoiler }: z.output<typeof editedStatus>,
  ): Promise<PracticeAnswer | null> {
    if (status.trim() === '' && ids.length === 0) return invalid("Text can't be blank");
    if (lengthOf(spoiler + status) > maxCharacters)
      return invalid(`Text character limit of ${maxCharacters} exceeded`);
    if (ids.length > maxPictures) return invalid(`Cannot attach more than ${maxPictures} files`);
    const media = await shelf.media(network, ids);
    if (media.length !== ids.length || media.some((one) => one.account !== account)) return notFound;
    if (media.length > 1 && media.some(({ kind }) => kind === 'video'))
      return refused(422, 'Cannot attach a video to a post that already contains images');
    if (!ids.every(isReady))
      return refused(422, 'Cannot attach files that have not finished processing. Try again in a moment!');
    return null;
  }

  const shown = async (post: PracticePost): Promise<object> =>
    statusOf(post, await shelf.media(network, post.media), origin);

  async function ofKey(account: string, key: string): Promise<PracticePost | null> {
    const known = await shelf.byKey(network, account, key);
    if (!known) return null;
    if (known.deletedAt === null && now() - known.createdAt < keyLives) return known;
    await shelf.change(network, known.id, { key: known.id });
    return null;
  }

  return {
    shown,

    async create(account: string, body: unknown, key: string | null): Promise<PracticeAnswer> {
      const input = newStatus.safeParse(body);
      if (!input.success) return invalid(z.prettifyError(input.error));
      const known = key === null ? null : await ofKey(account, key);
      if (known) return asJson(200, await shown(known));
      const problem = await problemOf(account, input.data);
      if (problem) return problem;
      const { status, media_ids: media, visibility, language = null, in_reply_to_id: under } = input.data;
      const answered = under === null ? null : await shelf.byId(network, under);
      if (under !== null && (answered === null || answered.deletedAt !== null))
        return refused(404, 'The post you are trying to reply to does not appear to exist.');
      const id = newId(now());
      const post: PracticePost = {
        ...{ network, id, account, media, key: key ?? id, text: status, counts: noCounts },
        ...{ content: { visibility, language, under }, createdAt: now(), editedAt: null, deletedAt: null },
      };
      const isNew = await shelf.put(post);
      const there = isNew || key === null ? post : await shelf.byKey(network, account, key);
      return there ? asJson(200, await shown(there)) : notFound;
    },

    async show(id: string): Promise<PracticeAnswer> {
      const post = await shelf.byId(network, id);
      return post && post.deletedAt === null ? asJson(200, await shown(post)) : notFound;
    },

    /** What answers a status, and what answers that; of the last thousand posts. */
    async context(id: string): Promise<PracticeAnswer> {
      const post = await shelf.byId(network, id);
      if (!post || post.deletedAt !== null) return notFound;
      const below = new Set([id]);
      const descendants: object[] = [];
      for (const one of (await shelf.list({ network, limit: 1_000 })).toReversed()) {
        const { under } = kept.parse(one.content);
        if (!under || !below.has(under)) continue;
        below.add(one.id);
        descendants.push(await shown(one));
      }
      return asJson(200, { ancestors: [], descendants });
    },

    async edit(account: string, id: string, body: unknown): Promise<PracticeAnswer> {
      const input = editedStatus.safeParse(body);
      if (!input.success) return invalid(z.prettifyError(input.error));
      const post = await shelf.byId(network, id);
      if (!post || post.account !== account || post.deletedAt !== null) return notFound;
      const problem = await problemOf(account, input.data);
      if (problem) return problem;
      const next = { text: input.data.status, media: input.data.media_ids, editedAt: now() };
      await shelf.change(network, id, next);
      return asJson(200, await shown({ ...post, ...next }));
    },

    async remove(account: string, id: string): Promise<PracticeAnswer> {
      const post = await shelf.byId(network, id);
      if (!post || post.account !== account || post.deletedAt !== null) return notFound;
      await shelf.change(network, id, { deletedAt: now(), key: post.id });
      return asJson(200, { ...(await shown(post)), text: post.text });
    },

    async of(account: string, query: URLSearchParams): Promise<PracticeAnswer> {
      const limit = Math.min(Number(query.get('limit') ?? 20) || 20, 40);
      const before = query.get('max_id');
      const list = await shelf.list({ network, account, limit, ...(before ? { before } : {}) });
      return asJson(200, await Promise.all(list.map(shown)));
    },
  };
}

/** A snowflake: the time in milliseconds and sixteen bits of chance. */
export const newId = (at: number): string =>
  String((BigInt(at) << 16n) | BigInt(randomBytes(2).readUInt16BE()));

const lengthOf = (text: string): number =>
  graphemesOf(
    text
      .replace(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?')\]]/gi, 'x'.repeat(linkLength))
      .replace(/(?<=^|[^\w/])@(\w+)@[\w.-]*\w/g, '@$1'),
  );

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Words as HTML, links in the three parts that the web app shows and hides. */
const contentOf = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        `<p>${escaped(paragraph)
          .replaceAll('\n', '<br />')
          .replace(/https?:\/\/[^\s<]+/g, linked)}</p>`,
    )
    .join('');

function linked(address: string): string {
  const [, scheme = '', rest = ''] = /^(https?:\/\/)(.*)$/.exec(address) ?? [];
  const hidden = `<span class="invisible">${scheme}</span>`;
  const seen = `<span class="ellipsis">${rest.slice(0, 30)}</span><span class="invisible">${rest.slice(30)}</span>`;
  return `<a href="${address}" rel="nofollow noopener" target="_blank">${hidden}${seen}</a>`;
}

function statusOf(post: PracticePost, media: readonly PracticeMedia[], origin: string): object {
  const { visibility, language, under = null } = kept.parse(post.content);
  return {
    id: post.id,
    created_at: new Date(post.createdAt).toISOString(),
    edited_at: post.editedAt === null ? null : new Date(post.editedAt).toISOString(),
    in_reply_to_id: under,
    sensitive: false,
    spoiler_text: '',
    visibility,
    language,
    uri: `${origin}/users/${post.account}/statuses/${post.id}`,
    url: `${origin}/@${post.account}/${post.id}`,
    replies_count: post.counts.replies,
    reblogs_count: post.counts.reposts,
    favourites_count: post.counts.likes,
    quotes_count: post.counts.quotes,
    content: contentOf(post.text),
    reblog: null,
    account: { id: post.account, acct: post.account, username: post.account },
    media_attachments: media.map(({ id, alt, kind }) => ({
      id,
      type: kind ?? 'image',
      url: `${origin}/media/${id}`,
      description: alt || null,
    })),
    mentions: [],
    tags: [],
    card: null,
  };
}
