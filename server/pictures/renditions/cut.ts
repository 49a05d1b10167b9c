import sharp from 'sharp';
import type { Raster } from '../../../src/brand/pictures/pixels/raster';
import { cutAround, type FocalPoint, type PictureShape } from '../../../src/channels/pictures/shape';
import { ratioOf } from '../../../src/channels/rules/pictures/proportions';
import { rasterOf, rawSharp } from '../decode';

/** The part of a picture that a shape keeps. */
export function cutOf(raster: Raster, shape: PictureShape, focus: FocalPoint): Promise<Raster> {
  return rasterOf(rawSharp(raster).extract(cutAround(raster, ratioOf(shape), focus)));
}

/** Where the eye goes in a picture that is cut to these proportions: to bright colours, edges and skin, as `sharp` weighs them. */
export async function attentionOf(raster: Raster, shape: Pick<PictureShape, 'ratio'>): Promise<FocalPoint> {
  const middle = { x: 50, y: 50 };
  const { width, height } = cutAround(raster, ratioOf(shape), middle);
  if (width === raster.width && height === raster.height) return middle;
  const { info } = await rawSharp(raster)
    .resize({ width, height, fit: 'cover', position: sharp.strategy.attention })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { x: share(info.attentionX, raster.width), y: share(info.attentionY, raster.height) };
}

const share = (at: number | undefined, whole: number): number =>
  at === undefined ? 50 : Math.min(Math.max(Math.round((at / whole) * 100), 0), 100);
