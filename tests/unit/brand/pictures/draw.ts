import sharp from 'sharp';
import { rasterOf } from '../../../../server/pictures/decode';
import { logoTemplateOf, type LogoTemplate } from '../../../../src/brand/pictures/logo/template';
import { greyOf, type Grey } from '../../../../src/brand/pictures/pixels/raster';

/** Pictures for tests, drawn when they are needed. */

export const svg = (width: number, height: number, content: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`);

export const plain = (width: number, height: number, colour: string): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();

/** A gradient from left to right. */
export const gradient = (from: string, to: string, width = 600, height = 400): Promise<Buffer> =>
  sharp(
    svg(
      width,
      height,
      `<defs><linearGradient id="g"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#g)"/>`,
    ),
  )
    .png()
    .toBuffer();

/** Something like a photo: soft shapes of many sizes, always the same ones. `seed` gives another. */
export async function photo(width: number, height: number, seed = 1): Promise<Buffer> {
  let state = seed * 7_919;
  const next = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state / 2_147_483_648) * most;
  };
  const shapes = Array.from({ length: 160 }, (_, n) => {
    const size = 40 + next(900) / (1 + n / 25);
    const colour = `hsl(${Math.round(next(60))},${Math.round(20 + next(60))}%,${Math.round(15 + next(70))}%)`;
    const turn = Math.round(next(180));
    return `<rect x="${next(1600) - 200}" y="${next(1200) - 200}" width="${size}" height="${size * (0.3 + next(1))}" rx="${next(60)}" fill="${colour}" transform="rotate(${turn} 600 450)"/>`;
  });
  return sharp(svg(1_200, 900, `<rect width="1200" height="900" fill="#8a6a48"/>${shapes.join('')}`))
    .resize(width, height, { fit: 'fill' })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** A badge of two tones with a name in it. */
export const badge = (ground = '#c8553d', ink = '#ffffff'): Buffer =>
  svg(
    400,
    160,
    `<rect width="400" height="160" rx="30" fill="${ground}"/><circle cx="80" cy="80" r="50" fill="${ink}"/><text x="150" y="105" font-size="70" font-family="DejaVu Sans" font-weight="bold" fill="${ink}">Acme</text>`,
  );

/** A sign of one tone on nothing. */
export const sign = (ink = '#112233'): Buffer =>
  svg(
    400,
    160,
    `<circle cx="80" cy="80" r="60" fill="none" stroke="${ink}" stroke-width="22"/><path d="M80 20 L80 140 M20 80 L140 80" stroke="${ink}" stroke-width="12"/><text x="160" y="110" font-size="80" font-family="DejaVu Serif" font-weight="bold" fill="${ink}">Oven</text>`,
  );

/** A picture with another one in it, `width` pixels wide. */
export const placed = async (
  ground: Buffer,
  inset: Buffer,
  { width, left, top, turn = 0 }: { width: number; left: number; top: number; turn?: number },
): Promise<Buffer> => {
  const drawn = sharp(inset, { density: 288 }).resize(width);
  const input = await drawn.rotate(turn, { background: '#ffffff' }).png().toBuffer();
  return sharp(ground).composite([{ input, left, top }]).jpeg({ quality: 88 }).toBuffer();
};

export const lines = (
  texts: readonly { text: string; y: number; ink: string; size?: number }[],
  ground: string,
): Promise<Buffer> =>
  sharp(
    svg(
      1_200,
      630,
      `<rect width="1200" height="630" fill="${ground}"/>${texts
        .map(
          ({ text, y, ink, size = 90 }) =>
            `<text x="80" y="${y}" font-size="${size}" font-family="DejaVu Sans" font-weight="bold" fill="${ink}">${text}</text>`,
        )
        .join('')}`,
    ),
  )
    .png()
    .toBuffer();

export async function templateOf(logo: Buffer): Promise<LogoTemplate> {
  const pixels = sharp(logo).resize(256, 256, { fit: 'inside' }).ensureAlpha();
  const template = logoTemplateOf(await rasterOf(pixels));
  if (!template) throw new Error('this logo shows nothing');
  return template;
}

export const greyPixels = async (picture: Buffer, edge = 512): Promise<Grey> =>
  greyOf(await rasterOf(sharp(picture).resize(edge, edge, { fit: 'inside', withoutEnlargement: true })));
