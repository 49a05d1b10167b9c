import type { Region } from '../../schema';
import type { Raster } from './raster';

/** WCAG 2, "relative luminance": linear light of a channel. */
const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

const steps = 256;

/**
 * The contrast of a line of text to what is behind it, 1 to 21 as WCAG counts it. The pixels of its region are cut into
 * a dark and a light group where the two differ most (Otsu). The larger group is the ground, its median the colour; of the
 * smaller one, the letters, the fifth farthest from the ground counts, because the rims of letters are blurred. Null where
 * the region holds no two groups.
 */
export function contrastIn({ width, height, channels, data }: Raster, region: Region): number | null {
  const left = Math.max(0, Math.floor(region.x * width));
  const top = Math.max(0, Math.floor(region.y * height));
  const right = Math.min(width, Math.ceil((region.x + region.width) * width));
  const bottom = Math.min(height, Math.ceil((region.y + region.height) * height));
  const counts = new Uint32Array(steps);
  let total = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * channels;
      const alpha = channels === 4 ? (data[at + 3] ?? 255) / 255 : 1;
      const bin = Math.round(brightness(data, at, alpha) * (steps - 1));
      counts[bin] = (counts[bin] ?? 0) + 1;
      total += 1;
    }
  if (total < 16) return null;
  const cut = otsu(counts, total);
  const below = countIn(counts, 0, cut);
  const above = total - below;
  if (below === 0 || above === 0) return null;
  const dark = luminanceAt(counts, 0, below * (below < above ? 0.2 : 0.5));
  const light = luminanceAt(counts, cut + 1, above * (above < below ? 0.8 : 0.5));
  return (light + 0.05) / (dark + 0.05);
}

/** Square root of the luminance: dark shades get as many bins as light ones. See-through shows white. */
function brightness(data: Uint8Array, at: number, alpha: number): number {
  const luminance =
    0.2126 * (linear[data[at] ?? 0] ?? 0) +
    0.7152 * (linear[data[at + 1] ?? 0] ?? 0) +
    0.0722 * (linear[data[at + 2] ?? 0] ?? 0);
  return Math.sqrt(alpha === 1 ? luminance : luminance * alpha + (1 - alpha));
}

/** The last bin of the dark group, so that the variance between both groups is largest. */
function otsu(counts: Uint32Array, total: number): number {
  let sum = 0;
  counts.forEach((count, bin) => (sum += count * bin));
  let [below, sumBelow, best, cut] = [0, 0, -1, 0];
  for (let bin = 0; bin < steps - 1; bin += 1) {
    below += counts[bin] ?? 0;
    sumBelow += bin * (counts[bin] ?? 0);
    if (below === 0 || below === total) continue;
    const apart = sumBelow / below - (sum - sumBelow) / (total - below);
    const between = below * (total - below) * apart * apart;
    if (between > best) [best, cut] = [between, bin];
  }
  return cut;
}

const countIn = (counts: Uint32Array, from: number, to: number): number =>
  counts.subarray(from, to + 1).reduce((sum, count) => sum + count, 0);

/** Luminance of the pixel behind `skipped` darker ones, counted from a bin. */
function luminanceAt(counts: Uint32Array, from: number, skipped: number): number {
  let left = skipped;
  for (let bin = from; bin < steps; bin += 1) {
    left -= counts[bin] ?? 0;
    if (left <= 0) return (bin / (steps - 1)) ** 2;
  }
  return 1;
}
