import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../../server/practice/network';
import { grantInvalid, invalid, pinterestRefusal, signedOut } from '../../../server/practice/pinterest/words';

/** The app that the business registered there. */
export const pinterestApp = { clientId: '1482910', clientSecret: 'secret+of/the bakery' } as const;

interface Sources {
  /** Makes an access token that may do so much. */
  readonly token: (account: string, scopes: readonly string[]) => string;
  readonly now: () => number;
}

/** An access token serves for 30 days, what renews it for 60 days from each renewal on. */
const thirtyDays = 30 * 86_400;
const sixtyDays = 60 * 86_400;

interface Grant {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly redirect: string;
  readonly endsAt: number;
}

/** Pinterest's OAuth (developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization): Basic, and no PKCE. */
export function pinterestOAuth({ token, now }: Sources): PracticeNetwork {
  const codes = new Map<string, Grant>();
  const refreshes = new Map<string, Grant>();

  function decided(form: Form): PracticeAnswer {
    const input = question.safeParse(form);
    if (!input.success) return { status: 400, body: `Oops. ${input.error.message}` };
    const { redirect_uri, state, scope, account, decision } = input.data;
    const back = new URL(redirect_uri);
    back.searchParams.set('state', state);
    if (decision === 'allow') {
      const code = randomBytes(20).toString('hex');
      const scopes = scope.split(',');
      codes.set(code, { account, scopes, redirect: redirect_uri, endsAt: now() + 10 * 60_000 });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    return { status: 302, headers: { location: back.href }, body: '' };
  }

  function given(grant: Grant): PracticeAnswer {
    const refreshToken = `pinr.${randomBytes(24).toString('base64url')}`;
    refreshes.set(refreshToken, { ...grant, endsAt: now() + sixtyDays * 1_000 });
    return asJson(200, {
      access_token: token(grant.account, grant.scopes),
      ...{ response_type: 'authorization_code', token_type: 'bearer', expires_in: thirtyDays },
      ...{ refresh_token: refreshToken, refresh_token_expires_in: sixtyDays },
      refresh_token_expires_at: Math.floor(now() / 1_000) + sixtyDays,
      scope: grant.scopes.join(' '),
    });
  }

  function exchanged({ headers }: PracticeRequest, form: Form): PracticeAnswer {
    if (!isApp(headers.authorization)) return signedOut;
    const input = tokenForm.safeParse(form);
    if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
    const asked = input.data;
    if (asked.grant_type === 'refresh_token') {
      const grant = refreshes.get(asked.refresh_token);
      refreshes.delete(asked.refresh_token);
      return grant && grant.endsAt > now() ? given(grant) : signedOut;
    }
    const grant = codes.get(asked.code);
    codes.delete(asked.code);
    return grant && grant.redirect === asked.redirect_uri && grant.endsAt > now()
      ? given(grant)
      : grantInvalid;
  }

  return {
    kind: 'pinterest',
    deedOf: (request) => (routeOf(request) === null ? null : 'read'),
    refusal: (what, resetAt) => pinterestRefusal(what, resetAt, now()),
    async answer(request) {
      const form = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
      return routeOf(request) === 'POST /v5/oauth/token' ? exchanged(request, form) : decided(form);
    },
  };
}

type Form = Readonly<Record<string, string>>;

/** Id and secret as RFC 6749 (2.3.1) has them: each form-encoded, then joined. */
function isApp(header: string | undefined): boolean {
  const sent = Buffer.from(/^Basic (\S+)$/.exec(header ?? '')?.[1] ?? '', 'base64').toString('utf8');
  const [id = '', secret = ''] = sent.split(':').map((part) => decodeURIComponent(part.replace(/\+/g, ' ')));
  return id === pinterestApp.clientId && secret === pinterestApp.clientSecret;
}

/** What the page of Pinterest is opened with, and what a person presses there. */
const question = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.literal(pinterestApp.clientId),
  redirect_uri: z.url().regex(/\/api\/presence\/connect\/pinterest$/),
  scope: z.string().regex(/^[a-z_:]+(,[a-z_:]+)*$/),
  state: z.string().min(1),
  account: z.string(),
  decision: z.enum(['allow', 'deny']),
});
const tokenForm = z.discriminatedUnion('grant_type', [
  z.strictObject({
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    redirect_uri: z.string(),
    continuous_refresh: z.literal('true'),
  }),
  z.strictObject({ grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
]);

const routes = ['POST /oauth/', 'POST /v5/oauth/token'] as const;
const routeOf = ({ method, url }: PracticeRequest): (typeof routes)[number] | null =>
  routes.find((route) => route === `${method} ${url.pathname}`) ?? null;
