import type { RateLimit } from '../../src/channels/channel';
import type { ChannelKind } from '../../src/channels/schema';
import { closedUntil } from '../../src/publishing/operations/rate-gate';
import type { RateGatesStore } from '../stores/rate-gates';
import { fresh } from './fresh';

/** How old the list of standing quotas may be, in milliseconds. What is left of one is always asked of the database. */
const listAge = 500;

interface Bound {
  readonly channel: string;
  readonly kind: ChannelKind;
}

export type Rates = ReturnType<typeof rates>;

const gatesOf = ({ channel, kind }: Bound): readonly string[] => [`account:${channel}`, `app:${kind}`];

/** The quotas of the networks, shared by all instances. Where no network named one, nothing is asked. */
export function rates(
  store: Pick<RateGatesStore, 'standing' | 'take' | 'tell' | 'byGate'>,
  now: () => number,
) {
  const standing = fresh(
    async () => new Set((await store.standing(now())).map(({ gate }) => gate)),
    now,
    listAge,
  );

  return {
    /** Takes one call out of each quota that it needs; until when it has to wait, or null where it may go. */
    async take(bound: Bound): Promise<number | null> {
      const known = await standing('');
      for (const gate of gatesOf(bound).filter((one) => known.has(one))) {
        if (await store.take(gate, now())) continue;
        const row = await store.byGate(gate);
        const until = row && closedUntil(row, now());
        if (until !== null) return until;
      }
      return null;
    },

    /** Keeps what the network said. */
    async tell({ channel, kind }: Bound, limits: readonly RateLimit[]): Promise<void> {
      for (const said of limits)
        await store.tell(said.scope === 'account' ? `account:${channel}` : `app:${kind}`, said, now());
      if (limits.length > 0) standing.forget('');
    },
  };
}
