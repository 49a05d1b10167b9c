import sharp from 'sharp';
import { z } from 'zod';
import { previewOf } from '../preview';

/** Characters as a schema of OpenAPI counts them. */
const text = (max: number) => z.string().refine((value) => [...value].length <= max, `is longer than ${max}`);

const image = {
  content_type: z.enum(['image/jpeg', 'image/png']),
  data: z.string().regex(/^[a-zA-Z0-9+/=]+$/),
};
const link = z.url({ protocol: /^https?$/ }).max(2_048);

/** What Pinterest reads of a new pin whose pictures or video are handed over; anything else is refused here, although it overlooks it. */
export const newPin = z.strictObject({
  board_id: z.string().regex(/^\d+$/),
  title: text(100).optional(),
  description: text(800).optional(),
  alt_text: text(500).optional(),
  link: link.optional(),
  media_source: z.discriminatedUnion('source_type', [
    z.strictObject({ source_type: z.literal('image_base64'), ...image }),
    z.strictObject({
      source_type: z.literal('multiple_image_base64'),
      items: z
        .array(z.strictObject({ ...image, title: z.string().optional(), link: link.optional() }))
        .min(2)
        .max(5),
    }),
    z.strictObject({
      source_type: z.literal('video_id'),
      media_id: z.string().regex(/^\d+$/),
      cover_image_key_frame_time: z.number().min(0),
    }),
  ]),
});
/** What Pinterest reads of a change to a pin, as far as words go. */
export const pinChange = newPin.pick({ title: true, description: true, alt_text: true, link: true });

export type NewPin = z.output<typeof newPin>;

interface Image {
  readonly preview: string;
  readonly width: number;
  readonly height: number;
}

type Source = NewPin['media_source'];
export type ImageSource = Exclude<Source, { source_type: 'video_id' }>;

/** The pictures of a pin, or why it takes none of them. */
export async function imagesOf(source: ImageSource): Promise<readonly Image[] | string> {
  const images: Image[] = [];
  for (const { data, content_type: type } of source.source_type === 'image_base64'
    ? [source]
    : source.items) {
    const bytes = new Uint8Array(Buffer.from(data, 'base64'));
    const preview = await previewOf(bytes);
    if (preview === null) return 'the image data is not an image';
    const { width, height, format } = await sharp(bytes).metadata();
    if (`image/${format}` !== type) return `the image data is not of the type ${type}`;
    images.push({ preview, width, height });
  }
  const [first] = images;
  const isOneSize = images.every(({ width, height }) => width === first?.width && height === first.height);
  return isOneSize ? images : 'the images of a pin must have the same dimensions';
}
