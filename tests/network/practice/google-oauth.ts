import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../../server/practice/network';
import { googleRefused } from '../../../server/practice/google/words';

/** The app that the business registered there. */
export const googleApp = {
  clientId: '104857600-bakery.apps.googleusercontent.com',
  clientSecret: 'GOCSPX-of-the-bakery',
} as const;

interface Sources {
  /** Makes an access token that may do so much, until then. */
  readonly token: (account: string, scopes: readonly string[], endsAt: number) => string;
  /** How many seconds an access token serves. */
  readonly lasts: () => number;
  readonly now: () => number;
}

interface Grant {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly redirect: string;
  readonly challenge: string;
  readonly isOffline: boolean;
}

/** Google's OAuth (developers.google.com/identity/protocols/oauth2/web-server): what renews access comes offline only, and stays the same. */
export function googleOAuth({ token, lasts, now }: Sources) {
  const codes = new Map<string, Grant>();
  const refreshes = new Map<string, Grant>();
  let isSparing = false;

  function decided(form: Form): PracticeAnswer {
    const input = question.safeParse(form);
    if (!input.success) return { status: 400, body: `Error 400: invalid_request. ${input.error.message}` };
    const { redirect_uri, state, scope, account, decision, code_challenge, access_type, prompt } = input.data;
    const back = new URL(redirect_uri);
    back.searchParams.set('state', state);
    if (decision === 'allow') {
      const code = `4/0A${randomBytes(24).toString('base64url')}`;
      const isOffline = access_type === 'offline' && prompt === 'consent' && !isSparing;
      const scopes = scope.split(' ');
      codes.set(code, { account, scopes, redirect: redirect_uri, challenge: code_challenge, isOffline });
      back.searchParams.set('code', code);
      back.searchParams.set('scope', scope);
    } else back.searchParams.set('error', 'access_denied');
    return { status: 302, headers: { location: back.href }, body: '' };
  }

  const given = (grant: Grant, more: object): PracticeAnswer =>
    asJson(200, {
      ...{ expires_in: lasts(), scope: grant.scopes.join(' '), token_type: 'Bearer' },
      access_token: token(grant.account, grant.scopes, now() + lasts() * 1_000),
      ...more,
    });

  function exchanged(form: Form): PracticeAnswer {
    const input = tokenForm.safeParse(form);
    if (!input.success) return refused('invalid_request', 'Missing required parameter');
    const asked = input.data;
    if (asked.client_id !== googleApp.clientId || asked.client_secret !== googleApp.clientSecret)
      return refused('invalid_client', 'The provided client secret is invalid.');
    if (asked.grant_type === 'refresh_token') {
      const grant = refreshes.get(asked.refresh_token);
      return grant ? given(grant, {}) : refused('invalid_grant', 'Token has been expired or revoked.');
    }
    const grant = codes.get(asked.code);
    codes.delete(asked.code);
    const challenge = createHash('sha256').update(asked.code_verifier).digest('base64url');
    if (!grant || grant.redirect !== asked.redirect_uri || grant.challenge !== challenge)
      return refused('invalid_grant', 'Bad Request');
    if (!grant.isOffline) return given(grant, {});
    const refreshToken = `1//0${randomBytes(24).toString('base64url')}`;
    refreshes.set(refreshToken, grant);
    return given(grant, { refresh_token: refreshToken });
  }

  /** A token is all that is wanted (developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke). */
  function revoked({ url }: PracticeRequest, form: Form): PracticeAnswer {
    const input = z.strictObject({ token: z.string().min(1) }).safeParse(form);
    if (!input.success || url.search !== '') return refused('invalid_request', 'Bad Request');
    if (!refreshes.delete(input.data.token)) return refused('invalid_token', 'Token expired or revoked');
    return asJson(200, {});
  }

  const network: PracticeNetwork = {
    kind: 'google-business',
    deedOf: (request) => (routeOf(request) === null ? null : 'read'),
    refusal: (what, resetAt) => googleRefused(what, resetAt, now()),
    async answer(request) {
      const form = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
      switch (routeOf(request)) {
        case 'POST /token':
          return exchanged(form);
        case 'POST /revoke':
          return revoked(request, form);
        default:
          return decided(form);
      }
    },
  };
  return {
    network,
    /** From now on it gives nothing to renew by, as to somebody who has agreed before. */
    spare: (): void => void (isSparing = true),
    /** The person took the access away in their account. */
    revoke: (): void => refreshes.clear(),
    /** How many may renew their access. */
    renewable: (): number => refreshes.size,
  };
}

type Form = Readonly<Record<string, string>>;

/** What the page of Google is opened with, and what a person presses there. */
const question = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.literal(googleApp.clientId),
  redirect_uri: z.url().regex(/\/api\/presence\/connect\/google-business$/),
  scope: z.string().min(1),
  state: z.string().min(1),
  access_type: z.enum(['online', 'offline']).optional(),
  prompt: z.enum(['none', 'consent', 'select_account']).optional(),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
  account: z.string(),
  decision: z.enum(['allow', 'deny']),
});
const app = { client_id: z.string(), client_secret: z.string() };
const tokenForm = z.discriminatedUnion('grant_type', [
  z.strictObject({
    ...app,
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.string(),
  }),
  z.strictObject({ ...app, grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
]);

const routes = ['POST /o/oauth2/v2/auth', 'POST /token', 'POST /revoke'] as const;
const routeOf = ({ method, url }: PracticeRequest): (typeof routes)[number] | null =>
  routes.find((route) => route === `${method} ${url.pathname}`) ?? null;

const refused = (error: string, description: string): PracticeAnswer =>
  asJson(error === 'invalid_client' ? 401 : 400, { error, error_description: description });
