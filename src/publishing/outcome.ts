import type { InDoubt, Outcome, Sent } from '../channels/channel';
import { waitBefore } from './retry';
import type { PublicationState } from './schema';

/** What is written down after a try. */
export interface Change {
  readonly state: PublicationState;
  /** When it is looked at again; null: not by itself. */
  readonly nextAt: number | null;
  /** Failed tries in a row. */
  readonly failures: number;
  /** Whether the try may have reached the channel although nobody knows: it is looked up before the next one. */
  readonly isOpenEnded: boolean;
  readonly code: string;
  readonly message: string;
  readonly remote: {
    readonly id: string;
    readonly url: string | null;
    /** What was sent in this try; left out where it was there already, or the channel sends nothing of its own. */
    readonly sent?: Sent;
  } | null;
  /** The channel itself is out of order, not this copy. */
  readonly channel: 'reauthorise' | 'blocked' | null;
}

/** A quota without a known end is asked again after this time, in milliseconds. */
const parkedFor = 15 * 60_000;

/**
 * A channel that waits for a person is looked at again after this time. That person's success sets its publications free at once;
 * this is for the one that was parked in the same moment.
 */
export const channelAgainAfter = 5 * 60_000;

/**
 * Where a publication stands after an outcome. `failures` are those in a row before this one; `inDoubt` is what its channel does
 * about an `unknown` one.
 */
export function changeAfter(
  outcome: Outcome,
  failures: number,
  now: number,
  random: () => number,
  inDoubt: InDoubt = 'look',
): Change {
  const { begun } = outcome;
  const isOpenEnded = begun !== undefined;
  const plain = { nextAt: null, failures, isOpenEnded, remote: null, channel: null };
  switch (outcome.kind) {
    case 'delivered':
    case 'duplicate':
      return {
        ...plain,
        isOpenEnded: false,
        state: 'delivered',
        failures: 0,
        code: '',
        message: outcome.kind === 'delivered' ? (outcome.note ?? '') : '',
        remote: {
          ...{ id: outcome.remoteId, url: outcome.url },
          ...(outcome.sent ? { sent: outcome.sent } : {}),
        },
      };
    case 'rejected':
      return { ...plain, state: 'rejected', code: outcome.code, message: outcome.message };
    case 'reauthorise':
    case 'blocked':
      return {
        ...plain,
        state: 'parked',
        nextAt: now + channelAgainAfter,
        code: outcome.code,
        message: outcome.message,
        channel: outcome.kind,
      };
    case 'parked': {
      const nextAt = Math.max(outcome.until ?? now + parkedFor, now + 1_000);
      return { ...plain, state: 'parked', nextAt, code: outcome.code, message: outcome.message };
    }
    case 'retry': {
      const wait = waitBefore(failures + 1, outcome.after, random);
      const failed = { ...plain, failures: failures + 1, code: outcome.code };
      if (wait !== null)
        return { ...failed, state: 'scheduled', nextAt: now + wait, message: outcome.message };
      // What is there was delivered, whatever is missing beneath it.
      if (begun)
        return changeAfter(
          { kind: 'delivered', ...begun, note: `Given up after ${failures + 1} tries. ${outcome.message}` },
          ...([failures, now, random, inDoubt] as const),
        );
      return {
        ...failed,
        state: 'rejected',
        message: `Given up after ${failures + 1} tries. ${outcome.message}`,
      };
    }
    case 'unknown': {
      const wait = inDoubt === 'ask' ? null : waitBefore(failures + 1, undefined, random);
      const open = { ...plain, failures: failures + 1, isOpenEnded: true, code: outcome.code };
      if (wait !== null) return { ...open, state: 'scheduled', nextAt: now + wait, message: outcome.message };
      return {
        ...open,
        state: 'unknown',
        message: `${begun ? '' : 'It may be there: '}${outcome.message} Look at the account, then answer whether it is.`,
      };
    }
    default:
      return outcome satisfies never;
  }
}
