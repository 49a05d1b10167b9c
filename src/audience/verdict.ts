/** What became of handing one mail over, as the transport tells it. */
export interface Handover {
  /** The server's code, when it answered. */
  readonly code: number | null;
  /** Its words, or what the connection said. */
  readonly reply: string;
  /** At which step it ended; `address`: a private one, which is not called. */
  readonly step: 'address' | 'connect' | 'login' | 'sender' | 'recipient' | 'content';
  /** Part of the mail had been handed over, so without an answer it may have arrived. */
  readonly handedOver: boolean;
}

/**
 * What to do with the mail and with the rest of the mailing:
 * `row` what this mail becomes; `bounced` the address is dead; `stop` why going on is of no use.
 */
export interface Verdict {
  readonly row: 'sent' | 'refused' | 'retry' | 'unknown' | 'queued';
  readonly bounced: boolean;
  readonly stop: 'credentials' | 'sender' | 'unreachable' | 'address' | null;
}

/** After so many tries a "not now" counts as a no. */
export const mostAttempts = 6;

/** Sorts one failure. `attempt` counts this try. A mail that may have arrived is sent again only if the business said so. */
export function verdictOf(handover: Handover, attempt: number, uncertain: 'hold' | 'resend'): Verdict {
  const { code, step } = handover;
  if (code === null) {
    if (handover.handedOver) {
      const again = uncertain === 'resend' && attempt < mostAttempts;
      return { row: again ? 'retry' : 'unknown', bounced: false, stop: null };
    }
    if (step === 'recipient') return { row: 'refused', bounced: false, stop: null };
    if (step === 'address') return { row: 'queued', bounced: false, stop: 'address' };
    return { row: 'queued', bounced: false, stop: step === 'login' ? 'credentials' : 'unreachable' };
  }
  const isForGood = code >= 500;
  if (step === 'login')
    return { row: 'queued', bounced: false, stop: isForGood ? 'credentials' : 'unreachable' };
  if (code === 421 || step === 'connect') return { row: 'queued', bounced: false, stop: 'unreachable' };
  if (code === 530) return { row: 'queued', bounced: false, stop: 'credentials' };
  if (step === 'sender' && isForGood) return { row: 'queued', bounced: false, stop: 'sender' };
  if (!isForGood && attempt < mostAttempts) return { row: 'retry', bounced: false, stop: null };
  return {
    row: 'refused',
    bounced: step === 'recipient' && isForGood && isDead(code, handover.reply),
    stop: null,
  };
}

/** Minutes until the next try: 1, 5, 25, 60, 60. Grey-listing wants a few minutes; nobody wants a newsletter of yesterday. */
export const nextTryAfter = (attempt: number): number => Math.min(60, 5 ** (attempt - 1)) * 60_000;

/** Status 5.1.x says that the address does not exist (RFC 3463); a bare 550, 551 or 553 says it too (RFC 5321). */
function isDead(code: number, reply: string): boolean {
  const status = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(reply)?.[1];
  return status === undefined ? code === 550 || code === 551 || code === 553 : status === '1';
}
