import { parse } from 'exifr';
import { z } from 'zod';
import type { PictureFacts } from '../../src/brand/pictures/schema';

const tags = z.object({
  latitude: z.number().nullish().catch(null),
  longitude: z.number().nullish().catch(null),
  Make: z.string().nullish().catch(null),
  Model: z.string().nullish().catch(null),
  DateTimeOriginal: z.string().nullish().catch(null),
});

const nothing: PictureFacts['exif'] = { gps: null, device: null, takenAt: null };

/** What the EXIF part of a file tells: where, with what and when it was taken. Broken EXIF tells nothing. */
export async function exifOf(exif: Buffer | null): Promise<PictureFacts['exif']> {
  if (!exif) return nothing;
  // Decoders hand it over as JPEG has it, with a word before the TIFF part that says what it is.
  const tiff = exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif;
  try {
    const found = tags.safeParse(
      await parse(tiff, {
        tiff: true,
        exif: true,
        gps: true,
        reviveValues: false,
        xmp: false,
        icc: false,
        iptc: false,
      }),
    );
    if (!found.success) return nothing;
    const { latitude, longitude, Make, Model, DateTimeOriginal } = found.data;
    const device = [Make, Model].flatMap((name) => name?.replaceAll('\0', '').trim() || []).join(' ');
    return {
      gps:
        Number.isFinite(latitude) && Number.isFinite(longitude)
          ? { latitude: latitude as number, longitude: longitude as number }
          : null,
      device: device === '' ? null : device.slice(0, 200),
      takenAt: DateTimeOriginal?.slice(0, 40) ?? null,
    };
  } catch {
    return nothing;
  }
}
