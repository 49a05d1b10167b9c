import { asJson, type PracticeAnswer, type Refusal } from '../network';

/** A refusal as Google words it: `google.rpc.Status` with details (cloud.google.com/apis/design/errors). */
const refused = (
  http: number,
  status: string,
  message: string,
  details: readonly object[] = [],
): PracticeAnswer =>
  asJson(http, {
    error: { code: http, message, status, ...(details.length > 0 ? { details } : {}) },
  });

const rpc = 'type.googleapis.com/google.rpc';
const validationError = 'type.googleapis.com/google.mybusiness.v4.ValidationError';

/** A wrong field of a post, in the words of version 4. */
export const invalidField = (field: string, message: string): PracticeAnswer =>
  refused(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.', [
    { '@type': validationError, errorDetails: [{ code: 2, field, message }] },
  ]);
/** A wrong parameter, in those of the younger APIs. */
export const invalid = (field: string, description: string): PracticeAnswer =>
  refused(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.', [
    { '@type': `${rpc}.BadRequest`, fieldViolations: [{ field, description }] },
  ]);
export const notFound = refused(404, 'NOT_FOUND', 'Requested entity was not found.');
export const forbidden = refused(403, 'PERMISSION_DENIED', 'The caller does not have permission');
export const scopeMissing = refused(
  403,
  'PERMISSION_DENIED',
  'Request had insufficient authentication scopes.',
  [
    {
      '@type': `${rpc}.ErrorInfo`,
      reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      domain: 'googleapis.com',
      metadata: { service: 'mybusiness.googleapis.com' },
    },
  ],
);
export const signedOut = refused(
  401,
  'UNAUTHENTICATED',
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
  [{ '@type': `${rpc}.ErrorInfo`, reason: 'ACCESS_TOKEN_EXPIRED', domain: 'googleapis.com' }],
);

export function googleRefused(what: Refusal, resetAt: number | null, now: number): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return signedOut;
    case 'server-error':
      return refused(500, 'INTERNAL', 'Internal error encountered.');
    case 'too-many':
      return refused(
        429,
        'RESOURCE_EXHAUSTED',
        "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'.",
        [
          {
            '@type': `${rpc}.ErrorInfo`,
            reason: 'RATE_LIMIT_EXCEEDED',
            domain: 'googleapis.com',
            metadata: { quota_limit_value: '300', quota_location: 'global' },
          },
          ...(resetAt === null
            ? []
            : [{ '@type': `${rpc}.RetryInfo`, retryDelay: `${Math.ceil((resetAt - now) / 1_000)}s` }]),
        ],
      );
    default:
      return what satisfies never;
  }
}
