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
import { metaContainers, type ContainerStatus } from '../containers';
import type { FilmProblem, LoadFilm } from '../films';
import { limitAnswer, ownPosts, usedOf } from '../own-posts';
import {
  fieldsProblem,
  invalid,
  metaError,
  metaRefusal,
  noInsights,
  picked,
  signedOut,
  tokenOf,
  unknownThing,
  versionProblem,
} from '../words';
import { gramComments } from './comments';
import { newContainer } from './new-container';

/** An account and its number. */
export interface PracticeGram {
  readonly account: string;
  readonly user: string;
}

interface Sources {
  readonly shelf: PracticeShelf;
  /** Whose token it is; null: nobody's. */
  readonly accountOf: (token: string) => PracticeGram | null;
  /** Whether the token of an account has the right to read insights; left out: it has. */
  readonly mayReadInsights?: (account: string) => boolean;
  readonly loadFilm: LoadFilm;
  readonly now: () => number;
  /** Posts in 24 hours. */
  readonly quota?: number;
}

const network = 'instagram';
const limits = { bytes: 300_000_000, seconds: [3, 900], ratio: [0.01, 10], columns: 1_920 } as const;

/** What `status` says beside `status_code`. */
const said: Readonly<Record<Exclude<ContainerStatus, 'ERROR'>, string>> = {
  IN_PROGRESS: 'In Progress: Media is still being processed.',
  FINISHED: 'Finished: Media has been uploaded and it is ready to be published.',
  PUBLISHED: 'Published: Media has been published.',
  EXPIRED: 'Expired: Media was not published within 24 hours.',
};

/**
 * Instagram by developers.facebook.com/docs/instagram-platform, as far as a professional account that posts sees it. Addresses of pictures
 * are looked at, never loaded, those of videos are loaded, and no post is deleted.
 */
export function instagramPractice({
  shelf,
  accountOf,
  mayReadInsights = () => true,
  loadFilm,
  now,
  quota = 50,
}: Sources): PracticeNetwork {
  const told = (status: ContainerStatus, problem: FilmProblem | null) => ({
    status_code: status,
    status: status === 'ERROR' ? failed(problem) : said[status],
  });
  const containers = metaContainers({ shelf, now, network, read: newContainer, told, loadFilm, limits });
  const comments = gramComments({ shelf, now });
  const posts = ownPosts({
    ...{ shelf, network, words: 'caption', plain: 'IMAGE' },
    addressOf: (id) => `https://www.instagram.com/p/${id}/`,
    metrics: {
      reach: ({ reach }) => reach,
      views: ({ views }) => views,
      saved: ({ saves }) => saves,
      likes: ({ likes }) => likes,
      comments: ({ replies }) => replies,
      shares: ({ reposts }) => reposts,
      total_interactions: ({ likes = 0, replies = 0, reposts = 0, saves = 0 }) =>
        likes + replies + reposts + saves,
    },
    more: { like_count: ({ likes }) => likes, comments_count: ({ replies }) => replies },
    ofProfile: ['reach', 'views', 'accounts_engaged', 'total_interactions', 'follower_count'],
  });

  async function routed(
    { account, user }: PracticeGram,
    { name, id }: Route,
    request: PracticeRequest,
    { slowMedia = 0 }: Hints,
  ): Promise<PracticeAnswer> {
    const { url } = request;
    if (ofUser.has(name) && id !== user) return unknownThing(id);
    switch (name) {
      case 'refresh':
        return url.searchParams.get('grant_type') === 'ig_refresh_token'
          ? invalid('The token is younger than 24 hours')
          : invalid('grant_type must be ig_refresh_token');
      case 'me':
        return (
          fieldsProblem(url, ['id', 'user_id', 'username']) ??
          asJson(200, picked(url, { id: user, user_id: user, username: account }))
        );
      case 'create':
        return containers.create(account, jsonOf(request), slowMedia);
      case 'publish':
        return (await usedOf({ shelf, network, now }, account, quota)) < quota
          ? containers.publish(account, jsonOf(request))
          : dayIsFull;
      case 'list':
        return posts.list(account, url);
      case 'limit':
        return limitAnswer(url, await usedOf({ shelf, network, now }, account, quota), quota);
      case 'thing':
        if (id === user)
          return (
            fieldsProblem(url, ['id', 'username']) ?? asJson(200, picked(url, { id, username: account }))
          );
        return containers.status(account, id, url) ?? posts.show(account, id, url);
      case 'comment':
        return comments.create(account, id, jsonOf(request));
      case 'comments':
        return comments.list(account, id, url);
      case 'insights':
        if (!mayReadInsights(account)) return noInsights('instagram_manage_insights');
        return id === user ? posts.profileInsights(url) : posts.insights(account, id, url);
      default:
        return name satisfies never;
    }
  }

  return {
    kind: network,
    deedOf: (request) => routeOf(request)?.deed ?? null,
    refusal: (what, resetAt) => metaRefusal(what, resetAt, now(), { useCase: 'instagram', code: 80_002 }),

    async answer(request, hints) {
      const route = routeOf(request);
      if (!route) return unknownThing(request.url.pathname);
      const problem = route.name === 'refresh' ? null : versionProblem(route.version, 20, 25);
      if (problem) return problem;
      const token = tokenOf(request);
      if (typeof token !== 'string') return token;
      const known = accountOf(token);
      return known === null ? signedOut : routed(known, route, request, hints);
    },
  };
}

