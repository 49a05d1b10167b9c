import type { Grey } from '../pixels/raster';

/** 1 where the picture is darker than its surroundings. */
export interface Binary {
  readonly width: number;
  readonly height: number;
  readonly dark: Uint8Array;
}

/** Shades nearer to the mean than this are neither: a plain area holds no code. */
const faint = 8;

/** Dark or light by the mean of a square around each pixel, so that shadows on a code do not matter. */
export function binaryOf({ width, height, data }: Grey): Binary {
  const sums = integral(width, height, data);
  const reach = Math.max(8, Math.round(Math.min(width, height) / 16));
  const dark = new Uint8Array(width * height);
  const row = width + 1;
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach + 1);
    for (let x = 0; x < width; x += 1) {
      const left = x > reach ? x - reach : 0;
      const right = x + reach + 1 < width ? x + reach + 1 : width;
      const sum =
        (sums[bottom * row + right] as number) -
        (sums[top * row + right] as number) -
        (sums[bottom * row + left] as number) +
        (sums[top * row + left] as number);
      const count = (right - left) * (bottom - top);
      if (((data[y * width + x] as number) + faint) * count < sum) dark[y * width + x] = 1;
    }
  }
  return { width, height, dark };
}

/** Sums of everything above and left of each corner. */
function integral(width: number, height: number, data: Float32Array): Float64Array {
  const row = width + 1;
  const sums = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let x = 0; x < width; x += 1) {
      sum += data[y * width + x] as number;
      sums[(y + 1) * row + x + 1] = (sums[y * row + x + 1] as number) + sum;
    }
  }
  return sums;
}
