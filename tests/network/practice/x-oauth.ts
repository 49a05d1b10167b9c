import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../../server/practice/network';
import { xRefusal } from '../../../server/practice/x/words';
import { consentPage, formIn, oops, sentBack, type Form } from './consent';

/** The app that the business registered there. */
export const xApp = { clientId: 'UUs0YmFrZXJ5OjE6Y2k', clientSecret: 'of-the/bakery+and=more' } as const;
/** One that has no secret. */
export const xPublicApp = { clientId: 'UUs0YmFrZXJ5OjE6bmE' } as const;

interface Grant {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly app: string;
}
interface Code extends Grant {
  readonly redirect: string;
  readonly challenge: string;
  readonly endsAt: number;
}
interface Access extends Grant {
  readonly endsAt: number;
  /** What it was given with: it goes where that goes. */
  readonly refresh: string | null;
}

/**
 * OAuth 2.0 of X (docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code): with PKCE, Basic for an app with a secret, and a
 * token to renew by that serves once.
 */
export function xOAuth(now: () => number) {
  const codes = new Map<string, Code>();
  const refreshes = new Map<string, Grant>();
  const bearers = new Map<string, Access>();
  let seconds = 7_200;
  const word = () => randomBytes(48).toString('base64url');

  function decided({ account = '', decision = '', ...form }: Form): PracticeAnswer {
    const input = question.safeParse(form);
    if (!input.success) return oops('You weren’t able to give access to the App.');
    const { redirect_uri: redirect, state, scope, code_challenge: challenge, client_id: app } = input.data;
    if (decision !== 'allow') return sentBack(redirect, { state, error: 'access_denied' });
    const code = word();
    // It serves half a minute.
    codes.set(code, {
      ...{ account, scopes: scope.split(' '), app, redirect, challenge },
      endsAt: now() + 30_000,
    });
    return sentBack(redirect, { state, code });
  }

  function given(grant: Grant): PracticeAnswer {
    const access = word();
    const refresh = grant.scopes.includes('offline.access') ? word() : null;
    bearers.set(access, { ...grant, endsAt: now() + seconds * 1_000, refresh });
    if (refresh !== null) refreshes.set(refresh, grant);
    return asJson(200, {
      ...{ token_type: 'bearer', expires_in: seconds, access_token: access },
      scope: grant.scopes.join(' '),
      ...(refresh === null ? {} : { refresh_token: refresh }),
    });
  }

  /** The app that asks: by Basic where it has a secret, by its id in the form where it has none. Null: none. */
  function appOf({ headers }: PracticeRequest, id: string | undefined): string | null {
    const { authorization } = headers;
    if (authorization === undefined) return id === xPublicApp.clientId ? id : null;
    const [, told = ''] = /^Basic (\S+)$/.exec(authorization) ?? [];
    const { clientId, clientSecret } = xApp;
    const right = [clientId, clientSecret].map((part) => encodeURIComponent(part)).join(':');
    return Buffer.from(told, 'base64').toString('utf8') === right && id === undefined ? clientId : null;
  }

  function exchanged(request: PracticeRequest, form: Form): PracticeAnswer {
    const input = tokenForm.safeParse(form);
    if (!input.success) return refused(400, 'invalid_request', 'Missing required parameter.');
    const app = appOf(request, input.data.client_id);
    if (app === null) return refused(401, 'unauthorized_client', 'Missing valid authorization header');
    if (input.data.grant_type === 'refresh_token') {
      const grant = refreshes.get(input.data.refresh_token);
      refreshes.delete(input.data.refresh_token);
      return grant?.app === app ? given(grant) : invalidToken;
    }
    const { code: told, redirect_uri: redirect, code_verifier: verifier } = input.data;
    const code = codes.get(told);
    codes.delete(told);
    if (code?.app !== app || code.redirect !== redirect || code.endsAt <= now())
      return refused(400, 'invalid_request', 'Value passed for the authorization code was invalid.');
    return createHash('sha256').update(verifier).digest('base64url') === code.challenge
      ? given({ account: code.account, scopes: code.scopes, app })
      : refused(
          400,
          'invalid_request',
          'Value passed for the code verifier did not match the code challenge.',
        );
  }

  function revoked(request: PracticeRequest, form: Form): PracticeAnswer {
    const input = revokeForm.safeParse(form);
    if (!input.success) return refused(400, 'invalid_request', 'Missing required parameter [token].');
    if (appOf(request, input.data.client_id) === null)
      return refused(401, 'unauthorized_client', 'Missing valid authorization header');
    const { token } = input.data;
    for (const [access, { refresh }] of bearers)
      if (access === token || refresh === token) {
        bearers.delete(access);
        if (refresh !== null) refreshes.delete(refresh);
      }
    return asJson(200, { revoked: true });
  }

  const network: PracticeNetwork = {
    kind: 'x',
    deedOf: (request) => (routeOf(request) === null ? null : 'read'),
    refusal: xRefusal,
    async answer(request) {
      const form = formIn(request);
      switch (routeOf(request)) {
        case 'GET /i/oauth2/authorize': {
          const asked = question.safeParse(form);
          return asked.success
            ? consentPage(form, asked.data.scope.split(' '))
            : oops('You weren’t able to give access to the App.');
        }
        case 'POST /i/oauth2/authorize':
          return decided(form);
        case 'POST /2/oauth2/token':
          return exchanged(request, form);
        case 'POST /2/oauth2/revoke':
          return revoked(request, form);
        case null:
          return asJson(404, { error: 'not found' });
      }
    },
  };
  return {
    network,
    bearerOf(token: string) {
      const known = bearers.get(token);
      return known && known.endsAt > now() ? known : null;
    },
    /** From now on access serves so many seconds. */
    last: (next: number): void => void (seconds = next),
    /** The person took the access away in their settings. */
    revoke(): void {
      refreshes.clear();
      bearers.clear();
    },
  };
}

/** What the page of X is opened with. */
const question = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.enum([xApp.clientId, xPublicApp.clientId]),
  redirect_uri: z.url().regex(/\/api\/presence\/connect\/x$/),
  scope: z.string().min(1),
  state: z.string().min(1).max(500),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
});
const app = { client_id: z.string().optional() };
const tokenForm = z.discriminatedUnion('grant_type', [
  z.strictObject({
    ...app,
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.string().min(43).max(128),
  }),
  z.strictObject({ ...app, grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
]);
const revokeForm = z.strictObject({
  ...app,
  token: z.string().min(1),
  token_type_hint: z.enum(['access_token', 'refresh_token']).optional(),
});

const routes = [
  'GET /i/oauth2/authorize',
  'POST /i/oauth2/authorize',
  'POST /2/oauth2/token',
  'POST /2/oauth2/revoke',
] as const;
const routeOf = ({ method, url }: PracticeRequest): (typeof routes)[number] | null =>
  routes.find((route) => route === `${method} ${url.pathname}`) ?? null;

const refused = (status: number, error: string, description: string): PracticeAnswer =>
  asJson(status, { error, error_description: description });
const invalidToken = refused(400, 'invalid_request', 'Value passed for the token was invalid.');
