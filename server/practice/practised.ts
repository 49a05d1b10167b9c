import type { Account, ChannelAdapter, Outcome } from '../../src/channels/channel';
import type { CopyVideo } from '../../src/channels/schema';
import { idInPractice, isPractice, practiceId } from '../../src/channels/practice';
import { notCorrectable } from '../../src/publishing/operations/correct';
import { keptBy } from '../../src/publishing/operations/recall';

interface Practice {
  /** The same kind of channel, whose world is the practice network. */
  readonly adapter: ChannelAdapter;
  /** The account as the practice network knows it: no real secret goes there. */
  readonly accountOf: (account: Account) => Account;
  /** Where a person looks at what was posted. */
  readonly pageOf: (id: string) => string;
  /** Keeps what a person is shown of a video that was posted there: the network itself keeps none. */
  readonly showVideo: (id: string, video: CopyVideo) => Promise<void>;
}

/**
 * A channel that knows two worlds: what a channel in practice mode does stays in this process, and what it did there is
 * never taken for something real, nor the other way round.
 */
export function practised(
  real: ChannelAdapter,
  { adapter, accountOf, pageOf, showVideo }: Practice,
): ChannelAdapter {
  const marked = ({ remoteId }: { remoteId: string }) => ({
    remoteId: practiceId(remoteId),
    url: pageOf(remoteId),
  });
  const outcome = ({ begun, ...one }: Outcome): Outcome => ({
    ...one,
    ...(one.kind === 'delivered' || one.kind === 'duplicate' ? marked(one) : {}),
    ...(begun ? { begun: marked(begun) } : {}),
  });
  const { find, counts, recall, correct, validUntil, renew, lasting, session, inDoubtOf } = real;
  return {
    kind: real.kind,
    inDoubt: real.inDoubt,
    ...(inDoubtOf && {
      inDoubtOf: (account: Account) => (account.practice ? adapter.inDoubt : inDoubtOf(account)),
    }),

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

    async deliver(account, delivery) {
      if (!account.practice) return real.deliver(account, delivery);
      const end = await adapter.deliver(accountOf(account), delivery);
      const { video } = delivery.copy;
      if (video && (end.kind === 'delivered' || end.kind === 'duplicate'))
        await showVideo(end.remoteId, video);
      return outcome(end);
    },

    ...(find && {
      async find(account, delivery) {
        if (!account.practice) return find(account, delivery);
        const there = await adapter.find?.(accountOf(account), delivery);
        return there ? { ...there, ...marked(there) } : null;
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

    ...(correct && {
      async correct(account, sent) {
        if (!isPractice(sent.remoteId)) return correct(account, sent);
        const there = { ...sent, remoteId: idInPractice(sent.remoteId) };
        const end = await adapter.correct?.(accountOf(account), there);
        if (!end) return notCorrectable(account.name);
        return end.kind === 'corrected' && end.remote ? { ...end, remote: marked(end.remote) } : end;
      },
    }),

    ...(renew && {
      renew: async (account: Account) => (account.practice ? { ok: true, account } : renew(account)),
    }),

    ...(lasting && {
      lasting: async (account: Account) => (account.practice ? null : lasting(account)),
    }),

    // Of the real account: it may have been used before.
    ...(session && { session }),

    ...(validUntil && { validUntil: (account: Account) => (account.practice ? null : validUntil(account)) }),

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
