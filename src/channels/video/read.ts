import { boxAt, textAt } from './boxes';
import type { Readable, VideoFacts } from './facts';
import { movieOf } from './movie';
import { isWebm, readWebm } from './webm';

/** Boxes of a file that are looked at before it is given up. */
const mostBoxes = 200;
/** The movie box of an hour takes a few megabytes. */
const mostBytes = 16 * 1_048_576;
/** What files by ISO/IEC 14496-12 and QuickTime begin with. */
const first = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/**
 * What a video is, read from its header wherever that stands in the file, a few ranges and never the whole of it. Null for whatever is
 * no video that can be told: another format, a sound, something broken. Nothing in the file is trusted, and no file makes it read more than
 * 17 MB.
 */
export async function readVideo(file: Readable): Promise<VideoFacts | null> {
  const head = await file.read(0, 16);
  return isWebm(head) ? readWebm(file) : readMovie(file, head);
}

async function readMovie(file: Readable, head: Uint8Array): Promise<VideoFacts | null> {
  if (head.length < 8 || !first.has(textAt(head, 4, 4))) return null;
  let format: VideoFacts['format'] = 'mov';
  let isAfterPictures = false;
  for (let at = 0, seen = 0; at < file.size && seen < mostBoxes; seen += 1) {
    const box = boxAt(await file.read(at, 16), at, file.size);
    if (!box) return null;
    if (box.type === 'ftyp') format = textAt(await file.read(box.start, 4), 0, 4) === 'qt  ' ? 'mov' : 'mp4';
    if (box.type === 'mdat') isAfterPictures = true;
    if (box.type === 'moov') {
      if (box.end - box.start > mostBytes) return null;
      const moov = await file.read(box.start, box.end - box.start);
      const movie = moov.length === box.end - box.start ? movieOf(moov) : null;
      return movie && { ...movie, format, bytes: file.size, isQuickToStart: !isAfterPictures };
    }
    at = box.end;
  }
  return null;
}
