import { formOf, jsonOf } from '../../bodies';
import {
  asJson,
  type Deed,
  type Hints,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../network';
import { previewOf } from '../../preview';
import type { PracticeShelf } from '../../shelf';
import {
  fieldsProblem,
  invalid,
  metaError,
  metaRefusal,
  metricsAnswer,
  noInsights,
  picked,
  signedOut,
  tokenOf,
  unknownThing,
  versionProblem,
} from '../words';
import type { LoadFilm } from '../films';
import { network, pagePosts, type PageOf } from './posts';
import { pageVideos } from './videos';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Which Page a token is of; null: nobody's. */
  readonly pageOf: (token: string) => PageOf | null;
  /** Whether the token of an account has the right to read insights; left out: it has. */
  readonly mayReadInsights?: (account: string) => boolean;
  readonly loadFilm: LoadFilm;
  readonly now: () => number;
}

const mostBytes = 4_000_000;

/** Pages of Facebook by developers.facebook.com/docs/pages-api, as far as a Page that posts sees them. */
export function facebookPractice({
  shelf,
  pageOf,
  mayReadInsights = () => true,
  loadFilm,
  now,
}: Sources): PracticeNetwork {
  const posts = pagePosts({ shelf, now });
  const videos = pageVideos({ shelf, newId: posts.newId, loadFilm, now });

  const about = ({ account, page }: PageOf, url: URL): PracticeAnswer =>
    fieldsProblem(url, ['id', 'name', 'link', 'followers_count', 'can_post']) ??
    asJson(
      200,
      picked(url, {
        ...{ id: page, name: account, link: `https://www.facebook.com/${page}` },
        ...{ followers_count: 120, can_post: true },
      }),
    );

  async function upload({ account }: PageOf, request: PracticeRequest): Promise<PracticeAnswer> {
    const form = await formOf(request);
    if (!form) return invalid('source must be sent as multipart/form-data');
    const unknown = [...form.keys()].find(
      (name) => !['source', 'published', 'alt_text_custom'].includes(name),
    );
    if (unknown !== undefined) return invalid(`Unknown parameter ${unknown}`);
    if (form.get('published') !== 'false')
      return invalid('A photo of a post to come must be published=false');
    const file = form.get('source');
    if (!(file instanceof Blob)) return invalid('source is missing');
    const preview = file.size > mostBytes ? null : await previewOf(new Uint8Array(await file.arrayBuffer()));
    if (preview === null) return badPhoto;
    const id = posts.newId();
    const alt = String(form.get('alt_text_custom') ?? '');
    await shelf.putMedia({ network, id, account, alt, preview, createdAt: now() });
    return asJson(200, { id });
  }

  async function routed(
    page: PageOf,
    { name, id }: Route,
    request: PracticeRequest,
    { slowMedia = 0 }: Hints,
  ): Promise<PracticeAnswer> {
    const { url } = request;
    const isOwn = id === page.page;
    switch (name) {
      case 'me':
        return about(page, url);
      case 'page':
        return isOwn ? about(page, url) : ((await videos.status(page, id, url)) ?? unknownThing(id));
      case 'video':
        return isOwn ? videos.create(page, jsonOf(request), slowMedia) : unknownThing(id);
      case 'videos':
        return isOwn ? videos.list(page, url) : unknownThing(id);
      case 'photos':
        return isOwn ? upload(page, request) : unknownThing(id);
      case 'post':
        return isOwn ? posts.create(page, url, jsonOf(request)) : unknownThing(id);
      case 'feed':
        return isOwn ? posts.list(page, url) : unknownThing(id);
      case 'edit':
        return posts.edit(page, id, jsonOf(request));
      case 'comment':
        return posts.comment(page, id, jsonOf(request));
      case 'comments':
        return posts.comments(page, id, url);
      case 'show':
        return posts.show(page, id, url);
      case 'page-insights':
        if (!isOwn) return unknownThing(id);
        return mayReadInsights(page.account)
          ? metricsAnswer(url, { page_media_view: 0, page_total_media_view_unique: 0, page_follows: 0 })
          : noInsights('read_insights');
      case 'insights':
        return mayReadInsights(page.account) ? posts.insights(page, id, url) : noInsights('read_insights');
      case 'remove':
        return posts.remove(page, id);
      default:
        return name satisfies never;
    }
  }

  return {
    kind: network,
    deedOf: (request) => routeOf(request)?.deed ?? null,
    refusal: (what, resetAt) => metaRefusal(what, resetAt, now(), { useCase: 'pages', code: 80_001 }),

    async answer(request, hints) {
      const route = routeOf(request);
      if (!route) return unknownThing(request.url.pathname);
      const problem = versionProblem(route.version, 20, 26);
      if (problem) return problem;
      const token = tokenOf(request);
      if (typeof token !== 'string') return token;
      const page = pageOf(token);
      return page ? routed(page, route, request, hints) : signedOut;
    },
  };
}

const badPhoto = metaError(400, {
  ...{ message: 'Invalid parameter', type: 'OAuthException', code: 100, subcode: 1_366_046 },
  userMessage: 'Your photos could not be uploaded. Photos should be smaller than 4 MB and saved as JPG, PNG.',
});

interface Route {
  readonly name:
    | 'me'
    | 'page'
    | 'photos'
    | 'video'
    | 'videos'
    | 'post'
    | 'edit'
    | 'feed'
    | 'comment'
    | 'comments'
    | 'show'
    | 'remove'
    | 'insights'
    | 'page-insights';
  readonly id: string;
  readonly deed: Deed;
  readonly version: string | undefined;
}

const routes: readonly (readonly [method: string, path: RegExp, name: Route['name'], deed: Deed])[] = [
  ['GET', /^me$/, 'me', 'read'],
  ['GET', /^(\d{5,25})$/, 'page', 'read'],
  ['POST', /^(\d{5,25})\/photos$/, 'photos', 'upload'],
  ['POST', /^(\d{5,25})\/videos$/, 'video', 'publish'],
  ['GET', /^(\d{5,25})\/videos$/, 'videos', 'read'],
  ['POST', /^(\d{5,25})\/feed$/, 'post', 'publish'],
  ['GET', /^(\d{5,25})\/feed$/, 'feed', 'read'],
  ['GET', /^(\d{5,25})\/insights$/, 'page-insights', 'read'],
  ['GET', /^(\d{5,25}_\d+)\/insights$/, 'insights', 'read'],
  ['POST', /^(\d{5,25}_\d+)\/comments$/, 'comment', 'publish'],
  ['GET', /^(\d{5,25}_\d+)\/comments$/, 'comments', 'read'],
  ['GET', /^(\d{5,25}_\d+)$/, 'show', 'read'],
  ['POST', /^(\d{5,25}_\d+)$/, 'edit', 'publish'],
  ['DELETE', /^(\d{5,25}_\d+|\d+)$/, 'remove', 'publish'],
];

function routeOf({ method, url }: PracticeRequest): Route | null {
  const [, version, path = ''] = /^(?:\/(v\d+\.\d+))?\/(.+)$/.exec(url.pathname) ?? [];
  for (const [verb, pattern, name, deed] of routes) {
    const match = method === verb ? pattern.exec(path) : null;
    if (match) return { name, id: match[1] ?? '', deed, version };
  }
  return null;
}
