import type { DeliveriesStore, DeliveryEnd, DeliveryRow } from '../stores/deliveries';
import type { OutboxRow, OutboxStore } from '../stores/outbox';
import { bell } from './bell';
import { sentenceOf } from './deps';
import { lanes } from './lanes';

/** Rows taken at once. */
const batch = 64;
/** Deliveries under way at once, and to one receiver. */
const most = 32;
const width = 4;

interface OutboxLoopDeps {
  readonly outbox: Pick<OutboxStore, 'claim' | 'nextOpen'>;
  readonly deliveries: Pick<DeliveriesStore, 'claim' | 'begin' | 'end' | 'giveBack' | 'nextDue'>;
  /** Makes deliveries of rows. */
  readonly address: (rows: readonly OutboxRow[], onFailure: (error: unknown) => void) => Promise<void>;
  readonly deliver: (row: DeliveryRow) => Promise<DeliveryEnd>;
  /** Names this process in leases; no two processes share it. */
  readonly instance: string;
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly log: { error(message: string): void };
  /** Milliseconds until another process takes over; longer than any try lasts. */
  readonly lease: number;
  /** The longest time between two looks, in milliseconds: what another process wrote is found by then. */
  readonly pollEvery: number;
}

export type OutboxLoop = ReturnType<typeof outboxLoop>;

/** Tells what was written down: addresses it, then delivers it, until it is over. Several processes may run it beside each other. */
export function outboxLoop(deps: OutboxLoopDeps) {
  const { outbox, deliveries, now } = deps;
  const call = bell();
  const receivers = lanes(call.ring);
  const room = bell();
  const held = new Set<DeliveryRow>();
  let batches = 0;
  let isStopped = false;
  let running: Promise<void> | null = null;

  async function work(row: DeliveryRow, token: string): Promise<void> {
    try {
      await receivers.run(row.target, width, async () => {
        if (isStopped) return deliveries.giveBack(token, [row.id]);
        const at = now();
        if (!(await deliveries.begin(row.id, token, at, at + deps.lease))) return;
        const end = await deps.deliver(row);
        await deliveries.end(row.id, token, end, now());
      });
    } catch (error) {
      // The row stays leased and is tried again when the lease runs out.
      deps.log.error(`presence: delivery ${row.key}: ${sentenceOf(error)}`);
    } finally {
      held.delete(row);
      room.ring();
    }
  }

  /** Addresses what is new and begins to deliver what is due; true where more may be waiting. */
  async function tick(): Promise<boolean> {
    const at = now();
    const token = `${deps.instance}:${(batches += 1)}`;
    const rows = await outbox.claim(at, token, at + deps.lease, batch);
    await deps.address(rows, (error) =>
      deps.log.error(`presence: telling of an event: ${sentenceOf(error)}`),
    );
    const limit = most - held.size;
    const due =
      limit > 0 ? await deliveries.claim(now(), token, now() + deps.lease, limit, receivers.full()) : [];
    for (const row of due) {
      held.add(row);
      void work(row, token);
    }
    return rows.length === batch || (limit > 0 && due.length === limit);
  }

  async function loop(): Promise<void> {
    while (!isStopped) {
      const called = call.next();
      let wait = deps.pollEvery;
      try {
        if (await tick()) {
          for (let freed = room.next(); !isStopped && held.size >= most; freed = room.next()) await freed;
          continue;
        }
        const next = Math.min(
          (await outbox.nextOpen()) ?? Infinity,
          (await deliveries.nextDue()) ?? Infinity,
        );
        wait = Math.min(deps.pollEvery, Math.max(next - now(), 100));
      } catch (error) {
        deps.log.error(`presence: looking for what is to be told: ${sentenceOf(error)}`);
      }
      if (isStopped) return;
      const callOff = deps.setTimer(call.ring, wait);
      await called;
      callOff();
    }
  }

  /** Waits until nothing that was begun is still under way. */
  async function idle(): Promise<void> {
    for (let freed = room.next(); held.size > 0; freed = room.next()) await freed;
  }

  return {
    start(): void {
      running ??= loop();
    },
    /** Takes nothing new, hands back what was not begun, waits for what was. */
    async stop(): Promise<void> {
      isStopped = true;
      call.ring();
      await idle();
      await running;
    },
    wake: (): void => call.ring(),
    tick,
    idle,
  };
}
