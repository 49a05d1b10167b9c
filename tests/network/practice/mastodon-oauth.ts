import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { mastodonRefusal } from '../../../server/practice/mastodon/words';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../../server/practice/network';

interface Sources {
  /** Makes an access token of an account; null for one of the app alone. */
  readonly token: (account: string | null, scopes: readonly string[], endsAt: number | null) => string;
  /** A token is not taken any more. */
  readonly forgetToken: (token: string) => void;
  readonly now: () => number;
  /** Seconds that a token serves; null: for ever, as Mastodon has it. With an end, a refresh token comes along, which serves once. */
  readonly lasts: () => number | null;
}

interface App {
  readonly id: string;
  readonly secret: string;
  readonly redirect: string;
  readonly scopes: readonly string[];
}

interface Grant {
  readonly app: string;
  readonly account: string;
  readonly scopes: readonly string[];
}

interface Code extends Grant {
  readonly redirect: string;
  readonly challenge: string | null;
  readonly endsAt: number;
}

export type MastodonOAuth = ReturnType<typeof mastodonOAuth>;

/** What Mastodon knows; anything else in a scope is refused. */
const knownScope = /^(read|write)(:(accounts|statuses|media))?$|^profile$/;
const scopesOf = (text: string): string[] => text.split(' ').filter(Boolean);
const covered = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((scope) => all.includes(scope) || all.includes(scope.split(':')[0] ?? scope));
const secretWord = (): string => randomBytes(32).toString('base64url');

/** The OAuth of a Mastodon server (docs.joinmastodon.org/methods/oauth, /methods/apps), with a page that a person can press. */
export function mastodonOAuth({ token, forgetToken, now, lasts }: Sources) {
  const apps = new Map<string, App>();
  const codes = new Map<string, Code>();
  const refreshes = new Map<string, Grant>();

  function register(form: Form): PracticeAnswer {
    const input = newApp.safeParse(form);
    if (!input.success) return asJson(422, { error: `Validation failed: ${z.prettifyError(input.error)}` });
    const scopes = scopesOf(input.data.scopes ?? 'read');
    if (!scopes.every((scope) => knownScope.test(scope)))
      return asJson(422, { error: "Validation failed: Scopes doesn't match configured on the server." });
    const app = { id: secretWord(), secret: secretWord(), redirect: input.data.redirect_uris, scopes };
    apps.set(app.id, app);
    return asJson(200, {
      ...{ id: '1', name: input.data.client_name, website: null, scopes, redirect_uris: [app.redirect] },
      ...{ redirect_uri: app.redirect, client_id: app.id, client_secret: app.secret },
    });
  }

  /** A question that may be put to a person; null where it must not even be sent back. */
  function asked(form: Form) {
    const input = question.safeParse(form).data;
    const app = input && apps.get(input.client_id);
    if (!input || !app || input.redirect_uri !== app.redirect) return null;
    const scopes = scopesOf(input.scope ?? 'read');
    return covered(app.scopes, scopes) ? { ...input, app: app.id, scopes } : null;
  }

  function page(form: Form): PracticeAnswer {
    const question = asked(form);
    if (!question) return shown(400, '<h1>The requested redirect uri, client or scope is not valid.</h1>');
    const hidden = Object.entries(form)
      .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
      .join('');
    return shown(
      200,
      `<h1>Authorization required</h1><p>Presence would like to: ${escaped(question.scopes.join(', '))}</p>
<form method="post" action="/oauth/authorize">${hidden}
<label>Account <input name="account" value="bakery"></label>
<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form>`,
    );
  }

  function decided({ account = 'bakery', decision = '', ...form }: Form): PracticeAnswer {
    const question = asked(form);
    if (!question) return shown(400, '<h1>The requested redirect uri, client or scope is not valid.</h1>');
    const back = new URL(question.redirect_uri);
    if (question.state !== undefined) back.searchParams.set('state', question.state);
    if (decision === 'allow') {
      const { app, scopes, redirect_uri: redirect, code_challenge: challenge = null } = question;
      const code = secretWord();
      codes.set(code, { app, account, scopes, redirect, challenge, endsAt: now() + 600_000 });
      back.searchParams.set('code', code);
    } else {
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set(
        'error_description',
        'The resource owner or authorization server denied the request.',
      );
    }
    return { status: 302, headers: { location: back.href }, body: '' };
  }

  function given(grant: Grant): PracticeAnswer {
    const seconds = lasts();
    const access = token(grant.account, grant.scopes, seconds === null ? null : now() + seconds * 1_000);
    const ending = seconds === null ? {} : { expires_in: seconds, refresh_token: secretWord() };
    if (ending.refresh_token) refreshes.set(ending.refresh_token, grant);
    return asJson(200, {
      ...{ access_token: access, token_type: 'Bearer', scope: grant.scopes.join(' ') },
      ...{ created_at: Math.floor(now() / 1_000), ...ending },
    });
  }

  function exchanged(form: Form): PracticeAnswer {
    const input = tokenForm.safeParse(form);
    if (!input.success) return refused(400, 'invalid_request', z.prettifyError(input.error));
    const app = apps.get(input.data.client_id);
    if (app?.secret !== input.data.client_secret)
      return refused(401, 'invalid_client', 'Client authentication failed due to unknown client.');
    switch (input.data.grant_type) {
      case 'client_credentials': {
        const scopes = scopesOf(input.data.scope ?? 'read');
        if (!covered(app.scopes, scopes))
          return refused(400, 'invalid_scope', 'The requested scope is invalid.');
        const access = token(null, scopes, null);
        return asJson(200, {
          access_token: access,
          token_type: 'Bearer',
          scope: scopes.join(' '),
          created_at: 1,
        });
      }
      case 'refresh_token': {
        const grant = refreshes.get(input.data.refresh_token);
        refreshes.delete(input.data.refresh_token);
        return grant?.app === app.id ? given(grant) : refused(400, 'invalid_grant', invalidGrant);
      }
      case 'authorization_code': {
        const { code: word, redirect_uri: redirect, code_verifier: verifier } = input.data;
        const code = codes.get(word);
        codes.delete(word);
        const isRight =
          code?.app === app.id &&
          code.redirect === redirect &&
          code.endsAt > now() &&
          (code.challenge === null ||
            (verifier !== undefined &&
              createHash('sha256').update(verifier).digest('base64url') === code.challenge));
        return isRight ? given(code) : refused(400, 'invalid_grant', invalidGrant);
      }
    }
  }

  /** Only for the app that it was given to; what is not known any more is no mistake. */
  function revoked(form: Form): PracticeAnswer {
    const input = revokeForm.safeParse(form);
    if (!input.success) return refused(400, 'invalid_request', z.prettifyError(input.error));
    const known = apps.get(input.data.client_id);
    if (known?.secret !== input.data.client_secret)
      return refused(403, 'unauthorized_client', 'You are not authorized to revoke this token');
    forgetToken(input.data.token);
    return asJson(200, {});
  }

  const network: PracticeNetwork = {
    kind: 'mastodon',
    deedOf: (request) => (routeOf(request) === null ? null : 'read'),
    refusal: mastodonRefusal,
    async answer(request) {
      const form = formIn(request);
      switch (routeOf(request)) {
        case 'POST /api/v1/apps':
          return register(form);
        case 'GET /oauth/authorize':
          return page(form);
        case 'POST /oauth/authorize':
          return decided(form);
        case 'POST /oauth/token':
          return exchanged(form);
        case 'POST /oauth/revoke':
          return revoked(form);
        case null:
          return asJson(404, { error: 'Not found' });
      }
    },
  };
  /** Apps that nobody uses are forgotten by servers after a while. */
  return { network, forget: () => apps.clear() };
}

