import { googleBusinessScopes } from '../../../src/channels/settings/google/business';
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
import type { GooglePerson } from './person';
import { googlePosts } from './posts';
import { forbidden, googleRefused, invalid, notFound, scopeMissing, signedOut } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Null: nobody's. */
  readonly personOf: (token: string) => GooglePerson | null;
  readonly now: () => number;
}

/** Fields of a location that can be asked for, as far as anybody here asks. */
const locationFields = ['name', 'title', 'metadata'];

/** The three APIs of the Business Profile by developers.google.com/my-business. Addresses of pictures are looked at, never loaded. */
export function googlePractice({ shelf, personOf, now }: Sources): PracticeNetwork {
  const posts = googlePosts({ shelf, now });

  async function routed(
    person: GooglePerson,
    { name, id }: Route,
    request: PracticeRequest,
    hints: Hints,
  ): Promise<PracticeAnswer> {
    const { url } = request;
    switch (name) {
      case 'accounts':
        return asJson(200, {
          accounts: [
            {
              ...{ name: `accounts/${person.id}`, accountName: person.account, type: 'PERSONAL' },
              ...{ verificationState: 'VERIFIED', vettedState: 'NOT_VETTED' },
            },
          ],
        });
      case 'locations':
        return id === `accounts/${person.id}` ? locations(person, url) : forbidden;
      case 'create':
        return posts.create(person, id, jsonOf(request), hints);
      case 'list':
        return posts.list(person, id, url);
      case 'show':
        return posts.show(person, id);
      case 'change':
        return posts.change(person, id, request, hints);
      case 'remove':
        return posts.remove(person, id);
      default:
        return name satisfies never;
    }
  }

  return {
    kind: 'google-business',
    deedOf: (request) => routeOf(request)?.deed ?? null,
    refusal: (what, resetAt) => googleRefused(what, resetAt, now()),

    async answer(request, hints) {
      const route = routeOf(request);
      if (!route) return notFound;
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
      const person = token === undefined ? null : personOf(token);
      if (!person) return signedOut;
      const may = googleBusinessScopes.every((scope) => person.scopes.includes(scope));
      return may ? routed(person, route, request, hints) : scopeMissing;
    },
  };
}

function locations({ locations: all }: GooglePerson, url: URL): PracticeAnswer {
  const mask = (url.searchParams.get('readMask') ?? '').split(',').filter(Boolean);
  if (mask.length === 0 || mask.some((field) => !locationFields.includes(field)))
    return invalid('read_mask', 'Invalid field mask provided');
  return asJson(200, {
    locations: all.map(({ id, title, mayPost }) => {
      const whole: Readonly<Record<string, unknown>> = {
        ...{ name: `locations/${id}`, title },
        metadata: { ...(mayPost ? { canOperateLocalPost: true } : {}), hasVoiceOfMerchant: true },
      };
      return Object.fromEntries(mask.map((field) => [field, whole[field]]));
    }),
  });
}

interface Route {
  readonly name: 'accounts' | 'locations' | 'create' | 'list' | 'show' | 'change' | 'remove';
  readonly deed: Deed;
  readonly id: string;
}

const location = '(accounts/\\d+/locations/\\d+)';
const post = '(accounts/\\d+/locations/\\d+/localPosts/[^/]+)';
const routes: readonly (readonly [how: RegExp, name: Route['name'], deed: Deed])[] = [
  [/^GET \/v1\/accounts$/, 'accounts', 'read'],
  [/^GET \/v1\/(accounts\/\d+)\/locations$/, 'locations', 'read'],
  [new RegExp(`^POST /v4/${location}/localPosts$`), 'create', 'publish'],
  [new RegExp(`^GET /v4/${location}/localPosts$`), 'list', 'read'],
  [new RegExp(`^GET /v4/${post}$`), 'show', 'read'],
  // Of any name, so that one that never was is answered as Google answers it.
  [/^PATCH \/v4\/(.+)$/, 'change', 'publish'],
  [/^DELETE \/v4\/(.+)$/, 'remove', 'publish'],
];

function routeOf({ method, url }: PracticeRequest): Route | null {
  for (const [how, name, deed] of routes) {
    const match = how.exec(`${method} ${url.pathname}`);
    if (match) return { name, deed, id: decodeURIComponent(match[1] ?? '') };
  }
  return null;
}
