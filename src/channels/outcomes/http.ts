import type { Outcome } from '../channel';

/** A request that got no answer, as `server/http` sorts it. */
export interface NoAnswer {
  readonly kind: 'refused' | 'unreachable' | 'lost';
  readonly message: string;
}

/** `write`: the request would have published, so an answer that is missing leaves us in doubt. */
export type Phase = 'read' | 'write';

/** What to do after a request without an answer. */
export function noAnswerOutcome({ kind, message }: NoAnswer, phase: Phase): Outcome {
  switch (kind) {
    case 'refused':
      return { kind: 'blocked', code: 'outgoing.refused', message };
    case 'unreachable':
      return { kind: 'retry', code: 'outgoing.unreachable', message };
    case 'lost':
      return phase === 'write'
        ? { kind: 'unknown', code: 'outgoing.no-answer', message }
        : { kind: 'retry', code: 'outgoing.no-answer', message };
  }
}

/** `Retry-After` in milliseconds from now: seconds or a date (RFC 9110, 10.2.3); undefined where it says neither. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const date = text.endsWith('GMT') ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
