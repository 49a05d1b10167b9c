import { z } from 'zod';
import type { Delivery, Remote } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { lookBack, sinceOf, squeezed } from '../look-back';
import { pinterestCall, pinterestValue, type PinterestAccount } from './api';
import type { PinWords } from './pin';

const said = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => text ?? '');

const pins = z.object({
  items: z.array(
    z.object({
      id: z.string().regex(/^\d+$/),
      title: said,
      description: said,
      link: said,
      created_at: said,
      media: z
        .object({ items: z.array(z.unknown()).optional() })
        .optional()
        .catch(undefined),
    }),
  ),
  bookmark: z.string().nullish(),
});
type Pin = z.output<typeof pins>['items'][number];

const pageLength = 250;
/** Pinterest does not say in which order it lists the pins of a board, so all of them are read. */
const turns = 20;

export const pinterestUrl = (id: string): string => `https://www.pinterest.com/pin/${id}/`;

/**
 * Our pin among those of the board: the one with a link of this publication, or, where it has none, the one with the same words and as
 * many pictures since it was due. Null: not there.
 *
 * @param isThorough all of the board; else a glance at the first page, which costs one call.
 */
export async function lookOnPinterest(
  http: Outgoing,
  account: PinterestAccount,
  board: string,
  words: PinWords,
  { delivery, isThorough }: { delivery: Pick<Delivery, 'dueAt' | 'createdAt'>; isThorough: boolean },
  now: () => number,
): Promise<Remote | null> {
  const since = sinceOf(delivery);
  const found = await lookBack<Pin, string>(
    turns,
    async (at) => {
      const path = `/boards/${board}/pins?page_size=${pageLength}${at === null ? '' : `&bookmark=${encodeURIComponent(at)}`}`;
      const call = { path, answer: pins };
      const { items, bookmark } = pinterestValue(await pinterestCall(http, account, call, now), now());
      return { posts: items, next: isThorough && bookmark ? bookmark : null };
    },
    (pin) => isOurs(pin, words, since),
  );
  return found && { remoteId: found.id, url: pinterestUrl(found.id) };
}

function isOurs(pin: Pin, { links, title, text, pictures }: PinWords, since: number): boolean {
  if (links.length > 0)
    return links.some((link) => pin.link.includes(link) || pin.description.includes(link));
  return (
    momentOf(pin.created_at) >= since &&
    squeezed(pin.title) === squeezed(title) &&
    squeezed(pin.description) === squeezed(text) &&
    (pin.media?.items?.length ?? 1) === pictures
  );
}

/** Pinterest writes UTC without saying so: `2026-11-27T08:41:32`. */
const momentOf = (text: string): number => Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
