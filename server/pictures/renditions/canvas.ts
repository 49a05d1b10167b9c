import type { PictureFrame } from '../../../src/channels/rules/rules';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a canvas has to be like. */
export type CanvasFrame = Pick<PictureFrame, 'ratio' | 'width'>;

/** The smallest canvas of a frame that has a picture on it whole, in pixels: wider where it is too tall, taller where it is too wide. */
export function canvasOf({ width, height }: Size, { ratio, width: widths }: CanvasFrame): Size {
  const wide = Math.max(width, height * ratio.min);
  const tall = Math.max(height, width / ratio.max);
  const across = Math.round(Math.min(Math.max(wide, widths.min), widths.max));
  const least = Math.ceil(across / ratio.max);
  const most = Math.floor(across / ratio.min);
  // No whole number lies between them where one ratio is asked for: then towards the square.
  if (least > most) return { width: across, height: ratio.max > 1 ? least : most };
  return { width: across, height: Math.min(Math.max(Math.round((across * tall) / wide), least), most) };
}
