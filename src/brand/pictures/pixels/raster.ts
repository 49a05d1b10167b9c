/** Pixels as a decoder hands them over: rows from the top, `channels` bytes a pixel, sRGB. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** 3: red, green, blue; 4: and alpha, not premultiplied. */
  readonly channels: 3 | 4;
  readonly data: Uint8Array;
}

/** One brightness a pixel, 0 (black) to 255. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Brightness as eyes weigh it (ITU-R BT.601); what is see-through shows white, as on a page. */
export function greyOf({ width, height, channels, data }: Raster): Grey {
  const grey = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += channels) {
    const luma = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    const alpha = channels === 4 ? (data[at + 3] ?? 255) / 255 : 1;
    grey[pixel] = alpha === 1 ? luma : luma * alpha + 255 * (1 - alpha);
  }
  return { width, height, data: grey };
}

/** Size whose longest edge is `edge`, with the same proportions; never larger than it was. */
export function fitInto(
  { width, height }: { readonly width: number; readonly height: number },
  edge: number,
): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The picture in another size. Each pixel is the mean of what it covers, so nothing is lost between pixels. */
export function resized(grey: Grey, width: number, height: number): Grey {
  if (grey.width === width && grey.height === height) return grey;
  return taller(wider(grey, width), height);
}

/** What of the old pixels each new one covers: `span` of them from its first on, with weights that add up to 1. */
interface Covers {
  readonly firsts: Int32Array;
  readonly span: number;
  readonly weights: Float32Array;
}

function coversOf(from: number, to: number): Covers {
  const scale = from / to;
  const span = Math.min(from, Math.ceil(scale) + 1);
  const firsts = new Int32Array(to);
  const weights = new Float32Array(to * span);
  for (let at = 0; at < to; at += 1) {
    const start = at * scale;
    const first = Math.min(from - span, Math.floor(start));
    firsts[at] = first;
    for (let n = 0; n < span; n += 1) {
      const covered = Math.min(start + scale, first + n + 1) - Math.max(start, first + n);
      weights[at * span + n] = Math.max(0, covered) / scale;
    }
  }
  return { firsts, span, weights };
}

function wider({ width: from, height, data }: Grey, width: number): Grey {
  const out = new Float32Array(width * height);
  const { firsts, span, weights } = coversOf(from, width);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const start = y * from + (firsts[x] as number);
      let sum = 0;
      for (let n = 0; n < span; n += 1)
        sum += (data[start + n] as number) * (weights[x * span + n] as number);
      out[y * width + x] = sum;
    }
  return { width, height, data: out };
}

function taller({ width, height: from, data }: Grey, height: number): Grey {
  const out = new Float32Array(width * height);
  const { firsts, span, weights } = coversOf(from, height);
  for (let y = 0; y < height; y += 1)
    for (let n = 0; n < span; n += 1) {
      const start = ((firsts[y] as number) + n) * width;
      const weight = weights[y * span + n] as number;
      if (weight === 0) continue;
      for (let x = 0; x < width; x += 1)
        out[y * width + x] = (out[y * width + x] as number) + (data[start + x] as number) * weight;
    }
  return { width, height, data: out };
}

/** A part of the picture, in pixels; what lies outside is left out. */
export function cropped(grey: Grey, left: number, top: number, width: number, height: number): Grey {
  const x = Math.max(0, Math.min(grey.width - 1, Math.round(left)));
  const y = Math.max(0, Math.min(grey.height - 1, Math.round(top)));
  const w = Math.max(1, Math.min(grey.width - x, Math.round(width)));
  const h = Math.max(1, Math.min(grey.height - y, Math.round(height)));
  const data = new Float32Array(w * h);
  for (let row = 0; row < h; row += 1)
    data.set(grey.data.subarray((y + row) * grey.width + x, (y + row) * grey.width + x + w), row * w);
  return { width: w, height: h, data };
}

/** How much brightness varies over the whole picture: standard deviation, 0 to 127.5. */
export function spreadOf({ data }: Grey): number {
  let sum = 0;
  let squares = 0;
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / data.length;
  return Math.sqrt(Math.max(0, squares / data.length - mean * mean));
}
