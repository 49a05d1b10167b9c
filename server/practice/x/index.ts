import { z } from 'zod';
import { xLength } from '../../../src/channels/counters/x';
import { jsonOf } from '../bodies';
import { asJson, type PracticeAnswer, type PracticeNetwork, type PracticeRequest } from '../network';
import { noCounts, type PracticePost, type PracticeShelf } from '../shelf';
import { xMedia } from './media';
import { routeOf, scopesOf } from './routes';
import { shownPost, userOf } from './shown';
import { signIn, type BearerOf, type KeysOf } from './sign-in';
import { altThere, chainOf, controlsOf, isEditable, putVersion, versionsOf, type Chain } from './versions';
import {
  duplicate,
  forbidden,
  goneAbove,
  invalid,
  keptBack,
  notFound,
  notPermitted,
  notSummoned,
  notThere,
  unauthorised,
  xRefusal,
} from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  readonly keysOf: KeysOf;
  /** Left out: nobody connects. */
  readonly bearerOf?: BearerOf;
  /** Whether an account has X Premium, and may edit; left out: every one has. */
  readonly hasPremium?: (account: string) => boolean;
  readonly now: () => number;
}

const network = 'x';
const id = z.string().regex(/^\d{1,19}$/);

/** What X reads of each body (docs.x.com/x-api); anything else is refused. */
const newPost = z.strictObject({
  text: z.string().min(1),
  media: z.strictObject({ media_ids: z.array(id).min(1).max(4) }).optional(),
  reply: z.strictObject({ in_reply_to_tweet_id: id }).optional(),
  edit_options: z.strictObject({ previous_post_id: id }).optional(),
});
const ownQuery = z.strictObject({
  max_results: z.string().regex(/^([5-9]|\d\d|100)$/),
  exclude: z.enum(['retweets', 'replies']).optional(),
  start_time: z.iso.datetime().optional(),
  pagination_token: id.optional(),
  'tweet.fields': z.string().optional(),
});
const postFields = [
  'attachments',
  'created_at',
  'edit_controls',
  'entities',
  'id',
  'non_public_metrics',
  'public_metrics',
  'referenced_tweets',
  'text',
];
/** How long X tells private metrics of a post. */
const privateFor = 30 * 86_400_000;
const oneQuery = z.strictObject({ 'tweet.fields': z.string().optional() });
const manyQuery = oneQuery.extend({ ids: z.string() });

/** A field that nobody knows, in the words of X; undefined: all are known. */
function strayField(fields: readonly string[]): PracticeAnswer | undefined {
  const stray = fields.find((name) => !postFields.includes(name));
  return stray === undefined
    ? undefined
    : invalid(`The \`tweet.fields\` query parameter value [${stray}] is not one of [${postFields.join()}]`);
}

