import sharp, { type OverlayOptions } from 'sharp';
import type { Size } from '../../../src/brand/cards/place';

/** Words as pixels, to be laid on a card. */
export interface DrawnText extends Size {
  readonly input: Buffer;
  readonly raw: NonNullable<OverlayOptions['raw']>;
}

export interface TextLook {
  /** Families, the one that is wanted most first. */
  readonly fonts: readonly string[];
  readonly ink: string;
  readonly box: Size;
  /** Height of the letters in pixels. */
  readonly letters: { readonly most: number; readonly least: number };
}

/**
 * As large as the box lets the words be, wrapped between words, never cut. Null where they do not fit even in the smallest letters, or
 * where nothing of them would be seen.
 */
export async function drawnText(
  text: string,
  { fonts, ink, box, letters }: TextLook,
): Promise<DrawnText | null> {
  const least = Math.max(1, Math.floor(letters.least));
  for (let size = Math.floor(letters.most); size >= least; size = nextSize(size, least)) {
    const drawn = await sharp({
      text: {
        text: `<span foreground="${ink}">${escaped(text)}</span>`,
        font: `${familiesOf(fonts)} Bold ${size}`,
        width: Math.floor(box.width),
        // So that a letter is as many pixels high as its size says.
        dpi: 72,
        rgba: true,
        wrap: 'word',
      },
    })
      .timeout({ seconds: 10 })
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(nothingSeen);
    if (!drawn) return null;
    const { data, info } = drawn;
    const { width, height, channels } = info;
    if (width <= box.width && height <= box.height)
      return { input: data, raw: { width, height, channels }, width, height };
  }
  return null;
}

/** The smallest size is tried, too; after it comes none. */
const nextSize = (size: number, least: number): number =>
  size === least ? 0 : Math.max(least, Math.floor(size * 0.93));

const familiesOf = (fonts: readonly string[]): string =>
  [...fonts.map((font) => font.replace(/[,\p{Cc}]/gu, ' ').trim()).filter(Boolean), 'sans-serif'].join(', ');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);

/** Words of which nothing is to be seen are no picture. */
function nothingSeen(error: unknown): null {
  if (error instanceof Error && /no text to render/.test(error.message)) return null;
  throw error;
}
