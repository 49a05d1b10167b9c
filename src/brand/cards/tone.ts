import type { Raster } from '../pictures/pixels/raster';
import { leastContrast } from './colours';
import type { Box } from './place';

/** How bright a part of a picture is, and how much that changes within it: luminance as WCAG counts it, 0 to 1. */
export interface Tone {
  readonly mean: number;
  readonly spread: number;
}

/** WCAG 2, "relative luminance": linear light of a channel. */
const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** Pixels that are looked at, about: more say the same. */
const enough = 20_000;

/** Of what is there: where a picture lets through, nothing is counted. */
export function toneOf({ width, height, channels, data }: Raster, box?: Box): Tone {
  const { left, top, ...size } = box ?? { left: 0, top: 0, width, height };
  const [right, bottom] = [Math.min(width, left + size.width), Math.min(height, top + size.height)];
  const step = Math.max(1, Math.floor(Math.sqrt((size.width * size.height) / enough)));
  let [sum, squares, total] = [0, 0, 0];
  for (let y = Math.max(0, top); y < bottom; y += step)
    for (let x = Math.max(0, left); x < right; x += step) {
      const at = (y * width + x) * channels;
      const alpha = channels === 4 ? (data[at + 3] ?? 255) / 255 : 1;
      const light =
        0.2126 * (linear[data[at] ?? 0] ?? 0) +
        0.7152 * (linear[data[at + 1] ?? 0] ?? 0) +
        0.0722 * (linear[data[at + 2] ?? 0] ?? 0);
      sum += light * alpha;
      squares += light * light * alpha;
      total += alpha;
    }
  const mean = total === 0 ? 0 : sum / total;
  return { mean, spread: total === 0 ? 0 : Math.sqrt(Math.max(0, squares / total - mean * mean)) };
}

/** More change than that, and a logo does not stand in a calm place. */
const calm = 0.06;

/** What is to lie below a logo: nothing where it stands out by itself, else white or black. */
export function plateFor(logo: Tone, ground: Tone): '#ffffff' | '#000000' | null {
  if (ground.spread <= calm && contrast(logo.mean, ground.mean) >= leastContrast.sign) return null;
  return contrast(logo.mean, 1) >= leastContrast.sign ? '#ffffff' : '#000000';
}

const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
