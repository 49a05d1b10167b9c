import type { Raster } from './raster';

/** A colour and the part of the picture that it fills. */
export interface ColourShare {
  readonly hex: string;
  readonly share: number;
}

const most = 160;

/**
 * The colours that fill a picture, the largest share first: at most 160. Pixels fall into 4,096 bins of 4 bits a channel,
 * and each bin stands for the mean of its pixels. What is mostly see-through does not count; shares are parts of the rest.
 */
export function coloursOf({ width, height, channels, data }: Raster): ColourShare[] {
  const sums = new Float64Array(4_096 * 4);
  let opaque = 0;
  for (let pixel = 0, at = 0; pixel < width * height; pixel += 1, at += channels) {
    if (channels === 4 && (data[at + 3] ?? 255) < 128) continue;
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const bin = (((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)) * 4;
    sums[bin] = (sums[bin] ?? 0) + red;
    sums[bin + 1] = (sums[bin + 1] ?? 0) + green;
    sums[bin + 2] = (sums[bin + 2] ?? 0) + blue;
    sums[bin + 3] = (sums[bin + 3] ?? 0) + 1;
    opaque += 1;
  }
  const found: ColourShare[] = [];
  for (let bin = 0; bin < sums.length; bin += 4) {
    const count = sums[bin + 3] ?? 0;
    if (count === 0) continue;
    const channel = (offset: number) => byte((sums[bin + offset] ?? 0) / count);
    found.push({ hex: `#${channel(0)}${channel(1)}${channel(2)}`, share: count / opaque });
  }
  return found.sort((a, b) => b.share - a.share || (a.hex < b.hex ? -1 : 1)).slice(0, most);
}

const byte = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
