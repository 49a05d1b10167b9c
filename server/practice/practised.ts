import type { Account, ChannelAdapter, Outcome } from '../../src/channels/channel';
import { idInPractice, isPractice, practiceId } from '../../src/channels/practice';
import { keptBy } from '../../src/publishing/operations/recall';

interface Practice {
  /** The same kind of channel, whose world is the practice network. */
  readonly adapter: ChannelAdapter;
  /** The account as the practice network knows it: no real secret goes there. */
  readonly accountOf: (account: Account) => Account;
  /** Where a person looks at what was posted. */
  readonly pageOf: (id: string) => string;
}

/**
 * A channel that knows two worlds: what a channel in practice mode does stays in this process, and what it did there is
 * never taken for something real, nor the other way round.
 */
export function practised(real: ChannelAdapter, { adapter, accountOf, pageOf }: Practice): ChannelAdapter {
  const marked = ({ remoteId }: { remoteId: string }) => ({
    remoteId: practiceId(remoteId),
    url: pageOf(remoteId),
  });
  const outcome = (one: Outcome): Outcome =>
    one.kind === 'delivered' || one.kind === 'duplicate' ? { ...one, ...marked(one) } : one;
  const { find, counts, recall } = real;
  return {
    kind: real.kind,

    async test(account, input) {
      if (!account.practice) return real.test(account, input);
      const report = await adapter.test(accountOf(account));
      return report.state === 'ready'
        ? {
            ...report,
            message: 'In practice mode: posts stay on the practice network, and nothing leaves this server.',
          }
        : report;
    },

    deliver: async (account, delivery) =>
      account.practice
        ? outcome(await adapter.deliver(accountOf(account), delivery))
        : real.deliver(account, delivery),

    ...(find && {
      async find(account, delivery) {
        if (!account.practice) return find(account, delivery);
        const there = await adapter.find?.(accountOf(account), delivery);
        return there ? marked(there) : null;
      },
    }),

    ...(recall && {
      // By the world that it was posted in, whatever the channel does now.
      async recall(account, sent) {
        if (!isPractice(sent.remoteId)) return recall(account, sent);
        const there = { ...sent, remoteId: idInPractice(sent.remoteId) };
        const taken = await adapter.recall?.(accountOf(account), there);
        return taken ?? keptBy(account.name);
      },
    }),

    ...(counts && {
      async counts(account, remoteIds) {
        if (!account.practice) return counts(account, remoteIds);
        const own = new Map(remoteIds.map((id) => [idInPractice(id), id]));
        const found = (await adapter.counts?.(accountOf(account), [...own.keys()])) ?? new Map();
        return new Map([...found].map(([id, figures]) => [own.get(id) ?? id, figures]));
      },
    }),
  };
}
