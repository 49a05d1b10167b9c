import { fitInto, resized, type Grey } from './raster';

/** Longest edge at which sharpness is measured, so that large and small pictures compare. */
const edge = 512;
const tiles = 8;
/** Brightness steps below this from pixel to pixel are no edges: a sky, a gradient, a plain ground. */
const faintest = 3;

/**
 * How sharp the sharpest parts of a picture are: the variance of the Laplacian in the best tenth of 8 × 8 tiles, so that
 * a portrait before a soft ground is sharp. Null where there is nothing to judge by: no edge anywhere.
 */
export function sharpnessOf(whole: Grey): number | null {
  const size = fitInto(whole, edge);
  const grey = resized(whole, size.width, size.height);
  if (grey.width < tiles * 4 || grey.height < tiles * 4 || steepestOf(grey) < faintest) return null;
  const variances: number[] = [];
  for (let row = 0; row < tiles; row += 1)
    for (let column = 0; column < tiles; column += 1) variances.push(varianceIn(grey, column, row));
  const best = variances.sort((a, b) => b - a).slice(0, Math.ceil(variances.length / 10));
  return best.reduce((sum, value) => sum + value, 0) / best.length;
}

/** The step that only one in two hundred pixels exceeds: a lone speck makes no edge. */
function steepestOf({ width, height, data }: Grey): number {
  const counts = new Uint32Array(256);
  for (let y = 0; y < height - 1; y += 1)
    for (let x = 0; x < width - 1; x += 1) {
      const at = y * width + x;
      const here = data[at] ?? 0;
      const step = Math.max(Math.abs((data[at + 1] ?? 0) - here), Math.abs((data[at + width] ?? 0) - here));
      const bin = Math.min(255, Math.floor(step));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  let left = ((width - 1) * (height - 1)) / 200;
  for (let step = 255; step >= 0; step -= 1) {
    left -= counts[step] ?? 0;
    if (left <= 0) return step;
  }
  return 0;
}

function varianceIn({ width, height, data }: Grey, column: number, row: number): number {
  const left = Math.max(1, Math.floor((column * width) / tiles));
  const right = Math.min(width - 1, Math.floor(((column + 1) * width) / tiles));
  const top = Math.max(1, Math.floor((row * height) / tiles));
  const bottom = Math.min(height - 1, Math.floor(((row + 1) * height) / tiles));
  let [sum, squares] = [0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = y * width + x;
      const around =
        (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0);
      const laplacian = around - 4 * (data[at] ?? 0);
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  const count = Math.max(1, (right - left) * (bottom - top));
  return Math.max(0, squares / count - (sum / count) ** 2);
}