const newApp = z.strictObject({
  client_name: z.string().min(1).max(60),
  redirect_uris: z.url(),
  scopes: z.string().optional(),
  website: z.url().optional(),
});
const question = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: z.string().optional(),
  state: z.string().optional(),
  code_challenge: z.string().length(43).optional(),
  code_challenge_method: z.literal('S256').optional(),
});
const app = { client_id: z.string(), client_secret: z.string() };
const tokenForm = z.discriminatedUnion('grant_type', [
  z.strictObject({
    ...app,
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.string().min(43).max(128).optional(),
  }),
  z.strictObject({ ...app, grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
  z.strictObject({ ...app, grant_type: z.literal('client_credentials'), scope: z.string().optional() }),
]);

const revokeForm = z.strictObject({ ...app, token: z.string().min(1) });

type Form = Readonly<Record<string, string>>;

const routes = [
  'POST /api/v1/apps',
  'GET /oauth/authorize',
  'POST /oauth/authorize',
  'POST /oauth/token',
  'POST /oauth/revoke',
] as const;

const routeOf = ({ method, url }: PracticeRequest): (typeof routes)[number] | null =>
  routes.find((route) => route === `${method} ${url.pathname}`) ?? null;

/** A form that is not sent as one is an empty one. */
function formIn({ method, url, headers, body }: PracticeRequest): Form {
  if (method === 'GET') return Object.fromEntries(url.searchParams);
  const isForm = /^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '');
  return isForm ? Object.fromEntries(new URLSearchParams(body.toString('utf8'))) : {};
}

const invalidGrant =
  'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.';

const refused = (status: number, error: string, description: string): PracticeAnswer =>
  asJson(status, { error, error_description: description });

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const shown = (status: number, main: string): PracticeAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Practice</title><main>${main}</main></html>`,
});
