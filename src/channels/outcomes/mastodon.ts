import { own } from '../../shared/own';
import type { Outcome } from '../channel';
import type { Phase } from './http';
import { tooMany } from './limits';

/** A refusal as Mastodon words it: `{ error, error_description }` and a status (docs.joinmastodon.org/entities/Error). */
export interface MastodonRefusal {
  readonly status: number;
  /** The sentence, or for OAuth the machine name, of `error`; empty where the body was none. */
  readonly error: string;
  readonly description: string;
  /** `X-RateLimit-Reset` of a quota that is used up, or now and `Retry-After`: milliseconds since 1970. */
  readonly resetAt: number | null;
}

type Known = 'closed' | 'scopes' | 'not-ready' | 'signed-out';

/**
 * Refusals that share a status and need different things. Mastodon has no names for them: these are its whole sentences,
 * which its API never translates, compared as a whole. Any other sentence is judged by its status alone.
 */
const sentences: Readonly<Record<string, Known>> = {
  'This action is outside the authorized scopes': 'scopes',
  insufficient_scope: 'scopes',
  invalid_token: 'signed-out',
  'The access token is invalid': 'signed-out',
  'The access token was revoked': 'signed-out',
  'The access token expired': 'signed-out',
  'This method requires an authenticated user': 'signed-out',
  'Your login is currently disabled': 'closed',
  'Your login is currently pending approval': 'closed',
  'Your login is missing a confirmed e-mail address': 'closed',
  'Cannot attach files that have not finished processing. Try again in a moment!': 'not-ready',
};

/** What to do after a refusal of a Mastodon server. */
export function mastodonOutcome(refusal: MastodonRefusal, phase: Phase, now: number): Outcome {
  const { status, error, description, resetAt } = refusal;
  const said = description || error || `status ${status}`;
  const known = own(sentences, error);
  if (known === 'closed')
    return {
      kind: 'blocked',
      code: 'mastodon.account-closed',
      message: `The server does not let this account post (${said}). Sign in at the server to see why, then test the channel again.`,
    };
  if (known === 'scopes')
    return {
      kind: 'reauthorise',
      code: 'mastodon.scopes',
      message:
        'The access token may not do this. Connect the channel again, or make a token with write:statuses, write:media, read:accounts and read:statuses, and enter it here.',
    };
  if (known === 'signed-out' || status === 401 || status === 403)
    return {
      kind: 'reauthorise',
      code: 'mastodon.signed-out',
      message: `Mastodon refused the access token (${said}). Connect the channel again, or make a new one in the settings of Mastodon under Development and enter it here.`,
    };
  if (status === 429)
    return tooMany(
      {
        code: 'mastodon.too-many',
        what: 'Mastodon takes no more calls of this account',
        after: resetAt === null ? null : resetAt - now,
      },
      now,
    );
  if (known === 'not-ready' || status === 408)
    return { kind: 'retry', code: 'mastodon.not-ready', message: `Mastodon is not ready yet (${said}).` };
  if (status >= 500)
    return {
      kind: phase === 'write' ? 'unknown' : 'retry',
      code: 'mastodon.server-error',
      message: `The Mastodon server failed (status ${status}).`,
    };
  if (status >= 300 && status <= 399)
    return {
      kind: 'rejected',
      code: 'mastodon.redirect',
      message: `The server redirects (status ${status}), and redirects are not followed. Enter the address of the Mastodon server itself in the channel.`,
    };
  return {
    kind: 'rejected',
    code: 'mastodon.refused',
    message: `Mastodon refused this post: ${said}. Change the text, the pictures or the video and schedule it again.`,
  };
}
