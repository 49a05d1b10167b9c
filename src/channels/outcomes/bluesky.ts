import type { Outcome } from '../channel';
import { retryAfter, type Phase } from './http';
import { tooMany } from './limits';

/** A refusal as XRPC words it: `{ error, message }` and a status. */
export interface XrpcRefusal {
  readonly status: number;
  /** Machine name such as `ExpiredToken`; empty where the body was no XRPC error. */
  readonly error: string;
  /** The server's own sentence. */
  readonly message: string;
  /** `ratelimit-reset`: when calls are taken again, in milliseconds since 1970. */
  readonly resetAt: number | null;
  /** `Retry-After` as it came: what stands in front of a server may say when in its place. */
  readonly retryAfter?: string | undefined;
}

const closed = new Set([
  'AccountTakedown',
  'AccountSuspended',
  'AccountDeactivated',
  'RepoTakendown',
  'RepoDeactivated',
]);

// The real server answers 400 InvalidToken, not 401, for a token that it does not know.
const signedOut = new Set([
  'ExpiredToken',
  'InvalidToken',
  'AuthenticationRequired',
  'AuthMissing',
  'AuthFactorTokenRequired',
  'AccountNotFound',
]);

/** Whether a new session may help: one is then fetched, once, before anything else is concluded. */
export const isSignedOut = ({ status, error }: XrpcRefusal): boolean =>
  signedOut.has(error) || (status === 401 && !closed.has(error));

/** What to do after a refusal of a Bluesky server; by name and status, never by the words of the message. */
export function blueskyOutcome(refusal: XrpcRefusal, phase: Phase, now: number): Outcome {
  const { status, error, message } = refusal;
  const said = message || error || `status ${status}`;
  if (closed.has(error))
    return {
      kind: 'blocked',
      code: 'bluesky.account-closed',
      message: `Bluesky has closed this account (${said}). Sign in at Bluesky to see why, then test the channel again.`,
    };
  if (error === 'AuthFactorTokenRequired')
    return {
      kind: 'reauthorise',
      code: 'bluesky.needs-app-password',
      message:
        'The account asks for a code by e-mail. Make an app password in the settings of Bluesky and enter it here.',
    };
  if (isSignedOut(refusal) || status === 403)
    return {
      kind: 'reauthorise',
      code: 'bluesky.signed-out',
      message: `Bluesky refused the log-in (${said}). Make a new app password in the settings of Bluesky and enter it here.`,
    };
  if (status === 429 || error === 'RateLimitExceeded') {
    const wait = retryAfter(refusal.retryAfter, now);
    return tooMany(
      {
        code: 'bluesky.too-many',
        what: 'Bluesky takes no more calls of this account',
        after: refusal.resetAt === null ? (wait ?? null) : refusal.resetAt - now,
      },
      now,
    );
  }
  // A picture or a video that was uploaded and then cleared away, or is still being stored: upload it again.
  if (error === 'BlobNotFound')
    return {
      kind: 'retry',
      code: 'bluesky.picture-gone',
      message: `Bluesky lost the picture or the video (${said}).`,
    };
  if (status >= 500)
    return {
      kind: phase === 'write' ? 'unknown' : 'retry',
      code: 'bluesky.server-error',
      message: `The server of the account failed (status ${status}).`,
    };
  return {
    kind: 'rejected',
    code: 'bluesky.refused',
    message: `Bluesky refused this post: ${said}. Change the text or the pictures and schedule it again.`,
  };
}
