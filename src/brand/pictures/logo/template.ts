import { greyOf, resized, type Grey, type Raster } from '../pixels/raster';
import { trimmed } from './trim';

/** A logo at one size, ready to be compared: its pixels that count, with mean 0 and length 1. */
export interface Pattern {
  readonly width: number;
  readonly height: number;
  /** Column, row and value of each pixel that counts, in an order that spreads them over the logo. */
  readonly xs: Uint16Array;
  readonly ys: Uint16Array;
  readonly values: Float32Array;
}

/** A logo made ready once for any number of pictures. */
export interface LogoTemplate {
  /** Small, to find where it may be. */
  readonly coarse: Pattern;
  /** Larger, to make sure. */
  readonly fine: Pattern;
  /** A logo of one tone is also found as light on dark. */
  readonly anyPolarity: boolean;
}

const coarseArea = 400;
const fineArea = 2_304;
/** Shades of one logo that vary less than this are one tone. */
const oneTone = 24;

/**
 * The pattern to look for, made of the logo's file. A see-through logo of one tone is its outline, one of several tones is
 * only what is not see-through; then the ground that it stands on does not matter. Null where the file shows nothing.
 */
export function logoTemplateOf(raster: Raster): LogoTemplate | null {
  const cut = trimmed(raster);
  if (!cut) return null;
  const grey = greyOf(cut.raster);
  const tones = tonesOf(grey, cut.ink);
  const isOutline = cut.seeThrough && tones < oneTone;
  const shown: Grey = isOutline ? cut.ink : grey;
  const mask = cut.seeThrough && !isOutline ? cut.ink : null;
  const coarse = patternOf(shown, mask, coarseArea);
  const fine = patternOf(shown, mask, fineArea);
  if (!coarse || !fine) return null;
  return { coarse, fine, anyPolarity: tones < oneTone };
}

/** How much the shades of the inked pixels vary. */
function tonesOf(grey: Grey, ink: Grey): number {
  let [count, sum, squares] = [0, 0, 0];
  grey.data.forEach((value, at) => {
    if ((ink.data[at] ?? 0) < 200) return;
    count += 1;
    sum += value;
    squares += value * value;
  });
  return count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

function patternOf(shown: Grey, mask: Grey | null, area: number): Pattern | null {
  const aspect = Math.min(12, Math.max(1 / 12, shown.width / shown.height));
  const width = Math.max(4, Math.round(Math.sqrt(area * aspect)));
  const height = Math.max(4, Math.round(Math.sqrt(area / aspect)));
  const grey = resized(shown, width, height);
  const covered = mask && resized(mask, width, height);
  const counted = spread(width, height).filter((at) => !covered || (covered.data[at] ?? 0) >= 128);
  if (counted.length < 24) return null;
  const values = Float32Array.from(counted, (at) => grey.data[at] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const length = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  if (length / Math.sqrt(values.length) < 4) return null;
  return {
    width,
    height,
    xs: Uint16Array.from(counted, (at) => at % width),
    ys: Uint16Array.from(counted, (at) => Math.floor(at / width)),
    values: values.map((value) => (value - mean) / length),
  };
}

/** All pixels, so ordered that any first few of them lie evenly over the area: steps of the golden ratio. */
function spread(width: number, height: number): number[] {
  const count = width * height;
  let stride = Math.round(count * 0.618_034);
  while (divisor(stride, count) !== 1) stride += 1;
  return Array.from({ length: count }, (_, n) => (n * stride) % count);
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
