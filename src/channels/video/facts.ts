import { z } from 'zod';
import { videoFormats } from '../rules/video/rules';

/** What the header of a video says about it. */
export const videoFacts = z.object({
  format: z.enum(videoFormats),
  /** Of the whole file. */
  bytes: z.int().min(0),
  /** Null where the file does not say how long it is. */
  seconds: z.number().min(0).nullable(),
  /** Pixels as it is shown: a film that a telephone took upright is turned. */
  width: z.int().min(1),
  height: z.int().min(1),
  /** `h264`, `hevc`, `av1`, `vp8`, `vp9`, `mpeg4`; others as the file calls them. */
  codec: z.string(),
  /** Of the sound; null where there is none. */
  sound: z.string().nullable(),
  /** What is needed to show it stands before its pictures, so that it plays while it still loads. */
  isQuickToStart: z.boolean(),
});
export type VideoFacts = z.output<typeof videoFacts>;

/** Whose facts are asked for: the `hash` of a file of the media library. */
export const videoQuery = z.object({ hash: z.string().min(1).max(255) });

/** A file, read in parts: at most so many bytes from there on, fewer where it ends. */
export interface Readable {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** As networks are told; by what the file is, never by what it is called. */
export const mimeOf = ({ format }: Pick<VideoFacts, 'format'>): string =>
  ({ mp4: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm' })[format];
