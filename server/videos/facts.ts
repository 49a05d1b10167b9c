import type { VideoFacts } from '../../src/channels/video/facts';
import { readVideo } from '../../src/channels/video/read';
import type { MediaFile } from '../stores/media-files';
import type { OpenVideo, Videos } from './open';

/** What is known of a file, or why nothing is. */
export type KnownVideo =
  | { readonly kind: 'known'; readonly facts: VideoFacts }
  | { readonly kind: 'missing' | 'unreadable' }
  | { readonly kind: 'unavailable'; readonly message: string };

/** What the header of an open file says; a library that breaks off in the middle is unavailable. */
export async function factsOf(video: OpenVideo): Promise<KnownVideo> {
  try {
    const facts = await readVideo(video);
    return facts ? { kind: 'known', facts } : { kind: 'unreadable' };
  } catch (error) {
    return { kind: 'unavailable', message: error instanceof Error ? error.message : String(error) };
  }
}

interface Deps {
  readonly videos: Videos;
  readonly files: (hashes: readonly string[]) => Promise<readonly Pick<MediaFile, 'hash' | 'stamp'>[]>;
}

export type VideoLook = (hash: string) => Promise<KnownVideo>;

const most = 500;

/** What files are, remembered until they are replaced; what could not be had is asked for again. */
export function videoLook({ videos, files }: Deps): VideoLook {
  const kept = new Map<string, KnownVideo>();
  return async (hash) => {
    const file = (await files([hash])).find((one) => one.hash === hash);
    if (!file) return { kind: 'missing' };
    const key = `${hash} ${file.stamp}`;
    const held = kept.get(key);
    if (held) return held;
    const opened = await videos.open(hash);
    const known = opened.kind === 'open' ? await factsOf(opened) : opened;
    if (known.kind === 'known' || known.kind === 'unreadable') kept.set(key, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return known;
  };
}
