import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  invalid,
  metaError,
  metaRefusal,
  signedOut,
  versionProblem,
} from '../../../server/practice/meta/words';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../../server/practice/network';
import { consentPage, formIn, oops, sentBack, type Form } from './consent';

/** The app that the business registered there. */
export const facebookApp = {
  clientId: '1048576000000',
  clientSecret: 'f0e1d2c3b4a5968778695a4b3c2d1e0f',
} as const;

/** A Page as a person sees it. */
export interface SeenPage {
  readonly name: string;
  /** Left out: the person may create content there. */
  readonly tasks?: readonly string[];
  /** Name of the account of Instagram that belongs to it; null: none. */
  readonly gram: string | null;
}

interface Sources {
  readonly kind: 'facebook' | 'instagram';
  /** Makes a token of a Page that may do so much, and says which Page it is. */
  readonly pageToken: (
    page: SeenPage,
    scopes: readonly string[],
  ) => { readonly token: string; readonly id: string; readonly gramId: string };
  /** A token is not taken any more. */
  readonly forget: (token: string) => void;
  readonly now: () => number;
}

interface Grant {
  readonly account: string;
  readonly scopes: readonly string[];
}
interface Code extends Grant {
  readonly redirect: string;
  readonly endsAt: number;
}
interface Access extends Grant {
  readonly endsAt: number;
  readonly isLong: boolean;
}

const hour = 3_600;
const sixtyDays = 5_184_000;
const all = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'];

/**
 * Facebook's log-in, and what a person may be asked about afterwards (developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow,
 * .../access-tokens/get-long-lived and debugging, docs/pages-api/manage-pages). Every call but those of the app itself has to be proven.
 */
