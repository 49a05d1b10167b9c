import { z } from 'zod';
import type { Delivery } from '../../../src/channels/channel';
import { noAnswerOutcome } from '../../../src/channels/outcomes/http';
import { pinterestRules } from '../../../src/channels/rules/pins/pinterest';
import type { CopyVideo } from '../../../src/channels/schema';
import { webUrl } from '../../../src/channels/settings/fields';
import type { Outgoing } from '../../http/outgoing';
import { streamedForm } from '../../http/streamed';
import type { Videos } from '../../videos/open';
import { preparedVideo, uploadTime, type PreparedVideo } from '../../videos/prepared';
import { Ended, leaseLost } from '../ended';
import { workedOn } from '../worked-on';
import { pinterestCall, pinterestValue, type PinterestAccount } from './api';

export interface PinterestVideoSources {
  readonly http: Outgoing;
  readonly videos: Videos;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

const registered = z.object({
  media_id: z.string().regex(/^\d+$/),
  upload_url: webUrl,
  /** What the form has to say before the file; these become parts of it, so they are short words on one line. */
  upload_parameters: z.record(z.string().regex(/^[\w-]{1,100}$/), z.string().regex(/^[^\r\n]{0,10000}$/)),
});
type Registered = z.output<typeof registered>;
const media = z.object({ status: z.string() });

/** Pinterest works on a film after it has all of it; one that takes longer is handed over anew by the next try. */
const patience = 600_000;
const waits = { first: 1_000, longest: 10_000 };

/**
 * Hands a video over (developers.pinterest.com/docs/api/v5/media-create): a place for it is asked for, the file goes there in a form, and
 * then it is waited until Pinterest is done with it. What a pin names it by, with the moment of which the cover is made. Nothing is
 * published by it.
 */
export async function videoOnPinterest(
  { http, videos, now, sleep }: PinterestVideoSources,
  account: PinterestAccount,
  video: CopyVideo,
  { beat }: Pick<Delivery, 'beat'>,
): Promise<object> {
  const film = await preparedVideo(video, videos, pinterestRules, { beat });
  if (!(await beat())) throw new Ended(leaseLost);
  const begin = { path: '/media', json: { media_type: 'video' }, answer: registered };
  const place = pinterestValue(await pinterestCall(http, account, begin, now), now());
  await handOver(http, place, film);
  const ask = { path: `/media/${place.media_id}`, answer: media };
  return workedOn(
    async () => {
      const { status } = pinterestValue(await pinterestCall(http, account, ask, now), now());
      if (status === 'failed') throw new Ended(failed);
      return status === 'succeeded' ? { done: sourceOf(place, film) } : 'not-yet';
    },
    { now, sleep, beat, waits, patience, slow },
  );
}

/** The place is another's, and the form itself says that the file may go there: the token does not. */
async function handOver(
  http: Outgoing,
  { upload_url: url, upload_parameters: fields }: Registered,
  film: PreparedVideo,
): Promise<void> {
  const file = { field: 'file', name: film.name, type: film.mime };
  const { type, body } = streamedForm(fields, { ...file, length: film.length, chunks: film.chunks });
  const answer = await http.send({
    ...{ method: 'POST', url, body, timeout: uploadTime(body.length) },
    headers: { 'content-type': type },
  });
  const broken = film.broken();
  if (broken) throw new Ended(broken);
  if (answer.kind !== 'answered') throw new Ended(noAnswerOutcome(answer, 'read'));
  const { status } = answer;
  if (status < 200 || status > 299) throw new Ended(notStored(status));
}

/** The cover is made of the film itself, a moment after it began, because many begin in black. */
const sourceOf = ({ media_id }: Registered, { facts }: PreparedVideo) => ({
  ...{ source_type: 'video_id', media_id },
  cover_image_key_frame_time: facts.seconds === null ? 0 : 1,
});

/** Each try gets a place of its own, so most of what that says passes. */
const notStored = (status: number) =>
  status === 400 || status === 413
    ? ({
        kind: 'rejected',
        code: 'pinterest.video-refused',
        message: `The storage of Pinterest did not take the video (status ${status}). Export it smaller, and schedule the pin again.`,
      } as const)
    : ({
        kind: 'retry',
        code: 'pinterest.not-stored',
        message: `The storage of Pinterest did not take the video now (status ${status}). It is tried again by itself.`,
      } as const);

const slow = {
  kind: 'retry',
  code: 'pinterest.slow-video',
  message: 'Pinterest is not done with the video yet. It is tried again by itself.',
} as const;

const failed = {
  kind: 'rejected',
  code: 'pinterest.video-failed',
  message:
    'Pinterest could not make anything of the video of this pin. Export it as MP4 with H.264 and AAC, and schedule the pin again.',
} as const;
