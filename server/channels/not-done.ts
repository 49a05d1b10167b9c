import type { Outcome } from '../../src/channels/channel';

/** A call that was to change or delete a post and has no value: no answer at all, or a refusal. */
export type Unanswered = { readonly noAnswer: unknown } | { readonly refusal: unknown };

/** What is said of it: whether the post is as it was for certain, or nobody knows. */
export interface NotDoneWords {
  readonly code: string;
  /** "The post is still on Mastodon." */
  readonly still: string;
  /** "Whether the post is still on Mastodon is not known." */
  readonly inDoubt: string;
}

/** What a call that did not do its work means: why, and when the network takes it again where it says so. Such calls may be repeated. */
export function notDone(
  answer: Unanswered,
  outcome: Outcome,
  { code, still, inDoubt }: NotDoneWords,
  now: number,
): { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly after?: number } {
  const where = 'noAnswer' in answer ? inDoubt : still;
  const why = 'message' in outcome ? ` ${outcome.message}` : '';
  const after = waitOf(outcome, now);
  return { kind: 'failed', code, message: `${where}${why}`, ...(after === undefined ? {} : { after }) };
}

function waitOf(outcome: Outcome, now: number): number | undefined {
  if (outcome.kind === 'retry') return outcome.after;
  return outcome.kind === 'parked' && outcome.until !== undefined ? outcome.until - now : undefined;
}

/** The same where there is nothing to sign in with, so that nothing was called. */
export const notSignedIn = (
  { code, message }: Pick<Extract<Outcome, { code: string }>, 'code' | 'message'>,
  still = '',
) => ({ kind: 'failed', code, message: `${still} ${message}`.trim() }) as const;
