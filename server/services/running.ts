import type { ChannelView } from '../../src/channels/schema';
import { closedUntil } from '../../src/publishing/operations/rate-gate';
import { alertsOf } from '../../src/publishing/running/alerts';
import type { OperationsView } from '../../src/publishing/running/schema';
import { lateAfter, standingsOf, totalOf, type KnownChannel } from '../../src/publishing/running/standing';
import { workerStateOf } from '../../src/publishing/running/workers';
import type { HoldRow } from '../stores/holds';
import type { PublicationStanding } from '../stores/publication-standing';
import type { RateGateRow } from '../stores/rate-gates';
import type { WorkersStore } from '../stores/workers';
import { cached } from './cached';

export interface RunningDeps {
  readonly store: PublicationStanding;
  readonly workers: Pick<WorkersStore, 'list'>;
  readonly channels: () => Promise<readonly Pick<ChannelView, 'key' | 'kind' | 'name' | 'state'>[]>;
  /** Also those that were removed. */
  readonly names: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly holds: () => Promise<readonly HoldRow[]>;
  /** Quotas that still say something. */
  readonly gates: (now: number) => Promise<readonly RateGateRow[]>;
  readonly now: () => number;
}

export type Running = ReturnType<typeof running>;

/** How publishing runs at this moment. */
export function running({ store, workers, channels, names, holds, gates, now }: RunningDeps) {
  return {
    look,
    /** As it was a second ago at most, for what asks often. */
    view: cached(look, now).get,
  };

  async function known(at: number): Promise<readonly KnownChannel[]> {
    const [connected, all, quotas] = await Promise.all([channels(), names(), gates(at)]);
    const shut = new Map(quotas.map((row) => [row.gate, closedUntil(row, at)]));
    return all.map(({ key, name }) => {
      const channel = connected.find((one) => one.key === key);
      if (!channel) return { key, name, kind: null, state: null, shutUntil: null };
      const until = [shut.get(`account:${key}`), shut.get(`app:${channel.kind}`)];
      const last = Math.max(0, ...until.map((one) => one ?? 0));
      return { key, name, kind: channel.kind, state: channel.state, shutUntil: last || null };
    });
  }

  async function look(): Promise<OperationsView> {
    const at = now();
    const list = await known(at);
    const keys = list.map(({ key }) => key);
    const [counted, processes, standing] = await Promise.all([
      store.counted(keys, at, lateAfter),
      workers.list(),
      holds(),
    ]);
    const nameOf = new Map(list.map(({ key, name }) => [key, name]));
    const facts = {
      channels: standingsOf(list, counted, at),
      workers: processes.map(({ isStopping, doing, ...row }) => ({
        ...row,
        state: workerStateOf({ ...row, isStopping }, at),
        doing: doing.map((one) => ({ ...one, name: nameOf.get(one.channel) ?? one.channel })),
      })),
    };
    const totals = totalOf(facts.channels);
    return {
      at,
      totals,
      ...facts,
      holds: standing.map(({ scope }) => scope),
      alerts: alertsOf({ ...facts, totals }),
    };
  }
}
