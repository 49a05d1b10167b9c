import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../../server/practice/network';
import { linkedinRefusal } from '../../../server/practice/linkedin/words';

/** The app that the business registered there. */
export const linkedinApp = { clientId: '77bakeryapp77', clientSecret: 'WPL_AP1.of-the-bakery' } as const;

interface Sources {
  /** Makes an access token that may do so much. */
  readonly token: (account: string, scopes: readonly string[]) => string;
  readonly now: () => number;
}

/** An access token serves for 60 days, what renews it for a year from the day on which a person allowed it. */
const sixtyDays = 60 * 86_400;
const year = 365 * 86_400;

interface Grant {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly redirect: string;
  readonly endsAt: number;
}

/** LinkedIn's OAuth (learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow): strict about the app, without PKCE. */
export function linkedinOAuth({ token, now }: Sources): PracticeNetwork {
  const codes = new Map<string, Grant>();
  const refreshes = new Map<string, Grant>();

  function decided(form: Form): PracticeAnswer {
    const input = question.safeParse(form);
    if (!input.success) return { status: 400, body: `Bummer, something went wrong. ${input.error.message}` };
    const { redirect_uri, state, scope, account, decision } = input.data;
    const back = new URL(redirect_uri);
    back.searchParams.set('state', state);
    if (decision === 'allow') {
      const code = `AQ${randomBytes(24).toString('base64url')}`;
      const scopes = scope.split(' ');
      codes.set(code, { account, scopes, redirect: redirect_uri, endsAt: now() + 30 * 60_000 });
      back.searchParams.set('code', code);
    } else {
      back.searchParams.set('error', 'user_cancelled_authorize');
      back.searchParams.set('error_description', 'The user cancelled the authorization');
    }
    return { status: 302, headers: { location: back.href }, body: '' };
  }

  /** It leaves out the type of the token, and writes scopes with commas. */
  function given(grant: Grant, refreshToken: string): PracticeAnswer {
    refreshes.set(refreshToken, grant);
    return asJson(200, {
      access_token: token(grant.account, grant.scopes),
      expires_in: sixtyDays,
      refresh_token: refreshToken,
      refresh_token_expires_in: Math.floor((grant.endsAt - now()) / 1_000),
      scope: grant.scopes.join(','),
    });
  }

  function exchanged(form: Form): PracticeAnswer {
    const input = tokenForm.safeParse(form);
    if (!input.success) return refused('invalid_request', 'A required parameter is missing');
    const asked = input.data;
    if (asked.client_id !== linkedinApp.clientId || asked.client_secret !== linkedinApp.clientSecret)
      return refused('invalid_client', 'Client authentication failed');
    if (asked.grant_type === 'refresh_token') {
      const grant = refreshes.get(asked.refresh_token);
      return grant && grant.endsAt > now()
        ? given(grant, asked.refresh_token)
        : refused('invalid_grant', 'The provided refresh token is invalid, expired or revoked');
    }
    const grant = codes.get(asked.code);
    codes.delete(asked.code);
    if (!grant || grant.redirect !== asked.redirect_uri || grant.endsAt <= now())
      return refused('invalid_grant', 'Unable to retrieve access token: authorization code not found');
    return given({ ...grant, endsAt: now() + year * 1_000 }, `AQ${randomBytes(24).toString('base64url')}`);
  }

  return {
    kind: 'linkedin',
    deedOf: (request) => (routeOf(request) === null ? null : 'read'),
    refusal: (what, resetAt) => linkedinRefusal(what, resetAt, now()),
    async answer(request) {
      const form = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
      return routeOf(request) === 'POST /oauth/v2/accessToken' ? exchanged(form) : decided(form);
    },
  };
}

type Form = Readonly<Record<string, string>>;

/** What the page of LinkedIn is opened with, and what a person presses there. */
const question = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.literal(linkedinApp.clientId),
  redirect_uri: z.url().regex(/\/api\/presence\/connect\/linkedin$/),
  scope: z.string().min(1),
  state: z.string().min(1),
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
  }),
  z.strictObject({ ...app, grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
]);

const routes = ['POST /oauth/v2/authorization', 'POST /oauth/v2/accessToken'] as const;
const routeOf = ({ method, url }: PracticeRequest): (typeof routes)[number] | null =>
  routes.find((route) => route === `${method} ${url.pathname}`) ?? null;

const refused = (error: string, description: string): PracticeAnswer =>
  asJson(error === 'invalid_client' ? 401 : 400, { error, error_description: description });
