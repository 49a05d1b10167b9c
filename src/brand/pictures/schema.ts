import { z } from 'zod';

const part = z.number().min(0).max(1);
/** Parts of one from the picture's left and top. */
const region = z.object({ x: part, y: part, width: part, height: part });

/**
 * What was measured in a picture, once for its bytes; judging it against a kit is another step and costs nothing. Parsed
 * where it comes out of the database. Null parts were not measured (OCR is off, the file is no raster picture).
 */
export const pictureFacts = z.object({
  /** Raised when measuring changes, so that old facts are measured again. */
  version: z.number().int(),
  /** SHA-256 of the bytes, hex; empty where the file could not be had. */
  sha256: z.string(),
  /** `jpeg`, `png`, `webp`, `gif`, `avif`, `heif`, `tiff`, `svg`; empty where nobody can tell. */
  format: z.string(),
  /** Pixels, upright as people see it; 0 where nobody can tell. */
  width: z.number().int(),
  height: z.number().int(),
  /** Bytes of the file. */
  bytes: z.number().int(),
  hasAlpha: z.boolean(),
  /** Frames; 1 for a still picture. */
  frames: z.number().int(),
  /** Colours that fill the picture, largest share first: at most 160 bins with their share of the whole. */
  colours: z.array(z.object({ hex: z.string(), share: part })).nullable(),
  /** How sharp the sharpest parts are at 512 pixels (variance of the Laplacian); null where no edge is to judge by. */
  sharpness: z.number().nullable(),
  /** Perceptual hash: 64 bits as 16 hex digits; null for a plain area. */
  phash: z.string().nullable(),
  /** Logos that were looked for and found, by the key of the logo in the kit; `clearSpace` is a part of its width. */
  logos: z.array(z.object({ key: z.string(), score: z.number(), region, clearSpace: z.number() })).nullable(),
  /** Keys and hashes of the logos that were looked for: other logos mean looking again. */
  logosSought: z.array(z.string()),
  /** Lines of text, from OCR; confidence 0 to 100. */
  texts: z
    .array(z.object({ text: z.string(), confidence: z.number(), region, contrast: z.number().nullable() }))
    .nullable(),
  codes: z.array(z.object({ data: z.string(), region })).nullable(),
  /** What the file tells about where and with what it was taken. */
  exif: z.object({
    gps: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    device: z.string().nullable(),
    takenAt: z.string().nullable(),
  }),
  /** Why parts are missing, as a code and a sentence: `picture.corrupt`, `picture.too-large`, `picture.svg-active`. */
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type PictureFacts = Readonly<z.infer<typeof pictureFacts>>;

/** Facts of another version are measured again. */
export const factsVersion = 1;

/** Lines of text that OCR is less sure of are not judged. */
export const leastConfidence = 60;

/** What a picture is known by in the facts: its hash in the media library, else its address. */
export const pictureKeyOf = ({ hash, url }: { readonly hash: string | null; readonly url: string }): string =>
  hash ?? url;

/** `POST /presence/brand/pictures/strip`. */
export const stripInput = z.object({ id: z.number().int().positive() });
/** What was taken out of a file. */
export interface Stripped {
  readonly id: number;
  readonly removed: readonly ('gps' | 'device')[];
  /** Bytes before and after. */
  readonly before: number;
  readonly after: number;
}
