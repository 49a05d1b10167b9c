import { z } from 'zod';
import type { PracticeAnswer } from '../../network';
import type { NewContainer } from '../containers';
import { invalid } from '../words';

const text = z.string().max(500).optional();
const answered = z.string().regex(/^\d+$/).optional();
/** What the network reads of a new container; anything else in it is refused here, although the real one overlooks it. */
const body = z.discriminatedUnion('media_type', [
  z.strictObject({
    media_type: z.literal('TEXT'),
    text: z.string().min(1).max(500),
    reply_to_id: answered,
  }),
  z.strictObject({
    media_type: z.literal('IMAGE'),
    image_url: z.url({ protocol: /^https?$/ }),
    alt_text: z.string().max(1_000).optional(),
    is_carousel_item: z.boolean().optional(),
    text,
    reply_to_id: answered,
  }),
  z.strictObject({
    media_type: z.literal('VIDEO'),
    video_url: z.url({ protocol: /^https?$/ }),
    alt_text: z.string().max(1_000).optional(),
    text,
    reply_to_id: answered,
  }),
  z.strictObject({
    media_type: z.literal('CAROUSEL'),
    children: z.string().regex(/^\d+(,\d+){1,19}$/),
    text,
    reply_to_id: answered,
  }),
]);

export function newContainer(sent: unknown): NewContainer | PracticeAnswer {
  const input = body.safeParse(sent);
  if (!input.success) return invalid(z.prettifyError(input.error));
  const { data } = input;
  const isImage = data.media_type === 'IMAGE';
  return {
    text: data.text ?? '',
    under: data.reply_to_id ?? null,
    ...(data.media_type === 'VIDEO' ? { film: { src: data.video_url, alt: data.alt_text ?? '' } } : {}),
    images: isImage ? [{ src: data.image_url, alt: data.alt_text ?? '' }] : [],
    children: data.media_type === 'CAROUSEL' ? data.children.split(',') : [],
    isChild: isImage && data.is_carousel_item === true,
  };
}
