import type { Outcome } from '../channel';
import type { Phase } from './http';
import { tooMany } from './limits';

/**
 * A refusal of LinkedIn: `{ status, message, serviceErrorCode, code, errorDetails: { inputErrors: [{ code, description }] } }`
 * (learn.microsoft.com, "Error handling").
 */
export interface LinkedinRefusal {
  readonly status: number;
  /** Name of the error, that of the first wrong input before that of the whole: `DUPLICATE_POST`, `VERSION_MISSING`; empty where there is none. */
  readonly code: string;
  /** LinkedIn's sentence, for a person to read only. */
  readonly said: string;
  /** Milliseconds from now, as `Retry-After` says; null: it says none. */
  readonly after: number | null;
}

/** Quotas of apps and members begin anew at midnight UTC. */
const day = 86_400_000;
const untilMidnight = (now: number): number => day - (now % day);

/** Whether the account has posted the same words not long ago: perhaps they are ours. */
export const isLinkedinDuplicate = ({ status, code }: LinkedinRefusal): boolean =>
  status === 409 || code === 'DUPLICATE_POST';

/** What LinkedIn says now and then to those who may: the same request goes through a little later. */
const passing = /\bresource is forbidden\b|\bunable to obtain activity\b/iu;

/** What to do after a refusal of LinkedIn. */
export function linkedinOutcome(refusal: LinkedinRefusal, phase: Phase, now: number): Outcome {
  const { status, code, said, after } = refusal;
  const words = said || code || `status ${status}`;
  if (status === 426 || code === 'NONEXISTENT_VERSION' || code === 'VERSION_MISSING')
    return {
      kind: 'blocked',
      code: 'linkedin.version-ended',
      message:
        'LinkedIn has switched off the version of its API that this release of Presence speaks. Update the plugin, then test the channel.',
    };
  if (status === 401)
    return {
      kind: 'reauthorise',
      code: 'linkedin.signed-out',
      message: `LinkedIn refused the access (${words}). Connect the channel again in its form.`,
    };
  if (status === 403 && passing.test(said))
    return {
      kind: 'retry',
      code: 'linkedin.not-now',
      message: `LinkedIn refused this for the moment (${words}). It is tried again by itself; where it stays so, look whether this account may still post on the page.`,
    };
  if (status === 403)
    return {
      kind: 'reauthorise',
      code: 'linkedin.forbidden',
      message: `LinkedIn does not let this account post here (${words}). It has to be an administrator or content administrator of the page, and the app needs the Community Management API; then connect the channel again.`,
    };
  if (isLinkedinDuplicate(refusal))
    return {
      kind: 'rejected',
      code: 'linkedin.duplicate',
      message:
        'LinkedIn has a post with the same words of this account already. Change the text, or leave it.',
    };
  if (status === 429)
    return tooMany(
      { code: 'linkedin.too-many', what: 'LinkedIn takes no more calls', after: after ?? untilMidnight(now) },
      now,
    );
  if (status >= 300 && status <= 399)
    return {
      kind: 'rejected',
      code: 'linkedin.redirect',
      message: `The server redirects (status ${status}), and redirects are not followed. Check the address of the API.`,
    };
  if (status >= 500)
    return {
      kind: phase === 'write' ? 'unknown' : 'retry',
      code: 'linkedin.server-error',
      message: `LinkedIn failed (status ${status}).`,
    };
  return {
    kind: 'rejected',
    code: 'linkedin.refused',
    message: `LinkedIn refused this post: ${words}. Change the text or the pictures and schedule it again.`,
  };
}
