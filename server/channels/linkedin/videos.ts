import { z } from 'zod';
import type { Delivery } from '../../../src/channels/channel';
import { noAnswerOutcome } from '../../../src/channels/outcomes/http';
import { linkedinRules } from '../../../src/channels/rules/linkedin';
import type { CopyVideo } from '../../../src/channels/schema';
import { webUrl } from '../../../src/channels/settings/fields';
import { preparedVideo, uploadTime, type PreparedVideo } from '../../videos/prepared';
import { Ended, leaseLost } from '../ended';
import { linkedinCall, linkedinValue, notTheirs, type LinkedinAccount } from './api';
import type { LinkedinSources } from './images';
import { workedOn } from '../worked-on';
import { putOnLinkedin } from './upload';

const begun = z.object({
  value: z.object({
    video: z.string().regex(/^urn:li:video:[\w-]+$/),
    uploadToken: z.string().catch(''),
    uploadInstructions: z
      .array(z.object({ uploadUrl: webUrl, firstByte: z.int().min(0), lastByte: z.int().min(0) }))
      .min(1)
      .max(10_000),
  }),
});
type Part = z.output<typeof begun>['value']['uploadInstructions'][number];
const video = z.object({ status: z.string() });

/** LinkedIn works on a film after it has all of it; one that takes longer is handed over anew by the next try. */
const patience = 600_000;
const waits = { first: 1_000, longest: 10_000 };
const base = '/rest/videos';

/**
 * Hands a video over (learn.microsoft.com, Videos API): the places of its parts are asked for, each part goes there, what each place
 * answered is told, and then it is waited until LinkedIn is done with it. Where LinkedIn does not show a person how far it is, the post
 * follows at once. Nothing is published by it.
 */
export async function videoOnLinkedin(
  { http, videos, now, sleep }: LinkedinSources,
  account: LinkedinAccount,
  author: string,
  copied: CopyVideo,
  { beat }: Pick<Delivery, 'beat'>,
): Promise<string> {
  const film = await preparedVideo(copied, videos, linkedinRules, { beat });
  if (!(await beat())) throw new Ended(leaseLost);
  const begin = {
    path: `${base}?action=initializeUpload`,
    json: {
      initializeUploadRequest: {
        ...{ owner: author, fileSizeBytes: film.length },
        ...{ uploadCaptions: false, uploadThumbnail: false },
      },
    },
    answer: begun,
  };
  const { value } = linkedinValue(await linkedinCall(http, account, begin, now), now());
  const parts = inOrder(value.uploadInstructions, film.length);
  if (!parts) throw new Ended(noAnswerOutcome(notTheirs(account.settings.server), 'read'));
  const uploadedPartIds: string[] = [];
  for (const part of parts) uploadedPartIds.push(await handedOver(part, film));
  const { video: id, uploadToken } = value;
  const finish = {
    path: `${base}?action=finalizeUpload`,
    json: { finalizeUploadRequest: { video: id, uploadToken, uploadedPartIds } },
    answer: z.unknown(),
  };
  linkedinValue(await linkedinCall(http, account, finish, now), now());
  await ready(id);
  return id;

  /** What the place answered for a part: its name among the others. */
  async function handedOver({ uploadUrl, firstByte, lastByte }: Part, whole: PreparedVideo): Promise<string> {
    const body = whole.part(firstByte, lastByte + 1);
    const put = { url: uploadUrl, mime: 'application/octet-stream', body, timeout: uploadTime(body.length) };
    try {
      const { headers } = await putOnLinkedin(http, account, put, now);
      const name = headers['etag']?.replace(/^"(.*)"$/, '$1');
      if (name) return name;
    } catch (error) {
      const broken = whole.broken();
      throw broken ? new Ended(broken) : error;
    }
    throw new Ended(noAnswerOutcome(notTheirs(uploadUrl), 'read'));
  }

  async function ready(urn: string): Promise<void> {
    const path = `${base}/${encodeURIComponent(urn)}`;
    await workedOn(
      async () => {
        const answer = await linkedinCall(http, account, { path, answer: video }, now);
        const isHidden = !answer.ok && 'refusal' in answer && answer.refusal.status === 403;
        if (isHidden && author.startsWith('urn:li:person:')) return { done: null };
        const { status } = linkedinValue(answer, now());
        if (status === 'PROCESSING_FAILED') throw new Ended(failed);
        return status === 'AVAILABLE' ? { done: null } : 'not-yet';
      },
      { now, sleep, beat, waits, patience, slow },
    );
  }
}

/** The parts by where they lie in the file; null where they are not all of it, each byte once. */
function inOrder(parts: readonly Part[], length: number): readonly Part[] | null {
  const sorted = [...parts].sort((a, b) => a.firstByte - b.firstByte);
  let at = 0;
  for (const { firstByte, lastByte } of sorted) {
    if (firstByte !== at || lastByte < firstByte) return null;
    at = lastByte + 1;
  }
  return at === length ? sorted : null;
}

const slow = {
  kind: 'retry',
  code: 'linkedin.slow-video',
  message: 'LinkedIn is not done with the video yet. It is tried again by itself.',
} as const;

const failed = {
  kind: 'rejected',
  code: 'linkedin.video-failed',
  message:
    'LinkedIn could not make anything of the video of this post. Export it as MP4 with H.264 and AAC, of at least 75 kB, and schedule the post again.',
} as const;
