import type { VideoFacts } from '../../src/channels/video/facts';
import { readVideo } from '../../src/channels/video/read';

/** What a file that was handed over is, as a video; null where it is none. */
export function filmOf(bytes: Uint8Array): Promise<VideoFacts | null> {
  return readVideo({
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  });
}
