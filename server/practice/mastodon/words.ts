import { asJson, type PracticeAnswer, type Refusal } from '../network';

/** Refusals in Mastodon's own words (docs.joinmastodon.org/entities/Error, and the sentences of its API). */
export const refused = (status: number, error: string): PracticeAnswer => asJson(status, { error });

export const signedOut = refused(401, 'The access token is invalid');
export const outsideScopes = refused(403, 'This action is outside the authorized scopes');
export const notFound = refused(404, 'Record not found');
export const invalid = (what: string): PracticeAnswer => refused(422, `Validation failed: ${what}`);

export function mastodonRefusal(what: Refusal, resetAt: number | null): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return signedOut;
    case 'server-error':
      return refused(500, 'There was an error');
    case 'too-many':
      return {
        ...refused(429, 'Too many requests'),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(resetAt === null
            ? {}
            : {
                'x-ratelimit-limit': '300',
                'x-ratelimit-remaining': '0',
                'x-ratelimit-reset': new Date(resetAt).toISOString(),
              }),
        },
      };
    default:
      return what satisfies never;
  }
}
