import { z } from 'zod';
import { asJson, type PracticeAnswer } from '../../network';
import { noCounts, type PracticePost, type PracticeShelf } from '../../shelf';
import { fieldsProblem, invalid, metaError, metricsAnswer, picked, unknownThing } from '../words';

/** What the network reads of a new post; anything else in it is refused here, although the real one overlooks it. */
const newPost = z.strictObject({
  message: z.string().max(63_206).default(''),
  link: z.url({ protocol: /^https?$/ }).optional(),
  attached_media: z
    .array(z.strictObject({ media_fbid: z.string() }))
    .max(10)
    .default([]),
  published: z.literal(true).optional(),
});
const editedPost = newPost.pick({ message: true });
const newComment = z.strictObject({ message: z.string().min(1).max(8_000) });
const kept = z.object({
  link: z.string().nullable(),
  under: z.string().nullish(),
  film: z.boolean().optional(),
});
const underOf = (post: PracticePost): string | null => kept.parse(post.content).under ?? null;
const isPost = (post: PracticePost): boolean => underOf(post) === null;
const ofComment = ['id', 'message', 'from', 'created_time'];

const ofPost = [
  'id',
  'message',
  'created_time',
  'permalink_url',
  'from',
  'attachments',
  'shares',
  'comments',
  'reactions',
];

interface Parts {
  readonly shelf: PracticeShelf;
  readonly now: () => number;
}

export interface PageOf {
  readonly account: string;
  /** The number of the Page. */
  readonly page: string;
}

export const network = 'facebook';

