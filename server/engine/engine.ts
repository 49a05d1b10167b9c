import type { Deliveries, Doing, TickReport } from './deliveries';
import { sentenceOf, type EngineDeps } from './deps';

/** Between two looks for leases that ran out and parked rows whose time has come, in milliseconds. */
const sweepEvery = 1_000;

/** Where what is due goes: into this process, or on to a queue. */
export interface Way {
  /** Takes what is due, or hands it on. */
  take(): Promise<TickReport>;
  /** Milliseconds until the next look, where nothing calls before. */
  wait(report: TickReport): Promise<number>;
  /** Before a stop: takes in nothing new. */
  rest?(): Promise<void>;
  /** After it: lets go of what is open. */
  close?(): Promise<void>;
}

export interface Engine {
  start(): void;
  /** Takes nothing new, hands back what was not begun, waits for what was. */
  stop(): Promise<void>;
  /** Something was scheduled: look at once. */
  wake(): void;
  /** One look. */
  tick(): Promise<TickReport>;
  /** Waits until nothing that was begun in this process is still under way. */
  idle(): Promise<void>;
  /** What this process has in hand. */
  inHand(): Doing;
}

/** The loop of every engine: it looks at the ledger, which is the truth, and timers only wake it up. */
export function engine(deps: EngineDeps, work: Deliveries, way: Way): Engine {
  const { ledger, now, setTimer } = deps;
  const { call } = work;
  let sweptAt = -Infinity;
  let running: Promise<unknown> | null = null;

  async function tick(): Promise<TickReport> {
    const at = now();
    if (at - sweptAt >= sweepEvery) {
      sweptAt = at;
      await work.renewIfLate();
      await ledger.reclaim(at);
      await ledger.wakeParked(at);
    }
    return way.take();
  }

  async function loop(): Promise<void> {
    while (!work.isStopped()) {
      const called = call.next();
      let wait: number;
      try {
        const report = await tick();
        if (report.isMore) {
          await work.roomForMore();
          continue;
        }
        wait = await way.wait(report);
      } catch (error) {
        deps.log.error(`looking for due publications: ${sentenceOf(error)}`);
        wait = deps.pollEvery;
      }
      if (work.isStopped()) return;
      const callOff = setTimer(call.ring, wait);
      await called;
      callOff();
    }
  }

  async function heartbeat(): Promise<void> {
    while (!work.isStopped() || !work.isIdle()) {
      await new Promise<void>((resolve) => {
        stopBeat = setTimer(resolve, deps.lease / 3);
        beatNow = resolve;
      });
      try {
        await work.renew();
      } catch (error) {
        deps.log.error(`extending leases: ${sentenceOf(error)}`);
      }
    }
  }
  let stopBeat: () => void = () => undefined;
  let beatNow: () => void = () => undefined;

  return {
    start(): void {
      running ??= Promise.all([loop(), heartbeat()]);
    },
    async stop(): Promise<void> {
      work.stop();
      await way.rest?.();
      call.ring();
      await work.idle();
      stopBeat();
      beatNow();
      await running;
      await way.close?.();
    },
    wake: (): void => call.ring(),
    tick,
    idle: work.idle,
    inHand: work.inHand,
  };
}
