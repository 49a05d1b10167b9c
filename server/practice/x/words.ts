import { asJson, type PracticeAnswer, type Refusal } from '../network';

const problems = 'https://api.x.com/2/problems/';

/** A refusal as X words it (docs.x.com/x-api/fundamentals/response-codes-and-errors). */
const refused = (
  status: number,
  title: string,
  detail: string,
  type = 'about:blank',
  headers: Record<string, string> = {},
): PracticeAnswer =>
  asJson(status, { title, detail, type, status }, { 'content-type': 'application/problem+json', ...headers });

export const unauthorised = refused(401, 'Unauthorized', 'Unauthorized');
/** The access does not cover it. */
export const forbidden = refused(403, 'Forbidden', 'Forbidden');
export const duplicate = refused(
  403,
  'Forbidden',
  'You are not allowed to create a Tweet with duplicate content.',
);
/** What X answers where it names no reason, as to an edit that it does not take. */
export const notPermitted = refused(403, 'Forbidden', 'You are not permitted to perform this action.');
export const goneAbove = refused(
  403,
  'Forbidden',
  'You attempted to reply to a Tweet that is deleted or not visible to you.',
);
export const notSummoned = refused(
  403,
  'Forbidden',
  'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
);
export const notFound = (what: string): PracticeAnswer =>
  refused(404, 'Not Found Error', `Could not find ${what}.`, `${problems}resource-not-found`);
export const invalid = (what: string): PracticeAnswer =>
  refused(400, 'Invalid Request', what, `${problems}invalid-request`);

/** Problems inside of an answer that is a yes (docs.x.com/x-api/fundamentals/response-codes-and-errors, partial errors). */
export const notThere = (id: string, parameter: 'id' | 'ids' = 'ids'): object => ({
  ...{ value: id, resource_id: id, parameter, resource_type: 'tweet', title: 'Not Found Error' },
  ...{ detail: `Could not find tweet with ${parameter}: [${id}].`, type: `${problems}resource-not-found` },
});
export const keptBack = (id: string, field: string): object => ({
  ...{ resource_id: id, parameter: 'tweet.fields', resource_type: 'tweet', section: 'data', field },
  title: 'Field Authorization Error',
  detail: `Sorry, you are not authorized to access '${field}' on the Tweet with id : [${id}].`,
  type: `${problems}not-authorized-for-field`,
});

export function xRefusal(what: Refusal, resetAt: number | null): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return unauthorised;
    case 'server-error':
      return refused(500, 'Internal Server Error', 'Something is broken.');
    case 'too-many':
      return refused(
        429,
        'Too Many Requests',
        'Too Many Requests',
        `${problems}rate-limit-exceeded`,
        resetAt === null
          ? {}
          : {
              'x-rate-limit-limit': '100',
              'x-rate-limit-remaining': '0',
              'x-rate-limit-reset': String(Math.ceil(resetAt / 1_000)),
            },
      );
    default:
      return what satisfies never;
  }
}
