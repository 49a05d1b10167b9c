import type { Finish } from '../stores/publication-ends';
import type { Held } from '../stores/publication-claims';
import { bell } from './bell';
import { deliverOne } from './deliver';
import { sentenceOf, type EngineDeps } from './deps';
import { grouped } from './group';
import { lanes } from './lanes';

/** Rows taken at once, held at once, and written in one transaction. */
const batch = 64;
const most = 512;
/** Between two looks for leases that ran out and parked rows whose time has come, in milliseconds. */
const sweepEvery = 1_000;
/** How long a delivery that was begun may go on after a stop before it is asked to stop, in milliseconds. */
const patience = 5_000;

export interface TickReport {
  readonly claimed: number;
  /** Whether more may be due that there was no room for. */
  readonly isMore: boolean;
}

/** The engine that lives in the Strapi process and needs nothing but the database. Several may run beside each other. */
export function embeddedEngine(deps: EngineDeps) {
  const { ledger, now, setTimer } = deps;
  const channels = lanes();
  const held = new Set<Held>();
  /** When each was last known to be ours for a whole lease. */
  const known = new WeakMap<Held, number>();
  let batches = 0;
  let sweptAt = -Infinity;
  let renewedAt = now();
  let stoppedAt: number | null = null;
  let running: Promise<unknown> | null = null;
  const call = bell();
  const room = bell();

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

  async function isOurs(one: Held): Promise<boolean> {
    if (stoppedAt !== null && now() - stoppedAt > patience) return false;
    const at = now();
    if (at - (known.get(one) ?? -Infinity) < deps.lease / 3) return true;
    const isStill = await ledger.isOurs(one, at, at + deps.lease);
    if (isStill) known.set(one, at);
    return isStill;
  }

  const tools = { ...deps, arm, isOurs };

  async function work(one: Held): Promise<void> {
    const { channel, kind } = one.row;
    try {
      // The channel's lane is for what happens outside; the writing down afterwards does not hold up the next.
      const end = await channels.run(channel, deps.width(kind), async () => {
        if (stoppedAt === null) return deliverOne(one, tools);
        await ledger.giveBack([one]);
        return null;
      });
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

  /** Takes what is due and there is room for, and begins to deliver it. */
  async function tick(): Promise<TickReport> {
    const at = now();
    if (at - sweptAt >= sweepEvery) {
      sweptAt = at;
      // A process that was held up takes up its own leases again before it looks for those of others.
      if (at - renewedAt >= deps.lease / 3) await renew();
      await ledger.reclaim(at);
      await ledger.wakeParked(at);
    }
    const limit = Math.min(batch, most - held.size);
    if (limit <= 0) return { claimed: 0, isMore: true };
    const token = `${deps.instance}:${(batches += 1)}`;
    const until = at + deps.lease;
    const rows = await ledger.claim({ now: at, token, until, limit, without: channels.full() });
    for (const row of rows) {
      const one: Held = { row, token };
      held.add(one);
      void work(one);
    }
    return { claimed: rows.length, isMore: rows.length === limit };
  }

  async function loop(): Promise<void> {
    while (stoppedAt === null) {
      const called = call.next();
      let wait: number;
      try {
        const { claimed, isMore } = await tick();
        if (isMore) {
          await roomFor(batch / 2);
          continue;
        }
        const next = (await ledger.nextDue()) ?? Infinity;
        wait = Math.min(deps.pollEvery, Math.max(next - now(), claimed > 0 ? 0 : 100));
      } catch (error) {
        deps.log.error(`looking for due publications: ${sentenceOf(error)}`);
        wait = deps.pollEvery;
      }
      if (stoppedAt !== null) return;
      const callOff = setTimer(call.ring, wait);
      await Promise.race([called, channels.opened()]);
      callOff();
    }
  }

  async function roomFor(count: number): Promise<void> {
    for (let freed = room.next(); stoppedAt === null && most - held.size < count; freed = room.next())
      await Promise.race([freed, call.next()]);
  }

  async function renew(): Promise<void> {
    renewedAt = now();
    await ledger.extend([...new Set([...held].map(({ token }) => token))], renewedAt + deps.lease);
  }

  async function heartbeat(): Promise<void> {
    while (stoppedAt === null || held.size > 0) {
      await new Promise<void>((resolve) => {
        stopBeat = setTimer(resolve, deps.lease / 3);
        beatNow = resolve;
      });
      try {
        await renew();
      } catch (error) {
        deps.log.error(`extending leases: ${sentenceOf(error)}`);
      }
    }
  }
  let stopBeat: () => void = () => undefined;
  let beatNow: () => void = () => undefined;

  /** Waits until nothing that was begun is still under way. */
  async function idle(): Promise<void> {
    for (let freed = room.next(); held.size > 0; freed = room.next()) await freed;
  }

  return {
    start(): void {
      running ??= Promise.all([loop(), heartbeat()]);
    },
    /** Takes nothing new, hands back what was not begun, waits for what was. */
    async stop(): Promise<void> {
      stoppedAt ??= now();
      call.ring();
      await idle();
      stopBeat();
      beatNow();
      await running;
    },
    /** Something was scheduled: look at once. */
    wake: (): void => call.ring(),
    tick,
    idle,
  };
}

export type Engine = ReturnType<typeof embeddedEngine>;
