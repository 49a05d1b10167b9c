import jsQR from 'jsqr';
import { codeCandidates } from '../../src/brand/pictures/codes/candidates';
import { cropped, type Grey } from '../../src/brand/pictures/pixels/raster';
import type { PictureFacts } from '../../src/brand/pictures/schema';
import type { Region } from '../../src/brand/schema';

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
      codes.push({ data: found.data.slice(0, 2_000), region: regionOf(found.location, part, region) });
  }
  return codes;
}

type Corners = NonNullable<ReturnType<typeof jsQR>>['location'];

/** The code itself, which may be turned, inside the part that was decoded. */
function regionOf(
  { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner }: Corners,
  { width, height }: Grey,
  part: Region,
): Region {
  const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner];
  const within = (value: number, size: number): number => Math.min(1, Math.max(0, value / size));
  const xs = corners.map(({ x }) => within(x, width));
  const ys = corners.map(({ y }) => within(y, height));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    x: part.x + left * part.width,
    y: part.y + top * part.height,
    width: (Math.max(...xs) - left) * part.width,
    height: (Math.max(...ys) - top) * part.height,
  };
}

function rgba({ data }: Grey): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(data.length * 4).fill(255);
  data.forEach((value, at) => pixels.fill(value, at * 4, at * 4 + 3));
  return pixels;
}
