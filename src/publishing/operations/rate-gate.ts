import type { Outcome, RateLimit } from '../../channels/channel';
import { backOff } from '../retry';

/** What is known about a quota that several processes share. */
export interface RateGate {
  readonly remaining: number;
  /** When the window of `remaining` ends, in milliseconds since 1970. */
  readonly resetAt: number;
  /** Until when the network takes nothing at all. */
  readonly closedUntil: number;
}

/** Ends of one window that an answer in whole seconds names are no further apart than this, in milliseconds. */
const sameWindow = 2_000;

/**
 * What is known after an answer: a later window replaces an earlier one, within one the lowest count holds, because answers come out
 * of order. A quota that is used up closes the gate whatever its window, but never for longer than we wait for anybody.
 */
export function gateAfter(known: RateGate | null, said: RateLimit, now: number): RateGate {
  const resetAt = Math.min(said.resetAt, now + backOff.longestAsked);
  const closedUntil = Math.max(known?.closedUntil ?? 0, said.remaining > 0 ? 0 : resetAt);
  const isNewer = !known || known.resetAt <= now || resetAt > known.resetAt + sameWindow;
  if (isNewer) return { remaining: said.remaining, resetAt, closedUntil };
  const isSame = Math.abs(resetAt - known.resetAt) <= sameWindow;
  return {
    ...known,
    remaining: isSame ? Math.min(known.remaining, said.remaining) : known.remaining,
    closedUntil,
  };
}

/** Until when nothing may be sent through the gate; null where it is open. */
export function closedUntil(
  { remaining, resetAt, closedUntil: until }: RateGate,
  now: number,
): number | null {
  const end = Math.max(until, remaining > 0 ? 0 : resetAt);
  return end > now ? end : null;
}

/** A try that met a quota which is used up is no failure of its copy: it waits for the end of the quota. */
export function parkedByQuota(outcome: Outcome, now: number): Outcome {
  if (outcome.kind !== 'retry') return outcome;
  const ends = (outcome.limits ?? []).filter(({ remaining }) => remaining <= 0).map(({ resetAt }) => resetAt);
  const until = Math.min(Math.max(0, ...ends), now + backOff.longestAsked);
  if (until <= now) return outcome;
  const { code, message, limits = [], begun } = outcome;
  return { kind: 'parked', code, message, until, limits, ...(begun ? { begun } : {}) };
}

/** Why it waits, for a person. */
export const quotaMessage = (channel: string, until: number, now: number): string => {
  const minutes = Math.max(1, Math.ceil((until - now) / 60_000));
  return `“${channel}” takes no more for now: its quota is used up for about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. It goes on by itself.`;
};
