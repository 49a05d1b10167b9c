import type { ChannelAdapter, Outcome } from '../../../src/channels/channel';
import { typeGone } from '../../../src/channels/own/gone';
import { notCorrectable } from '../../../src/publishing/operations/correct';
import { keptBy } from '../../../src/publishing/operations/recall';
import { Ended } from '../ended';
import type { Foreign } from './foreign';

/** The kind of channel that apps bring: what happens, the type of the account decides. */
export function ownChannel(of: (settings: unknown) => Pick<Foreign, 'adapter'> | null): ChannelAdapter {
  /** Nobody registers the type: nothing is lost, and nothing goes out until somebody does. */
  const gone = (settings: unknown): Outcome => ({
    kind: 'parked',
    code: 'own.type-gone',
    message: typeGone(settings),
  });
  const failed = (settings: unknown) =>
    ({ kind: 'failed', code: 'own.type-gone', message: typeGone(settings) }) as const;
  return {
    kind: 'own',
    inDoubt: 'ask',
    inDoubtOf: ({ settings }) => of(settings)?.adapter.inDoubt ?? 'ask',

    test: async (account) =>
      of(account.settings)?.adapter.test(account) ?? {
        ...{ state: 'failed', message: typeGone(account.settings), found: [] },
      },

    deliver: async (account, delivery) =>
      of(account.settings)?.adapter.deliver(account, delivery) ?? gone(account.settings),

    async find(account, delivery) {
      const adapter = of(account.settings)?.adapter;
      if (!adapter) throw new Error(typeGone(account.settings), { cause: new Ended(gone(account.settings)) });
      return (await adapter.find?.(account, delivery)) ?? null;
    },

    async recall(account, sent) {
      const adapter = of(account.settings)?.adapter;
      if (!adapter) return failed(account.settings);
      return adapter.recall ? adapter.recall(account, sent) : keptBy(account.name);
    },

    async correct(account, sent) {
      const adapter = of(account.settings)?.adapter;
      if (!adapter) return failed(account.settings);
      return adapter.correct ? adapter.correct(account, sent) : notCorrectable(account.name);
    },

    counts: async (account, remoteIds) =>
      (await of(account.settings)?.adapter.counts?.(account, remoteIds)) ?? new Map(),
  };
}
