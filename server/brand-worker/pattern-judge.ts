import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Judgement } from '../../src/brand/catalogue/patterns/pattern-verdict';
import { judgeSource } from './sources';

/** Milliseconds that are spent on one pattern; after that nobody can tell. */
const timeout = 10_000;
/** Milliseconds after which the thread is ended: it should have given up by itself. */
const patience = 30_000;

const answer = z.object({
  status: z.string(),
  type: z.string().nullable(),
  degree: z.number().nullable(),
  length: z.number().nullable(),
});

/** A pattern as it is judged: `flags` as JavaScript writes them. */
export interface PatternSource {
  readonly source: string;
  readonly flags: string;
}

/** Judges patterns in a thread of its own, one after another; the thread ends with the last one. */
export async function judgePatterns(patterns: readonly PatternSource[]): Promise<readonly Judgement[]> {
  if (patterns.length === 0) return [];
  const judged: Judgement[] = [];
  let worker = start();
  try {
    for (const pattern of patterns) {
      const said = await ask(worker, pattern);
      judged.push(said ?? { kind: 'unknown' });
      if (said !== null) continue;
      await worker.terminate();
      worker = start();
    }
  } finally {
    await worker.terminate();
  }
  return judged;
}

const start = (): Worker =>
  new Worker(judgeSource, { eval: true, workerData: { from: join(__dirname, 'index.js') } });

/** Null where no answer came. */
function ask(worker: Worker, pattern: PatternSource): Promise<Judgement | null> {
  return new Promise((done, failed) => {
    const settle = (act: () => void): void => {
      clearTimeout(clock);
      worker.off('message', onMessage).off('error', onError);
      act();
    };
    const onMessage = (message: unknown): void => settle(() => done(judgementOf(message)));
    const onError = (error: unknown): void => settle(() => failed(error));
    const clock = setTimeout(() => settle(() => done(null)), patience);
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage({ ...pattern, timeout });
  });
}

function judgementOf(message: unknown): Judgement {
  const { status, type, degree, length } = answer.parse(message);
  if (status === 'safe') return { kind: 'safe' };
  if (status === 'vulnerable' && type === 'exponential') return { kind: 'exponential', length };
  if (status === 'vulnerable') return { kind: 'polynomial', degree: degree ?? 2 };
  return { kind: 'unknown' };
}
