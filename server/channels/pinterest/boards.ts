import { z } from 'zod';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { pinterestCall, pinterestValue, type PinterestAccount } from './api';

const board = z.object({
  id: z.string().regex(/^\d+$/),
  name: z.string().catch(''),
  /** For advertisements alone. */
  is_ads_only: z.boolean().catch(false),
});
export type Board = z.output<typeof board>;

const boards = z.object({ items: z.array(board), bookmark: z.string().nullish() });
const pageLength = 250;
const pages = 4;

/** The boards that pins may go to: those of the account, and those that it works on. */
export async function boardsOf(
  http: Outgoing,
  account: PinterestAccount,
  now: () => number,
): Promise<readonly Board[]> {
  const found: Board[] = [];
  let bookmark = '';
  for (let page = 0; page < pages; page += 1) {
    const path = `/boards?page_size=${pageLength}${bookmark && `&bookmark=${encodeURIComponent(bookmark)}`}`;
    const call = { path, answer: boards };
    const list = pinterestValue(await pinterestCall(http, account, call, now), now());
    found.push(...list.items.filter((one) => !one.is_ads_only));
    if (!list.bookmark) break;
    bookmark = list.bookmark;
  }
  return found;
}

/** Where the channel pins: the board that was chosen, or the only one there is. */
export async function boardOf(http: Outgoing, account: PinterestAccount, now: () => number): Promise<string> {
  if (account.settings.board !== null) return account.settings.board;
  const found = await boardsOf(http, account, now);
  const [only] = found;
  if (only && found.length === 1) return only.id;
  throw new Ended(noBoard(found.length));
}

export const noBoard = (count: number) =>
  ({
    kind: 'reauthorise',
    code: 'pinterest.no-board',
    message:
      count === 0
        ? 'The account has no board that everybody sees. Make one on Pinterest, then test the channel.'
        : 'The account has several boards. Choose the one that pins go to on the card of the channel, or enter its number in the form.',
  }) as const;
