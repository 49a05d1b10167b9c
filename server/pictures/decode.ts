import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Raster } from '../../src/brand/pictures/pixels/raster';
import { activeSvg, isSvg } from '../../src/brand/pictures/svg';

/** What the head of a file says, before anything is decoded. */
export interface Head {
  readonly format: string;
  /** Upright. */
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  readonly frames: number;
  readonly exif: Buffer | null;
}

export interface PictureProblem {
  readonly code: 'picture.corrupt' | 'picture.too-large' | 'picture.svg-active' | 'picture.too-slow';
  readonly message: string;
}

/** The picture small, or why there is none. The head is null where even that cannot be read. */
export interface Decoded {
  readonly head: Head | null;
  readonly raster: Raster | null;
  readonly problem: PictureProblem | null;
}

const megabyte = 1_048_576;
export const limits = { bytes: 50 * megabyte, svgBytes: 5 * megabyte, pixels: 100_000_000, seconds: 20 };

/** Whether a file is worth loading, by what the media library says of it, which counts in kilobytes of 1,000. */
export const isLoadable = ({ mime, bytes }: { readonly mime: string; readonly bytes: number }): boolean =>
  mime.startsWith('image/') && bytes <= limits.bytes * 1.1;

/**
 * Decodes a picture once, at most `edge` pixels on its longest side: upright, sRGB, the first frame. Refuses by the head
 * what would need too much memory, and never opens an SVG that is more than a drawing.
 */
export async function decode(bytes: Buffer, edge: number): Promise<Decoded> {
  const refused = (problem: PictureProblem, head: Head | null = null): Decoded => ({
    head,
    raster: null,
    problem,
  });
  if (bytes.length > limits.bytes) return refused(tooHeavy(bytes.length));
  // Decoders open a compressed SVG too, and what is in it would not be seen here.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return refused(corrupt);
  const svg = svgText(bytes);
  if (svg !== null) {
    const why = bytes.length > limits.svgBytes ? 'it is longer than 5 MB' : activeSvg(svg);
    if (why !== null) return refused(active(why), { ...unknown, format: 'svg' });
  }
  let head: Head | null = null;
  try {
    head = headOf(await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata());
    if (head.width * head.height > limits.pixels) return refused(tooLarge(head), head);
    const small = sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error' })
      .timeout({ seconds: limits.seconds })
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: head.format !== 'svg' });
    return { head, raster: await rasterOf(small), problem: null };
  } catch (error) {
    const isSlow = error instanceof Error && /timeout/i.test(error.message);
    return refused(isSlow ? slow : corrupt, head);
  }
}

/** The pixels of what a pipeline makes, three or four bytes each. */
export async function rasterOf(pipeline: Sharp): Promise<Raster> {
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 3 || channels === 4) return { width, height, channels, data };
  // Grey, or grey with alpha: some decoders keep it so.
  const colours = new Uint8Array(width * height * (channels === 1 ? 3 : 4));
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = pixel * channels;
    const to = pixel * (channels === 1 ? 3 : 4);
    colours.fill(data[from] ?? 0, to, to + 3);
    if (channels > 1) colours[to + 3] = data[from + 1] ?? 255;
  }
  return { width, height, channels: channels === 1 ? 3 : 4, data: colours };
}

/** The same pixels in a smaller size, made without decoding again. */
export const smaller = (raster: Raster, edge: number): Promise<Raster> =>
  Math.max(raster.width, raster.height) <= edge
    ? Promise.resolve(raster)
    : rasterOf(rawSharp(raster).resize({ width: edge, height: edge, fit: 'inside' }));

export const rawSharp = ({ data, width, height, channels }: Raster): Sharp =>
  sharp(data, { raw: { width, height, channels } });

const unknown: Head = { format: '', width: 0, height: 0, hasAlpha: false, frames: 1, exif: null };

const headOf = (metadata: Metadata): Head => ({
  format: metadata.format === 'heif' && metadata.compression === 'av1' ? 'avif' : (metadata.format ?? ''),
  width: metadata.autoOrient.width,
  height: metadata.autoOrient.height,
  hasAlpha: metadata.hasAlpha ?? false,
  frames: metadata.pages ?? 1,
  exif: metadata.exif ?? null,
});

/** How files of pixels begin: JPEG, PNG, GIF, WebP, TIFF, HEIF. Their metadata may hold anything. */
const rasters = /^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|II\*\0|MM\0\*|....ftyp)/s;

/** The text of an SVG, in whatever encoding it says; null where the file is none. */
function svgText(bytes: Buffer): string | null {
  if (rasters.test(bytes.toString('latin1', 0, 12))) return null;
  const [first = 0, second = 0] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const label = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(label);
  const head = decoder.decode(bytes.subarray(0, 65_536)).replaceAll('\0', '');
  if (!isSvg(head)) return null;
  return bytes.length > limits.svgBytes ? head : decoder.decode(bytes);
}

const corrupt: PictureProblem = {
  code: 'picture.corrupt',
  message:
    'The file is broken or is no picture, so it was not checked. Open it in a picture program, save it again, and upload it anew.',
};
const slow: PictureProblem = {
  code: 'picture.too-slow',
  message: `The picture took longer than ${limits.seconds} seconds to open, so it was not checked. Save it smaller or in another format.`,
};
const tooHeavy = (bytes: number): PictureProblem => ({
  code: 'picture.too-large',
  message: `The file has ${Math.round(bytes / megabyte)} MB; pictures of more than ${limits.bytes / megabyte} MB are not checked. Upload a smaller one.`,
});
const tooLarge = ({ width, height }: Head): PictureProblem => ({
  code: 'picture.too-large',
  message: `The picture has ${width} × ${height} pixels; those of more than 100 million pixels are not checked. Upload a smaller one.`,
});
const active = (why: string): PictureProblem => ({
  code: 'picture.svg-active',
  message: `The SVG was not opened: ${why}. Whoever opens it in a browser may run it. Export it as a plain drawing and upload it anew.`,
});
