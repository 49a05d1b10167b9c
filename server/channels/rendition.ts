import sharp from 'sharp';

/** A picture made small enough for a channel. */
export interface Rendition {
  readonly bytes: Buffer;
  readonly mime: 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const qualities = [90, 82, 74, 66, 58, 50];

/**
 * The picture as JPEG of at most `maxBytes`, upright, without metadata (a phone writes into it where it was taken):
 * first with less quality, then smaller. Null where the bytes are no picture that we can read. The same bytes give the
 * same rendition, so a second try sends the same picture.
 */
export async function renditionOf(
  bytes: Uint8Array,
  maxBytes: number,
  maxEdge = 2_000,
): Promise<Rendition | null> {
  try {
    for (let edge = maxEdge; edge >= 200; edge = Math.floor(edge * 0.8)) {
      const { data, info } = await upright(bytes, edge);
      const raw = { width: info.width, height: info.height, channels: info.channels };
      for (const quality of qualities) {
        const jpeg = await sharp(data, { raw }).jpeg({ quality }).toBuffer();
        if (jpeg.length <= maxBytes)
          return { bytes: jpeg, mime: 'image/jpeg', width: info.width, height: info.height };
      }
    }
    return null;
  } catch {
    return null;
  }
}

const upright = (bytes: Uint8Array, edge: number) =>
  sharp(bytes, { limitInputPixels: 100_000_000 })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
