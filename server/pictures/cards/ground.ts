import sharp from 'sharp';
import type { Raster } from '../../../src/brand/pictures/pixels/raster';
import type { Scrim } from '../../../src/brand/cards/colours';
import type { Size } from '../../../src/brand/cards/place';
import type { FocalPoint } from '../../../src/channels/pictures/shape';
import type { Proportion } from '../../../src/channels/rules/pictures/proportions';
import { rasterOf, rawSharp } from '../decode';
import { attentionOf, cutOf } from '../renditions/cut';

export const plainGround = ({ width, height }: Size, colour: string): Promise<Raster> =>
  rasterOf(sharp({ create: { width, height, channels: 3, background: colour } }));

/** A picture cut to proportions around what must be seen of it, or, where nobody said so, around what draws the eye; whole without a ratio. */
export async function pictureGround(
  picture: Raster,
  ratio: Proportion | undefined,
  focus: FocalPoint | null,
  size?: Size,
): Promise<Raster> {
  const cut = ratio
    ? await cutOf(picture, { ratio, by: 'cut' }, focus ?? (await attentionOf(picture, { ratio })))
    : picture;
  return size ? rasterOf(rawSharp(cut).resize({ ...size, fit: 'fill' })) : cut;
}

/** A veil over the foot of a picture: whole from `from` pixels of its height on, and fading out above. */
export function veiled(ground: Raster, { ground: colour, alpha }: Scrim, from: number): Promise<Raster> {
  const { width, height } = ground;
  const whole = Math.min(Math.max(from / height, 0), 1);
  const faint = Math.max(0, whole - 0.22);
  const stops = [
    [faint, 0],
    [whole, alpha],
    [1, alpha],
  ] as const;
  const drawn = stops
    .map(([at, part]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${part}"/>`)
    .join('');
  const veil = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="v" x2="0" y2="1">${drawn}</linearGradient></defs><rect width="${width}" height="${height}" fill="url(#v)"/></svg>`;
  return rasterOf(rawSharp(ground).composite([{ input: Buffer.from(veil) }]));
}
