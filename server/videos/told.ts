import type { VideoFacts } from '../../src/channels/video/facts';
import { fail, ok, type Result } from '../../src/shared/result';
import type { VideoLook } from './facts';

/** What a file of the media library is, for whoever chooses it as the video of a copy. */
export const toldVideo =
  (look: VideoLook) =>
  async (hash: string): Promise<Result<VideoFacts>> => {
    const known = await look(hash);
    switch (known.kind) {
      case 'known':
        return ok(known.facts);
      case 'missing':
        return fail({
          code: 'video.not-found',
          message: 'This video is no longer in the media library. Choose another.',
        });
      case 'unreadable':
        return fail({
          code: 'video.unreadable',
          message: 'This file is no MP4, MOV or WebM video that plays. Export it again, or choose another.',
        });
      case 'unavailable':
        return fail({
          code: 'video.unavailable',
          message: 'The media library does not hand this video over now. Try again in a minute.',
        });
      default:
        return known satisfies never;
    }
  };
