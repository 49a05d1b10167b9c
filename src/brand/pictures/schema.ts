import { z } from 'zod';

const part = z.number().min(0).max(1);
/** Parts of one from the picture's left and top. */
export const region = z.object({ x: part, y: part, width: part, height: part });

/**
 * What was measured in a picture, once for its bytes; judging it against a kit is another step and costs nothing. Parsed
 * where it comes out of the database. Null parts were not measured (OCR is off, the file is no raster picture).
 */
export const pictureFacts = z.object({
  /** Raised when measuring changes, so that old facts are measured again. */
  version: z.number().int(),
  /** SHA-256 of the bytes, hex. */
  sha256: z.string(),
  format: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  /** Bytes of the file. */
  bytes: z.number().int(),
  hasAlpha: z.boolean(),
  /** Frames; 1 for a still picture. */
  frames: z.number().int(),
  /** Colours that fill the picture, largest share first: at most 160 bins with their share of the whole. */
  colours: z.array(z.object({ hex: z.string(), share: part })).nullable(),
  /** Variance of the Laplacian of the picture at 512 pixels; sharp pictures have more than 100. */
  sharpness: z.number().nullable(),
  /** Perceptual hash: 64 bits as 16 hex digits. */
  phash: z.string().nullable(),
  /** Logos that were looked for and found, by the key of the logo in the kit. */
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
