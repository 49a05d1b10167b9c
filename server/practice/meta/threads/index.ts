import { jsonOf } from '../../bodies';
import {
  asJson,
  type Deed,
  type Hints,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../network';
import type { PracticeShelf } from '../../shelf';
import { metaContainers } from '../containers';
import type { FilmProblem, LoadFilm } from '../films';
import { limitAnswer, ownPosts, usedOf } from '../own-posts';
import {
  fieldsProblem,
  invalid,
  metaRefusal,
  noInsights,
  picked,
  signedOut,
  tokenOf,
  unknownThing,
} from '../words';
import { newContainer } from './new-container';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Whose token it is; null: nobody's. */
  readonly profileOf: (token: string) => string | null;
  /** Whether the token of an account has the right to read insights; left out: it has. */
  readonly mayReadInsights?: (account: string) => boolean;
  readonly loadFilm: LoadFilm;
  readonly now: () => number;
}

const network = 'threads';
const quota = 250;
const limits = { bytes: 1_000_000_000, seconds: [0, 300], ratio: [0.01, 10], columns: 1_920 } as const;

/** Names of why a container failed (developers.facebook.com/docs/threads/troubleshooting). */
const failures: Readonly<Record<FilmProblem, string>> = {
  ...{ download: 'FAILED_DOWNLOADING_VIDEO', format: 'FAILED_PROCESSING_VIDEO' },
  ...{ length: 'INVALID_DURATION', shape: 'INVALID_ASPEC_RATIO' },
};

/**
 * Threads by developers.facebook.com/docs/threads, as far as a profile that posts sees it. Addresses of pictures are looked at, never
 * loaded; those of videos are loaded.
 */
export function threadsPractice({
  shelf,
  profileOf,
  mayReadInsights = () => true,
  loadFilm,
  now,
}: Sources): PracticeNetwork {
  const told = (status: string, problem: FilmProblem | null) => ({
    status,
    error_message: status === 'ERROR' && problem ? failures[problem] : '',
  });
  const containers = metaContainers({ shelf, now, network, read: newContainer, told, loadFilm, limits });
  const posts = ownPosts({
    ...{ shelf, network, words: 'text', plain: 'TEXT_POST' },
    addressOf: (id) => `https://www.threads.net/@practice/post/${id}`,
    metrics: {
      likes: ({ likes }) => likes,
      replies: ({ replies }) => replies,
      reposts: ({ reposts }) => reposts,
      quotes: ({ quotes }) => quotes,
      shares: ({ shares }) => shares,
      views: ({ views }) => views,
    },
    ofProfile: ['views', 'likes', 'replies', 'reposts', 'quotes', 'clicks', 'followers_count'],
  });

  async function routed(
    account: string,
    { name, id }: Route,
    request: PracticeRequest,
    { slowMedia = 0 }: Hints,
  ): Promise<PracticeAnswer> {
    const { url } = request;
    switch (name) {
      case 'me':
        return (
          fieldsProblem(url, ['id', 'username']) ??
          asJson(200, picked(url, { id: '17840000000000000', username: account }))
        );
      case 'refresh':
        return url.searchParams.get('grant_type') === 'th_refresh_token'
          ? invalid('The token is younger than 24 hours')
          : invalid('grant_type must be th_refresh_token');
      case 'create':
        return containers.create(account, jsonOf(request), slowMedia);
      case 'publish':
        return containers.publish(account, jsonOf(request));
      case 'list':
        return posts.list(account, url);
      case 'limit':
        return limitAnswer(url, await usedOf({ shelf, network, now }, account, quota), quota);
      case 'thing':
        return containers.status(account, id, url) ?? posts.show(account, id, url);
      case 'conversation':
        return posts.conversation(account, id, url);
      case 'insights':
        return mayReadInsights(account)
          ? posts.insights(account, id, url)
          : noInsights('threads_manage_insights');
      case 'profile-insights':
        return mayReadInsights(account) ? posts.profileInsights(url) : noInsights('threads_manage_insights');
      case 'remove':
        if (!(await posts.own(account, id))) return unknownThing(id);
        await shelf.change(network, id, { deletedAt: now() });
        return asJson(200, { success: true });
      default:
        return name satisfies never;
    }
  }

  return {
    kind: network,
    deedOf: (request) => routeOf(request)?.deed ?? null,
    refusal: (what, resetAt) => metaRefusal(what, resetAt, now(), { useCase: 'threads', code: 17 }),

    async answer(request, hints) {
      const route = routeOf(request);
      if (!route) return unknownThing(request.url.pathname);
      const token = tokenOf(request);
      if (typeof token !== 'string') return token;
      const account = profileOf(token);
      return account === null ? signedOut : routed(account, route, request, hints);
    },
  };
}

interface Route {
  readonly name:
    | 'me'
    | 'refresh'
    | 'create'
    | 'publish'
    | 'list'
    | 'limit'
    | 'thing'
    | 'conversation'
    | 'insights'
    | 'profile-insights'
    | 'remove';
  readonly id: string;
  readonly deed: Deed;
}

const routes: readonly (readonly [method: string, path: RegExp, name: Route['name'], deed: Deed])[] = [
  ['GET', /^\/refresh_access_token$/, 'refresh', 'read'],
  ['GET', /^\/v1\.0\/me$/, 'me', 'read'],
  ['POST', /^\/v1\.0\/me\/threads$/, 'create', 'upload'],
  ['POST', /^\/v1\.0\/me\/threads_publish$/, 'publish', 'publish'],
  ['GET', /^\/v1\.0\/me\/threads$/, 'list', 'read'],
  ['GET', /^\/v1\.0\/me\/threads_publishing_limit$/, 'limit', 'read'],
  ['GET', /^\/v1\.0\/me\/threads_insights$/, 'profile-insights', 'read'],
  ['GET', /^\/v1\.0\/(\d+)$/, 'thing', 'read'],
  ['GET', /^\/v1\.0\/(\d+)\/conversation$/, 'conversation', 'read'],
  ['GET', /^\/v1\.0\/(\d+)\/insights$/, 'insights', 'read'],
  ['DELETE', /^\/v1\.0\/(\d+)$/, 'remove', 'publish'],
];

function routeOf({ method, url }: PracticeRequest): Route | null {
  for (const [verb, pattern, name, deed] of routes) {
    const match = method === verb ? pattern.exec(url.pathname) : null;
    if (match) return { name, id: match[1] ?? '', deed };
  }
  return null;
}
