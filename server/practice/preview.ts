import sharp from 'sharp';

/** A small JPEG of a picture, in base64; null where the bytes are none. */
export async function previewOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const small = await sharp(bytes)
      .resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer();
    return small.toString('base64');
  } catch {
    return null;
  }
}