export function facebookOAuth({ kind, pageToken, forget, now }: Sources) {
  const codes = new Map<string, Code>();
  const users = new Map<string, Access>();
  const pagesOf = new Map<string, readonly SeenPage[]>();
  /** Tokens of Pages, with the person by whom they are. */
  const pageTokens = new Map<
    string,
    { readonly account: string; readonly token: string; readonly id: string; readonly gramId: string }
  >();
  let app: string = facebookApp.clientId;
  let partSize = 100;
  let refusesRevoking = false;

  const word = () => `EAA${randomBytes(24).toString('hex')}`;
  const idOf = (account: string) =>
    `10${Buffer.from(account).toString('hex').slice(0, 12)}`.replace(/[a-f]/g, '7');
  const live = (token: string): Access | null => {
    const found = users.get(token);
    return found && found.endsAt > now() ? found : null;
  };

  function decided({ account = '', decision = '', leave = '', ...form }: Form): PracticeAnswer {
    const input = question(kind).safeParse(form);
    if (!input.success) return oops('Facebook has detected Presence isn’t using a secure connection.');
    const { redirect_uri: redirect, state, scope } = input.data;
    if (decision !== 'allow')
      return sentBack(redirect, {
        ...{ error: 'access_denied', error_code: '200', error_description: 'Permissions error' },
        ...{ error_reason: 'user_denied', state },
      });
    const left = leave.split(',');
    const scopes = scope.split(',').filter((one) => !left.includes(one));
    const code = `AQ${randomBytes(48).toString('base64url')}`;
    codes.set(code, { account, scopes, redirect, endsAt: now() + 10 * 60_000 });
    return sentBack(redirect, { code, state });
  }

  function given(grant: Grant, isLong: boolean): PracticeAnswer {
    const token = word();
    const seconds = isLong ? sixtyDays : 2 * hour;
    users.set(token, {
      account: grant.account,
      scopes: grant.scopes,
      isLong,
      endsAt: now() + seconds * 1_000,
    });
    return asJson(200, { access_token: token, token_type: 'bearer', expires_in: seconds });
  }

  function exchanged(form: Form): PracticeAnswer {
    const input = tokenForm.safeParse(form);
    if (!input.success) return invalid('Missing or unknown parameter');
    const asked = input.data;
    if (asked.client_id !== facebookApp.clientId)
      return oauthError(
        'Error validating application. Cannot get application info due to a system error.',
        101,
      );
    if (asked.client_secret !== facebookApp.clientSecret)
      return oauthError('Error validating client secret.', 1);
    if ('fb_exchange_token' in asked) {
      const access = live(asked.fb_exchange_token);
      return access ? given(access, true) : signedOut;
    }
    const code = codes.get(asked.code);
    codes.delete(asked.code);
    if (!code) return oauthError('This authorization code has been used.', 100, 36_009);
    if (code.endsAt <= now()) return oauthError('This authorization code has expired.', 100, 36_007);
    return code.redirect === asked.redirect_uri
      ? given(code, false)
      : oauthError(
          'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
          ...([100, 36_008] as const),
        );
  }

  function debugged({ headers, url }: PracticeRequest): PracticeAnswer {
    const { input_token: token, ...rest } = Object.fromEntries(url.searchParams);
    if (Object.keys(rest).length > 0) return invalid(`Unknown parameter ${Object.keys(rest)[0]}`);
    if (headers.authorization !== `Bearer ${facebookApp.clientId}|${facebookApp.clientSecret}`)
      return oauthError('Invalid OAuth access token signature.', 190);
    const access = live(token ?? '');
    if (!access) return asJson(200, { data: { app_id: app, is_valid: false, scopes: [] } });
    return asJson(200, {
      data: {
        ...{ app_id: app, type: 'USER', application: 'Presence', is_valid: true },
        ...{ data_access_expires_at: 0, expires_at: Math.floor(access.endsAt / 1_000) },
        ...{ scopes: access.scopes, user_id: idOf(access.account) },
      },
    });
  }

  /** The Pages of a person; a token of a Page is there only by the right to see Pages, and for who may do something there. */
  function accounts(access: Access, url: URL): PracticeAnswer {
    const asked = accountsQuery.safeParse(Object.fromEntries(url.searchParams));
    if (!asked.success) return invalid('Tried accessing nonexisting field, or an unknown parameter');
    if (!access.scopes.includes('pages_show_list')) return asJson(200, { data: [] });
    const pages = pagesOf.get(access.account) ?? [{ name: access.account, gram: access.account }];
    const size = Math.min(partSize, Number(asked.data.limit));
    const from = Number(asked.data.after ?? 0);
    const shown = pages.slice(from, from + size).map((page) => {
      const { token, id, gramId } = tokenFor(access, page);
      const { name, tasks = all, gram } = page;
      return {
        ...{ id, name, tasks },
        ...(tasks.length > 0 ? { access_token: token } : {}),
        ...(gram === null ? {} : { instagram_business_account: { id: gramId, username: gram } }),
      };
    });
    const hasMore = from + size < pages.length;
    return asJson(200, {
      data: shown,
      paging: {
        cursors: { before: String(from), after: String(from + size) },
        ...(hasMore ? { next: 'https://graph.facebook.com/next' } : {}),
      },
    });
  }

  /** The same Page has the same number, whoever sees it. */
  function tokenFor({ account, scopes }: Access, page: SeenPage) {
    const known = pageTokens.get(`${account} ${page.name}`);
    if (known) return known;
    const made = { account, ...pageToken(page, scopes) };
    pageTokens.set(`${account} ${page.name}`, made);
    return made;
  }

  function revoked(access: Access): PracticeAnswer {
    if (refusesRevoking) return oauthError('(#200) Permissions error', 200);
    for (const [token, { account }] of users) if (account === access.account) users.delete(token);
    for (const [name, { account, token }] of pageTokens)
      if (account === access.account) {
        forget(token);
        pageTokens.delete(name);
      }
    return asJson(200, { success: true });
  }

  async function asPerson(request: PracticeRequest): Promise<PracticeAnswer> {
    const token = tokenIn(request);
    const access = live(token);
    if (!access) return signedOut;
    const { url, method } = request;
    const told = url.searchParams.get('appsecret_proof');
    if (told !== proofOf(token))
      return invalid('API calls from the server require an appsecret_proof argument');
    const rest = new URL(url);
    rest.searchParams.delete('appsecret_proof');
    if (/\/me\/accounts$/.test(url.pathname)) return accounts(access, rest);
    if (rest.search !== '') return invalid('Unknown parameter');
    return method === 'DELETE'
      ? revoked(access)
      : asJson(200, { data: access.scopes.map((permission) => ({ permission, status: 'granted' })) });
  }

  const network: PracticeNetwork = {
    kind,
    deedOf: (request) => (routeOf(request) === null ? null : 'read'),
    refusal: (what, resetAt) => metaRefusal(what, resetAt, now(), { useCase: 'pages', code: 80_001 }),
    async answer(request) {
      const problem = versionProblem(/^\/(v\d+\.\d+)\//.exec(request.url.pathname)?.[1], 20, 26);
      if (problem) return problem;
      const form = formIn(request);
      switch (routeOf(request)) {
        case 'GET dialog/oauth': {
          const asked = question(kind).safeParse(form);
          return asked.success ? consentPage(form, asked.data.scope.split(',')) : oops('Invalid app ID');
        }
        case 'POST dialog/oauth':
          return decided(form);
        case 'GET oauth/access_token':
          return exchanged(form);
        case 'GET debug_token':
          return debugged(request);
        default:
          return asPerson(request);
      }
    },
  };
  return {
    network,
    /** What proves a call by a token that came from here; null: it did not. */
    proofOf: (token: string): string | null =>
      [...pageTokens.values()].some((one) => one.token === token) ? proofOf(token) : null,
    /** Which Pages a person sees from now on. */
    sees: (account: string, pages: readonly SeenPage[]): void => void pagesOf.set(account, pages),
    /** Lists come in parts of so many. */
    inPartsOf: (size: number): void => void (partSize = size),
    /** Tokens belong to this app. */
    ofApp: (id: string): void => void (app = id),
    /** It takes back nothing more, or again. */
    refuseRevoking: (refuses: boolean): void => void (refusesRevoking = refuses),
    /** Whether somebody's access holds. */
    holds: (account: string): boolean => [...users.values()].some((one) => one.account === account),
    /** Somebody took the access away in their account. */
    revoke: (account: string): void => {
      for (const [token, access] of users) if (access.account === account) users.delete(token);
    },
  };
}

export const proofOf = (token: string): string =>
  createHmac('sha256', facebookApp.clientSecret).update(token).digest('hex');

const tokenIn = ({ headers }: PracticeRequest): string =>
  /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

/** What the page of Facebook is opened with. */
const question = (kind: string) =>
  z.strictObject({
    response_type: z.literal('code'),
    client_id: z.literal(facebookApp.clientId),
    redirect_uri: z.url().regex(new RegExp(`/api/presence/connect/${kind}$`)),
    scope: z.string().min(1),
    state: z.string().min(1),
    auth_type: z.literal('rerequest').optional(),
  });
const app = { client_id: z.string(), client_secret: z.string() };
const tokenForm = z.union([
  z.strictObject({ ...app, code: z.string(), redirect_uri: z.string() }),
  z.strictObject({ ...app, grant_type: z.literal('fb_exchange_token'), fb_exchange_token: z.string() }),
]);
const accountsQuery = z.strictObject({
  fields: z.string().regex(/^(id|name|access_token|tasks|instagram_business_account\{id,username\}|,)+$/),
  limit: z.string().regex(/^\d{1,3}$/),
  after: z.string().regex(/^\d+$/).optional(),
});

const routes = [
  'GET dialog/oauth',
  'POST dialog/oauth',
  'GET oauth/access_token',
  'GET debug_token',
  'GET me/accounts',
  'GET me/permissions',
  'DELETE me/permissions',
] as const;
function routeOf({ method, url }: PracticeRequest): (typeof routes)[number] | null {
  const path = /^\/v\d+\.\d+\/(.+)$/.exec(url.pathname)?.[1];
  return routes.find((route) => route === `${method} ${path}`) ?? null;
}

const oauthError = (message: string, code: number, subcode?: number): PracticeAnswer =>
  metaError(400, { message, type: 'OAuthException', code, ...(subcode === undefined ? {} : { subcode }) });
