import type { Delivery, Outcome } from '../../../src/channels/channel';
import { wellFormed } from '../../../src/channels/count';
import { withAddresses } from '../../../src/channels/counters/inline-links';
import { pinterestRules } from '../../../src/channels/rules/pins/pinterest';
import type { PictureFrame } from '../../../src/channels/rules/rules';
import { shorten } from '../../../src/channels/shorten';
import { Ended, leaseLost } from '../ended';
import { wantedBy } from '../../pictures/renditions/wanted';
import type { Rendition } from '../../pictures/renditions/encode';
import type { PictureSource } from '../pictures';
import { remembering, type Posted } from '../posted';
import { preparedPicture } from '../prepared-picture';
import type { PinterestAccount } from './api';
import { videoOnPinterest, type PinterestVideoSources } from './video';

export interface PinterestSources extends PinterestVideoSources {
  readonly pictures: PictureSource;
}

/** What a pin says, the same on every try. */
export interface PinWords extends Posted {
  readonly title: string;
  /** Where a click on it leads. */
  readonly link: string | null;
}

const { text: rule, title: titles, pictures: rules } = pinterestRules;
const points = (text: string): number => [...text].length;

export async function pinWords({ copy, track }: Pick<Delivery, 'copy' | 'track'>): Promise<PinWords> {
  const { links, tracked } = remembering(track);
  const link = copy.link === null ? null : await tracked(copy.link);
  const text = await withAddresses(wellFormed(copy.text.trimEnd()), tracked);
  const pictures = copy.pictures.length + (copy.video ? 1 : 0);
  return { title: wellFormed(copy.title?.trim() ?? ''), text, link, links, pictures };
}

/** Why these words are never taken; null: nothing that is known beforehand. */
export function problemOf({ title, text, pictures }: PinWords): Outcome | null {
  if (pictures === 0)
    return {
      kind: 'rejected',
      code: 'pinterest.no-picture',
      message:
        'A pin is a picture or a video, and this copy has neither. Choose a cover in the entry, or a video, and schedule it again.',
    };
  for (const [what, value, max] of [
    ['description', text, rule.characters?.max],
    ['title', title, titles?.graphemes?.max],
  ] as const)
    if (max !== undefined && points(value) > max)
      return {
        kind: 'rejected',
        code: 'pinterest.too-long',
        message: `Pinterest takes ${max} characters of ${what}, this pin has ${points(value)} as they are sent. Shorten it and schedule it again.`,
      };
  return null;
}

/**
 * The pin as it is sent (developers.pinterest.com/docs/api/v5/pins-create). Its pictures stand in it, and its video was handed over before,
 * so a server that nobody reaches can pin as well.
 */
export async function pinOf(
  sources: PinterestSources,
  account: PinterestAccount,
  board: string,
  { title, text, link }: PinWords,
  { copy, beat }: Pick<Delivery, 'copy' | 'beat'>,
): Promise<object> {
  const { video } = copy;
  const alt = altOf(video ? [video] : copy.pictures);
  return {
    board_id: board,
    ...(title === '' ? {} : { title }),
    ...(text === '' ? {} : { description: text }),
    ...(link === null ? {} : { link }),
    ...(alt === '' ? {} : { alt_text: alt }),
    media_source: video
      ? await videoOnPinterest(sources, account, video, { beat })
      : await imagesOf(sources, link, { copy, beat }),
  };
}

async function imagesOf(
  { pictures }: Pick<PinterestSources, 'pictures'>,
  link: string | null,
  { copy, beat }: Pick<Delivery, 'copy' | 'beat'>,
): Promise<object> {
  const images: Rendition[] = [];
  const wanted = wantedBy(pinterestRules);
  for (const picture of copy.pictures) {
    // Those of one pin have to be as large as each other.
    const [first] = images;
    images.push(
      await preparedPicture(picture, pictures, first ? { ...wanted, frame: frameOf(first) } : wanted),
    );
    if (!(await beat())) throw new Ended(leaseLost);
  }
  const items = images.map(({ bytes, mime }) => ({ content_type: mime, data: bytes.toString('base64') }));
  return items.length === 1
    ? { source_type: 'image_base64', ...items[0] }
    : {
        source_type: 'multiple_image_base64',
        // Each has a link of its own.
        items: items.map((item) => ({ ...item, ...(link === null ? {} : { link }) })),
      };
}

/** Exactly this size: others are put on white until they have it. */
function frameOf({ width, height }: Rendition): PictureFrame {
  const ratio = { min: width / (height + 0.4), max: width / (height - 0.4) };
  return { ratio, width: { min: width, max: width }, source: 'the first picture of the pin' };
}

/** A pin has one alt text, however many pictures. */
function altOf(pictures: readonly { readonly alt: string }[]): string {
  const alts = pictures.map(({ alt }) => wellFormed(alt.trim())).filter(Boolean);
  return shorten(alts.join('\n'), { graphemes: rules.altGraphemes?.max ?? 0, measure: points });
}
