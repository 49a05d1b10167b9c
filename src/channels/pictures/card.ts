import { z } from 'zod';
import { focalPoint, pictureShape } from './shape';
import { ratioOf, type Proportion } from '../rules/pictures/proportions';

/**
 * How a card of the brand looks:
 * - `title`: words and logo on a colour of the palette;
 * - `photo`: words and logo on a picture, which is darkened or lightened below them;
 * - `badge`: a picture as it is, with the logo in a corner.
 */
export const cardTemplate = z.enum(['title', 'photo', 'badge']);
export type CardTemplate = z.output<typeof cardTemplate>;

/** One line of words: markup, too, is words, and what cannot be drawn is left out. */
const words = z
  .string()
  .max(1_000)
  .transform((text) =>
    text
      .replace(/\p{Cs}/gu, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .refine((text) => /[^\s\p{Cf}\p{Mn}\u2800]/u.test(text), 'Write what is to stand on the card.')
      .max(200, 'At most 200 characters.'),
  );

/** `hash` of a file of the media library. */
const picture = z.string().min(1).max(500);
const ratio = pictureShape.shape.ratio;

/** Type and language of the entry that the card is for: they say whose brand it bears. */
const entry = {
  uid: z.string().min(1).max(200),
  locale: z
    .string()
    .max(35)
    .nullable()
    .transform((locale) => locale || null),
};

/** Body of `POST /copies/card` and of its preview. Without a `focus` a picture is cut around what the media library says, else what draws the eye. */
export const cardInput = z.discriminatedUnion('template', [
  z.strictObject({ ...entry, template: z.literal('title'), title: words, ratio: ratio.default('1.91:1') }),
  z.strictObject({
    ...entry,
    template: z.literal('photo'),
    title: words,
    picture,
    focus: focalPoint.optional(),
    ratio: ratio.default('1.91:1'),
  }),
  /** Without a ratio the picture stays whole. */
  z.strictObject({
    ...entry,
    template: z.literal('badge'),
    picture,
    focus: focalPoint.optional(),
    ratio: ratio.optional(),
  }),
]);
export type CardInput = z.output<typeof cardInput>;
/** As it is asked for. */
export type CardRequest = z.input<typeof cardInput>;

/** Answer of `POST /copies/card/preview`: the card as the address of its data, and its pixels. */
export interface CardPreview {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of a card: as large as link cards and posts are shown; rounded towards the square, as cuts are. */
export function cardSize(proportion: Proportion): { readonly width: number; readonly height: number } {
  const part = ratioOf({ ratio: proportion });
  const width = part < 1 ? 1_080 : 1_200;
  return { width, height: part < 1 ? Math.floor(width / part) : Math.ceil(width / part) };
}
