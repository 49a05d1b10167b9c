import type { Published } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { lookBack } from '../look-back';
import { xCall, xValue, type XAccount } from '../x-api';
import { ownPosts, repliedTo, writtenOf, xMe, type XPost } from '../x-look';
import { chainOf } from './chain';

/** The first millisecond of the ids of X (docs.x.com/fundamentals/x-ids). */
const epoch = 1_288_834_974_657n;
/** When X made a post, by its id. */
const madeAt = (id: string): number => Number((BigInt(id) >> 22n) + epoch);

const pages = 5;

/**
 * Ids of the replies of a thread, in their order: X leaves them where their post is deleted. They are found among the account's own posts
 * since then, each by its words and by what it answers. What somebody deleted meanwhile ends the thread.
 */
export async function repliesOnX(
  http: Outgoing,
  account: XAccount,
  { remoteId, copy }: Pick<Published, 'remoteId' | 'copy'>,
  now: () => number,
): Promise<readonly string[]> {
  const replies = copy.replies ?? [];
  if (replies.length === 0 || !/^\d{1,19}$/.test(remoteId)) return [];
  const me = xValue(await xCall(http, account, { path: '/users/me', answer: xMe }, now), 'read', now());
  const found: XPost[] = [];
  await lookBack<XPost, string>(
    pages,
    async (at) => {
      const page = await ownPosts(http, account, me.data.id, madeAt(remoteId), at, now);
      found.push(...page.posts);
      return page;
    },
    () => false,
  );
  const own = found.map((one) => ({ id: one.id, under: repliedTo(one), text: writtenOf(one) }));
  return chainOf(own, remoteId, replies);
}
