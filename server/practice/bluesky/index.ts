import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  asJson,
  type Deed,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
  type Refusal,
  type Tokens,
} from '../network';
import { filmOf } from '../film';
import { previewOf } from '../preview';
import { noCounts, type PracticePost, type PracticeShelf } from '../shelf';
import { collection, put, remove } from './lexicon';

interface Sources {
  readonly shelf: PracticeShelf;
  /** By access token, and by app password. */
  readonly tokens: Tokens;
  readonly now: () => number;
}

const network = 'bluesky';
/** What one file may weigh (lexicon app.bsky.embed.video, @atproto/api 0.19.19). */
const largestBlob = 100_000_000;

const refused = (status: number, error: string, message = error): PracticeAnswer =>
  asJson(status, { error, message });
const didOf = (account: string): string => `did:plc:${account.replace(/[^a-z0-9]/g, '')}`;

/**
 * A server of Bluesky, as far as a channel talks to it: log-in, pictures and videos, one post under each key. For practice mode
 * only; what the channel is tested against is the network's own server.
 */
export function blueskyPractice({ shelf, tokens, now }: Sources): PracticeNetwork {
  const session = (account: string, token: string): PracticeAnswer =>
    asJson(200, {
      ...{ did: didOf(account), handle: 'practice.test', active: true },
      ...{ accessJwt: token, refreshJwt: token },
    });
  const uriOf = (account: string, key: string): string => `at://${didOf(account)}/${collection}/${key}`;

  async function putRecord(account: string, body: unknown): Promise<PracticeAnswer> {
    const input = put.safeParse(body);
    if (!input.success) return refused(400, 'InvalidRequest', z.prettifyError(input.error));
    const { rkey, record: value } = input.data;
    const external = value.embed && 'external' in value.embed ? value.embed.external : null;
    const images = value.embed && 'images' in value.embed ? value.embed.images : [];
    const film = value.embed && 'video' in value.embed ? value.embed : null;
    const media = [external?.thumb, ...images.map(({ image }) => image), film?.video].flatMap(
      (one) => one?.ref.$link ?? [],
    );
    const known = await shelf.media(network, media);
    if (known.length !== media.length) return refused(400, 'BlobNotFound');
    if (known.some(({ kind }) => (kind === 'video') !== (film !== null)))
      return refused(400, 'InvalidMimeType', 'Referenced Mimetype does not match stored blob.');
    const post: PracticePost = {
      ...{ network, id: uriOf(account, rkey), account, key: rkey, text: value.text, media, counts: noCounts },
      content: {
        ...{ record: value, under: value.reply?.parent.uri ?? null },
        card: external && { url: external.uri, title: external.title, description: external.description },
        alts: film ? [film.alt ?? ''] : images.map(({ alt }) => alt),
      },
      ...{ createdAt: now(), editedAt: null, deletedAt: null },
    };
    if (await shelf.put(post))
      return asJson(200, { uri: post.id, cid: rkey, commit: { cid: rkey, rev: rkey } });
    const there = await shelf.byKey(network, account, rkey);
    return JSON.stringify(there?.content['record']) === JSON.stringify(value)
      ? asJson(200, { uri: post.id, cid: rkey })
      : refused(400, 'InvalidSwap', `Record was at ${rkey}`);
  }

  /** A record that is not there is no error (lexicon com.atproto.repo.deleteRecord). */
  async function deleteRecord(account: string, body: unknown): Promise<PracticeAnswer> {
    const input = remove.safeParse(body);
    if (!input.success) return refused(400, 'InvalidRequest', z.prettifyError(input.error));
    const there = await shelf.byKey(network, account, input.data.rkey);
    if (!there || there.deletedAt !== null) return asJson(200, {});
    await shelf.change(network, there.id, { deletedAt: now() });
    return asJson(200, { commit: { cid: there.key, rev: there.key } });
  }

  async function getRecord(account: string, query: URLSearchParams): Promise<PracticeAnswer> {
    const there = await shelf.byKey(network, account, query.get('rkey') ?? '');
    if (!there || there.deletedAt !== null || query.get('collection') !== collection)
      return refused(400, 'RecordNotFound');
    return asJson(200, { uri: there.id, cid: there.key, value: there.content['record'] });
  }

  async function uploadBlob(account: string, { headers, body }: PracticeRequest): Promise<PracticeAnswer> {
    if (body.length > largestBlob) return refused(413, 'PayloadTooLarge', 'request entity too large');
    const isFilm = headers['content-type'] === 'video/mp4';
    const film = isFilm ? await filmOf(body) : null;
    const preview = isFilm ? (film?.format === 'mp4' ? '' : null) : await previewOf(body);
    if (preview === null) return refused(400, 'InvalidMimeType');
    const id = `bafk${randomBytes(16).toString('hex')}`;
    await shelf.putMedia({
      ...{ network, id, account, alt: '', preview, createdAt: now() },
      ...(isFilm ? { kind: 'video' } : {}),
    });
    const mimeType = isFilm ? 'video/mp4' : 'image/jpeg';
    return asJson(200, { blob: { $type: 'blob', ref: { $link: id }, mimeType, size: body.length } });
  }

  async function getPosts(query: URLSearchParams): Promise<PracticeAnswer> {
    const found = await Promise.all(query.getAll('uris').map((uri) => shelf.byId(network, uri)));
    const posts = found.flatMap((post) =>
      post === null || post.deletedAt !== null
        ? []
        : [
            {
              ...{ uri: post.id, likeCount: post.counts.likes, repostCount: post.counts.reposts },
              ...{ replyCount: post.counts.replies, quoteCount: post.counts.quotes },
              bookmarkCount: post.counts.saves,
            },
          ],
    );
    return asJson(200, { posts });
  }

  return {
    kind: network,
    deedOf: ({ method, url }) => {
      const deed = deeds.get(url.pathname.replace('/xrpc/', ''));
      return deed && deed.method === method ? deed.deed : null;
    },
    refusal,
    async answer(request) {
      const { url, headers, body } = request;
      const what = url.pathname.replace('/xrpc/', '');
      if (what === 'com.atproto.server.createSession') {
        const { password } = z.object({ password: z.string() }).parse(JSON.parse(body.toString()));
        const known = tokens(password);
        return known ? session(known.account, password) : refused(401, 'AuthenticationRequired');
      }
      if (what === 'app.bsky.feed.getPosts') return getPosts(url.searchParams);
      if (what === 'com.atproto.identity.resolveHandle')
        return refused(400, 'InvalidRequest', 'Unable to resolve handle');
      const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
      const account = token === undefined ? undefined : tokens(token)?.account;
      // Records are public, and named by the account that they belong to.
      if (what === 'com.atproto.repo.getRecord') return getRecord(account ?? '', url.searchParams);
      if (token === undefined || account === undefined) return refused(401, 'AuthMissing');
      if (what === 'com.atproto.server.refreshSession') return session(account, token);
      if (what === 'com.atproto.repo.uploadBlob') return uploadBlob(account, request);
      const input: unknown = JSON.parse(body.toString());
      return what === 'com.atproto.repo.deleteRecord'
        ? deleteRecord(account, input)
        : putRecord(account, input);
    },
  };
}

const deeds: ReadonlyMap<string, { readonly method: string; readonly deed: Deed }> = new Map([
  ['com.atproto.server.createSession', { method: 'POST', deed: 'read' }],
  ['com.atproto.server.refreshSession', { method: 'POST', deed: 'read' }],
  ['com.atproto.identity.resolveHandle', { method: 'GET', deed: 'read' }],
  ['com.atproto.repo.getRecord', { method: 'GET', deed: 'read' }],
  ['com.atproto.repo.uploadBlob', { method: 'POST', deed: 'upload' }],
  ['com.atproto.repo.putRecord', { method: 'POST', deed: 'publish' }],
  ['com.atproto.repo.deleteRecord', { method: 'POST', deed: 'publish' }],
  ['app.bsky.feed.getPosts', { method: 'GET', deed: 'read' }],
]);

function refusal(what: Refusal, resetAt: number | null): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return refused(401, 'ExpiredToken');
    case 'server-error':
      return refused(500, 'InternalServerError');
    case 'too-many':
      return asJson(
        429,
        { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
        resetAt === null ? {} : { 'ratelimit-reset': String(Math.ceil(resetAt / 1_000)) },
      );
    default:
      return what satisfies never;
  }
}
