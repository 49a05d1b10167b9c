import type { Delivery } from '../../../src/channels/channel';
import { wellFormed } from '../../../src/channels/count';
import { withAddresses, withLink } from '../../../src/channels/counters/inline-links';
import { linkedinText } from '../../../src/channels/counters/linkedin';
import { remembering, type Posted } from '../posted';

/** What stands beside the words: pictures, or one video with its title. */
export interface Shown {
  readonly id: string;
  readonly altText?: string;
  readonly title?: string;
}

interface Card {
  readonly source: string;
  readonly title: string;
  readonly description?: string;
}

/** The post as it is sent (learn.microsoft.com, Posts API). */
export function postOf(
  author: string,
  { text, card }: Pick<Words, 'text' | 'card'>,
  images: readonly Shown[],
): object {
  const [only] = images;
  const content =
    images.length > 1 ? { multiImage: { images } } : only ? { media: only } : card ? { article: card } : null;
  return {
    author,
    commentary: text,
    visibility: 'PUBLIC',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    ...(content ? { content } : {}),
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
  };
}

/** What a post says, the same on every try. */
export type Words = Posted & { readonly card: Card | null; readonly title: string };

/**
 * The words as they are sent. LinkedIn reads nothing of a page by itself, so its card is made of the copy; beside pictures
 * or a video, where there is no card, the address goes behind the words.
 */
export async function wordsOf({ copy, track }: Pick<Delivery, 'copy' | 'track'>): Promise<Words> {
  const { links, tracked } = remembering(track);
  const { link } = copy;
  const pictures = copy.pictures.length + (copy.video ? 1 : 0);
  const title = wellFormed(copy.title?.trim() ?? '');
  const isCard = pictures === 0 && link !== null;
  const text = isCard ? copy.text.trimEnd() : withLink(copy.text, link);
  const commentary = linkedinText(await withAddresses(wellFormed(text), tracked));
  const description = wellFormed(copy.description?.trim() ?? '');
  const card = isCard
    ? {
        source: await tracked(link),
        title: title || new URL(link).hostname,
        ...(description === '' ? {} : { description }),
      }
    : null;
  return { text: commentary, card, title, links, pictures };
}
