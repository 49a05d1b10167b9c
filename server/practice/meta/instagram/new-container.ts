import { z } from 'zod';
import type { PracticeAnswer } from '../../network';
import type { NewContainer } from '../containers';
import { invalid, metaError } from '../words';

/** What the network reads of a new container; anything else in it is refused here, although the real one overlooks it. */
const image = z.strictObject({
  image_url: z.url({ protocol: /^https?$/ }),
  alt_text: z.string().max(1_000).optional(),
  is_carousel_item: z.literal(true).optional(),
  caption: z.string().optional(),
});
const reel = z.strictObject({
  media_type: z.literal('REELS'),
  video_url: z.url({ protocol: /^https?$/ }),
  share_to_feed: z.boolean().optional(),
  caption: z.string().optional(),
});
const carousel = z.strictObject({
  media_type: z.literal('CAROUSEL'),
  children: z.string().regex(/^\d+(,\d+)*$/),
  caption: z.string().optional(),
});

export function newContainer(sent: unknown): NewContainer | PracticeAnswer {
  const input = z.union([image, reel, carousel]).safeParse(sent);
  if (!input.success) return invalid(z.prettifyError(input.error));
  const { data } = input;
  const text = data.caption ?? '';
  if (text.length > 2_200 || (text.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0) > 30) return captionTooLong;
  if ('children' in data) {
    const children = data.children.split(',');
    if (children.length < 2 || children.length > 10) return wrongCarousel;
    return { text, images: [], children, isChild: false };
  }
  if ('video_url' in data)
    return { text, images: [], film: { src: data.video_url, alt: '' }, children: [], isChild: false };
  const isChild = data.is_carousel_item === true;
  if (isChild && data.caption !== undefined) return invalid('caption is not taken by carousel items');
  return { text, images: [{ src: data.image_url, alt: data.alt_text ?? '' }], children: [], isChild };
}

const captionTooLong = metaError(400, {
  ...{ message: 'The caption was too long', type: 'OAuthException', code: 36_004, subcode: 2_207_010 },
  userMessage: 'The submitted caption is too long or has too many hashtags',
});
const wrongCarousel = metaError(400, {
  ...{ message: 'Carousel validation failed', type: 'OAuthException', code: -1, subcode: 2_207_028 },
  userMessage: 'Your post should have between 2 and 10 photos or videos',
});
