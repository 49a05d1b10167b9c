import type { Raster } from '../../../src/brand/pictures/pixels/raster';
import { rawSharp } from '../decode';
import { ratioOf } from '../../../src/channels/rules/pictures/proportions';
import { canvasOf, type CanvasFrame, type Size } from './canvas';
import type { Wanted } from './wanted';

/** A picture as a channel takes it. */
export interface Rendition {
  readonly bytes: Buffer;
  readonly mime: 'image/jpeg' | 'image/gif';
  readonly width: number;
  readonly height: number;
}

/** One way to make a JPEG of a picture. */
export interface Encoding {
  readonly canvas: Size;
  /** Whether the picture leaves a part of the canvas white. */
  readonly isPadded: boolean;
  readonly quality: number;
  /** Whether the codes are made for this picture: a twentieth lighter as a photo, and nearly half of the work of the encoder. */
  readonly isTight: boolean;
}

/** Pixels of the longer side of what is sent at most. */
export const largest = 2_000;
const smallest = 200;
const best = 90;
const qualities = [best, 82, 74, 66, 58, 50];

/** From the best and quickest one on: first tighter, then with less quality, then smaller. */
export function* encodingsOf(size: Size, wanted: Pick<Wanted, 'frame' | 'shape'>): Generator<Encoding> {
  const frame = frameOf(wanted);
  for (let edge = largest; edge >= smallest; edge = Math.floor(edge * 0.8)) {
    const fitted = inside(size, edge);
    const canvas = frame ? canvasOf(fitted, frame) : fitted;
    // One pixel is what rounding leaves.
    const isPadded = Math.abs(canvas.width - fitted.width) > 1 || Math.abs(canvas.height - fitted.height) > 1;
    if (edge === largest) yield { canvas, isPadded, quality: best, isTight: false };
    for (const quality of qualities) yield { canvas, isPadded, quality, isTight: true };
  }
}

/** What a picture is padded to; one that was cut has the proportions already, and may be too small for the network. */
function frameOf({ frame, shape }: Pick<Wanted, 'frame' | 'shape'>): CanvasFrame | undefined {
  if (shape?.by !== 'pad') return frame;
  const ratio = ratioOf(shape);
  return { ratio: { min: ratio, max: ratio }, width: frame?.width ?? { min: 1, max: largest } };
}

const inside = ({ width, height }: Size, edge: number): Size => {
  const scale = Math.min(1, edge / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
};

/** Without metadata: nothing but the pixels comes along. */
export async function encoded(
  raster: Raster,
  { canvas, isPadded, quality, isTight }: Encoding,
): Promise<Rendition> {
  const { width, height } = canvas;
  const isSame = width === raster.width && height === raster.height;
  const picture = rawSharp(raster);
  const sized = isSame
    ? picture
    : picture.resize({ width, height, fit: isPadded ? 'contain' : 'fill', background: '#ffffff' });
  const bytes = await sized.jpeg({ quality, optimiseCoding: isTight }).toBuffer();
  return { bytes, mime: 'image/jpeg', width, height };
}