/** X by docs.x.com/x-api, as far as an account that posts by its own app sees it. */
export function xPractice({ shelf, keysOf, bearerOf, hasPremium, now }: Sources): PracticeNetwork {
  const who = signIn({ keysOf, bearerOf: bearerOf ?? (() => null), now });
  let last = 0n;
  const newId = (): string => {
    const next = (BigInt(now()) - 1_288_834_974_657n) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
  const files = xMedia({ shelf, newId, now });

  async function create(account: string, request: PracticeRequest): Promise<PracticeAnswer> {
    const input = newPost.safeParse(jsonOf(request));
    if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
    const { text, media: { media_ids: media = [] } = {}, reply, edit_options: edit } = input.data;
    if (edit && reply) return invalid('edit_options: not with reply');
    const chain = edit ? await chainOf(shelf, edit.previous_post_id) : null;
    if (edit && !(chain && isEditable(chain, account, now()) && (hasPremium?.(account) ?? true)))
      return notPermitted;
    const under = reply?.in_reply_to_tweet_id ?? chain?.newest.content['under'] ?? null;
    if (xLength(text) > 280) return invalid('text: longer than 280 weighted characters');
    const known = await shelf.media(network, media);
    if (known.length < media.length || known.some((one) => one.account !== account))
      return invalid('media.media_ids: not media of this account');
    const films = known.filter(({ kind }) => kind === 'video');
    if (films.length > 0 && known.length > 1) return invalid('media.media_ids: a video stands alone');
    const isThere = ({ id: one }: { id: string }) => chain?.newest.media.includes(one) ?? false;
    if (films.some((film) => !isThere(film) && !files.isReady(film.id)))
      return invalid('media.media_ids: not processed yet');
    const recent = await shelf.list({ network, account, limit: 100 });
    if (recent.some((post) => post.text === text)) return duplicate;
    if (reply) {
      const answered = await chainOf(shelf, reply.in_reply_to_tweet_id);
      if (!answered) return goneAbove;
      if (answered.post.account !== account) return notSummoned;
    }
    const made = newId();
    const alts = media.map((one) => files.altOf(one) || altThere(chain, one));
    const post: PracticePost = {
      ...{ network, id: made, account, key: made, text, content: { card: null, alts, under }, media },
      ...{ counts: noCounts, createdAt: now(), editedAt: chain ? now() : null, deletedAt: null },
    };
    if (chain) await putVersion(shelf, chain, post);
    else await shelf.put(post);
    const ids = [...(chain?.ids ?? []), made];
    return asJson(201, { data: { id: made, text, edit_history_tweet_ids: ids } });
  }

  async function ownPosts(account: string, user: string, url: URL): Promise<PracticeAnswer> {
    const input = ownQuery.safeParse(Object.fromEntries(url.searchParams));
    if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
    if (user !== userOf(account)) return notFound('user');
    const { max_results, start_time, pagination_token: before } = input.data;
    const limit = Number(max_results);
    const since = start_time === undefined ? 0 : Date.parse(start_time);
    const found = await shelf.list({ network, account, limit, ...(before ? { before } : {}) });
    const list = found.filter(({ createdAt }) => createdAt >= since);
    const next = list.length === limit ? list.at(-1)?.id : undefined;
    const meta = { result_count: list.length, ...(next === undefined ? {} : { next_token: next }) };
    return asJson(200, {
      ...(list.length > 0 ? { data: list.map((one) => shownPost(one, versionsOf(one))) } : {}),
      meta,
    });
  }

  async function many(account: string, url: URL): Promise<PracticeAnswer> {
    const input = manyQuery.safeParse(Object.fromEntries(url.searchParams));
    if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
    const fields = (input.data['tweet.fields'] ?? '').split(',').filter(Boolean);
    const stray = strayField(fields);
    if (stray) return stray;
    const withPrivate = fields.includes('non_public_metrics');
    const ids = input.data.ids.split(',');
    if (ids.length > 100) return invalid('ids: more than 100');
    const found = await Promise.all(ids.map((one) => chainOf(shelf, one)));
    const there = found.filter((one) => one !== null);
    const isOpen = ({ post }: Chain): boolean =>
      !withPrivate || (post.account === account && now() - post.createdAt < privateFor);
    const data = there.filter(isOpen).map((one) => shownPost(one.post, one.ids, withPrivate));
    const errors = [
      ...ids.filter((one) => !there.some(({ post }) => post.id === one)).map((one) => notThere(one)),
      ...there.filter((one) => !isOpen(one)).map(({ post }) => keptBack(post.id, 'non_public_metrics')),
    ];
    return asJson(200, { ...(data.length > 0 ? { data } : {}), ...(errors.length > 0 ? { errors } : {}) });
  }

  async function single(name: string, url: URL): Promise<PracticeAnswer> {
    const input = oneQuery.safeParse(Object.fromEntries(url.searchParams));
    if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
    const fields = (input.data['tweet.fields'] ?? '').split(',').filter(Boolean);
    const stray = strayField(fields);
    if (stray) return stray;
    const chain = await chainOf(shelf, name);
    if (!chain) return asJson(200, { errors: [notThere(name, 'id')] });
    const controls = fields.includes('edit_controls') ? { edit_controls: controlsOf(chain) } : {};
    return asJson(200, { data: { ...shownPost(chain.post, chain.ids), ...controls } });
  }

  async function remove(account: string, name: string): Promise<PracticeAnswer> {
    const chain = await chainOf(shelf, name);
    if (chain?.post.account !== account) return notFound('tweet');
    await shelf.change(network, chain.newest.id, { deletedAt: now() });
    return asJson(200, { data: { deleted: true } });
  }

  return {
    kind: network,
    deedOf: (request) => routeOf(request)?.deed ?? null,
    refusal: xRefusal,

    async answer(request, hints) {
      const route = routeOf(request);
      if (!route) return notFound('page');
      const signedIn = who(request);
      if (signedIn === null) return unauthorised;
      const { account, scopes } = signedIn;
      if (scopes !== null && scopesOf[route.name].some((scope) => !scopes.includes(scope))) return forbidden;
      const { url } = request;
      switch (route.name) {
        case 'me': {
          const data = { id: userOf(account), name: account, username: account };
          return asJson(200, { data }, scopes === null ? { 'x-access-level': 'read-write' } : {});
        }
        case 'own':
          return ownPosts(account, route.id, url);
        case 'many':
          return many(account, url);
        case 'one':
          return single(route.id, url);
        case 'upload':
          return files.upload(account, request);
        case 'describe':
          return files.describe(account, request);
        case 'begin':
          return files.begin(account, request);
        case 'append':
          return files.append(account, route.id, request);
        case 'finish':
          return files.finish(account, route.id, hints);
        case 'status':
          return files.status(account, url);
        case 'create':
          return create(account, request);
        case 'delete':
          return remove(account, route.id);
        default:
          return route.name satisfies never;
      }
    },
  };
}
