import type { OverlayOptions } from 'sharp';
import type { Raster } from '../../../src/brand/pictures/pixels/raster';
import { trimmed } from '../../../src/brand/pictures/logo/trim';
import type { BrandKit, Logo } from '../../../src/brand/schema';
import type { Box, LogoPlace } from '../../../src/brand/cards/place';
import { plateFor, toneOf } from '../../../src/brand/cards/tone';
import type { LoadedPicture } from '../../channels/pictures';
import type { MediaFilesStore } from '../../stores/media-files';
import { decode, isLoadable, rasterOf, rawSharp } from '../decode';

/** Longest edge in which a logo is decoded: more than it ever has on a card. */
const edge = 1_024;

export interface LogoSource {
  readonly files: Pick<MediaFilesStore, 'find'>;
  readonly open: (url: string) => Promise<LoadedPicture>;
}

export interface CardLogo extends Pick<Logo, 'minWidth' | 'clearSpace'> {
  readonly raster: Raster;
}

/** The first logo of the kit that is not retired and whose file can be read; null where there is none. */
export async function currentLogo(
  logos: BrandKit['logos'],
  { files, open }: LogoSource,
): Promise<CardLogo | null> {
  const current = logos.filter(({ retired }) => !retired);
  const found = new Map((await files.find(current.map(({ hash }) => hash))).map((file) => [file.hash, file]));
  for (const { hash, minWidth, clearSpace } of current) {
    const file = found.get(hash);
    const loaded = file && isLoadable(file) ? await open(file.url) : null;
    if (loaded?.kind !== 'loaded') continue;
    const { raster } = await decode(Buffer.from(loaded.bytes), edge);
    if (raster)
      return { clearSpace, ...withoutMargins(await rasterOf(rawSharp(raster).ensureAlpha()), minWidth) };
  }
  return null;
}

/** As wide as the kit says is what is seen of a logo: margins that let through are cut off, others come on top. */
function withoutMargins(raster: Raster, minWidth: number): Pick<CardLogo, 'raster' | 'minWidth'> {
  const ink = trimmed(raster);
  if (!ink) return { raster, minWidth };
  if (ink.seeThrough) return { raster: ink.raster, minWidth };
  return { raster, minWidth: Math.ceil((minWidth * raster.width) / ink.raster.width) };
}

/** A logo as layers for a card: itself, and below it a plate where it would not stand out from what is there. */
export async function logoLayers(
  { raster }: CardLogo,
  { box, free }: LogoPlace,
  ground: Raster,
): Promise<OverlayOptions[]> {
  const plate = plateFor(toneOf(raster), toneOf(ground, free));
  const { width, height } = box;
  const sized = await rasterOf(rawSharp(raster).resize({ width, height, fit: 'fill' }));
  const drawn: OverlayOptions = {
    input: Buffer.from(sized.data),
    raw: { width, height, channels: sized.channels },
    left: box.left,
    top: box.top,
  };
  return plate ? [plateLayer(free, plate), drawn] : [drawn];
}

const plateLayer = ({ left, top, width, height }: Box, colour: string): OverlayOptions => ({
  input: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="${Math.round(Math.min(width, height) * 0.08)}" fill="${colour}"/></svg>`,
  ),
  left,
  top,
});
