import type { Outcome } from '../../channel';
import type { Phase } from '../http';
import { tooMany } from '../limits';
import type { GoogleRefusal } from './refusal';

/** What a code of google.rpc means here. `lost`: it may have been done all the same. */
type Meaning = 'signed-out' | 'forbidden' | 'too-many' | 'gone' | 'not-now' | 'lost' | 'refused';

/** The codes of google.rpc (github.com/googleapis/googleapis, google/rpc/code.proto); others mean what their status of HTTP does. */
const meanings = new Map<string, Meaning>([
  ['UNAUTHENTICATED', 'signed-out'],
  ['PERMISSION_DENIED', 'forbidden'],
  ['RESOURCE_EXHAUSTED', 'too-many'],
  ['NOT_FOUND', 'gone'],
  ['ABORTED', 'not-now'],
  ['UNAVAILABLE', 'lost'],
  ['INTERNAL', 'lost'],
  ['UNKNOWN', 'lost'],
  ['DEADLINE_EXCEEDED', 'lost'],
  ['DATA_LOSS', 'lost'],
  ['CANCELLED', 'lost'],
  ['INVALID_ARGUMENT', 'refused'],
  ['FAILED_PRECONDITION', 'refused'],
  ['OUT_OF_RANGE', 'refused'],
  ['ALREADY_EXISTS', 'refused'],
  ['UNIMPLEMENTED', 'refused'],
]);

function meaningOf({ http, status }: GoogleRefusal): Meaning {
  const known = meanings.get(status);
  if (known) return known;
  if (http === 401) return 'signed-out';
  if (http === 403) return 'forbidden';
  if (http === 429) return 'too-many';
  return http >= 500 ? 'lost' : 'refused';
}

/** In Google's own words: a 404 of whoever else stands at that address says nothing. */
export const isGoneOnGoogle = ({ status }: GoogleRefusal): boolean => status === 'NOT_FOUND';

/** What to do after a refusal of Google. */
export function googleOutcome(refusal: GoogleRefusal, phase: Phase, now: number): Outcome {
  const { http, said, after, isWithoutQuota } = refusal;
  const words = said || refusal.status || `status ${http}`;
  if (http >= 300 && http <= 399)
    return {
      kind: 'rejected',
      code: 'google.redirect',
      message: `The server redirects (status ${http}), and redirects are not followed. Check the address of the API.`,
    };
  switch (meaningOf(refusal)) {
    case 'signed-out':
      return {
        kind: 'reauthorise',
        code: 'google.signed-out',
        message: `Google refused the access (${words}). Connect the channel again in its form.`,
      };
    case 'forbidden':
      return forbidden(refusal, words);
    case 'too-many':
      // The quota is that of the project, which all channels of this kind share.
      return isWithoutQuota
        ? notApproved
        : tooMany({ code: 'google.too-many', what: 'Google takes no more calls', after }, now, 'app');
    case 'gone':
      return {
        kind: 'reauthorise',
        code: 'google.location-gone',
        message:
          'Google does not know this location, or whoever connected does not manage it any more. Test the channel: it lists the locations. Enter one of them in its form, or connect it again.',
      };
    case 'not-now':
      return {
        kind: 'retry',
        code: 'google.not-now',
        message: `Google was busy with the same location (${words}). It is tried again by itself.`,
      };
    case 'lost':
      return {
        kind: phase === 'write' ? 'unknown' : 'retry',
        code: 'google.server-error',
        message: `Google failed (status ${http}).`,
      };
    case 'refused':
      return {
        kind: 'rejected',
        code: 'google.refused',
        message: `Google refused this post: ${words}. Change the text or the picture and schedule it again.`,
      };
  }
}

const notApproved = {
  kind: 'blocked',
  code: 'google.not-approved',
  message:
    'Google has not let your project into the Business Profile API yet: its quota is 0. Ask for access in the form that the guide names, wait for the answer of Google, then test the channel.',
} as const;

function forbidden({ reason }: GoogleRefusal, words: string): Outcome {
  if (reason === 'SERVICE_DISABLED')
    return {
      kind: 'blocked',
      code: 'google.api-off',
      message: `An API that posting needs is switched off in your Google Cloud project (${words}). Switch it on there, then test the channel.`,
    };
  if (reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT')
    return {
      kind: 'reauthorise',
      code: 'google.scope-missing',
      message:
        'The access does not cover managing the Business Profile. Connect the channel again and allow everything that Google asks about.',
    };
  return {
    kind: 'reauthorise',
    code: 'google.forbidden',
    message: `Google does not let this account post here (${words}). It has to be an owner or manager of the location, and the location has to be verified; then connect the channel again.`,
  };
}
