import { z } from 'zod';
import { asJson, type PracticeAnswer } from '../network';
import type { PracticePost, PracticeShelf } from '../shelf';
import { fieldsProblem, invalid, metricsAnswer, picked, unknownThing } from './words';

interface Shape {
  readonly shelf: PracticeShelf;
  readonly network: string;
  /** Field of the words. */
  readonly words: 'text' | 'caption';
  /** What a post without pictures is called. */
  readonly plain: string;
  readonly addressOf: (id: string) => string;
  /** Metrics by name, and what of the counts they tell. */
  readonly metrics: Readonly<Record<string, (counts: PracticePost['counts']) => number | undefined>>;
  /** Fields of the post beside those that every network has, and what of the counts they tell. */
  readonly more?: Readonly<Record<string, (counts: PracticePost['counts']) => number | undefined>>;
  /** Metrics of the whole profile. */
  readonly ofProfile: readonly string[];
}

const kept = z.object({ images: z.array(z.unknown()), under: z.string().nullish() });
const underOf = (post: PracticePost): string | null => kept.parse(post.content).under ?? null;
const replyFields = ['id', 'text', 'timestamp', 'permalink', 'is_reply_owned_by_me', 'replied_to'];

/** Posts of a profile, as whoever posted them reads them. */
export function ownPosts({ shelf, network, words, plain, addressOf, metrics, more = {}, ofProfile }: Shape) {
  const fields = ['id', words, 'timestamp', 'permalink', 'media_type', 'children', ...Object.keys(more)];

  const whole = (post: PracticePost): Record<string, unknown> => {
    const { length } = kept.parse(post.content).images;
    return {
      id: post.id,
      ...(post.text === '' ? {} : { [words]: post.text }),
      timestamp: new Date(post.createdAt).toISOString().replace(/\.\d+Z$/, '+0000'),
      permalink: addressOf(post.id),
      ...Object.fromEntries(Object.entries(more).map(([name, of]) => [name, of(post.counts)])),
      media_type:
        post.media.length > 0 ? 'VIDEO' : length === 0 ? plain : length === 1 ? 'IMAGE' : 'CAROUSEL_ALBUM',
      ...(length > 1
        ? { children: { data: Array.from({ length }, (_, n) => ({ id: `${post.id}${n}` })) } }
        : {}),
    };
  };

  async function own(account: string, id: string): Promise<PracticePost | null> {
    const post = await shelf.byId(network, id);
    return post?.account === account && post.deletedAt === null ? post : null;
  }

  return {
    own,

    async list(account: string, url: URL): Promise<PracticeAnswer> {
      const problem = fieldsProblem(url, fields, ['limit', 'since', 'after']);
      if (problem) return problem;
      const limit = Number(url.searchParams.get('limit') ?? 25);
      if (!(limit >= 1 && limit <= 100)) return invalid('limit must be between 1 and 100');
      const since = Number(url.searchParams.get('since') ?? 0) * 1_000;
      const before = url.searchParams.get('after');
      const page = await shelf.list({ network, account, limit, ...(before ? { before } : {}) });
      const posts = page.filter((post) => post.createdAt >= since && underOf(post) === null);
      const end = page.at(-1)?.id;
      const last = page.at(-1)?.createdAt ?? 0;
      const next = page.length === limit && last >= since ? { next: url.href } : {};
      return asJson(200, {
        data: posts.map((post) => picked(url, whole(post))),
        ...(end === undefined ? {} : { paging: { cursors: { before: page[0]?.id, after: end }, ...next } }),
      });
    },

    /** Everything below a post, the oldest first where that is asked for. */
    async conversation(account: string, id: string, url: URL): Promise<PracticeAnswer> {
      const root = await shelf.byId(network, id);
      if (!root || root.deletedAt !== null) return unknownThing(id);
      const problem = fieldsProblem(url, replyFields, ['limit', 'after', 'reverse']);
      if (problem) return problem;
      const below = new Set([id]);
      const found: object[] = [];
      for (const post of (await shelf.list({ network, limit: 1_000 })).toReversed()) {
        const under = underOf(post);
        if (under === null || !below.has(under)) continue;
        below.add(post.id);
        const own = { is_reply_owned_by_me: post.account === account, replied_to: { id: under } };
        found.push(picked(url, { ...whole(post), ...own }));
      }
      return asJson(200, { data: url.searchParams.get('reverse') === 'false' ? found : found.toReversed() });
    },

    async show(account: string, id: string, url: URL): Promise<PracticeAnswer> {
      const post = await own(account, id);
      if (!post) return unknownThing(id);
      return fieldsProblem(url, fields) ?? asJson(200, picked(url, whole(post)));
    },

    async insights(account: string, id: string, url: URL): Promise<PracticeAnswer> {
      const post = await own(account, id);
      if (!post) return unknownThing(id);
      const stray = [...url.searchParams.keys()].find((name) => name !== 'metric');
      if (stray !== undefined) return invalid(`Unknown parameter ${stray}`);
      return metricsAnswer(
        url,
        Object.fromEntries(Object.entries(metrics).map(([name, of]) => [name, of(post.counts)])),
      );
    },

    /** Of the whole profile: only whether it may be read, no number of it. */
    profileInsights: (url: URL): PracticeAnswer =>
      metricsAnswer(url, Object.fromEntries(ofProfile.map((name) => [name, 0]))),
  };
}

/** How many posts of a profile 24 hours have seen. */
export async function usedOf(
  { shelf, network, now }: Pick<Shape, 'shelf' | 'network'> & { readonly now: () => number },
  account: string,
  quota: number,
): Promise<number> {
  const posts = await shelf.list({ network, account, limit: quota });
  return posts.filter((post) => now() - post.createdAt < 86_400_000 && underOf(post) === null).length;
}

/** What `…_publishing_limit` answers. */
export const limitAnswer = (url: URL, used: number, quota: number): PracticeAnswer =>
  fieldsProblem(url, ['quota_usage', 'config']) ??
  asJson(200, {
    data: [{ quota_usage: used, config: { quota_total: quota, quota_duration: 86_400 } }],
  });
