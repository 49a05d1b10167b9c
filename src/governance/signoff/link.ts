import type { LinkEnd, RefusalReason, SignOffLink } from './schema';

/** What decides whether a link still opens something. Times in milliseconds since 1970. */
export type LinkFacts = Pick<SignOffLink, 'end' | 'expiresAt'>;

/**
 * What became of a link: `open`, or how it ended. An end that was written down stays, also where the clock is set back
 * afterwards; a time that is over counts before anybody has written it down.
 */
export const stateOf = ({ end, expiresAt }: LinkFacts, now: number): 'open' | LinkEnd =>
  end ?? (now >= expiresAt ? 'expired' : 'open');

/** Its holder decided with it, so it shows what was decided. */
export const isAnswered = (state: 'open' | LinkEnd): state is 'approve' | 'request-changes' =>
  state === 'approve' || state === 'request-changes';

/** Why a press on a link in this state has no effect; null where it may have one. */
export function refusalOf(state: 'open' | LinkEnd): RefusalReason | null {
  switch (state) {
    case 'open':
      return null;
    case 'approve':
    case 'request-changes':
      return 'reused';
    case 'expired':
      return 'late';
    case 'revoked':
    case 'settled':
    case 'withdrawn':
      return 'revoked';
  }
}

/** What the list beside the entry says of a link: how it ended, else how far it came. */
export function progressOf(
  link: Pick<SignOffLink, 'end' | 'endedAt' | 'expiresAt' | 'openedAt' | 'mail' | 'askedAt'>,
  now: number,
): { readonly state: LinkEnd | 'queued' | 'failed' | 'unknown' | 'sent' | 'opened'; readonly at: number } {
  const state = stateOf(link, now);
  if (state !== 'open') return { state, at: link.endedAt ?? link.expiresAt };
  if (link.openedAt !== null) return { state: 'opened', at: link.openedAt };
  return { state: link.mail === 'sending' ? 'queued' : link.mail, at: link.askedAt };
}
