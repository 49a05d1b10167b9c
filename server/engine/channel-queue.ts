import type { EventEmitter } from 'node:events';
import type * as BullMQ from 'bullmq';
import type { ChannelKind } from '../../src/channels/schema';
import type { Upcoming } from '../stores/publication-claims';
import type { RedisLines } from './redis';

/** Jobs that wait so long although nobody works on their channel are not served in Redis; milliseconds. */
const patience = 10_000;

export interface ChannelQueueDeps {
  readonly bullmq: typeof BullMQ;
  readonly lines: Pick<RedisLines, 'asking' | 'working'>;
  /** What every key in Redis begins with. */
  readonly prefix: string;
  /** Milliseconds without a sign of life after which a job is another worker's. */
  readonly lock: number;
  /** How many deliveries side by side on one channel, over all processes. */
  readonly width: (kind: ChannelKind) => number;
  /** Delivers the publication that a job names; nothing happens where it is not due, or another's. */
  readonly deliver: (key: string) => Promise<void>;
  /** Nothing waits any more. Asks for more by it. */
  readonly onDrained: () => Promise<void>;
  readonly onError: (error: Error) => void;
  readonly now: () => number;
}

export interface HandedOn {
  /** How many got a job. */
  readonly count: number;
  /** Keys of those whose jobs nobody works off. */
  readonly unserved: readonly string[];
}

export type ChannelQueue = ReturnType<typeof channelQueue>;

/** When a publication was due as its job was made, by the clock of the database's rows. */
interface JobData {
  readonly at: number;
}

/**
 * The queue of one channel. A job is only a wake-up that names a publication: its id is the publication's key, and whether
 * anything goes out is decided by the claim in the database. So a job too many or too early does nothing, and one too few is made again.
 */
export function channelQueue(channel: string, kind: ChannelKind, deps: ChannelQueueDeps) {
  const { bullmq, lines, prefix, lock, now } = deps;
  const width = deps.width(kind);
  const queue = new bullmq.Queue<JobData, void, 'publication'>(channel, {
    connection: lines.asking,
    prefix,
    // The id is free again when a job ends, for the next try.
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    streams: { events: { maxLen: 100 } },
  });
  const worker = new bullmq.Worker<JobData, void, 'publication'>(
    channel,
    async ({ id }) => {
      if (id !== undefined) await deps.deliver(id);
    },
    {
      connection: lines.working,
      prefix,
      concurrency: width,
      lockDuration: lock,
      stalledInterval: lock / 2,
      maxStalledCount: 1_000,
      drainDelay: 1,
      runRetryDelay: 1_000,
    },
  );
  let unservedSince: number | null = null;
  worker.on('drained', () => void drained());
  // Whoever asks hears of it by the answer.
  queue.on('error', () => undefined);
  worker.on('error', deps.onError);
  keepListening(queue);
  keepListening(worker);

  let isAsking = false;
  /** A worker says this too where all places are taken by others: it is believed only where the queue is empty. */
  async function drained(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      if ((await queue.getWaitingCount()) === 0) await deps.onDrained();
    } catch {
      // Redis went away: the next look at the ledger finds out, and says so.
    } finally {
      isAsking = false;
    }
  }

  return {
    /** Throws where Redis went away before it could be used at all; it never comes back for this one then. */
    ready: (): Promise<unknown> => whileUp(lines.asking, queue.waitUntilReady()),

    /** Sees to it that each of these has a job that comes in time. Throws while Redis does not answer. */
    async handOn(rows: readonly Upcoming[]): Promise<HandedOn> {
      const at = now();
      const [waiting, active, delayed] = await Promise.all([
        queue.getRanges(['waiting', 'paused'], 0, -1),
        queue.getRanges(['active'], 0, -1),
        queue.getDelayed(),
      ]);
      const nextAt = new Map(rows.map((row) => [row.key, row.nextAt]));
      const known = new Set([...waiting, ...active]);
      for (const job of delayed) {
        if (!job?.id) continue;
        const due = nextAt.get(job.id);
        // It was rescheduled to an earlier time; or its time has come and its job still sleeps.
        const isLate = due !== undefined && (due <= at || due < job.data.at);
        if (isLate) await queue.remove(job.id);
        else known.add(job.id);
      }
      const missing = rows.filter(({ key }) => !known.has(key));
      if (missing.length > 0) {
        // Beside the jobs, because a Redis that forgot them forgot this too.
        await queue.setGlobalConcurrency(width);
        await queue.addBulk(
          missing.map((row) => ({
            name: 'publication',
            data: { at: row.nextAt },
            opts: { jobId: row.key, delay: Math.max(0, row.nextAt - at) },
          })),
        );
      }
      unservedSince = waiting.length > 0 && active.length === 0 ? (unservedSince ?? at) : null;
      const isUnserved = unservedSince !== null && at - unservedSince > patience;
      return {
        count: missing.length,
        unserved: isUnserved ? waiting.filter((key) => nextAt.has(key)) : [],
      };
    },

    /** Fetches no more jobs. */
    rest: (): Promise<void> => worker.pause(true),

    /** `isUp`: whether Redis can be told. */
    async close(isUp: boolean): Promise<void> {
      await worker.close(!isUp);
      await queue.close();
    },
  };
}

/**
 * What BullMQ answers, unless the line breaks off before. BullMQ itself would wait until the line is back, and the engine, which can
 * do without Redis, with it.
 */
async function whileUp<T>(line: RedisLines['asking'], answer: Promise<T>): Promise<T> {
  let onClose: () => void = () => undefined;
  const broken = new Promise<never>((_, fail) => {
    onClose = () => fail(new Error('Connection is closed.'));
    if (line.status === 'ready') line.once('close', onClose);
    else onClose();
  });
  try {
    return await Promise.race([answer, broken]);
  } finally {
    line.off('close', onClose);
  }
}

/**
 * BullMQ takes its own ears off a connection that it closes; one that was never ready then reports its end to nobody, which ends the
 * process. The ears stay on: they lead to `onError`.
 */
function keepListening(part: object): void {
  const { connection, blockingConnection } = part as Record<string, EventEmitter | undefined>;
  for (const line of [connection, blockingConnection]) if (line) line.removeAllListeners = () => line;
}
