import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { runnerSource } from './sources';

/** One match: where it begins, and what its groups hold; the first is the match itself. */
export interface PatternMatch {
  readonly start: number;
  readonly groups: readonly (string | undefined)[];
}

/** What came of a search; `overran`: it was stopped at the limit. */
export type Ran =
  | { readonly kind: 'found'; readonly matches: readonly PatternMatch[] }
  | { readonly kind: 'overran'; readonly limit: number }
  | { readonly kind: 'failed'; readonly message: string };

export interface PatternRunner {
  /** Looks for a pattern in a text; comes back within the limit whatever the pattern is. */
  run(source: string, flags: string, text: string): Ran;
  stop(): Promise<void>;
}

/** Milliseconds that a worker has to come up: it does so once, and again after each pattern that overran. */
const startLimit = 5_000;
/** Matches of one search; nobody reads more. */
const most = 1_000;

const answer = z.union([
  z.object({
    found: z.array(z.object({ start: z.number(), groups: z.array(z.string().or(z.undefined())) })),
  }),
  z.object({ failed: z.string() }),
]);

interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array<SharedArrayBuffer>;
}

/**
 * Runs patterns that may be slow in a thread of its own, with a hard limit in milliseconds for each search. The asking thread
 * sleeps for so long at most; a pattern that is still running then is stopped together with its thread.
 */
export function patternRunner(limit: number): PatternRunner {
  let running: Running | null = null;
  const ending = new Set<Promise<unknown>>();

  function start(): Running | null {
    const { port1, port2 } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(runnerSource, {
      eval: true,
      workerData: { port: port2, signal, most },
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    // An end that nobody asked for is noticed at the next search, which gets no answer.
    worker.on('error', () => undefined);
    worker.unref();
    port1.unref();
    const next = { worker, port: port1, signal };
    if (waited(next, startLimit) === null) {
      end(next);
      return null;
    }
    return next;
  }

  function end({ worker, port }: Running): void {
    port.close();
    const ended = worker.terminate().finally(() => ending.delete(ended));
    ending.add(ended);
  }

  return {
    run(source, flags, text) {
      running ??= start();
      if (!running) return { kind: 'failed', message: 'The thread for slow patterns did not start.' };
      Atomics.store(running.signal, 0, 0);
      running.port.postMessage({ source, flags, text });
      const said = waited(running, limit);
      if (said === null) {
        end(running);
        running = null;
        return { kind: 'overran', limit };
      }
      const read = answer.parse(said);
      return 'failed' in read
        ? { kind: 'failed', message: read.failed }
        : { kind: 'found', matches: read.found };
    },

    async stop() {
      if (running) end(running);
      running = null;
      await Promise.all(ending);
    },
  };
}

/** The answer, or null where none came in time. */
function waited({ port, signal }: Running, limit: number): unknown {
  if (Atomics.wait(signal, 0, 0, limit) === 'timed-out') return null;
  return (receiveMessageOnPort(port) as { readonly message: unknown } | undefined)?.message ?? null;
}
