import { jsonOf } from '../bodies';
import {
  asJson,
  type Deed,
  type Hints,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../network';
import type { PracticeShelf } from '../shelf';
import { pinterestFilms } from './films';
import { pinterestPins } from './pins';
import type { PinterestUser } from './user';
import { pinterestRefusal, scopeMissing, signedOut, unknownPath } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Null: nobody's. */
  readonly userOf: (token: string) => PinterestUser | null;
  /** Where this network is reached, for the addresses that it gives out. */
  readonly origin: string;
  readonly now: () => number;
}

/** Pinterest by its published description of the API v5, as far as an account that pins pictures and videos sees it. */
export function pinterestPractice({ shelf, userOf, origin, now }: Sources): PracticeNetwork {
  const films = pinterestFilms({ shelf, origin, now });
  const pins = pinterestPins({ shelf, filmProblem: films.problem, now });

  async function routed(
    user: PinterestUser,
    { name, id }: Route & { readonly name: Exclude<Route['name'], 'store'> },
    request: PracticeRequest,
    hints: Hints,
  ): Promise<PracticeAnswer> {
    switch (name) {
      case 'begin':
        return films.begin(user, request, hints);
      case 'media':
        return films.show(user, id);
      case 'me':
        return asJson(200, { id: '2783136121146311751', username: user.account, account_type: 'BUSINESS' });
      case 'boards':
        return asJson(200, {
          items: user.boards.map((board) => ({ ...board, privacy: 'PUBLIC', is_ads_only: false })),
          bookmark: null,
        });
      case 'create':
        return pins.create(user, jsonOf(request));
      case 'list':
        return pins.list(user, id, request.url);
      case 'change':
        return pins.change(user, id, jsonOf(request));
      case 'remove':
        return pins.remove(user, id);
      case 'analytics':
        return pins.analytics(user, id, request.url);
      default:
        return name satisfies never;
    }
  }

  return {
    kind: 'pinterest',
    deedOf: (request) => routeOf(request)?.deed ?? null,
    refusal: (what, resetAt) => pinterestRefusal(what, resetAt, now()),

    async answer(request, hints) {
      const route = routeOf(request);
      if (!route) return unknownPath;
      // The storage is another's: it knows no token.
      if (route.name === 'store') return films.store(request);
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
      const user = token === undefined ? null : userOf(token);
      if (!user) return signedOut;
      if (!route.scopes.every((scope) => user.scopes.includes(scope))) return scopeMissing;
      const answer = await routed(user, { ...route, name: route.name }, request, hints);
      return { ...answer, headers: { ...answer.headers, ...room } };
    },
  };
}

/** Room for calls, as every answer says it. */
const room = { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '998', 'x-ratelimit-reset': '60' };

interface Route {
  readonly name:
    'begin' | 'store' | 'media' | 'me' | 'boards' | 'create' | 'list' | 'change' | 'remove' | 'analytics';
  readonly deed: Deed;
  readonly scopes: readonly string[];
  readonly id: string;
}

const reads = ['boards:read', 'pins:read'];
const media = ['pins:read', 'pins:write'];
const writes = [...reads, 'boards:write', 'pins:write'];
const routes: readonly (readonly [
  how: RegExp,
  name: Route['name'],
  deed: Deed,
  scopes: readonly string[],
])[] = [
  [/^GET \/v5\/user_account$/, 'me', 'read', ['user_accounts:read']],
  [/^GET \/v5\/boards$/, 'boards', 'read', ['boards:read']],
  [/^GET \/v5\/boards\/(\d+)\/pins$/, 'list', 'read', reads],
  [/^POST \/v5\/media$/, 'begin', 'upload', media],
  [/^POST \/pinterest-media-upload$/, 'store', 'upload', []],
  [/^GET \/v5\/media\/(\d+)$/, 'media', 'upload', media],
  [/^POST \/v5\/pins$/, 'create', 'publish', writes],
  [/^PATCH \/v5\/pins\/(\d+)$/, 'change', 'publish', writes],
  [/^DELETE \/v5\/pins\/(\d+)$/, 'remove', 'publish', writes],
  [/^GET \/v5\/pins\/(\d+)\/analytics$/, 'analytics', 'read', reads],
];

function routeOf({ method, url }: PracticeRequest): Route | null {
  for (const [how, name, deed, scopes] of routes) {
    const match = how.exec(`${method} ${url.pathname}`);
    if (match) return { name, deed, scopes, id: match[1] ?? '' };
  }
  return null;
}
