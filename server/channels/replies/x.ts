import type { Published } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { lookBack } from '../look-back';
import { xCall, xValue, type XAccount } from '../x-api';
import { ownPosts, repliedTo, writtenOf, xMe, type XPost } from '../x-look';
import { newestOnX } from '../x-versions';
import { chainOf } from './chain';

/** The first millisecond of the ids of X (docs.x.com/fundamentals/x-ids). */
const epoch = 1_288_834_974_657n;
/** When X made a post, by its id. */
const madeAt = (id: string): number => Number((BigInt(id) >> 22n) + epoch);

const pages = 5;

/**
 * Ids of the replies of a thread, in their order: X leaves them where their post is deleted. They are found among the account's own posts
 * since then, each by its words and by what it answers: of a post that was edited, any of its versions. What somebody deleted meanwhile
 * ends the thread.
 */
export async function repliesOnX(
  http: Outgoing,
  account: XAccount,
  { remoteId, copy }: Pick<Published, 'remoteId' | 'copy'>,
  now: () => number,
): Promise<readonly string[]> {
  const replies = copy.replies ?? [];
  if (replies.length === 0 || !/^\d{1,19}$/.test(remoteId)) return [];
  const newest = xValue(await newestOnX(http, account, remoteId, now), 'read', now());
  const versions = newest?.edit_history_tweet_ids ?? [];
  const me = xValue(await xCall(http, account, { path: '/users/me', answer: xMe }, now), 'read', now());
  const found: XPost[] = [];
  await lookBack<XPost, string>(
    pages,
    async (at) => {
      const page = await ownPosts(http, account, me.data.id, madeAt(versions[0] ?? remoteId), at, now);
      found.push(...page.posts);
      return page;
    },
    () => false,
  );
  const parentOf = (one: XPost): string | null => {
    const parent = repliedTo(one);
    return parent !== null && versions.includes(parent) ? remoteId : parent;
  };
  const own = found.map((one) => ({ id: one.id, under: parentOf(one), text: writtenOf(one) }));
  return chainOf(own, remoteId, replies);
}
