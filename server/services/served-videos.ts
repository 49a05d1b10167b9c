import { isAtHome } from '../../src/channels/reach/at-home';
import { mimeOf, type VideoFacts } from '../../src/channels/video/facts';
import type { BuiltInKind } from '../../src/channels/schema';
import type { Tokens } from '../../src/shared/token';
import { factsOf } from '../videos/facts';
import type { OpenVideo, Videos } from '../videos/open';
import type { ServedAddress } from './served-pictures';

interface Deps {
  readonly tokens: Tokens;
  /** Where the public API is reached: `https://cms.bakery.test/api/presence`. */
  readonly publicBase: () => Promise<string>;
  readonly videos: Videos;
  /** Whether a kind of channel loads videos by their address. */
  readonly isTaker: (kind: string) => boolean;
  readonly now: () => number;
}

/** A video as whoever may load it gets it. */
export interface ServedVideo extends Pick<OpenVideo, 'size' | 'chunks'> {
  readonly mime: string;
}

const purpose = 'video';
/** A network loads a video within minutes, and what it prepared of it lives a day. */
const lives = 24 * 3_600_000;

export type ServedVideos = ReturnType<typeof servedVideos>;

/**
 * Videos for networks that load them by an address: as they lie in the media library, under an address that is signed and runs out.
 * Nobody gets at the media library by it, and nothing of it says how a file is called there.
 */
export function servedVideos({ tokens, publicBase, videos, isTaker, now }: Deps) {
  return {
    async addressOf(hash: string, format: VideoFacts['format'], taker: BuiltInKind): Promise<ServedAddress> {
      const base = await publicBase();
      if (isAtHome(base)) return { atHome: base };
      // Whole hours, so that tries soon after each other give the same address.
      const until = Math.floor((now() + lives) / 3_600_000) + 1;
      return { url: `${base}/video/${tokens.sign(purpose, [hash, taker, until.toString(36)])}.${format}` };
    },

    /** Null for an address that is not ours or has run out, and for a file that is not there any more or no video. */
    async open(token: string): Promise<ServedVideo | null> {
      const [hash, taker, until] = tokens.read(purpose, token) ?? [];
      if (hash === undefined || taker === undefined || until === undefined) return null;
      if (Number.parseInt(until, 36) * 3_600_000 <= now() || !isTaker(taker)) return null;
      const opened = await videos.open(hash);
      const known = opened.kind === 'open' ? await factsOf(opened) : opened;
      if (opened.kind !== 'open' || known.kind !== 'known') return null;
      return { mime: mimeOf(known.facts), size: opened.size, chunks: opened.chunks };
    },
  };
}
