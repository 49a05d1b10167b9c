import type { WorkerState } from './schema';

/** Between two signs of life of a process, in milliseconds. */
export const beatEvery = 5_000;
/** Without a sign of life for so long, a process is gone: three beats were missed. */
export const goneAfter = 3 * beatEvery + 1_000;
/** After so long nobody asks any more what became of it. */
export const forgottenAfter = 3_600_000;

interface Seen {
  readonly beatAt: number;
  readonly isStopping: boolean;
}

/** Whether a process works, takes nothing new, or has not been heard of. A clock that is behind ours makes nobody gone. */
export function workerStateOf({ beatAt, isStopping }: Seen, now: number): WorkerState {
  if (now - beatAt > goneAfter) return 'gone';
  return isStopping ? 'stopping' : 'working';
}
