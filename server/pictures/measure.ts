import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { clearSpaceAround } from '../../src/brand/pictures/logo/clear-space';
import { findLogo } from '../../src/brand/pictures/logo/find';
import type { LogoTemplate } from '../../src/brand/pictures/logo/template';
import { coloursOf } from '../../src/brand/pictures/pixels/colours';
import { contrastIn } from '../../src/brand/pictures/pixels/contrast';
import { perceptualHashOf } from '../../src/brand/pictures/pixels/perceptual-hash';
import { fitInto, greyOf, resized, type Grey, type Raster } from '../../src/brand/pictures/pixels/raster';
import { sharpnessOf } from '../../src/brand/pictures/pixels/sharpness';
import { factsVersion, type PictureFacts } from '../../src/brand/pictures/schema';
import { atMost } from './at-most';
import { codesIn } from './codes';
import { decode, smaller } from './decode';
import { exifOf } from './exif';
import type { TextReader } from './ocr';

/** A logo that is looked for. */
export interface SoughtLogo {
  readonly key: string;
  /** Tells one file from another. */
  readonly hash: string;
  readonly template: LogoTemplate;
}

export interface MeasureOptions {
  readonly logos: readonly SoughtLogo[];
  /** Null: the text in pictures is not read. */
  readonly reader: TextReader | null;
}

/** Longest edge at which everything is measured, and at which text is read. */
const edge = 1_000;
const textEdge = 2_000;
/** Where details do not matter. */
const middleEdge = 512;
const coloursEdge = 256;

/** Two at a time: a picture of 100 million pixels may need some hundred megabytes while it is decoded. */
const turn = atMost(2);

/**
 * Measures a picture: decoded once, small, and everything is told from those pixels. Never throws for bytes; what could
 * not be told is null, and `problems` says why. The event loop is given back between the steps.
 */
export const measurePicture = (bytes: Buffer, options: MeasureOptions): Promise<PictureFacts> =>
  turn(() => measured(bytes, options));

async function measured(bytes: Buffer, { logos, reader }: MeasureOptions): Promise<PictureFacts> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { head, raster: decoded, problem } = await decode(bytes, reader ? textEdge : edge);
  const known = {
    version: factsVersion,
    sha256,
    format: head?.format ?? '',
    width: head?.width ?? 0,
    height: head?.height ?? 0,
    bytes: bytes.length,
    hasAlpha: head?.hasAlpha ?? false,
    frames: head?.frames ?? 1,
    logosSought: logos.map(soughtAs),
    exif: await exifOf(head?.exif ?? null),
    problems: problem ? [problem] : [],
  };
  if (!decoded)
    return { ...known, colours: null, sharpness: null, phash: null, logos: null, texts: null, codes: null };
  const texts = reader && (await textsIn(decoded, reader));
  const raster = await smaller(decoded, edge);
  const colours = coloursOf(await smaller(raster, coloursEdge));
  const grey = greyOf(raster);
  const size = fitInto(grey, middleEdge);
  const middle = resized(grey, size.width, size.height);
  await breathe();
  const sharpness = sharpnessOf(middle);
  const phash = perceptualHashOf(middle);
  await breathe();
  const codes = codesIn(grey);
  await breathe();
  return { ...known, colours, sharpness, phash, codes, logos: await logosIn(middle, logos), texts };
}

/** How a logo that was looked for is kept in the facts. */
export const soughtAs = ({ key, hash }: Pick<SoughtLogo, 'key' | 'hash'>): string => `${key}:${hash}`;

async function logosIn(
  grey: Grey,
  logos: readonly SoughtLogo[],
): Promise<NonNullable<PictureFacts['logos']>> {
  const found: NonNullable<PictureFacts['logos']> = [];
  for (const { key, template } of logos) {
    const place = findLogo(grey, template);
    if (place) found.push({ key, ...place, clearSpace: clearSpaceAround(grey, place.region) });
    await breathe();
  }
  return found;
}

async function textsIn(raster: Raster, reader: TextReader): Promise<PictureFacts['texts']> {
  const lines = await reader.read(raster);
  return lines && lines.map((line) => ({ ...line, contrast: contrastIn(raster, line.region) }));
}
