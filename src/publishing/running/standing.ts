import type { ChannelKind, ChannelState } from '../../channels/schema';
import type { PublicationState } from '../schema';
import type { ChannelStanding, Standing } from './schema';

/** Due and not begun for so long is late, in milliseconds. */
export const lateAfter = 60_000;

/** What the ledger counts, in groups. Times are milliseconds since 1970. */
export interface Counted {
  readonly states: readonly {
    readonly channel: string;
    readonly state: PublicationState;
    readonly count: number;
  }[];
  /** Of the scheduled those whose time has come: all of them, and those that no hold covers. */
  readonly due: readonly { readonly channel: string; readonly count: number }[];
  readonly free: readonly {
    readonly channel: string;
    readonly count: number;
    readonly late: number;
    /** Since when the oldest could have gone. */
    readonly oldest: number;
  }[];
  /** Running under a lease that ran out. */
  readonly orphaned: readonly { readonly channel: string; readonly count: number }[];
}

/** A channel, as far as it matters to what waits for it. `kind` and `state` are null where it was removed. */
export interface KnownChannel {
  readonly key: string;
  readonly name: string;
  readonly kind: ChannelKind | null;
  readonly state: ChannelState | null;
  readonly shutUntil: number | null;
}

/** Where publications stand, channel by channel; a removed channel is left out once nothing is left on it. */
export function standingsOf(
  channels: readonly KnownChannel[],
  { states, due, free, orphaned }: Counted,
  now: number,
): ChannelStanding[] {
  return channels.flatMap(({ key, ...channel }) => {
    const own = <T extends { readonly channel: string }>(list: readonly T[]) =>
      list.find((one) => one.channel === key);
    const of = (state: PublicationState) =>
      states.find((one) => one.channel === key && one.state === state)?.count ?? 0;
    const dueAll = own(due)?.count ?? 0;
    const ready = own(free);
    // Three counts are taken one after the other while the engine works: none may come out below nothing.
    const standing: Standing = {
      ahead: Math.max(0, of('scheduled') - dueAll),
      due: ready?.count ?? 0,
      late: ready?.late ?? 0,
      stopped: Math.max(0, dueAll - (ready?.count ?? 0)),
      running: of('running'),
      orphaned: own(orphaned)?.count ?? 0,
      parked: of('parked'),
      held: of('held'),
      asking: of('asking'),
      dead: of('rejected'),
      doubt: of('unknown'),
      lag: ready && ready.count > 0 ? Math.max(0, now - ready.oldest) : 0,
    };
    const isEmpty = Object.values(standing).every((value) => value === 0);
    return channel.kind === null && isEmpty ? [] : [{ channel: key, ...channel, ...standing }];
  });
}

export type Gate = 'removed' | 'shut' | 'quota' | 'open';

/** Whether a channel takes something, or why not: it was removed, needs a person, or its network has had enough for now. */
export function gateOf({ kind, state, shutUntil }: Omit<KnownChannel, 'key'>): Gate {
  if (kind === null) return 'removed';
  if (state === 'reauthorise' || state === 'blocked') return 'shut';
  return shutUntil === null ? 'open' : 'quota';
}

/** All channels together: numbers add up, the longest wait is the wait of all. */
export function totalOf(channels: readonly Standing[]): Standing {
  const sum = (name: keyof Standing) => channels.reduce((total, one) => total + one[name], 0);
  return {
    ahead: sum('ahead'),
    due: sum('due'),
    late: sum('late'),
    stopped: sum('stopped'),
    running: sum('running'),
    orphaned: sum('orphaned'),
    parked: sum('parked'),
    held: sum('held'),
    asking: sum('asking'),
    dead: sum('dead'),
    doubt: sum('doubt'),
    lag: Math.max(0, ...channels.map(({ lag }) => lag)),
  };
}
