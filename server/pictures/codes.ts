import jsQR from 'jsqr';
import { codeCandidates } from '../../src/brand/pictures/codes/candidates';
import type { Grey } from '../../src/brand/pictures/pixels/raster';
import { cropped } from '../../src/brand/pictures/pixels/raster';
import type { PictureFacts } from '../../src/brand/pictures/schema';

type Codes = NonNullable<PictureFacts['codes']>;

/** The QR codes in a picture. Only where three corner squares are is a decoder asked: it takes a second for a whole photo. */
export function codesIn(grey: Grey): Codes {
  const codes: Codes = [];
  for (const region of codeCandidates(grey)) {
    const part = cropped(
      grey,
      region.x * grey.width,
      region.y * grey.height,
      region.width * grey.width,
      region.height * grey.height,
    );
    const found = jsQR(rgba(part), part.width, part.height, { inversionAttempts: 'attemptBoth' });
    if (found && found.data !== '' && !codes.some(({ data }) => data === found.data))
      codes.push({ data: found.data.slice(0, 2_000), region });
  }
  return codes;
}

function rgba({ data }: Grey): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(data.length * 4).fill(255);
  data.forEach((value, at) => pixels.fill(value, at * 4, at * 4 + 3));
  return pixels;
}