/** Posts of a Page: made, read and deleted. */
export function pagePosts({ shelf, now }: Parts) {
  let last = 0;
  /** A post of a Page is `{page}_{post}`; a photo only a number. */
  const newId = (): string => {
    last = Math.max(now(), last + 1);
    return `122${last}`;
  };

  const whole = ({ account: _, page }: PageOf, post: PracticePost): Record<string, unknown> => {
    const { link, film } = kept.parse(post.content);
    const kind = film ? 'video' : 'photo';
    const photos = post.media.map((id) => ({ media_type: kind, target: { id } }));
    const attachments =
      photos.length > 1
        ? [{ media_type: 'album', subattachments: { data: photos } }]
        : link === null
          ? photos
          : [{ media_type: 'link', unshimmed_url: link }];
    return {
      id: post.id,
      ...(post.text === '' ? {} : { message: post.text }),
      created_time: new Date(post.createdAt)
        .toISOString()
        .replace('.000Z', '+0000')
        .replace(/\.\d+Z$/, '+0000'),
      permalink_url: `https://www.facebook.com/${post.id}`,
      from: { id: page, name: 'Practice' },
      ...(attachments.length === 0 ? {} : { attachments: { data: attachments } }),
      // Facebook leaves shares out where there are none.
      ...(post.counts.reposts ? { shares: { count: post.counts.reposts } } : {}),
      comments: {
        data: [],
        summary: { order: 'ranked', total_count: post.counts.replies, can_comment: true },
      },
      reactions: { data: [], summary: { total_count: post.counts.likes, viewer_reaction: 'NONE' } },
    };
  };

  async function own({ account }: PageOf, id: string): Promise<PracticePost | null> {
    const post = await shelf.byId(network, id);
    return post?.account === account && post.deletedAt === null ? post : null;
  }

  return {
    newId,

    async create(page: PageOf, url: URL, body: unknown): Promise<PracticeAnswer> {
      const problem = fieldsProblem(url, ofPost);
      if (problem) return problem;
      const input = newPost.safeParse(body);
      if (!input.success) return invalid(z.prettifyError(input.error));
      const { message, link = null, attached_media } = input.data;
      if (message === '' && link === null && attached_media.length === 0)
        return invalid('Requires one of the params: message, link, attached_media');
      if (link !== null && attached_media.length > 0)
        return invalid('link and attached_media exclude each other');
      const ids = attached_media.map((one) => one.media_fbid);
      const media = await shelf.media(network, ids);
      if (media.length !== ids.length || media.some(({ account }) => account !== page.account))
        return invalid('attached_media: photos must be photos of this Page');
      const { account } = page;
      const posts = await shelf.list({ network, account, limit: 100 });
      if (posts.some((one) => one.media.some((id) => ids.includes(id)))) return photosPosted;
      const newest = posts.find(isPost);
      if (newest?.text === message && message !== '' && newest.content['link'] === link) return duplicate;
      const id = `${page.page}_${newId()}`;
      const card = link === null ? null : { url: link, title: '', description: '' };
      const post: PracticePost = {
        ...{
          network,
          id,
          account,
          key: id,
          text: message,
          content: { link, card, alts: [] },
          media: ids,
          counts: noCounts,
        },
        ...{ createdAt: now(), editedAt: null, deletedAt: null },
      };
      await shelf.put(post);
      return asJson(200, picked(url, whole(page, post)));
    },

    async edit(page: PageOf, id: string, body: unknown): Promise<PracticeAnswer> {
      const input = editedPost.safeParse(body);
      if (!input.success) return invalid(z.prettifyError(input.error));
      const post = await own(page, id);
      if (!post) return unknownThing(id);
      await shelf.change(network, id, { text: input.data.message, editedAt: now() });
      return asJson(200, { success: true });
    },

    async list(page: PageOf, url: URL): Promise<PracticeAnswer> {
      const problem = fieldsProblem(url, ofPost, ['limit', 'since', 'after']);
      if (problem) return problem;
      const limit = Number(url.searchParams.get('limit') ?? 25);
      if (!(limit >= 1 && limit <= 100)) return invalid('Param limit must be a number between 1 and 100');
      const since = Number(url.searchParams.get('since') ?? 0) * 1_000;
      const before = url.searchParams.get('after');
      const { account } = page;
      const posts = (await shelf.list({ network, account, limit, ...(before ? { before } : {}) })).filter(
        (one) => one.createdAt >= since && isPost(one),
      );
      const end = posts.at(-1)?.id;
      const isMore = posts.length === limit && end !== undefined;
      return asJson(200, {
        data: posts.map((post) => picked(url, whole(page, post))),
        ...(end === undefined
          ? {}
          : {
              paging: {
                cursors: { before: posts[0]?.id, after: end },
                ...(isMore ? { next: url.href } : {}),
              },
            }),
      });
    },

    async show(page: PageOf, id: string, url: URL): Promise<PracticeAnswer> {
      const post = await own(page, id);
      return post
        ? (fieldsProblem(url, ofPost) ?? asJson(200, picked(url, whole(page, post))))
        : unknownThing(id);
    },

    async insights(page: PageOf, id: string, url: URL): Promise<PracticeAnswer> {
      const post = await own(page, id);
      if (!post) return unknownThing(id);
      const { views, reach, clicks, likes } = post.counts;
      return metricsAnswer(url, {
        ...{ post_media_view: views, post_total_media_view_unique: reach, post_clicks: clicks },
        post_reactions_by_type_total: likes === undefined ? undefined : { like: likes },
      });
    },

    async remove(page: PageOf, id: string): Promise<PracticeAnswer> {
      if (!(await own(page, id))) return unknownThing(id);
      const { account } = page;
      // What was said below a post goes with it.
      const below = (await shelf.list({ network, account, limit: 1_000 })).filter(
        (one) => underOf(one) === id,
      );
      for (const one of [id, ...below.map((other) => other.id)])
        await shelf.change(network, one, { deletedAt: now() });
      return asJson(200, { success: true });
    },

    async comment(page: PageOf, id: string, body: unknown): Promise<PracticeAnswer> {
      const input = newComment.safeParse(body);
      if (!input.success) return invalid(z.prettifyError(input.error));
      const post = await own(page, id);
      if (!post || !isPost(post)) return unknownThing(id);
      const { account } = page;
      const made = `${id.split('_')[1] ?? ''}_${newId()}`;
      await shelf.put({
        ...{ network, id: made, account, key: made, text: input.data.message, media: [], counts: noCounts },
        content: { link: null, card: null, alts: [], under: id },
        ...{ createdAt: now(), editedAt: null, deletedAt: null },
      });
      return asJson(200, { id: made });
    },

    async comments(page: PageOf, id: string, url: URL): Promise<PracticeAnswer> {
      const problem = fieldsProblem(url, ofComment, ['limit', 'order', 'after']);
      if (problem) return problem;
      if (!(await own(page, id))) return unknownThing(id);
      if (!['chronological', 'reverse_chronological', null].includes(url.searchParams.get('order')))
        return invalid('order must be chronological or reverse_chronological');
      const { account } = page;
      const found = (await shelf.list({ network, account, limit: 1_000 })).filter(
        (one) => underOf(one) === id,
      );
      const data = found.map((one) => {
        const { id: name, message = '', from, created_time } = whole(page, one);
        return picked(url, { id: name, message, from, created_time });
      });
      return asJson(200, {
        data: url.searchParams.get('order') === 'chronological' ? data.toReversed() : data,
      });
    },
  };
}

const duplicate = metaError(400, {
  message: '(#506) Duplicate status message',
  ...{ type: 'OAuthException', code: 506 },
  userMessage: 'This status update is identical to the last one you posted.',
});
const photosPosted = metaError(400, {
  message: 'Invalid parameter',
  ...{ type: 'OAuthException', code: 100, subcode: 1_366_051 },
  userMessage: 'These photos were already posted.',
});
