import { formOf, jsonOf } from '../bodies';
import {
  asJson,
  type Deed,
  type Hints,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
  type Tokens,
} from '../network';
import { filmOf } from '../film';
import { previewOf } from '../preview';
import type { PracticeMedia, PracticeShelf } from '../shelf';
import { meters, type Metered } from './limits';
import { maxCharacters, maxPictures, newId, statuses } from './statuses';
import { invalid, mastodonRefusal, notFound, outsideScopes, refused, signedOut } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  readonly tokens: Tokens;
  /** Where posts are read. */
  readonly origin: string;
  readonly now: () => number;
  /** Other numbers of calls than the network's own: for load. */
  readonly limits?: Partial<Record<Metered, number>>;
}

const network = 'mastodon';
const mostBytes = 16 * 1_048_576;
const mostOfFilm = 99 * 1_048_576;

/** A Mastodon server by docs.joinmastodon.org, as far as an account that posts sees it. */
export function mastodonPractice({ shelf, tokens, origin, now, limits }: Sources): PracticeNetwork {
  /** Pictures that are worked on, and how often they are asked for until they are ready. */
  const slow = new Map<string, number>();
  const posts = statuses({ shelf, origin, now, isReady: (id) => (slow.get(id) ?? 0) === 0 });
  const meter = meters(now, limits);

  const attachment = (
    { id, alt: description, kind }: Pick<PracticeMedia, 'id' | 'alt' | 'kind'>,
    isReady: boolean,
  ): object => ({
    ...{ id, type: kind ?? 'image', description: description || null, preview_url: `${origin}/media/${id}` },
    url: isReady ? `${origin}/media/${id}` : null,
  });

  async function upload(
    account: string,
    request: PracticeRequest,
    { slowMedia = 0 }: Hints,
  ): Promise<PracticeAnswer> {
    const form = await formOf(request);
    if (!form) return invalid('File must be sent as multipart/form-data');
    const unknown = [...form.keys()].find(
      (name) => !['file', 'description', 'focus', 'thumbnail'].includes(name),
    );
    if (unknown) return invalid(`Unknown parameter ${unknown}`);
    const file = form.get('file');
    const description = String(form.get('description') ?? '');
    if (!(file instanceof Blob)) return invalid("File can't be blank");
    if (description.length > 1_500) return invalid('Description is too long (maximum is 1500 characters)');
    const isFilm = file.type.startsWith('video/');
    if (file.size > (isFilm ? mostOfFilm : mostBytes))
      return invalid(`File file size must be less than ${isFilm ? 99 : 16} MB`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const preview = isFilm ? (await filmOf(bytes)) && '' : await previewOf(bytes);
    if (preview === null) return invalid('File content type is invalid, File is invalid');
    const media: PracticeMedia = {
      ...{ network, id: newId(now()), account, alt: description, preview, createdAt: now() },
      ...(isFilm ? { kind: 'video' } : {}),
    };
    await shelf.putMedia(media);
    // A video is always worked on after it was taken.
    const polls = Math.max(slowMedia, isFilm ? 1 : 0);
    if (polls > 0) slow.set(media.id, polls);
    return asJson(polls > 0 ? 202 : 200, attachment(media, polls === 0));
  }

  async function picture(account: string, id: string): Promise<PracticeAnswer> {
    const [media] = await shelf.media(network, [id]);
    if (!media || media.account !== account) return notFound;
    const left = slow.get(id) ?? 0;
    if (left > 0) slow.set(id, left - 1);
    return asJson(left > 1 ? 206 : 200, attachment(media, left <= 1));
  }

  async function me(account: string): Promise<PracticeAnswer> {
    return asJson(200, {
      ...{ id: account, username: account, acct: account, display_name: account, locked: false, bot: false },
      ...{ url: `${origin}/@${account}`, followers_count: 120, following_count: 80 },
    });
  }

  async function routed(
    route: Route,
    known: NonNullable<ReturnType<Tokens>>,
    request: PracticeRequest,
    hints: Hints,
  ): Promise<PracticeAnswer> {
    const { account, scopes } = known;
    switch (route.name) {
      case 'create': {
        const json = jsonOf(request);
        const key = request.headers['idempotency-key'];
        return json === undefined
          ? invalid('The body must be JSON')
          : posts.create(account, json, typeof key === 'string' ? key : null);
      }
      case 'edit': {
        const json = jsonOf(request);
        return json === undefined ? invalid('The body must be JSON') : posts.edit(account, route.id, json);
      }
      case 'remove':
        return posts.remove(account, route.id);
      case 'show':
        return posts.show(route.id);
      case 'context':
        return posts.context(route.id);
      case 'list':
        return route.id === account ? posts.of(account, request.url.searchParams) : notFound;
      case 'upload':
        return upload(account, request, hints);
      case 'media':
        return picture(account, route.id);
      case 'me':
        return me(account);
      case 'app':
        return asJson(200, { name: 'Practice', website: null, scopes });
    }
  }

  return {
    kind: network,
    deedOf: (request) => (isInstance(request) ? 'read' : (routeOf(request)?.deed ?? null)),
    refusal: mastodonRefusal,

    async answer(request, hints) {
      // Anybody may ask what the server takes.
      if (isInstance(request)) return asJson(200, instanceOf(origin));
      const route = routeOf(request);
      if (!route) return refused(404, 'Not found');
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
      const known = token === undefined ? null : tokens(token);
      if (!known) return signedOut;
      const used = meter(known.account, route.meter ?? 'call');
      const answer = used.isOver
        ? mastodonRefusal('too-many', null)
        : !mayDo(known.scopes, route.scopes)
          ? outsideScopes
          : await routed(route, known, request, hints);
      return { ...answer, headers: { ...answer.headers, ...used.headers } };
    },
  };
}

interface Route {
  readonly name:
    'create' | 'edit' | 'remove' | 'show' | 'context' | 'list' | 'upload' | 'media' | 'me' | 'app';
  readonly id: string;
  readonly deed: Deed;
  /** One of them is enough. */
  readonly scopes: readonly string[];
  readonly meter?: Metered;
}

const routes: readonly (readonly [method: string, path: RegExp, route: Omit<Route, 'id'>])[] = [
  ['POST', /^\/api\/v1\/statuses$/, { name: 'create', deed: 'publish', scopes: ['write:statuses'] }],
  ['PUT', /^\/api\/v1\/statuses\/(\w+)$/, { name: 'edit', deed: 'publish', scopes: ['write:statuses'] }],
  [
    'DELETE',
    /^\/api\/v1\/statuses\/(\w+)$/,
    { name: 'remove', deed: 'publish', scopes: ['write:statuses'], meter: 'remove' },
  ],
  ['GET', /^\/api\/v1\/statuses\/(\w+)$/, { name: 'show', deed: 'read', scopes: ['read:statuses'] }],
  [
    'GET',
    /^\/api\/v1\/statuses\/(\w+)\/context$/,
    { name: 'context', deed: 'read', scopes: ['read:statuses'] },
  ],
  [
    'GET',
    /^\/api\/v1\/accounts\/verify_credentials$/,
    { name: 'me', deed: 'read', scopes: ['read:accounts', 'profile'] },
  ],
  [
    'GET',
    /^\/api\/v1\/accounts\/([\w-]+)\/statuses$/,
    { name: 'list', deed: 'read', scopes: ['read:statuses'] },
  ],
  ['GET', /^\/api\/v1\/apps\/verify_credentials$/, { name: 'app', deed: 'read', scopes: [] }],
  [
    'POST',
    /^\/api\/v2\/media$/,
    { name: 'upload', deed: 'upload', scopes: ['write:media'], meter: 'upload' },
  ],
  ['GET', /^\/api\/v1\/media\/(\w+)$/, { name: 'media', deed: 'read', scopes: ['write:media'] }],
];

const isInstance = ({ method, url }: PracticeRequest): boolean =>
  method === 'GET' && url.pathname === '/api/v2/instance';

function routeOf({ method, url }: PracticeRequest): Route | null {
  for (const [verb, path, route] of routes) {
    const match = method === verb ? path.exec(url.pathname) : null;
    if (match) return { ...route, id: match[1] ?? '' };
  }
  return null;
}

/** `write` covers `write:statuses`. */
const mayDo = (scopes: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length === 0 ||
  wanted.some((scope) => scopes.includes(scope) || scopes.includes(scope.split(':')[0] ?? scope));

const instanceOf = (origin: string): object => ({
  domain: new URL(origin).host,
  title: 'Practice',
  version: '4.4.0',
  configuration: {
    statuses: {
      max_characters: maxCharacters,
      max_media_attachments: maxPictures,
      characters_reserved_per_url: 23,
    },
    media_attachments: {
      supported_mime_types: [
        ...['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
        ...['video/mp4', 'video/quicktime', 'video/webm'],
      ],
      description_limit: 1_500,
      image_size_limit: mostBytes,
      image_matrix_limit: 33_177_600,
      video_size_limit: mostOfFilm,
    },
  },
});
