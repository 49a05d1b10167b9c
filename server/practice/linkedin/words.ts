import { asJson, type PracticeAnswer, type Refusal } from '../network';

/** A refusal as LinkedIn words it (learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling). */
const refused = (
  status: number,
  code: string,
  message: string,
  more: { readonly serviceErrorCode?: number; readonly errorDetails?: object } = {},
  headers: Record<string, string> = {},
): PracticeAnswer => asJson(status, { status, code, message, ...more }, headers);

/** A wrong input, in the words of the posts API. */
const wrongInput = (status: number, code: string, description: string, message: string): PracticeAnswer =>
  refused(status, '', message, {
    errorDetails: { inputErrors: [{ description, input: {}, code }] },
  });

export const invalid = (what: string): PracticeAnswer => refused(400, 'ILLEGAL_ARGUMENT', what);
export const unpermitted = (what: string): PracticeAnswer =>
  wrongInput(422, 'FIELD_VALUE_NOT_ALLOWED', what, `Unpermitted fields present in REQUEST_BODY: ${what}`);
export const duplicateOf = (id: string): PracticeAnswer =>
  wrongInput(
    422,
    'DUPLICATE_POST',
    'Duplicate post is detected',
    `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${id}`,
  );
export const notFound = (what: string): PracticeAnswer =>
  refused(404, 'RESOURCE_NOT_FOUND', `No resource found: ${what}`);
export const forbidden = (what: string): PracticeAnswer =>
  refused(403, 'ACCESS_DENIED', `Not enough permissions to access: ${what}`, { serviceErrorCode: 100 });
export const versionMissing = refused(
  400,
  'VERSION_MISSING',
  'A version must be present. Please specify a version by adding the LinkedIn-Version header.',
);
export const versionEnded = (version: string): PracticeAnswer =>
  refused(426, 'NONEXISTENT_VERSION', `Requested version ${version} is not active`);
export const signedOut = refused(401, 'EXPIRED_ACCESS_TOKEN', 'The token used in the request has expired', {
  serviceErrorCode: 65_602,
});

export function linkedinRefusal(what: Refusal, resetAt: number | null, now: number): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return signedOut;
    case 'server-error':
      return refused(500, 'INTERNAL_SERVER_ERROR', 'Internal Server Error');
    case 'too-many':
      return refused(
        429,
        'TOO_MANY_REQUESTS',
        'Resource level throttle limit for calls to this resource is reached.',
        { serviceErrorCode: 101 },
        resetAt === null ? {} : { 'retry-after': String(Math.ceil((resetAt - now) / 1_000)) },
      );
    default:
      return what satisfies never;
  }
}
