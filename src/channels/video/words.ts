import { withLink } from '../counters/inline-links';
import type { Copy } from '../schema';

/**
 * The words of a post where the page is shown as a card: a video takes the place of that card, so the address of the page goes behind the
 * words.
 */
export const wordsWithVideo = ({ text, link, video }: Pick<Copy, 'text' | 'link' | 'video'>): string =>
  video ? withLink(text, link) : text;
