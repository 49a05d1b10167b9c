import type { PublicationClaims, Upcoming } from '../stores/publication-claims';
import type { RedisAddress } from '../../config/schema';
import { bell } from './bell';
import { channelQueue, type ChannelQueue, type HandedOn } from './channel-queue';
import { deliveries, type TickReport } from './deliveries';
import { sentenceOf, type EngineDeps } from './deps';
import { untilNextDue } from './embedded';
import { engine, type Engine } from './engine';
import { redisLines, type RedisLines } from './redis';

/** How far ahead publications get a job, in milliseconds. What is due later is safe in the ledger. */
const ahead = 60_000;
/** Rows looked at together, and how many of one channel are enough for one look. */
const page = 1_024;
const share = 128;
/** How long Redis may take to hear that this process leaves, in milliseconds. */
const farewell = 3_000;

export interface BullmqDeps extends EngineDeps {
  readonly ledger: EngineDeps['ledger'] & Pick<PublicationClaims, 'upcoming'>;
  readonly redis: RedisAddress;
  readonly prefix: string;
  /** Milliseconds without a sign of life after which a job is another worker's. */
  readonly lock: number;
  /** Redis went away, with a sentence that says what happens now; and it is back. */
  readonly away: (message: string) => Promise<void>;
  readonly back: () => Promise<void>;
}

/**
 * The engine that spreads the work over processes by BullMQ on Redis. The ledger stays the truth: each look gives a job to
 * what is due soon and has none, whoever lost it. While Redis is away, each process takes what is due by itself.
 */
export function bullmqEngine(deps: BullmqDeps): Engine {
  const { ledger, now } = deps;
  const work = deliveries(deps);
  const atWork = new Set<Promise<void>>();
  const queues = new Map<string, ChannelQueue>();
  let isAway: boolean | null = null;
  let opened: ReturnType<typeof open> | null = null;

  async function open() {
    const [bullmq, lines] = await Promise.all([import('bullmq'), redisLines(deps.redis, work.call.ring)]);
    return { bullmq, lines };
  }

  async function tracked(one: Promise<void>): Promise<void> {
    atWork.add(one);
    await one.finally(() => atWork.delete(one));
  }

  async function queueOf({ channel, kind }: Upcoming): Promise<ChannelQueue> {
    const known = queues.get(channel);
    if (known) return known;
    const { bullmq, lines } = await (opened ??= open());
    const queue = channelQueue(channel, kind, {
      ...deps,
      ...{ bullmq, lines },
      deliver: (key) => tracked(work.deliver(key)),
      onDrained: () => tracked(refill(channel)),
      onError: (error) => {
        if (!isOfLine(error)) deps.log.warn(`queue of channel ${channel}: ${error.message}`);
      },
    });
    await queue.ready().catch(async (error: unknown) => {
      await queue.close(false);
      throw error;
    });
    queues.set(channel, queue);
    return queue;
  }

  async function ask(rows: readonly [Upcoming, ...Upcoming[]], lines: RedisLines): Promise<HandedOn> {
    try {
      return await (await queueOf(rows[0])).handOn(rows);
    } catch (error) {
      throw new Away(lines.trouble(sentenceOf(error)));
    }
  }

  /** Hands on what is due soon. Those that nobody in Redis works off are taken here. Throws `Away`. */
  async function handOn(lines: RedisLines): Promise<TickReport> {
    let claimed = 0;
    for (const enough: string[] = []; ;) {
      const rows = await ledger.upcoming(now() + ahead, page, { without: enough });
      const before = enough.length;
      for (const own of byChannel(rows)) {
        const { count, unserved } = await ask(own, lines);
        claimed += count;
        if (unserved.length > 0) claimed += (await work.takeDue(unserved)).claimed;
        if (own.length >= share) enough.push(own[0].channel);
      }
      if (rows.length < page || enough.length === before) return { claimed, isMore: false };
    }
  }

  /** Nothing waits on a channel any more: hands on more of it, and leaves all others alone. */
  async function refill(channel: string): Promise<void> {
    if (work.isStopped()) return;
    try {
      const [first, ...rest] = await ledger.upcoming(now() + ahead, share, { only: channel });
      if (first) await (await queueOf(first)).handOn([first, ...rest]);
    } catch {
      // The look at everything comes to the same, and says so.
      work.call.ring();
    }
  }

  async function take(): Promise<TickReport> {
    try {
      const { lines } = await (opened ??= open());
      if (!lines.isUp()) throw new Away(lines.trouble());
      const report = await handOn(lines);
      if (isAway !== false) await deps.back();
      isAway = false;
      return report;
    } catch (error) {
      if (!(error instanceof Away)) throw error;
      if (isAway !== true) await deps.away(`${error.message} ${meanwhile}`);
      isAway = true;
      return work.takeDue();
    }
  }

  return engine(deps, work, {
    take,
    wait: (report) => (isAway ? untilNextDue(deps)(report) : Promise.resolve(deps.pollEvery)),
    async rest(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.rest()));
    },
    async close(): Promise<void> {
      await Promise.allSettled(atWork);
      if (!opened) return;
      const { lines } = await opened;
      const gone = [...queues.values()].map((queue) => queue.close(lines.isUp()));
      const late = bell();
      const callOff = deps.setTimer(late.ring, farewell);
      await Promise.race([Promise.allSettled(gone), late.next()]);
      callOff();
      lines.close();
    },
  });
}

/** Redis does not answer, or not as it should. */
class Away extends Error {}

/** Whether it is about the connection, which each look tells of already. */
const isOfLine = (error: Error): boolean =>
  ('code' in error && typeof error.code === 'string') || error.message === 'Connection is closed.';

const meanwhile =
  'Publications still go out: each process sends what is due by itself until Redis is back. Check that Redis runs and that engine.redis in config/plugins leads to it.';

function byChannel(rows: readonly Upcoming[]): Iterable<readonly [Upcoming, ...Upcoming[]]> {
  const lists = new Map<string, [Upcoming, ...Upcoming[]]>();
  for (const row of rows) {
    const list = lists.get(row.channel);
    if (list) list.push(row);
    else lists.set(row.channel, [row]);
  }
  return lists.values();
}
