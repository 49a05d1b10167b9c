import type { Videos } from '../../../server/videos/open';
import { fileOf, film } from './film';

/** A media library of these bytes under every name, but for the name `gone`; in chunks of so many bytes. */
export const videosOf = (bytes: Uint8Array = film(), step = 1_000): Videos => ({
  async open(hash) {
    if (hash === 'gone') return { kind: 'missing' };
    const file = fileOf(bytes);
    return {
      kind: 'open',
      size: file.size,
      read: file.read,
      async *chunks(start = 0, end = bytes.length) {
        for (let at = start; at < end; at += step) yield bytes.subarray(at, Math.min(at + step, end));
      },
    };
  },
});

/** What a channel needs whose network loads videos by itself, and the way by which the network does. */
export function loadedFrom(videos: Videos = videosOf()) {
  const at = 'https://cms.test/video/';
  return {
    videos,
    servedVideo: async (hash: string) => ({ url: `${at}${hash}` }),
    async loadFilm(url: string) {
      const opened = await videos.open(url.slice(at.length));
      return opened.kind === 'open' ? opened : null;
    },
  };
}
