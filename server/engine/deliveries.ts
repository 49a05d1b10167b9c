import { holdOn } from '../../src/publishing/operations/hold';
import type { Held } from '../stores/publication-claims';
import type { Finish } from '../stores/publication-ends';
import { bell } from './bell';
import { deliverOne } from './deliver';
import { sentenceOf, type EngineDeps } from './deps';
import { fresh } from './fresh';
import { grouped } from './group';
import { lanes } from './lanes';

/** Rows taken at once, held at once, and written in one transaction. */
const batch = 256;
const most = 512;
/** How long a delivery that was begun may go on after a stop before it is asked to stop, in milliseconds. */
const patience = 5_000;
/** How old the look at the holds may be for a delivery under way, in milliseconds. Nothing is begun by it: that is decided in the database. */
const holdsAge = 250;

export type Deliveries = ReturnType<typeof deliveries>;

/**
 * What a process does with publications, whoever tells it which: it claims rows under leases of its own, delivers them side by
 * side on their channels, and writes down how they ended.
 */
export function deliveries(deps: EngineDeps) {
  const { ledger, now } = deps;
  const held = new Set<Held>();
  const underWay = new Map<string, Promise<void>>();
  /** When each was last known to be ours for a whole lease. */
  const known = new WeakMap<Held, number>();
  const call = bell();
  const room = bell();
  const channels = lanes(call.ring);
  let leases = 0;
  let renewedAt = now();
  let stoppedAt: number | null = null;

  const arm = grouped<Held, boolean>(async (items) => {
    const at = now();
    const armed = await ledger.arm(items, at, at + deps.lease);
    for (const one of armed) known.set(one, at);
    return (one) => armed.has(one);
  }, batch);
  const finish = grouped<Finish, boolean>(async (items) => {
    const written = await ledger.finish(items, now(), deps.inside);
    return (one) => written.has(one);
  }, batch);
  /** One statement claims for all that ask at once. */
  const claimed = grouped<string, Held | null>(async (keys) => {
    const list = await claim({ limit: keys.length, only: keys });
    const byKey = new Map(list.map((one) => [one.row.key, one]));
    return (key) => byKey.get(key) ?? null;
  }, batch);

  async function isOurs(one: Held): Promise<boolean> {
    if (stoppedAt !== null && now() - stoppedAt > patience) return false;
    const at = now();
    if (at - (known.get(one) ?? -Infinity) < deps.lease / 3) return true;
    const isStill = await ledger.isOurs(one, at, at + deps.lease);
    if (isStill) known.set(one, at);
    return isStill;
  }

  const holds = fresh(() => ledger.holds(), now, holdsAge);
  const isStopped = async (row: Held['row']): Promise<boolean> => holdOn(await holds(''), row) !== null;

  const tools = { ...deps, arm, isOurs, isStopped };

  /** `free`: its place on the channel is another's from now on. */
  async function work(one: Held, free: () => void = () => undefined): Promise<void> {
    const { channel, kind } = one.row;
    try {
      // The channel's lane is for what happens outside; the writing down afterwards does not hold up the next.
      const end = await channels.run(channel, deps.width(kind), async () => {
        if (stoppedAt === null) return deliverOne(one, tools);
        await ledger.giveBack([one]);
        return null;
      });
      if (held.size < most) free();
      if (!end) return;
      if (await finish(end)) await deps.after(end);
      else deps.log.warn(`publication ${one.row.key}: another process took over while it was being sent`);
    } catch (error) {
      // The row stays leased and is settled when the lease runs out.
      deps.log.error(`publication ${one.row.key}: ${sentenceOf(error)}`);
    } finally {
      held.delete(one);
      room.ring();
    }
  }

  async function claim(what: { limit: number; only?: readonly string[] }): Promise<readonly Held[]> {
    const at = now();
    const token = `${deps.instance}:${(leases += 1)}`;
    const without = what.only ? [] : channels.full();
    const rows = await ledger.claim({ now: at, token, until: at + deps.lease, without, ...what });
    const list = rows.map((row): Held => ({ row, token }));
    for (const one of list) held.add(one);
    return list;
  }

  return {
    /** Claims what is due and there is room for, and begins to deliver it; of `only`, if it is given. */
    async takeDue(only?: readonly string[]): Promise<TickReport> {
      const limit = Math.min(batch, most - held.size);
      if (limit <= 0) return { claimed: 0, isMore: true };
      const list = await claim(only ? { limit, only } : { limit });
      for (const one of list) void work(one);
      return { claimed: list.length, isMore: list.length === limit };
    },

    /**
     * Claims one publication, if it is due and nobody else has it, and delivers it. Resolves when its place on the channel is free
     * again: how it ended is written down after that, together with others, unless too many wait for it already.
     */
    deliver(key: string): Promise<void> {
      // A queue may name it a second time while it is under way here: one claim for both, or both would send.
      const known = underWay.get(key);
      if (known || stoppedAt !== null) return known ?? Promise.resolve();
      return new Promise<void>((free, failed) => {
        const one = claimed(key).then((found) => (found ? work(found, free) : undefined));
        const tracked = one.finally(() => underWay.delete(key));
        underWay.set(key, tracked);
        tracked.then(free, failed);
      });
    },

    /** A process that was held up takes up its own leases again before it looks for those of others. */
    async renewIfLate(): Promise<void> {
      if (now() - renewedAt >= deps.lease / 3) await renew();
    },
    renew,

    /** Rung when there is a reason to look for due work: a channel that had enough to do takes more, and whatever others ring for. */
    call,
    /** Resolves when half a batch may be taken, or somebody calls. */
    async roomForMore(): Promise<void> {
      for (let freed = room.next(); stoppedAt === null && most - held.size < batch / 2; freed = room.next())
        await Promise.race([freed, call.next()]);
    },

    /** From now on nothing new is begun. */
    stop: (): void => void (stoppedAt ??= now()),
    isStopped: (): boolean => stoppedAt !== null,
    isIdle: (): boolean => held.size === 0,
    /** What is in hand, channel by channel. */
    inHand(): Doing {
      const counts = new Map<string, number>();
      for (const { row } of held) counts.set(row.channel, (counts.get(row.channel) ?? 0) + 1);
      const doing = [...counts].map(([channel, count]) => ({ channel, count }));
      return { isStopping: stoppedAt !== null, doing };
    },
    /** Waits until nothing that was begun is still under way. */
    async idle(): Promise<void> {
      for (let freed = room.next(); held.size > 0; freed = room.next()) await freed;
    },
  };

  async function renew(): Promise<void> {
    renewedAt = now();
    await ledger.extend([...new Set([...held].map(({ token }) => token))], renewedAt + deps.lease);
  }
}

/** What a process does at a moment. */
export interface Doing {
  readonly isStopping: boolean;
  readonly doing: readonly { readonly channel: string; readonly count: number }[];
}

/** What one look at the ledger led to. */
export interface TickReport {
  /** Publications that were taken, or handed on. */
  readonly claimed: number;
  /** Whether more may be due that there was no room for. */
  readonly isMore: boolean;
}
