import { z } from 'zod';
import type { Delivery } from '../../src/channels/channel';
import { blueskyOutcome } from '../../src/channels/outcomes/bluesky';
import { noAnswerOutcome, type Phase } from '../../src/channels/outcomes/http';
import { blueskyRules } from '../../src/channels/rules/bluesky';
import type { CopyPicture, CopyVideo } from '../../src/channels/schema';
import { wantedBy } from '../pictures/renditions/wanted';
import type { Videos } from '../videos/open';
import { preparedVideo } from '../videos/prepared';
import type { BlueskySession } from './bluesky-session';
import type { Xrpc, XrpcCall } from './bluesky-xrpc';
import { Ended, leaseLost } from './ended';
import type { PictureSource } from './pictures';
import { preparedPicture } from './prepared-picture';

/** A call as the account, at the account's own server. */
export type CallAs = <T>(call: (session: BlueskySession) => Omit<XrpcCall<T>, 'service'>) => Promise<Xrpc<T>>;

export interface RecordSources {
  readonly call: CallAs;
  readonly pictures: PictureSource;
  readonly videos: Videos;
  readonly now: () => number;
}

/** A file on the account's own server: what a record names it by, and how many pixels it is shown with. */
interface Stored {
  readonly blob: Readonly<Record<string, unknown>>;
  readonly width: number;
  readonly height: number;
}

const stored = z.object({ blob: z.record(z.string(), z.unknown()) });

/** The value of a call; where there is none, the delivery ends with what to do next. */
export function valueOf<T>(answer: Xrpc<T>, phase: Phase, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(
    'refusal' in answer
      ? blueskyOutcome(answer.refusal, phase, now)
      : noAnswerOutcome(answer.noAnswer, phase),
  );
}

/** Hands a picture over (lexicon com.atproto.repo.uploadBlob). Nothing is published by it. */
export async function pictureOnBluesky(
  picture: CopyPicture,
  { beat }: Pick<Delivery, 'beat'>,
  { call, pictures, now }: Omit<RecordSources, 'videos'>,
): Promise<Stored> {
  const { bytes, mime, width, height } = await preparedPicture(picture, pictures, wantedBy(blueskyRules));
  if (!(await beat())) throw new Ended(leaseLost);
  return { ...valueOf(await call(upload({ body: bytes, mime })), 'read', now()), width, height };
}

/**
 * Hands a video over as a picture is; the network works on it once a record names it (docs.bsky.app/docs/tutorials/video, the simple
 * method). A server of its own may take less than others, which its refusal says.
 */
export async function videoOnBluesky(
  video: CopyVideo,
  { beat }: Pick<Delivery, 'beat'>,
  { call, videos, now }: Omit<RecordSources, 'pictures'>,
): Promise<Stored> {
  const film = await preparedVideo(video, videos, blueskyRules, { beat });
  const { width, height } = film.facts;
  const body = { length: film.length, chunks: film.chunks };
  const answer = await call(upload({ body, mime: film.mime }));
  const broken = film.broken();
  if (!answer.ok && broken) throw new Ended(broken);
  if (!answer.ok && 'refusal' in answer && answer.refusal.status === 413)
    throw new Ended(tooHeavy(film.length));
  return { ...valueOf(answer, 'read', now()), width, height };
}

const upload =
  (blob: NonNullable<XrpcCall<unknown>['blob']>) =>
  ({ accessJwt }: BlueskySession) => ({
    ...{ method: 'com.atproto.repo.uploadBlob', token: accessJwt },
    ...{ blob, answer: stored },
  });

const tooHeavy = (bytes: number) =>
  ({
    kind: 'rejected',
    code: 'bluesky.video-too-heavy',
    message: `The server of this account takes no files of ${Math.ceil(bytes / 1_000_000)} MB. Export the video smaller, or ask whoever runs the server to allow more, and schedule the post again.`,
  }) as const;
