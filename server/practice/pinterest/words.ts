import { asJson, type PracticeAnswer, type Refusal } from '../network';

/** A refusal as Pinterest words it (developers.pinterest.com/docs/api/v5, Error). */
const refused = (
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): PracticeAnswer => asJson(status, { code, message }, headers);

export const invalid = (what: string): PracticeAnswer => refused(400, 1, `Invalid request: ${what}`);
export const signedOut = refused(401, 2, 'Authentication failed.');
export const scopeMissing = refused(
  401,
  3,
  'Your token does not have sufficient permissions to perform this operation. Please ensure your token is authorized with the correct set of scopes.',
);
export const boardNotFound = refused(404, 40, 'Board not found.');
export const pinNotFound = refused(404, 50, 'Pin not found.');
export const unknownPath = refused(404, 0, 'Not found.');
export const grantInvalid = refused(400, 283, 'The authorization grant is invalid.');

export function pinterestRefusal(what: Refusal, resetAt: number | null, now: number): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return signedOut;
    case 'server-error':
      return refused(500, 12, 'Something went wrong on our end. Sorry about that.');
    case 'too-many':
      return refused(
        429,
        8,
        'This request exceeded a rate limit. This can happen if the client exceeds one of the published rate limits or if multiple write operations are applied to an object within a short time window.',
        resetAt === null
          ? {}
          : {
              'x-ratelimit-limit': '100',
              'x-ratelimit-remaining': '0',
              'x-ratelimit-reset': String(Math.ceil((resetAt - now) / 1_000)),
            },
      );
    default:
      return what satisfies never;
  }
}
