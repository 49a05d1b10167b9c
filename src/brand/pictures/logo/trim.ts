import type { Grey, Raster } from '../pixels/raster';

/** A logo without its empty margins. */
export interface Trimmed {
  readonly raster: Raster;
  /** 255 where the logo has ink, 0 where its ground is. */
  readonly ink: Grey;
  readonly seeThrough: boolean;
}

/**
 * The logo without margins: what is see-through, or has the colour that all four corners have. Null where nothing is left.
 */
export function trimmed(raster: Raster): Trimmed | null {
  const { width, height, channels, data } = raster;
  const seeThrough = channels === 4 && clearShare(raster) > 0.02;
  const ground = seeThrough ? null : groundOf(raster);
  const inkAt = (pixel: number): number => {
    const at = pixel * channels;
    if (seeThrough) return data[at + 3] ?? 0;
    if (!ground) return 255;
    const apart = [0, 1, 2].reduce(
      (most, n) => Math.max(most, Math.abs((data[at + n] ?? 0) - (ground[n] ?? 0))),
      0,
    );
    return apart > 24 ? 255 : 0;
  };
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (inkAt(y * width + x) < 32) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  if (right - left < 3 || bottom - top < 3) return null;
  const size = { width: right - left + 1, height: bottom - top + 1 };
  const pixels = new Uint8Array(size.width * size.height * channels);
  const ink = new Float32Array(size.width * size.height);
  for (let y = 0; y < size.height; y += 1) {
    const from = (y + top) * width + left;
    pixels.set(data.subarray(from * channels, (from + size.width) * channels), y * size.width * channels);
    for (let x = 0; x < size.width; x += 1) ink[y * size.width + x] = inkAt(from + x);
  }
  return { raster: { ...size, channels, data: pixels }, ink: { ...size, data: ink }, seeThrough };
}

function clearShare({ width, height, data }: Raster): number {
  let clear = 0;
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 128) clear += 1;
  return clear / (width * height);
}

/** The colour of all four corners; null where they differ. */
function groundOf({ width, height, channels, data }: Raster): readonly number[] | null {
  const corners = [0, width - 1, (height - 1) * width, height * width - 1].map((pixel) => [
    ...data.subarray(pixel * channels, pixel * channels + 3),
  ]);
  const first = corners[0] ?? [];
  return corners.every((corner) => corner.every((value, n) => Math.abs(value - (first[n] ?? 0)) <= 24))
    ? first
    : null;
}
