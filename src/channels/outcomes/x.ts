import { own } from '../../shared/own';
import type { Outcome, RateLimit } from '../channel';
import type { Phase } from './http';
import { tooMany } from './limits';

/** A refusal as X words it: `{ title, detail, type, status }` (docs.x.com/x-api/fundamentals/response-codes-and-errors). */
export interface XRefusal {
  readonly status: number;
  /** Last part of `type`, such as `usage-capped`; empty where it is `about:blank` or none. */
  readonly type: string;
  readonly detail: string;
  /** Milliseconds since 1970; null where nobody says. */
  readonly resetAt: number | null;
}

type Known = 'permission' | 'suspended' | 'capped' | 'duplicate';

const types: Readonly<Record<string, Known>> = {
  'client-forbidden': 'permission',
  'not-authorized-for-resource': 'permission',
  'unsupported-authentication': 'permission',
  'oauth1-permissions': 'permission',
  'usage-capped': 'capped',
};

/** Refusals that are named by no type: whole sentences, compared as a whole. */
const sentences: Readonly<Record<string, Known>> = {
  'You are not allowed to create a Tweet with duplicate content.': 'duplicate',
  'You are not allowed to create a Post with duplicate content.': 'duplicate',
  'Your account is suspended and is not permitted to access this feature.': 'suspended',
  'Your account is suspended and is not permitted to perform this action.': 'suspended',
  'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.':
    'permission',
};

const knownOf = ({ type, detail }: XRefusal): Known | undefined => own(types, type) ?? own(sentences, detail);

/** Whether the account has posted the same words not long ago: perhaps they are ours. */
export const isXDuplicate = (refusal: XRefusal): boolean =>
  refusal.status === 403 && knownOf(refusal) === 'duplicate';

/** Whether X refuses an answer, or an edit, although the same keys just posted: by what it lets an app or an account do. */
export const isXPolicy = (refusal: XRefusal): boolean => {
  const known = knownOf(refusal);
  return refusal.status === 403 && known !== 'duplicate' && known !== 'suspended';
};

/** What to do after a refusal of X. */
export function xOutcome(refusal: XRefusal, phase: Phase, now: number): Outcome {
  const { status, detail, resetAt } = refusal;
  const known = knownOf(refusal);
  const said = detail || `status ${status}`;
  if (known === 'suspended')
    return {
      kind: 'blocked',
      code: 'x.suspended',
      message: 'X suspended this account. Sign in at x.com to see why, then test the channel again.',
    };
  if (known === 'capped' || status === 402)
    return {
      kind: 'parked',
      code: 'x.usage-capped',
      message: `The credits of your X developer app are used up (${said}). Add some at console.x.com; what waits goes on by itself.`,
    };
  if (status === 401)
    return {
      kind: 'reauthorise',
      code: 'x.signed-out',
      message: `X refused the access (${said}). Press Connect in the form of the channel; where it works by keys, make the access token anew at console.x.com and enter all four.`,
    };
  if (known === 'permission')
    return {
      kind: 'reauthorise',
      code: 'x.permission',
      message: `The app may not do this (${said}). At console.x.com set its permissions to Read and write, then press Connect in the form of the channel, or make the access token anew and enter it there.`,
    };
  if (known === 'duplicate')
    return {
      kind: 'rejected',
      code: 'x.duplicate',
      message:
        'X takes no post with the same words twice within some hours. Change the text and schedule it again.',
    };
  if (status === 429)
    return tooMany(
      {
        code: 'x.too-many',
        what: 'X takes no more calls of this account',
        after: resetAt === null ? null : resetAt - now,
      },
      now,
    );
  if (status >= 500)
    return {
      kind: phase === 'write' ? 'unknown' : 'retry',
      code: 'x.server-error',
      message: `X failed (status ${status}).`,
    };
  if (status >= 300 && status <= 399)
    return {
      kind: 'rejected',
      code: 'x.redirect',
      message: `The server redirects (status ${status}), and redirects are not followed. Check the address of the API.`,
    };
  return {
    kind: 'rejected',
    code: 'x.refused',
    message: `X refused this post: ${said}. Change the text or the pictures and schedule it again.`,
  };
}

/** The quota that an answer names: `x-rate-limit-remaining`, and `x-rate-limit-reset` in seconds since 1970. */
export function xLimits(
  headers: Readonly<Record<string, string | undefined>>,
  now: number,
): readonly RateLimit[] {
  const said = [headers['x-rate-limit-remaining'], headers['x-rate-limit-reset']];
  if (!said.every((one) => one !== undefined && /^\d{1,12}$/.test(one))) return [];
  const [remaining = 0, reset = 0] = said.map(Number);
  return reset * 1_000 > now ? [{ scope: 'account', remaining, resetAt: reset * 1_000 }] : [];
}
