import sharp from 'sharp';

/** Pixels of letters that are drawn to see whether there are any. */
const tried = 200;

/** Whether the server has a font. Without one, signs of a fixed size are drawn in place of letters, whatever size was asked for. */
export async function hasFonts(): Promise<boolean> {
  try {
    const { info } = await sharp({ text: { text: 'Hg', font: `sans-serif ${tried}`, dpi: 72, rgba: true } })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return info.height > tried / 2;
  } catch {
    return false;
  }
}
