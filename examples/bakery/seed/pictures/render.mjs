import sharp from 'sharp';
import { scenes } from './scenes.mjs';

/** One picture as JPEG bytes, with the faint grain of paper. */
export async function render(scene) {
  const { w, h, svg } = scenes[scene];
  const sheet = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${svg()}</svg>`);
  return sharp(sheet).flatten().jpeg({ quality: 86 }).toBuffer();
}
