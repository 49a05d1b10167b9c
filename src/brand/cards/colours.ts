import { wcagContrast } from 'culori';
import type { BrandKit } from '../schema';

/** What WCAG 2 asks of text (success criterion 1.4.3), and what it asks of signs (1.4.11). */
export const leastContrast = { text: 4.5, sign: 3 };

const paper = '#ffffff';
const black = '#000000';

/** Words in `ink` on `ground`, both `#1a2b3c`. */
export interface CardColours {
  readonly ground: string;
  readonly ink: string;
}

/** The first colour of the palette, with the ink that stands out most from it. An empty palette is black on white. */
export function cardColours(palette: BrandKit['palette']): CardColours {
  const ground = palette[0]?.hex ?? paper;
  return { ground, ink: inkOn(ground, palette) };
}

/** The colour of the palette with the most contrast, where that can be read; else black or white, of which one always can. */
function inkOn(ground: string, palette: BrandKit['palette']): string {
  const inks = palette.map(({ hex }) => hex);
  const [own] = byContrast(ground, inks);
  if (own !== undefined && wcagContrast(ground, own) >= leastContrast.text) return own;
  return byContrast(ground, [black, paper])[0] ?? black;
}

/** What lies over a picture below words: `alpha` is how much of the picture it hides, as a part of one. */
export interface Scrim extends CardColours {
  readonly alpha: number;
}

/** More than that, and nothing is left of the picture. */
const mostHidden = 0.8;
/** Saving as JPEG moves colours a little. */
const spare = 1.06;

/** A colour of the palette that makes any picture fit to be written on, and lets something be seen of it; else black. */
export function scrimOf(palette: BrandKit['palette']): Scrim {
  for (const { hex: ground } of palette) {
    const scrim = over({ ground, ink: inkOn(ground, palette) });
    if (scrim.alpha <= mostHidden) return scrim;
  }
  return over({ ground: black, ink: paper });
}

/** As thin as words can be read through on the worst picture: one that is as bright as light ink, or as dark as dark ink. */
function over({ ground, ink }: CardColours): Scrim {
  const worst = wcagContrast(ink, black) > wcagContrast(ink, paper) ? paper : black;
  const steps = Array.from({ length: 10 }, (_, step) => (50 + step * 5) / 100);
  const alpha = steps.find(
    (part) => wcagContrast(ink, mixed(ground, worst, part)) >= leastContrast.text * spare,
  );
  return { ground, ink, alpha: alpha ?? 1 };
}

const byContrast = (ground: string, colours: readonly string[]): string[] =>
  [...colours].sort((a, b) => wcagContrast(ground, b) - wcagContrast(ground, a));

/** One colour over another, as pictures are put together: channel by channel. */
function mixed(upper: string, lower: string, alpha: number): string {
  const channel = (at: number): string => {
    const [a, b] = [upper, lower].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * alpha + (b ?? 0) * (1 - alpha))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
