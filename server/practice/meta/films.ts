import type { Readable, VideoFacts } from '../../../src/channels/video/facts';
import { readVideo } from '../../../src/channels/video/read';

/** Loads what lies under an address; null where nothing can be had of it. */
export type LoadFilm = (url: string) => Promise<Readable | null>;

/** What a network takes of a video; seconds and columns of pixels at most, where it says so. */
export interface FilmLimits {
  readonly bytes: number;
  readonly seconds: readonly [least: number, most: number];
  readonly ratio?: readonly [least: number, most: number];
  readonly columns?: number;
}

/** Why a network cannot use a video. */
export type FilmProblem = 'download' | 'format' | 'length' | 'shape';

/** Loads a video as the networks of Meta do, and looks at it: MP4 or MOV with H.264 or HEVC. */
export async function filmProblem(
  url: string,
  load: LoadFilm,
  limits: FilmLimits,
): Promise<FilmProblem | null> {
  const file = await load(url);
  if (!file) return 'download';
  const facts = await readVideo(file).catch(() => null);
  return facts ? problemOf(facts, limits) : 'format';
}

function problemOf(
  { format, codec, bytes, seconds, width, height }: VideoFacts,
  { bytes: mostBytes, seconds: [least, most], ratio, columns = Infinity }: FilmLimits,
): FilmProblem | null {
  if (!['mp4', 'mov'].includes(format) || !['h264', 'hevc'].includes(codec) || bytes > mostBytes)
    return 'format';
  if (seconds !== null && (seconds < least || seconds > most)) return 'length';
  const shape = width / height;
  return width > columns || (ratio && (shape < ratio[0] || shape > ratio[1])) ? 'shape' : null;
}
