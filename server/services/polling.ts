import type { Account, ChannelAdapter } from '../../src/channels/channel';
import { channelRules } from '../../src/channels/rules';
import { own } from '../../src/shared/own';
import { changesOf, knownAfter, nextPollAt, pollEnd } from '../../src/engagement/poll';
import type { NewTouchpoint } from '../../src/engagement/schema';
import type { Connection } from '../stores/bulk';
import type { Counted, CountsStore, Followed } from '../stores/counts';
import type { Ledger } from './ledger';

interface Deps {
  readonly counts: CountsStore;
  readonly ledger: Pick<Ledger, 'writeIn'>;
  readonly transaction: (work: (connection: Connection) => Promise<void>) => Promise<void>;
  /** What was delivered since a time and can be counted at its network. */
  readonly delivered: (since: number) => Promise<readonly Followed[]>;
  readonly account: (key: string) => Promise<Account | null>;
  readonly adapter: (kind: string) => Pick<ChannelAdapter, 'counts'> | null;
  readonly onFailure: (channel: string, error: unknown) => void;
  readonly id: () => string;
  readonly now: () => number;
}

/** As many posts as one question to a network may name (`app.bsky.feed.getPosts` takes 25). */
const postsPerCall = 25;
const leaseInMs = 120_000;
/** How late a delivery may be written down after it happened. */
const overlapInMs = 10 * 60_000;

const isBilled = (kind: string): boolean => own(channelRules, kind)?.price?.billsReads ?? false;

export type Polling = ReturnType<typeof polling>;

/** Looks at delivered posts at growing intervals and writes down what changed since the last look. */
export function polling({
  counts,
  ledger,
  transaction,
  delivered,
  account,
  adapter,
  onFailure,
  id,
  now,
}: Deps) {
  /** Until when deliveries are known; at the start everything that is still looked at is asked for. */
  let known = 0;

  async function followNew(): Promise<void> {
    const begun = now();
    const posts = await delivered(Math.max(known - overlapInMs, begun - pollEnd));
    const countable = posts.filter((post) => adapter(post.kind)?.counts);
    if (countable.length > 0)
      await counts.follow(
        countable.map((post) => ({
          ...post,
          nextAt: nextPollAt(post.deliveredAt, null, isBilled(post.kind)) ?? 0,
        })),
      );
    known = begun;
  }

  async function look(channel: string, posts: readonly Counted[], lease: string): Promise<void> {
    const opened = await account(channel);
    const ask = opened && adapter(opened.kind)?.counts;
    const found =
      opened && ask
        ? await ask(
            opened,
            posts.map((post) => post.remoteId),
          )
        : new Map<string, never>();
    for (const post of posts) {
      // A post that the network does not know any more keeps its last numbers.
      const told = found.get(post.remoteId) ?? {};
      const rows = changesOf(post.counts, told).map(({ kind, value }): NewTouchpoint => ({
        at: now(),
        kind,
        value,
        entry: post.entry,
        channel: post.kind,
        publication: post.publication,
        campaign: post.campaign,
        visitor: null,
        path: null,
        source: 'network-counts@1',
      }));
      await transaction(async (connection) => {
        const nextAt = nextPollAt(post.deliveredAt, now(), isBilled(post.kind));
        const known = knownAfter(post.counts, told);
        if (!(await counts.settle(connection, post.publication, lease, known, nextAt))) return;
        await ledger.writeIn(connection, { touchpoints: rows, drops: [] });
      });
    }
  }

  return {
    /** Looks at everything that is due; how many posts. A network that does not answer is asked again when the lease ends. */
    async tick(): Promise<number> {
      await followNew();
      const begun = now();
      let looked = 0;
      for (;;) {
        const lease = id();
        const claimed = await counts.claim(begun, lease, now() + leaseInMs, postsPerCall);
        if (claimed.length === 0) return looked;
        for (const channel of new Set(claimed.map((post) => post.channel))) {
          const posts = claimed.filter((post) => post.channel === channel);
          await look(channel, posts, lease).catch((error: unknown) => onFailure(channel, error));
        }
        looked += claimed.length;
      }
    },
  };
}
