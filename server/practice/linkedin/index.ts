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
import { linkedinComments } from './comments';
import { linkedinImages } from './images';
import { may, type LinkedinMember } from './member';
import { linkedinPosts } from './posts';
import { linkedinVideos } from './videos';
import {
  forbidden,
  invalid,
  linkedinRefusal,
  notFound,
  signedOut,
  versionEnded,
  versionMissing,
} from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Null: nobody's. */
  readonly memberOf: (token: string) => LinkedinMember | null;
  /** Where this network is reached, for the addresses that it gives out. */
  readonly origin: string;
  readonly now: () => number;
}

const oldest = 202_512;
const newest = 202_611;

/** LinkedIn by learn.microsoft.com/linkedin/marketing, as far as a page or a person that posts sees it. */
export function linkedinPractice({ shelf, memberOf, origin, now }: Sources): PracticeNetwork {
  const images = linkedinImages({ shelf, origin, now });
  const comments = linkedinComments({ shelf, now });
  const videos = linkedinVideos({ shelf, origin, now });
  const posts = linkedinPosts({
    ...{ shelf, imagesProblem: images.problem, videoProblem: videos.problem, now },
  });

  async function routed(
    member: LinkedinMember,
    { name, id }: Route,
    request: PracticeRequest,
    hints: Hints,
  ): Promise<PracticeAnswer> {
    const { url } = request;
    switch (name) {
      case 'me':
        return asJson(200, { sub: member.person, name: member.account, email_verified: true });
      case 'acls': {
        const roleAssignee = `urn:li:person:${member.person}`;
        const elements = member.pages.map((page) => ({
          ...{ role: page.role ?? 'ADMINISTRATOR', state: 'APPROVED', roleAssignee },
          organization: `urn:li:organization:${page.id}`,
        }));
        return asJson(200, { elements, paging: { start: 0, count: 100, links: [] } });
      }
      case 'page': {
        const page = member.pages.find((one) => one.id === id);
        return page ? asJson(200, { id: Number(id), localizedName: page.name }) : notFound(id);
      }
      case 'begin':
        return images.begin(member, request, hints);
      case 'put':
        return images.put(member, id, request);
      case 'image':
        return images.show(id);
      case 'begin-video':
        return videos.begin(member, request, hints);
      case 'put-video':
        return videos.put(id, request);
      case 'finish-video':
        return videos.finish(member, request);
      case 'video':
        return videos.show(id);
      case 'create':
        return posts.create(member, jsonOf(request));
      case 'list':
        return posts.list(member, url);
      case 'edit':
        return request.headers['x-restli-method'] === 'PARTIAL_UPDATE'
          ? posts.edit(member, id, jsonOf(request))
          : invalid('X-RestLi-Method must be PARTIAL_UPDATE');
      case 'remove':
        return posts.remove(member, id);
      case 'comment':
        return comments.create(member, id, jsonOf(request));
      case 'comments':
        return comments.list(member, id, url);
      case 'figures':
        return posts.figures(member, url);
      default:
        return name satisfies never;
    }
  }

  return {
    kind: 'linkedin',
    deedOf: (request) => routeOf(request)?.deed ?? null,
    refusal: (what, resetAt) => linkedinRefusal(what, resetAt, now()),

    async answer(request, hints) {
      const route = routeOf(request);
      if (!route) return notFound(request.url.pathname);
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
      const member = token === undefined ? null : memberOf(token);
      if (!member) return signedOut;
      const problem = request.url.pathname.startsWith('/rest/') ? headProblem(request) : null;
      if (problem) return problem;
      const lacks = route.scope !== null && !may(member, route.scope);
      return lacks ? forbidden(`${route.name}, ${route.scope}`) : routed(member, route, request, hints);
    },
  };
}

/** What every call of the versioned API has to say at its head. */
function headProblem({ headers }: PracticeRequest): PracticeAnswer | null {
  const version = headers['linkedin-version'];
  if (typeof version !== 'string') return versionMissing;
  if (!/^\d{6}$/.test(version) || Number(version) < oldest || Number(version) > newest)
    return versionEnded(version);
  return headers['x-restli-protocol-version'] === '2.0.0'
    ? null
    : invalid('X-Restli-Protocol-Version must be 2.0.0');
}

interface Route {
  readonly name:
    | 'me'
    | 'acls'
    | 'page'
    | 'begin'
    | 'put'
    | 'image'
    | 'begin-video'
    | 'put-video'
    | 'finish-video'
    | 'video'
    | 'create'
    | 'edit'
    | 'list'
    | 'remove'
    | 'comment'
    | 'comments'
    | 'figures';
  readonly deed: Deed;
  /** What the token has to allow whoever posts; null: that depends on who posts. */
  readonly scope: string | null;
  readonly id: string;
}

const reads = 'r_organization_social';
const administers = 'rw_organization_admin';
const urn = '(urn%3Ali%3A[\\w%-]+)';
const routes: readonly (readonly [how: RegExp, name: Route['name'], deed: Deed, scope: string | null])[] = [
  [/^GET \/v2\/userinfo$/, 'me', 'read', 'openid'],
  [/^GET \/rest\/organizationAcls\?q=roleAssignee&/, 'acls', 'read', administers],
  [/^GET \/rest\/organizations\/(\d+)$/, 'page', 'read', administers],
  [/^POST \/rest\/images\?action=initializeUpload$/, 'begin', 'upload', null],
  [/^PUT \/dms-uploads\/([\w-]+)\/uploaded-image\/0\?/, 'put', 'upload', null],
  [new RegExp(`^GET /rest/images/${urn}$`), 'image', 'upload', reads],
  [/^POST \/rest\/videos\?action=initializeUpload$/, 'begin-video', 'upload', null],
  [/^PUT \/dms-uploads\/([\w-]+\/uploaded-video\/\d{1,3})\?/, 'put-video', 'upload', null],
  [/^POST \/rest\/videos\?action=finalizeUpload$/, 'finish-video', 'upload', null],
  [new RegExp(`^GET /rest/videos/${urn}$`), 'video', 'upload', reads],
  [/^POST \/rest\/posts$/, 'create', 'publish', null],
  [/^POST \/rest\/posts\/([^/?]+)$/, 'edit', 'publish', null],
  [/^GET \/rest\/posts\?q=author&/, 'list', 'read', reads],
  [/^DELETE \/rest\/posts\/([^/?]+)$/, 'remove', 'publish', null],
  [new RegExp(`^POST /rest/socialActions/${urn}/comments$`), 'comment', 'publish', null],
  [new RegExp(`^GET /rest/socialActions/${urn}/comments\\?`), 'comments', 'read', reads],
  [
    /^GET \/rest\/organizationalEntityShareStatistics\?q=organizationalEntity&/,
    'figures',
    'read',
    administers,
  ],
];

function routeOf({ method, url }: PracticeRequest): Route | null {
  for (const [how, name, deed, scope] of routes) {
    const match = how.exec(`${method} ${url.pathname}${url.search}`);
    if (match) return { name, deed, scope, id: decodeURIComponent(match[1] ?? '') };
  }
  return null;
}
