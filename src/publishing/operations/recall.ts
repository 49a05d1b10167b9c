import { z } from 'zod';
import type { Recalled } from '../../channels/channel';
import { waitAfter } from './again';

/** What was sent, and what the channel called it. `sha256` is that of the bytes; null where the channel sends none of its own. */
export const receiptView = z.object({
  seal: z.string(),
  copySeal: z.string(),
  sha256: z.string().nullable(),
  answer: z.string(),
});

export const recallState = z.enum(['waiting', 'recalled', 'gone', 'told', 'kept', 'failed']);
export type RecallState = z.output<typeof recallState>;

/** Body of `POST /publications/:key/recall` and `POST /campaigns/:key/recall`: why it is taken back, for colleagues. */
export const recallInput = z.object({ reason: z.string().trim().max(300).default('') });
export type RecallInput = z.output<typeof recallInput>;

/** Where taking a publication back stands. */
export const recallView = z.object({
  state: recallState,
  /** What happened, and what to do where it is still there; empty while it is under way. */
  message: z.string(),
  /** Name of whoever asked for it. */
  by: z.string(),
  /** Why; empty where nobody said. */
  reason: z.string(),
  /** When it was asked for, in milliseconds since 1970. */
  at: z.number(),
  endedAt: z.number().nullable(),
});
export type RecallView = z.output<typeof recallView>;

/** Where a recall stands after a try. `failures` are those before it. */
export function recallAfter(
  outcome: Recalled,
  failures: number,
  now: number,
): { readonly state: RecallState; readonly nextAt: number | null; readonly isGone: boolean } {
  if (outcome.kind !== 'failed')
    return { state: outcome.kind, nextAt: null, isGone: outcome.kind !== 'kept' };
  const wait = waitAfter(failures + 1, outcome.after);
  return {
    state: wait === null ? 'failed' : 'waiting',
    nextAt: wait === null ? null : now + wait,
    isGone: false,
  };
}

/** The answer of a channel that keeps what it was given. */
export const keptBy = (channel: string): Recalled => ({
  kind: 'kept',
  code: 'recall.not-possible',
  message: `What “${channel}” sent cannot be called back. Send a correction to the same people instead.`,
});
