import type { Delivery } from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import { withAddresses, withLink } from '../../src/channels/counters/inline-links';

/** What was, or would be, posted, as far as it is recognised by it. */
export interface Posted {
  readonly text: string;
  /** The tracked addresses in it: no other publication has them. */
  readonly links: readonly string[];
  /** Pictures, or the one video in their place. */
  readonly pictures: number;
}

/** Tracks addresses, and remembers what they became. */
export function remembering(track: Delivery['track']) {
  const links: string[] = [];
  const tracked = async (address: string): Promise<string> => {
    const link = await track(address);
    if (link !== address) links.push(link);
    return link;
  };
  return { links, tracked };
}

/** The copy with its addresses tracked, and the one of the page behind it. The same on every try. */
export async function postedInline({ copy, track }: Pick<Delivery, 'copy' | 'track'>): Promise<Posted> {
  const { links, tracked } = remembering(track);
  const text = await withAddresses(wellFormed(withLink(copy.text, copy.link)), tracked);
  return { text, links, pictures: copy.pictures.length + (copy.video ? 1 : 0) };
}
