import { createHash } from 'node:crypto';
import type { Raster } from '../../../src/brand/pictures/pixels/raster';
import { shapeWord, type FocalPoint, type PictureShape } from '../../../src/channels/pictures/shape';
import { type Proportion } from '../../../src/channels/rules/pictures/proportions';
import { atMost } from '../at-most';
import { decode, rasterOf, rawSharp } from '../decode';
import { attentionOf, cutOf } from './cut';
import { encoded, encodingsOf, largest, type Rendition } from './encode';
import { kept } from './kept';
import { movingGif } from './moving';
import type { Wanted } from './wanted';

const megabyte = 1_048_576;
/** Four pictures of the largest size as pixels, and what was made of many. */
const bounds = { pixels: 40 * megabyte, renditions: 24 * megabyte };
/** What it takes to remember that there is none. */
const nothing = 1_000;
const atOnce = 2;

export type Renditions = ReturnType<typeof renditions>;

/**
 * Makes pictures as channels take them: JPEG, upright, on white, without metadata (a phone writes into it where it was
 * taken). A picture is decoded once, as large as the largest rendition, for all channels that ask within a short time;
 * smaller ones are made from that, and what two channels take alike is made once. The same bytes give the same rendition, so a
 * second try sends the same picture.
 */
export function renditions({ pixels, renditions: most } = bounds) {
  const turn = atMost(atOnce);
  const rasters = kept<Raster | null>(pixels, (raster) => raster?.data.length ?? nothing);
  const encodings = kept<Rendition | null>(most, (rendition) => rendition?.bytes.length ?? nothing);

  async function still(name: string, raster: Raster, wanted: Wanted): Promise<Rendition | null> {
    for (const encoding of encodingsOf(raster, wanted)) {
      const { canvas, isPadded, quality, isTight } = encoding;
      const how = `${name} ${canvas.width}x${canvas.height} ${isPadded} ${quality} ${isTight}`;
      const rendition = await encodings.get(how, () => encoded(raster, encoding));
      if (rendition && rendition.bytes.length <= wanted.maxBytes) return rendition;
    }
    return null;
  }

  async function made(bytes: Uint8Array, wanted: Wanted): Promise<Rendition | null> {
    const name = nameOf(bytes);
    const { maxBytes, moving, shape } = wanted;
    const whole = () => rasters.get(name, () => decoded(bytes, largest));
    const focusOf = async (chosen: PictureShape): Promise<FocalPoint | null> => {
      if (chosen.focus) return chosen.focus;
      const raster = await whole();
      return raster && attentionOf(raster, chosen);
    };
    const shaped = shape ? `${name} ${shapeWord(shape)}` : name;
    if (moving?.includes('gif')) {
      const how = `${shaped} gif ${maxBytes}`;
      const moves = await encodings.get(how, () => movingGif(bytes, wanted, focusOf));
      if (moves) return moves;
    }
    if (shape?.by !== 'cut') {
      const raster = await whole();
      return raster && still(name, raster, wanted);
    }
    const cut = await rasters.get(shaped, async () => {
      const [raster, focus] = [await whole(), await focusOf(shape)];
      return raster && focus && cutOf(raster, shape, focus);
    });
    return cut && still(shaped, cut, wanted);
  }

  return {
    /** Null where the bytes are no picture that can be read, or one that cannot be made light enough. */
    of: (bytes: Uint8Array, wanted: Wanted): Promise<Rendition | null> => turn(() => made(bytes, wanted)),
    /** Where the eye goes in a picture that is cut to these proportions; null where the bytes are no picture that can be read. */
    attention: (bytes: Uint8Array, ratio: Proportion): Promise<FocalPoint | null> =>
      turn(async () => {
        const raster = await rasters.get(nameOf(bytes), () => decoded(bytes, largest));
        return raster && attentionOf(raster, { ratio });
      }),
    /** Bytes that are remembered now. */
    weight: () => rasters.weight() + encodings.weight(),
  };
}

const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A picture on white, at most `edge` pixels on its longest side; null where the bytes are none that can be read. */
export async function decoded(bytes: Uint8Array, edge: number): Promise<Raster | null> {
  const { raster } = await decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), edge);
  if (raster?.channels !== 4) return raster;
  return rasterOf(rawSharp(raster).flatten({ background: '#ffffff' }));
}
