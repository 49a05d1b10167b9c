import { z } from 'zod';
import type { Delivery, Outcome, Remote } from '../../../src/channels/channel';
import { spoken } from '../../../src/channels/health/api-versions';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { lookBack, sinceOf, squeezed } from '../look-back';
import type { Posted } from '../posted';
import { googleCall, googleValue, type GoogleAccount } from './api';
import { listOf } from './lists';

/** A local post, as far as it is read (developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts). */
export const localPost = z.object({
  name: z.string().regex(/^accounts\/\d+\/locations\/\d+\/localPosts\/[\w-]+$/),
  summary: z.string().catch(''),
  /** LIVE: everybody sees it · PROCESSING: nobody sees it yet · REJECTED: against the content policy, nobody will. */
  state: z.string().catch(''),
  createTime: z.string().catch(''),
  searchUrl: z.url().nullable().catch(null),
  callToAction: z
    .object({ url: z.string().catch('') })
    .optional()
    .catch(undefined),
  media: z.array(z.unknown()).catch([]),
});
export type LocalPost = z.output<typeof localPost>;

const list = listOf('localPosts', localPost);

const pageLength = 100;
const turns = 5;

/** What there is of a publication at the location. */
export interface OwnPost {
  /** Null: none that people see or may see yet. */
  readonly post: LocalPost | null;
  /** Google took one with these very words down. */
  readonly wasRejected: boolean;
}

/**
 * Our post among those of the location, the newest first: the one whose button or words show a link of this publication, or, where it has
 * none, the one with the same words and as many pictures since it was due.
 */
export async function ownPost(
  http: Outgoing,
  account: GoogleAccount,
  location: string,
  words: Posted,
  delivery: Pick<Delivery, 'dueAt' | 'createdAt'>,
  now: () => number,
): Promise<OwnPost> {
  const since = sinceOf(delivery);
  let wasRejected = false;
  const post = await lookBack<LocalPost, string>(
    turns,
    async (at) => {
      const page = at === null ? '' : `&pageToken=${encodeURIComponent(at)}`;
      const path = `/${spoken['google-business']}/${location}/localPosts?pageSize=${pageLength}${page}`;
      const answer = await googleCall(http, account, { at: 'posts', path, answer: list }, now);
      const { found: posts, nextPageToken } = googleValue(answer, now());
      const isEnd = posts.length > 0 && posts.every((one) => !isSince(one, since));
      return { posts, next: isEnd ? null : (nextPageToken ?? null) };
    },
    (one) => {
      if (!isSince(one, since) || !isOurs(one, words)) return false;
      if (one.state !== 'REJECTED') return true;
      wasRejected ||= squeezed(one.summary) === squeezed(words.text);
      return false;
    },
  );
  return { post, wasRejected };
}

const isSince = ({ createTime }: LocalPost, since: number): boolean => Date.parse(createTime) >= since;

function isOurs({ summary, callToAction, media }: LocalPost, { text, links, pictures }: Posted): boolean {
  const shown = [summary, callToAction?.url ?? ''];
  if (links.length > 0) return links.some((link) => shown.some((part) => part.includes(link)));
  return squeezed(summary) === squeezed(text) && media.length === pictures;
}

export const remoteOf = ({ name, searchUrl }: LocalPost): Remote => ({ remoteId: name, url: searchUrl });

/** Whether people see it. */
export const isLive = ({ state }: LocalPost): boolean => state === 'LIVE';

const soon = 5 * 60_000;
const day = 86_400_000;

/** Google has it and has not made up its mind: nobody sees it, and nothing is sent again. */
export const checking = {
  kind: 'unknown',
  code: 'google.processing',
  message: 'Google has the post and is still checking it. It is looked up again by itself.',
} as const satisfies Outcome;

/** Where a post stands that is in doubt; throws while Google checks it. */
export function settledPost(post: LocalPost, now: number): Remote {
  if (isLive(post)) return remoteOf(post);
  if (now - Date.parse(post.createTime) > day)
    throw new Error('Google has been checking the post for more than a day. Look at the Business Profile');
  throw new Ended({ ...checking, kind: 'parked', until: now + soon });
}

export const takenDown = {
  kind: 'rejected',
  code: 'google.rejected',
  message:
    'Google does not show the post: it goes against its content policy. Often it is a telephone number in the text, words that look like advertising mail, or a picture with much text. Change it and schedule it again; the refused one can be deleted in the Business Profile.',
} as const satisfies Outcome;
