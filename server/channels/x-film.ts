import { z } from 'zod';
import type { Delivery } from '../../src/channels/channel';
import { xRules } from '../../src/channels/rules/x';
import type { CopyVideo } from '../../src/channels/schema';
import { preparedVideo, type PreparedVideo } from '../videos/prepared';
import { Ended } from './ended';
import { workedOn } from './worked-on';
import { xCall, xValue, type XAccount, type XCall } from './x-api';
import type { XSources } from './x-media';

/** Bytes of one part; X takes 5 MB. */
const step = 4 * 1_048_576;
/** X works on a film after it has all of it; one that takes longer is handed over anew by the next try. */
const patience = 600_000;
const waits = { first: 1_000, longest: 10_000 };

const begun = z.object({ data: z.object({ id: z.string().regex(/^\d+$/) }) });
const worked = z.object({
  data: z.object({
    /** Left out where there is nothing left to do. */
    processing_info: z
      .object({
        state: z.enum(['pending', 'in_progress', 'succeeded', 'failed']),
        check_after_secs: z.number().optional(),
        error: z.object({ message: z.string().catch('') }).optional(),
      })
      .optional(),
  }),
});

/**
 * Hands a video over in parts and waits until X is done with it (docs.x.com/x-api/media/quickstart/media-upload-chunked); the id that a
 * post names it by. Nothing is published by it.
 */
export async function filmOnX(
  { http, videos, now, sleep }: XSources,
  account: XAccount,
  video: CopyVideo,
  { beat }: Pick<Delivery, 'beat'>,
): Promise<string> {
  const film = await preparedVideo(video, videos, xRules, { beat });
  const call = async <T>(one: XCall<T>): Promise<T> =>
    xValue(await xCall(http, account, one, now), 'read', now());
  const about = { media_type: film.mime, media_category: 'tweet_video', total_bytes: film.length };
  const {
    data: { id },
  } = await call({ path: '/media/upload/initialize', json: about, answer: begun });
  for (let start = 0; start < film.length; start += step) {
    const form = new FormData();
    form.set('segment_index', String(start / step));
    form.set('media', new Blob([await partOf(film, start)], { type: film.mime }), film.name);
    await call({ path: `/media/upload/${id}/append`, form, answer: z.unknown() });
  }
  const finish = { path: `/media/upload/${id}/finalize`, method: 'POST', answer: worked } as const;
  const ask = {
    path: '/media/upload',
    query: { command: 'STATUS', media_id: id },
    answer: worked,
  };
  let next: XCall<z.output<typeof worked>> = finish;
  return workedOn(
    async () => {
      const { processing_info: info } = (await call(next)).data;
      next = ask;
      if (!info || info.state === 'succeeded') return { done: id };
      if (info.state === 'failed') throw new Ended(refused(info.error?.message ?? ''));
      return { after: (info.check_after_secs ?? 0) * 1_000 };
    },
    { now, sleep, beat, waits, patience, slow },
  );
}

/** At most so much of a film stands in memory. */
async function partOf(film: PreparedVideo, start: number): Promise<Uint8Array<ArrayBuffer>> {
  const end = Math.min(start + step, film.length);
  const bytes = new Uint8Array(end - start);
  let at = 0;
  try {
    for await (const chunk of film.part(start, end).chunks()) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
  } catch (error) {
    const broken = film.broken();
    throw broken ? new Ended(broken) : error;
  }
  return bytes;
}

const slow = {
  kind: 'retry',
  code: 'x.slow-media',
  message: 'X is not done with the video yet. It is tried again by itself.',
} as const;

const refused = (said: string) =>
  ({
    kind: 'rejected',
    code: 'x.video-refused',
    message: `X could not use this video${said === '' ? '' : `: ${said.slice(0, 200)}`}. Export it as MP4 with H.264 and AAC, and schedule the post again.`,
  }) as const;
