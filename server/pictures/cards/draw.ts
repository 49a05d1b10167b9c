import type { OverlayOptions } from 'sharp';
import { cardColours, scrimOf } from '../../../src/brand/cards/colours';
import {
  isRightToLeft,
  logoPlace,
  titleBox,
  type LogoPlace,
  type Size,
} from '../../../src/brand/cards/place';
import { cardLayouts, type CardLayout } from '../../../src/brand/cards/templates';
import type { Raster } from '../../../src/brand/pictures/pixels/raster';
import type { BrandKit } from '../../../src/brand/schema';
import { cardSize, type CardInput } from '../../../src/channels/pictures/card';
import type { FocalPoint } from '../../../src/channels/pictures/shape';
import type { Proportion } from '../../../src/channels/rules/pictures/proportions';
import type { Code } from '../../../src/shared/codes';
import { fail, ok, type Result } from '../../../src/shared/result';
import { rawSharp } from '../decode';
import { calmCorner } from './corner';
import { pictureGround, plainGround, veiled } from './ground';
import { logoLayers, type CardLogo } from './logo';
import { drawnText, type DrawnText } from './text';

export interface CardParts {
  readonly kit: Pick<BrandKit, 'palette' | 'richText'>;
  /** What the business is called, where it has no logo. */
  readonly name: string | null;
  readonly logo: CardLogo | null;
  /** Decoded, without what lets through. */
  readonly picture: Raster | null;
  readonly focus: FocalPoint | null;
}

export interface Card extends Size {
  /** A JPEG without metadata. */
  readonly bytes: Buffer;
}

/** Draws a card; the same input gives the same bytes. */
export async function drawnCard(input: CardInput, parts: CardParts): Promise<Result<Card>> {
  if (input.template === 'badge') return badge(input.ratio, parts);
  return titled(input.template, input.title, input.ratio, parts);
}

async function badge(
  ratio: Proportion | undefined,
  { logo, picture, focus }: CardParts,
): Promise<Result<Card>> {
  if (!picture) return refused('picture.not-found');
  if (!logo) return refused('picture.card-no-logo');
  const ground = await pictureGround(picture, ratio, focus);
  const place = calmCorner(ground, logo);
  if (!place) return refused('picture.card-logo-too-large');
  return saved(ground, await logoLayers(logo, place, ground));
}

async function titled(
  template: 'title' | 'photo',
  title: string,
  ratio: Proportion,
  { kit, name, logo, picture, focus }: CardParts,
): Promise<Result<Card>> {
  const layout = cardLayouts[template];
  const size = cardSize(ratio);
  const scrim = layout.ground === 'scrim' ? scrimOf(kit.palette) : null;
  const { ground: colour, ink } = scrim ?? cardColours(kit.palette);
  const begin = isRightToLeft(title) ? 'right' : 'left';

  const place = logo && logoPlace(size, logo.raster, logo, layout, { x: begin, y: 'bottom' });
  if (logo && !place) return refused('picture.card-logo-too-large');
  const text = { ink, fonts: kit.richText?.fonts ?? [] };
  const sign = !logo && name !== null ? await drawnText(name, { ...text, ...signLook(size, layout) }) : null;
  const box = titleBox(size, layout, footOf(size, layout, place, sign));
  const short = Math.min(size.width, size.height);
  const letters = layout.title?.letters ?? { most: 0, least: 0 };
  const drawn =
    box &&
    (await drawnText(title, {
      ...text,
      box,
      letters: { most: letters.most * short, least: letters.least * short },
    }));
  if (!drawn) return refused('picture.card-title-too-long');

  const at = (width: number): number => (begin === 'left' ? box.left : size.width - box.left - width);
  const top = layout.title?.at === 'bottom' ? box.top + box.height - drawn.height : box.top;
  if (scrim && !picture) return refused('picture.not-found');
  const ground =
    scrim && picture
      ? await veiled(await pictureGround(picture, ratio, focus, size), scrim, top - 0.04 * short)
      : await plainGround(size, colour);
  return saved(ground, [
    { input: drawn.input, raw: drawn.raw, left: at(drawn.width), top },
    ...(sign
      ? [{ input: sign.input, raw: sign.raw, left: at(sign.width), top: signTop(size, layout, sign) }]
      : []),
    ...(logo && place ? await logoLayers(logo, place, ground) : []),
  ]);
}

/** The name of the business, set as its logo would be. */
const signLook = ({ width, height }: Size, { logo, margin }: CardLayout) => {
  const short = Math.min(width, height);
  return {
    box: { width: width - 2 * margin * short, height: logo.height * height },
    letters: { most: 0.05 * short, least: 0.02 * short },
  };
};

const signTop = ({ width, height }: Size, { margin }: CardLayout, sign: Size): number =>
  height - Math.round(margin * Math.min(width, height)) - sign.height;

/** Where the title has to end: above what is at the foot of the card, with some room between. */
function footOf(size: Size, layout: CardLayout, place: LogoPlace | null, sign: DrawnText | null): number {
  const gap = Math.round(0.05 * Math.min(size.width, size.height));
  if (place) return Math.min(place.free.top - Math.round(gap / 2), place.box.top - gap);
  return sign ? signTop(size, layout, sign) - gap : size.height;
}

async function saved(ground: Raster, layers: OverlayOptions[]): Promise<Result<Card>> {
  const { width, height } = ground;
  const bytes = await rawSharp(ground)
    .composite(layers)
    .timeout({ seconds: 20 })
    // Colours in full: letters have thin coloured rims.
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return ok({ bytes, width, height });
}

const sentences = {
  'picture.not-found':
    'This picture is no longer in the media library, or it cannot be read. Choose another.',
  'picture.card-no-logo':
    'The brand kit has no current logo whose file is in the media library. Name one there first.',
  'picture.card-logo-too-large':
    'The logo does not fit as wide as the brand kit asks for, with its clear space. Take a larger picture, or other proportions.',
  'picture.card-title-too-long':
    'The title does not fit on the card in letters that can be read. Shorten it, also its longest word, or choose other proportions.',
} as const satisfies Partial<Record<Code, string>>;

const refused = (code: keyof typeof sentences): Result<never> => fail({ code, message: sentences[code] });
