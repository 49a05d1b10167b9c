import type { Grey } from '../pixels/raster';
import type { Pattern } from './template';

/** Shades that vary less than this are a plain ground, which is like nothing. */
const plain = 4;

/** The first pixels of a pattern, as they lie in pictures of one width. */
interface Probe {
  readonly offsets: Int32Array;
  /** With mean 0 and length 1. */
  readonly weights: Float32Array;
}

/** How like the pattern a picture is at a corner: 1 for the same, 0 for nothing alike, -1 for its negative. */
export type Likeness = (corner: number) => number;

/**
 * Normalised cross-correlation with the pattern in one picture. The first `glance` pixels of the pattern rule out most
 * places; only where these are alike, `depth` pixels are compared. The corner is an index into the picture's pixels.
 */
export function likenessIn({ data, width }: Grey, pattern: Pattern, glance: number, depth: number): Likeness {
  const first = probeOf(pattern, width, glance);
  const whole = probeOf(pattern, width, depth);
  return (corner) => {
    const early = correlation(data, first, corner);
    return early > dull || early < -dull ? correlation(data, whole, corner) : 0;
  };
}

const dull = 0.45;

/** The same for all pixels of the pattern, stretched over a region of the picture (in its pixels); between pixels it mixes. */
export function likenessOver(
  { data, width, height }: Grey,
  { xs, ys, values, width: columns, height: rows }: Pattern,
  left: number,
  top: number,
  wide: number,
  tall: number,
): number {
  const stepX = wide / columns;
  const stepY = tall / rows;
  let sum = 0;
  let squares = 0;
  let cross = 0;
  for (let at = 0; at < values.length; at += 1) {
    const x = clamped(left + ((xs[at] as number) + 0.5) * stepX - 0.5, width - 1.001);
    const y = clamped(top + ((ys[at] as number) + 0.5) * stepY - 0.5, height - 1.001);
    const corner = Math.floor(y) * width + Math.floor(x);
    const right = x - Math.floor(x);
    const down = y - Math.floor(y);
    const upper = (data[corner] as number) * (1 - right) + (data[corner + 1] as number) * right;
    const lower =
      (data[corner + width] as number) * (1 - right) + (data[corner + width + 1] as number) * right;
    const value = upper * (1 - down) + lower * down;
    sum += value;
    squares += value * value;
    cross += value * (values[at] as number);
  }
  const spread = squares - (sum * sum) / values.length;
  return spread < plain * plain * values.length ? 0 : cross / Math.sqrt(spread);
}

const clamped = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value);

function probeOf({ xs, ys, values }: Pattern, width: number, depth: number): Probe {
  const count = Math.min(depth, values.length);
  const offsets = new Int32Array(count);
  const weights = values.slice(0, count);
  const mean = weights.reduce((sum, value) => sum + value, 0) / count;
  const length = Math.sqrt(weights.reduce((sum, value) => sum + (value - mean) ** 2, 0)) || 1;
  for (let at = 0; at < count; at += 1) {
    offsets[at] = (ys[at] ?? 0) * width + (xs[at] ?? 0);
    weights[at] = ((weights[at] ?? 0) - mean) / length;
  }
  return { offsets, weights };
}

/** The innermost loop of the search: it runs millions of times for a picture. */
function correlation(data: Float32Array, { offsets, weights }: Probe, corner: number): number {
  const count = offsets.length;
  let sum = 0;
  let squares = 0;
  let cross = 0;
  for (let at = 0; at < count; at += 1) {
    const value = data[corner + (offsets[at] as number)] as number;
    sum += value;
    squares += value * value;
    cross += value * (weights[at] as number);
  }
  const spread = squares - (sum * sum) / count;
  return spread < plain * plain * count ? 0 : cross / Math.sqrt(spread);
}
