import { z } from 'zod';
import type { Delivery, Outcome, Remote } from '../../../src/channels/channel';
import { facebookRules } from '../../../src/channels/rules/meta/facebook';
import type { CopyVideo } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import { Ended, leaseLost } from '../ended';
import { workedOn } from '../worked-on';
import { lookBack, sinceOf, squeezed } from '../look-back';
import type { Posted } from '../posted';
import type { FacebookPage } from './facebook-page';
import { fetchedVideo, type FetchedVideos } from './fetched-video';
import { graphCall, graphValue, type GraphAnswer } from './graph';
import { nextOf, paging } from './paging';

export interface FilmSources extends FetchedVideos {
  readonly http: Outgoing;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** Facebook loads a video within five minutes, and may answer only then (…/docs/graph-api/video-uploads). */
const loadTime = 330_000;
/** How long a video is waited for; what takes longer is looked for among the Page's own. */
const patience = 600_000;
const waits = { first: 1_000, longest: 10_000 };

const phase = z.object({ status: z.string() }).optional().catch(undefined);
/** How far Facebook is with a video (…/docs/graph-api/reference/video-status), and the post that shows it. */
const film = z.object({
  id: z.string().min(1),
  status: z
    .object({ video_status: z.string().catch(''), uploading_phase: phase })
    .optional()
    .catch(undefined),
  post_id: z.string().optional().catch(undefined),
});
type Film = z.output<typeof film>;

const made = z.object({ id: z.string().min(1) });
const shown = z.object({ permalink_url: z.string().nullable().catch(null) });
const films = z.object({
  data: z.array(film.extend({ description: z.string().catch(''), created_time: z.string() })),
  paging,
});
type Listed = z.output<typeof films>['data'][number];

const told = 'id,status,post_id';
const pages = 5;

/**
 * Posts a video by the address that Facebook loads it from (developers.facebook.com/docs/graph-api/reference/page/videos, file_url), and
 * waits until its post is there. From the call on it may be there, so nothing that fails later lets it be sent again unlooked.
 */
export async function filmOnFacebook(
  sources: FilmSources,
  page: FacebookPage,
  video: CopyVideo,
  { text }: Posted,
  { beat }: Pick<Delivery, 'beat'>,
): Promise<{ readonly answer: GraphAnswer<unknown>; readonly outcome: () => Promise<Outcome> }> {
  const { http, now } = sources;
  const url = await fetchedVideo(video, sources, facebookRules);
  if (!(await beat())) throw new Ended(leaseLost);
  const json = { file_url: url, ...(text === '' ? {} : { description: text }) };
  const call = { path: `/${page.pageId}/videos`, json, answer: made, timeout: loadTime };
  const answer = await graphCall(http, uploading(page), call, now);
  return {
    answer,
    async outcome() {
      const { id } = graphValue(answer, 'write', now());
      const end = await settled(sources, page, id, beat);
      const limits = answer.ok && answer.limits.length > 0 ? { limits: answer.limits } : {};
      return { ...end, ...limits };
    },
  };
}

/** Waits until a video is shown; what cannot be asked now is asked again. */
async function settled(
  { http, now, sleep }: FilmSources,
  page: FacebookPage,
  id: string,
  beat: Delivery['beat'],
): Promise<Outcome> {
  const ask = { path: `/${id}`, query: { fields: told }, answer: film };
  const post = await workedOn(
    async () => {
      const answer = await graphCall(http, page, ask, now);
      if (!answer.ok) return 'not-yet';
      const problem = failureOf(answer.value);
      if (problem) throw new Ended(problem);
      const shownAs = postOf(page, answer.value);
      return shownAs === null ? 'not-yet' : { done: shownAs };
    },
    // It has the video, so whoever goes on has to look first.
    { now, sleep, beat, waits, patience, slow: stillAtIt, lost: stillAtIt },
  );
  return { kind: 'delivered', ...(await remoteOf(http, page, post, now)) };
}

/**
 * Our video among those of the Page, also one that Facebook still works on, which is not among the posts yet: then it ends with a doubt.
 * Null: not there, or there as one that could not be used.
 */
export async function lookForFilm(
  http: Outgoing,
  page: FacebookPage,
  { text, links }: Posted,
  delivery: Pick<Delivery, 'dueAt' | 'createdAt'>,
  now: () => number,
): Promise<Remote | null> {
  const since = sinceOf(delivery);
  const isOurs = ({ description }: Listed): boolean =>
    links.some((link) => description.includes(link)) || squeezed(description) === squeezed(text);
  const found = await lookBack<Listed, string>(
    pages,
    async (after) => {
      const query = {
        ...{ fields: `${told},description,created_time`, type: 'uploaded', limit: '50' },
        ...(after === null ? {} : { after }),
      };
      const call = { path: `/${page.pageId}/videos`, query, answer: films };
      const { data, paging: more } = graphValue(await graphCall(http, page, call, now), 'read', now());
      const recent = data.filter((one) => Date.parse(one.created_time) >= since);
      return { posts: recent, next: recent.length < data.length ? null : nextOf(more) };
    },
    (one) => isOurs(one) && failureOf(one) === null,
  );
  if (!found) return null;
  const post = postOf(page, found);
  if (post === null) throw new Ended(stillAtIt);
  return remoteOf(http, page, post, now);
}

/** Why there will be no post; null: nothing of the kind is said. */
function failureOf({ status }: Film): Outcome | null {
  if (status?.video_status !== 'error') return null;
  return status.uploading_phase?.status === 'error' ? notLoaded : refused;
}

/** A post of a Page is `{page}_{post}`; a video may name it by the second half alone. Null: it is not shown yet. */
const postOf = ({ pageId }: FacebookPage, { status, post_id: post = '' }: Film): string | null =>
  status?.video_status !== 'ready' || post === '' ? null : post.includes('_') ? post : `${pageId}_${post}`;

async function remoteOf(
  http: Outgoing,
  page: FacebookPage,
  remoteId: string,
  now: () => number,
): Promise<Remote> {
  const call = { path: `/${remoteId}`, query: { fields: 'permalink_url' }, answer: shown };
  const answer = await graphCall(http, page, call, now);
  return { remoteId, url: answer.ok ? answer.value.permalink_url : null };
}

/** Videos go to a server of their own (…/docs/graph-api/video-uploads). */
const uploading = (page: FacebookPage): FacebookPage => ({
  ...page,
  server: page.server.replace(/^https:\/\/graph\.facebook\.com\b/, 'https://graph-video.facebook.com'),
});

const stillAtIt = {
  kind: 'unknown',
  code: 'facebook.video-processing',
  message: 'Facebook has the video and is not done with it yet. It is looked for again by itself.',
} as const satisfies Outcome;

const notLoaded = {
  kind: 'retry',
  code: 'facebook.video-not-loaded',
  message: 'Facebook could not load the video from this server. It is tried again by itself.',
} as const satisfies Outcome;

const refused = {
  kind: 'rejected',
  code: 'facebook.video-refused',
  message:
    'Facebook could not use this video. Export it as MP4 with H.264 and AAC, and schedule the post again.',
} as const satisfies Outcome;
