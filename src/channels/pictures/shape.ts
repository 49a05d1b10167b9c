import { z } from 'zod';
import { proportionNames } from '../rules/pictures/proportions';

const hundredth = z.int().min(0).max(100);

/** What must be seen of a picture, in hundredths of its width and height from the top left corner. */
export const focalPoint = z.strictObject({ x: hundredth, y: hundredth });
export type FocalPoint = z.output<typeof focalPoint>;

/** How a picture is brought into proportions that a person chose for a channel. */
export const pictureShape = z.strictObject({
  ratio: z.enum(proportionNames),
  /** `cut` leaves out what is outside, `pad` puts white beside the picture. */
  by: z.enum(['cut', 'pad']),
  /** What a cut keeps; left out: what draws the eye. */
  focus: focalPoint.optional(),
});
export type PictureShape = z.output<typeof pictureShape>;

/** Query of `GET /copies/picture-focus`. */
export const focusQuery = z.strictObject({
  hash: z.string().min(1).max(500),
  ratio: pictureShape.shape.ratio,
});
export type FocusQuery = z.output<typeof focusQuery>;

/** Its answer: what a cut should keep, as somebody said in the media library, or where the eye goes. */
export const proposedFocus = z.object({ focus: focalPoint, from: z.enum(['library', 'eye']) });
export type ProposedFocus = z.output<typeof proposedFocus>;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in its pixels. */
export interface Cut extends Size {
  readonly left: number;
  readonly top: number;
}

/** The largest part of a picture that has the proportions, with `focus` as near to its middle as the edges let it be. */
export function cutAround({ width, height }: Size, ratio: number, { x, y }: FocalPoint): Cut {
  const isWide = width > height * ratio;
  // Rounded towards the square: a network that takes no taller than 4:5 takes what comes out.
  const towardsSquare = ratio < 1 === isWide ? Math.ceil : Math.floor;
  const cut = isWide
    ? { width: within(towardsSquare(height * ratio), width), height }
    : { width, height: within(towardsSquare(width / ratio), height) };
  return {
    ...cut,
    left: startOf(x, cut.width, width),
    top: startOf(y, cut.height, height),
  };
}

const within = (side: number, most: number): number => Math.min(Math.max(side, 1), most);

const startOf = (hundredths: number, part: number, whole: number): number =>
  Math.min(Math.max(Math.round((hundredths / 100) * whole - part / 2), 0), whole - part);

/** A shape in one word, as addresses carry it. */
export const shapeWord = ({ ratio, by, focus }: PictureShape): string =>
  [ratio, by, ...(focus ? [focus.x, focus.y] : [])].join('_');

/** Null for a word that is no shape. */
export function shapeFromWord(word: string): PictureShape | null {
  const [ratio, by, ...focus] = word.split('_');
  const [x, y, more] = focus.map(Number);
  const shape = pictureShape.safeParse({ ratio, by, ...(focus.length > 0 ? { focus: { x, y } } : {}) });
  if (more !== undefined) return null;
  return shape.success ? shape.data : null;
}
