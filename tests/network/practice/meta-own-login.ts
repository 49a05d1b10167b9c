import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { invalid, metaError, metaRefusal, signedOut } from '../../../server/practice/meta/words';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../../server/practice/network';
import { consentPage, formIn, oops, sentBack, type Form } from './consent';

/** Apps that the business registered there. */
export const instagramApp = {
  clientId: '990602627938098',
  clientSecret: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
} as const;
export const threadsApp = {
  clientId: '880512345678901',
  clientSecret: '0f9e8d7c6b5a49382716050403020100',
} as const;

interface Sources {
  readonly kind: 'instagram' | 'threads';
  /** What the network hands out begins with it. */
  readonly prefix: 'IGAA' | 'THAA';
  readonly now: () => number;
}

interface Access {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly madeAt: number;
  readonly endsAt: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const sixtyDays = 60 * day;

/**
 * The log-ins that Instagram and Threads have of their own (developers.facebook.com/docs/instagram-platform, business-login;
 * docs/threads/get-started): access of an hour, exchanged for 60 days, which may be extended from the second day on.
 */
export function metaOwnLogin({ kind, prefix, now }: Sources) {
  const app = kind === 'instagram' ? instagramApp : threadsApp;
  const short = kind === 'instagram' ? 'ig' : 'th';
  const codes = new Map<string, Access & { readonly redirect: string }>();
  const tokens = new Map<string, Access>();
  let isMute = false;

  const live = (token: string): Access | null => {
    const found = tokens.get(token);
    return found && found.endsAt > now() ? found : null;
  };
  const made = (account: string, scopes: readonly string[], lasts: number): string => {
    const token = `${prefix}${randomBytes(24).toString('hex')}`;
    tokens.set(token, { account, scopes, madeAt: now(), endsAt: now() + lasts });
    return token;
  };

  function decided({ account = '', decision = '', leave = '', ...form }: Form): PracticeAnswer {
    const input = question(kind, app.clientId).safeParse(form);
    if (!input.success) return oops('Invalid platform app');
    const { redirect_uri: redirect, state, scope } = input.data;
    if (decision !== 'allow')
      return sentBack(redirect, {
        ...{ error: 'access_denied', error_reason: 'user_denied', state },
        error_description: 'The user denied your request',
      });
    const left = leave.split(',');
    const scopes = scope.split(',').filter((one) => !left.includes(one));
    const code = `AQ${randomBytes(48).toString('base64url')}`;
    codes.set(code, { account, scopes, redirect, madeAt: now(), endsAt: now() + hour });
    return sentBack(redirect, { code, state });
  }

  function exchanged(form: Form): PracticeAnswer {
    const input = codeForm.safeParse(form);
    if (!input.success) return refused('Missing required field');
    if (input.data.client_id !== app.clientId) return refused('Invalid platform app');
    if (input.data.client_secret !== app.clientSecret) return refused('Error validating client secret.');
    const code = codes.get(input.data.code);
    codes.delete(input.data.code);
    if (!code || code.endsAt <= now()) return refused('This authorization code has been used');
    if (code.redirect !== input.data.redirect_uri)
      return refused('Error validating verification code. Please make sure your redirect_uri is identical');
    const access_token = made(code.account, code.scopes, hour);
    return kind === 'instagram'
      ? asJson(200, {
          data: [{ access_token, user_id: '17841400000000000', permissions: code.scopes.join(',') }],
        })
      : asJson(200, { access_token, user_id: 17_841_400_000 });
  }

  function longer(form: Form): PracticeAnswer {
    const input = longForm(short).safeParse(form);
    if (!input.success) return invalid('Missing or unknown parameter');
    if (input.data.client_secret !== app.clientSecret)
      return metaError(400, { message: 'Error validating client secret.', type: 'OAuthException', code: 1 });
    const access = live(input.data.access_token);
    return access ? lasting(access) : signedOut;
  }

  function refreshed(form: Form): PracticeAnswer {
    const input = refreshForm(short).safeParse(form);
    if (!input.success) return invalid('Missing or unknown parameter');
    const access = live(input.data.access_token);
    if (!access) return signedOut;
    if (now() - access.madeAt < day) return invalid('The token is younger than 24 hours');
    if (isMute) return asJson(200, {});
    tokens.delete(input.data.access_token);
    return lasting(access);
  }

  const lasting = ({ account, scopes }: Access): PracticeAnswer =>
    asJson(200, {
      access_token: made(account, scopes, sixtyDays),
      ...{ token_type: 'bearer', expires_in: sixtyDays / 1_000 },
    });

  function debugged({ headers, url }: PracticeRequest): PracticeAnswer {
    const { input_token: token = '', ...rest } = Object.fromEntries(url.searchParams);
    const access = live(token);
    if (Object.keys(rest).length > 0) return invalid('Unknown parameter');
    if (!access || headers.authorization !== `Bearer ${token}`) return signedOut;
    return asJson(200, {
      data: {
        ...{ type: 'USER', is_valid: true, scopes: access.scopes, user_id: '17841400000' },
        expires_at: Math.floor(access.endsAt / 1_000),
      },
    });
  }

  function revoked({ headers, url }: PracticeRequest): PracticeAnswer {
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const access = live(token);
    if (url.search !== '') return invalid('Unknown parameter');
    if (!access) return signedOut;
    for (const [one, { account }] of tokens) if (account === access.account) tokens.delete(one);
    return asJson(200, { success: true });
  }

  const network: PracticeNetwork = {
    kind,
    deedOf: (request) => (routeOf(kind, request) === null ? null : 'read'),
    refusal: (what, resetAt) => metaRefusal(what, resetAt, now(), { useCase: kind, code: 17 }),
    async answer(request) {
      const form = formIn(request);
      switch (routeOf(kind, request)) {
        case 'GET /oauth/authorize': {
          const asked = question(kind, app.clientId).safeParse(form);
          return asked.success
            ? consentPage(form, asked.data.scope.split(','))
            : oops('Invalid platform app');
        }
        case 'POST /oauth/authorize':
          return decided(form);
        case 'POST /oauth/access_token':
          return exchanged(form);
        case 'GET /access_token':
          return longer(form);
        case 'GET /refresh_access_token':
          return refreshed(form);
        case 'GET /v1.0/debug_token':
          return debugged(request);
        default:
          return revoked(request);
      }
    },
  };
  return {
    network,
    /** Whose a token is; null: nobody's any more. */
    accountOf: (token: string): string | null => live(token)?.account ?? null,
    /** Whether the tokens of an account that came from here may read figures. */
    mayReadInsights: (account: string): boolean => {
      const own = [...tokens.values()].filter((one) => one.account === account);
      return (
        own.length === 0 || own.some(({ scopes }) => scopes.some((scope) => scope.endsWith('_insights')))
      );
    },
    /** From now on an extension says yes, and gives no token. */
    mute: (silent: boolean): void => void (isMute = silent),
    /** The person took the access away in their account. */
    revoke: (account: string): void => {
      for (const [token, access] of tokens) if (access.account === account) tokens.delete(token);
    },
  };
}

const question = (kind: string, clientId: string) =>
  z.strictObject({
    response_type: z.literal('code'),
    client_id: z.literal(clientId),
    redirect_uri: z.url().regex(new RegExp(`/api/presence/connect/${kind}$`)),
    scope: z.string().min(1),
    state: z.string().min(1),
  });
const codeForm = z.strictObject({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.literal('authorization_code'),
  redirect_uri: z.string(),
  code: z.string(),
});
const longForm = (short: string) =>
  z.strictObject({
    grant_type: z.literal(`${short}_exchange_token`),
    client_secret: z.string(),
    access_token: z.string(),
  });
const refreshForm = (short: string) =>
  z.strictObject({ grant_type: z.literal(`${short}_refresh_token`), access_token: z.string() });

const shared = [
  'GET /oauth/authorize',
  'POST /oauth/authorize',
  'POST /oauth/access_token',
  'GET /access_token',
  'GET /refresh_access_token',
] as const;
const ofThreads = ['GET /v1.0/debug_token', 'DELETE /v1.0/me/permissions'] as const;

type Route = (typeof shared)[number] | (typeof ofThreads)[number];

function routeOf(kind: string, { method, url }: PracticeRequest): Route | null {
  // A token that was entered by hand is extended by the network itself, with the token in the header.
  if (url.pathname === '/refresh_access_token' && !url.searchParams.has('access_token')) return null;
  const known: readonly Route[] = kind === 'threads' ? [...shared, ...ofThreads] : shared;
  return known.find((route) => route === `${method} ${url.pathname}`) ?? null;
}

const refused = (message: string): PracticeAnswer =>
  asJson(400, { error_type: 'OAuthException', code: 400, error_message: message });
