import type { Outcome } from '../../channel';
import type { Phase } from '../http';
import { tooMany } from '../limits';

/** A refusal of Pinterest: `{ code, message }` (developers.pinterest.com/docs/api/v5, Error). */
export interface PinterestRefusal {
  readonly status: number;
  /** Pinterest's own number of what is wrong; 0 where the answer is not in its words. */
  readonly code: number;
  /** Pinterest's sentence, for a person to read only. */
  readonly said: string;
  /** Milliseconds from now until calls are taken again; null: nobody says. */
  readonly after: number | null;
}

/** A 401 that is about what the token may do, not about the token: a scope is missing (3), or the board is another's (7). */
const aboutRights: ReadonlySet<number> = new Set([3, 7]);

/** In Pinterest's own words: a 404 of whoever else stands at that address says nothing. */
export const isGoneOnPinterest = ({ status, code }: PinterestRefusal): boolean =>
  status === 404 && code !== 0;

/** What to do after a refusal of Pinterest. */
export function pinterestOutcome(refusal: PinterestRefusal, phase: Phase, now: number): Outcome {
  const { status, code, said, after } = refusal;
  const words = said || `status ${status}`;
  if (status === 401 && !aboutRights.has(code))
    return {
      kind: 'reauthorise',
      code: 'pinterest.signed-out',
      message: `Pinterest refused the access (${words}). Connect the channel again in its form.`,
    };
  if (status === 401 || status === 403)
    return {
      kind: 'reauthorise',
      code: 'pinterest.forbidden',
      message: `Pinterest does not let this account pin here (${words}). The board has to be one that the account owns or works on, and the app needs Standard access; then connect the channel again.`,
    };
  if (isGoneOnPinterest(refusal))
    return {
      kind: 'reauthorise',
      code: 'pinterest.no-board',
      message: `The board of this channel is not there any more (${words}). Test the channel: it lists the boards. Enter one of them in its form.`,
    };
  if (status === 429)
    return tooMany({ code: 'pinterest.too-many', what: 'Pinterest takes no more calls', after }, now);
  if (status >= 300 && status <= 399)
    return {
      kind: 'rejected',
      code: 'pinterest.redirect',
      message: `The server redirects (status ${status}), and redirects are not followed. Check the address of the API.`,
    };
  if (status === 400 && /\bunable to reach the url\b/iu.test(said))
    return {
      kind: 'retry',
      code: 'pinterest.not-reached',
      message: `Pinterest could not load what the pin points to (${words}). It is tried again by itself.`,
    };
  if (status >= 500)
    return {
      kind: phase === 'write' ? 'unknown' : 'retry',
      code: 'pinterest.server-error',
      message: `Pinterest failed (status ${status}).`,
    };
  return {
    kind: 'rejected',
    code: 'pinterest.refused',
    message: `Pinterest refused this pin: ${words}. Change the text, the link or the pictures and schedule it again.`,
  };
}
