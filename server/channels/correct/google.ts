import type { Corrected } from '../../../src/channels/channel';
import { spoken } from '../../../src/channels/health/api-versions';
import { isGoneOnGoogle } from '../../../src/channels/outcomes/google/outcome';
import type { Outgoing } from '../../http/outgoing';
import { googleCall, googleEnd, type GoogleAccount } from '../google/api';
import { isLive, localPost } from '../google/posts';
import { corrected, goneSince, notCorrected } from './corrected';

interface Watch {
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** How long Google is watched while it checks the new words, in milliseconds. */
const waits = [1_000, 2_000, 4_000];
/** After that it is not asked again, however long its answers take. */
const longest = 20_000;

/**
 * Changes the words of a post, and nothing else of it (developers.google.com/my-business/content/posts-data, `localPosts.patch`). Google
 * checks them like those of a new post, and shows it no more where they go against its policy.
 */
export async function correctLocalPost(
  http: Outgoing,
  account: GoogleAccount,
  remoteId: string,
  summary: string,
  { now, sleep }: Watch,
): Promise<Corrected> {
  const path = `/${spoken['google-business']}/${remoteId.split('/').map(encodeURIComponent).join('/')}`;
  const change = {
    at: 'posts',
    method: 'PATCH',
    path: `${path}?updateMask=summary`,
    json: { summary },
    answer: localPost,
  } as const;
  const answer = await googleCall(http, account, change, now);
  if (!answer.ok) {
    if ('refusal' in answer && isGoneOnGoogle(answer.refusal)) return goneSince;
    return notCorrected(answer, googleEnd(answer, 'read', now()), 'Google', now());
  }
  let post = answer.value;
  const end = now() + longest;
  for (const wait of waits) {
    if (isLive(post) || post.state === 'REJECTED' || now() > end) break;
    await sleep(wait);
    const look = await googleCall(http, account, { at: 'posts', path, answer: localPost }, now);
    if (look.ok) post = look.value;
  }
  const sent = answer.sent ? { sent: answer.sent } : {};
  if (isLive(post)) return { ...corrected('Google'), ...sent };
  return post.state === 'REJECTED' ? { ...takenDown, ...sent } : { ...checking, ...sent };
}

const takenDown = {
  kind: 'kept',
  code: 'google.rejected',
  message:
    'Google shows the post no more, because its new words go against the content policy. Often it is a telephone number. Correct it once more, or delete it in the Business Profile.',
} as const satisfies Corrected;

const checking = {
  kind: 'corrected',
  code: '',
  message: 'Google has the new words and is still checking them; until then nobody sees the post.',
} as const satisfies Corrected;
