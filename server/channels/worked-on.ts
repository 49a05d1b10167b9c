import type { Delivery, Outcome } from '../../src/channels/channel';
import { Ended, leaseLost } from './ended';

/** What a network says of a file that it works on: done with it, or not yet, with when it wants to be asked again, in milliseconds. */
type Progress<T> = { readonly done: T } | { readonly after: number } | 'not-yet';

interface Waiting extends Pick<Delivery, 'beat'> {
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Milliseconds between two looks: the first, doubled each time, up to the longest. */
  readonly waits: { readonly first: number; readonly longest: number };
  /** So many milliseconds later it is left, with the outcome `slow`. */
  readonly patience: number;
  readonly slow: Outcome;
  /** The outcome where another process has taken over meanwhile; left out: nothing was published. */
  readonly lost?: Outcome;
}

/** Looks until a network is done with a file; whatever else ends the delivery, `look` throws. */
export async function workedOn<T>(
  look: () => Promise<Progress<T>>,
  { now, sleep, beat, waits: { first, longest }, patience, slow, lost = leaseLost }: Waiting,
): Promise<T> {
  const began = now();
  for (let wait = first; ; wait = Math.min(wait * 2, longest)) {
    const seen = await look();
    if (seen !== 'not-yet' && 'done' in seen) return seen.done;
    if (now() - began > patience) throw new Ended(slow);
    await sleep(seen === 'not-yet' ? wait : Math.min(Math.max(seen.after, first), longest));
    if (!(await beat())) throw new Ended(lost);
  }
}
