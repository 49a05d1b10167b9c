import sharp, { type Metadata, type Sharp } from 'sharp';
import { limits } from './decode';
import { withoutMetadata } from './jpeg-segments';

/**
 * The same picture without EXIF, XMP and IPTC: upright, with its colour profile. An upright JPEG keeps every pixel; others
 * are saved again in their format, with little or no loss. Null where the bytes are no picture that can be saved so.
 */
export async function stripMetadata(bytes: Buffer): Promise<Buffer | null> {
  try {
    const metadata = await sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error' }).metadata();
    const isUpright = (metadata.orientation ?? 1) === 1;
    if (metadata.format === 'jpeg' && isUpright) return withoutMetadata(bytes);
    const picture = sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', animated: true })
      .timeout({ seconds: limits.seconds })
      .autoOrient()
      .keepIccProfile();
    return (await savedAs(picture, metadata)?.toBuffer()) ?? null;
  } catch {
    return null;
  }
}

function savedAs(picture: Sharp, { format, compression }: Metadata): Sharp | null {
  switch (format) {
    case 'jpeg':
      return picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' });
    case 'png':
      return picture.png();
    case 'webp':
      return picture.webp({ quality: 95 });
    case 'tiff':
      return picture.tiff({ compression: 'deflate' });
    case 'heif':
      return compression === 'av1' ? picture.avif({ quality: 80 }) : null;
    default:
      return null;
  }
}
