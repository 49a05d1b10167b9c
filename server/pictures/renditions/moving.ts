import sharp, { type Sharp } from 'sharp';
import { cutAround, type FocalPoint, type PictureShape } from '../../../src/channels/pictures/shape';
import { ratioOf } from '../../../src/channels/rules/pictures/proportions';
import { canvasOf, type Size } from './canvas';
import { largest, type Rendition } from './encode';
import type { Wanted } from './wanted';

/** Pixels of all frames together, which are in memory at once. */
const most = 25_000_000;

/**
 * The picture with all its frames and without metadata, in the shape that was chosen, where it is a GIF that moves and weighs no
 * more than that; else null. `focusOf` tells what a cut keeps where nobody said so.
 */
export async function movingGif(
  bytes: Uint8Array,
  { maxBytes, shape }: Pick<Wanted, 'maxBytes' | 'shape'>,
  focusOf: (shape: PictureShape) => Promise<FocalPoint | null>,
): Promise<Rendition | null> {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'GIF8') return null;
  try {
    const picture = sharp(bytes, { animated: true, limitInputPixels: most, failOn: 'error' });
    const { pages = 1, width, pageHeight } = await picture.metadata();
    if (pages < 2 || pageHeight === undefined || bytes.length > 2 * maxBytes) return null;
    const size = { width, height: pageHeight };
    const shaped = shape ? await inShape(picture, size, shape, focusOf) : { picture, size };
    const saved = await shaped.picture.timeout({ seconds: 20 }).gif().toBuffer();
    return saved.length > maxBytes ? null : { bytes: saved, mime: 'image/gif', ...shaped.size };
  } catch {
    // What cannot be read whole may have a first frame that can.
    return null;
  }
}

async function inShape(
  picture: Sharp,
  size: Size,
  shape: PictureShape,
  focusOf: (shape: PictureShape) => Promise<FocalPoint | null>,
): Promise<{ readonly picture: Sharp; readonly size: Size }> {
  const ratio = ratioOf(shape);
  if (shape.by === 'cut') {
    const cut = cutAround(size, ratio, (await focusOf(shape)) ?? { x: 50, y: 50 });
    return { picture: picture.extract(cut), size: { width: cut.width, height: cut.height } };
  }
  const canvas = canvasOf(size, { ratio: { min: ratio, max: ratio }, width: { min: 1, max: largest } });
  return { picture: picture.resize({ ...canvas, fit: 'contain', background: '#ffffff' }), size: canvas };
}
