import sharp from 'sharp';
import { scenes } from './scenes.mjs';

const drawn = new Map();

/** One picture as JPEG bytes; drawn once, however often it is asked for. */
export function render(scene) {
  const known = drawn.get(scene) ?? draw(scenes[scene]);
  drawn.set(scene, known);
  return known;
}

function draw({ w, h, svg, out = w }) {
  const sheet = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${svg()}</svg>`,
  );
  return sharp(sheet).resize({ width: out }).flatten().jpeg({ quality: 86 }).toBuffer();
}