/** Subcodes of why a container failed (…/instagram-graph-api/reference/error-codes). */
const failed = (problem: FilmProblem | null): string =>
  `Error: Media upload has failed with error code ${problem === 'download' ? 2_207_003 : 2_207_026}`;

const dayIsFull = metaError(400, {
  ...{ message: 'Application request limit reached', type: 'OAuthException', code: 9, subcode: 2_207_042 },
  userMessage:
    'You reached maximum number of posts that is allowed to be published by Content Publishing API.',
});

interface Route {
  readonly name:
    | 'me'
    | 'refresh'
    | 'create'
    | 'publish'
    | 'list'
    | 'limit'
    | 'thing'
    | 'comment'
    | 'comments'
    | 'insights';
  readonly version: string;
  readonly id: string;
  readonly deed: Deed;
}

/** Calls below the account itself. */
const ofUser: ReadonlySet<Route['name']> = new Set(['create', 'publish', 'list', 'limit'] as const);

const routes: readonly (readonly [method: string, path: RegExp, name: Route['name'], deed: Deed])[] = [
  ['GET', /^\/refresh_access_token$/, 'refresh', 'read'],
  ['GET', /^\/(v[\d.]+)\/me$/, 'me', 'read'],
  ['POST', /^\/(v[\d.]+)\/(\d+)\/media$/, 'create', 'upload'],
  ['POST', /^\/(v[\d.]+)\/(\d+)\/media_publish$/, 'publish', 'publish'],
  ['GET', /^\/(v[\d.]+)\/(\d+)\/media$/, 'list', 'read'],
  ['GET', /^\/(v[\d.]+)\/(\d+)\/content_publishing_limit$/, 'limit', 'read'],
  ['GET', /^\/(v[\d.]+)\/(\d+)$/, 'thing', 'read'],
  ['POST', /^\/(v[\d.]+)\/(\d+)\/comments$/, 'comment', 'publish'],
  ['GET', /^\/(v[\d.]+)\/(\d+)\/comments$/, 'comments', 'read'],
  ['GET', /^\/(v[\d.]+)\/(\d+)\/insights$/, 'insights', 'read'],
];

function routeOf({ method, url }: PracticeRequest): Route | null {
  for (const [verb, pattern, name, deed] of routes) {
    const match = method === verb ? pattern.exec(url.pathname) : null;
    if (match) return { name, version: match[1] ?? '', id: match[2] ?? '', deed };
  }
  return null;
}
