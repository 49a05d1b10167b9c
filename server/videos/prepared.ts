import type { Delivery, Outcome } from '../../src/channels/channel';
import type { ChannelRules } from '../../src/channels/rules/rules';
import type { CopyVideo } from '../../src/channels/schema';
import { mimeOf, type VideoFacts } from '../../src/channels/video/facts';
import { videoProblems } from '../../src/channels/video/fits';
import { Ended, leaseLost } from '../channels/ended';
import type { Streamed } from '../http/streamed';
import { factsOf, type KnownVideo } from './facts';
import type { OpenVideo, Videos } from './open';

/** A video of a copy, ready to be sent as it is. */
export interface PreparedVideo extends Streamed {
  readonly facts: VideoFacts;
  readonly mime: string;
  /** `video.mp4`: nothing of how the file is called in the media library. */
  readonly name: string;
  /** Its bytes from `start` up to `end`. */
  part(start: number, end: number): Streamed;
  /** Why it could not be read to its end, so that nobody has all of it; null: it could, or was not asked for. */
  broken(): Outcome | null;
}

/** The file of a video that its channel takes as it is; where there is none, or the channel would refuse it, the delivery ends. */
export async function takenVideo(
  { hash }: Pick<CopyVideo, 'hash'>,
  videos: Videos,
  rules: Pick<ChannelRules, 'label' | 'video'>,
): Promise<{ readonly opened: OpenVideo; readonly facts: VideoFacts }> {
  const opened = await videos.open(hash);
  if (opened.kind !== 'open') throw new Ended(lacking(opened));
  const known = await factsOf(opened);
  if (known.kind !== 'known') throw new Ended(lacking(known));
  const problem = videoProblems(known.facts, rules).find(({ severity }) => severity === 'error');
  if (problem) throw new Ended(rejected(problem.code, problem.message));
  return { opened, facts: known.facts };
}

/**
 * A video of a copy as its channel takes it; where there is none, or the channel would refuse it, the delivery ends. Between its chunks it
 * is asked whether this process may still send.
 */
export async function preparedVideo(
  video: Pick<CopyVideo, 'hash'>,
  videos: Videos,
  rules: Pick<ChannelRules, 'label' | 'video'>,
  { beat }: Pick<Delivery, 'beat'>,
): Promise<PreparedVideo> {
  const { opened, facts } = await takenVideo(video, videos, rules);
  let broken: Outcome | null = null;
  const part = (start: number, end: number): Streamed => ({
    length: end - start,
    async *chunks() {
      try {
        for await (const chunk of opened.chunks(start, end)) {
          if (!(await beat())) throw new Ended(leaseLost);
          yield chunk;
        }
      } catch (error) {
        broken =
          error instanceof Ended
            ? error.outcome
            : unavailable(error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
  });
  return {
    ...{ facts, mime: mimeOf(facts), name: `video.${facts.format}`, part },
    ...part(0, opened.size),
    broken: () => broken,
  };
}

/** How long a file may be on its way, in milliseconds: a slow line brings 100 kB in a second. */
export const uploadTime = (bytes: number): number => 60_000 + Math.ceil(bytes / 100);

function lacking(known: Exclude<KnownVideo, { kind: 'known' }>): Outcome {
  if (known.kind === 'unavailable') return unavailable(known.message);
  return known.kind === 'missing'
    ? rejected('video.missing', 'The video of this post is no longer in the media library. Choose another.')
    : rejected(
        'video.unreadable',
        'The video of this post cannot be read. Choose an MP4, MOV or WebM file that plays.',
      );
}

const rejected = (code: string, message: string): Outcome => ({ kind: 'rejected', code, message });
const unavailable = (message: string): Outcome => ({ kind: 'retry', code: 'video.unavailable', message });
