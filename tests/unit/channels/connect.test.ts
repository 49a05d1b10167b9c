import { createHash, randomBytes } from 'node:crypto';
import {
  answerable,
  attemptLives,
  authorizeAddress,
  codeFor,
  unguessable,
  type Attempt,
} from '../../../src/channels/connect/attempt';
import { callbackOf } from '../../../src/channels/connect/oauth/callback';
import {
  connectedBy,
  renewedBy,
  renewsItself,
  signInEndsAt,
  standingOf,
  type ConnectedSecret,
} from '../../../src/channels/connect/connection';
import { encoded } from '../../../src/channels/connect/oauth/form';
import {
  missingScopes,
  type ConnectNetwork,
  type RefreshModel,
} from '../../../src/channels/connect/oauth/network';
import { challengeOf } from '../../../src/channels/connect/oauth/pkce';
import { tokenAnswerOf } from '../../../src/channels/connect/oauth/token-answer';
import { exchangeRequest, renewRequest } from '../../../src/channels/connect/oauth/token-request';

const now = Date.UTC(2026, 10, 27, 8);
const day = 86_400_000;
const state = 'a'.repeat(43);

/** The client and the network of the examples in RFC 6749. */
const client = { id: 's6BhdRkqt3', secret: 'gX1fBat3bV' };
const redirectUri = 'https://client.example.com/cb';
const network: ConnectNetwork = {
  authorizeUrl: 'https://server.example.com/authorize',
  tokenUrl: 'https://server.example.com/token',
  scopes: ['read:accounts', 'write:statuses'],
  clientAuth: 'basic',
  pkce: false,
  refresh: { kind: 'rotating' },
};
/** The verifier and the challenge of RFC 7636, appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('the words of the standards', () => {
  it('gives the challenge of RFC 7636, appendix B', () => {
    expect(challengeOf(verifier)).toBe(challenge);
    const other = unguessable((bytes) => randomBytes(bytes));
    expect(other).toMatch(/^[\w-]{43}$/);
    expect(challengeOf(other)).toBe(createHash('sha256').update(other).digest('base64url'));
  });

  it('asks as RFC 6749, 4.1.1 does', () => {
    const address = new URL(authorizeAddress(network, client, { state, verifier, redirectUri }));
    expect(address.origin + address.pathname).toBe(network.authorizeUrl);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      response_type: 'code',
      client_id: 's6BhdRkqt3',
      redirect_uri: redirectUri,
      scope: 'read:accounts write:statuses',
      state,
    });
  });

  it('sends the challenge along where the network knows PKCE, and keeps what the address asked for already', () => {
    const pkce = { ...network, authorizeUrl: `${network.authorizeUrl}?lang=de`, pkce: true };
    const address = new URL(authorizeAddress(pkce, client, { state, verifier, redirectUri }));
    expect(address.searchParams.get('code_challenge')).toBe(challenge);
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(address.searchParams.get('lang')).toBe('de');
    expect(address.href).not.toContain(verifier);
  });

  it('exchanges a code as RFC 6749, 4.1.3 does', () => {
    expect(
      exchangeRequest(network, client, { code: 'SplxlOBeZQQYbYS6WxSbIA', redirectUri, verifier }),
    ).toEqual({
      method: 'POST',
      url: 'https://server.example.com/token',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        authorization: 'Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW',
      },
      body: 'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb',
    });
  });

  it('renews as RFC 6749, 6 does, with id and secret in the form where the network wants them there', () => {
    const held = { accessToken: 'x', refreshToken: 'tGzv3JOkF0XG5Qx2TlKWIA' };
    expect(renewRequest(network, client, held)?.body).toBe(
      'grant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA',
    );
    const inBody = renewRequest({ ...network, clientAuth: 'body' }, client, held);
    expect(inBody?.headers).not.toHaveProperty('authorization');
    expect(inBody?.body).toContain('&client_id=s6BhdRkqt3&client_secret=gX1fBat3bV');
    expect(renewRequest(network, client, { ...held, refreshToken: null })).toBeNull();
    expect(renewRequest({ ...network, refresh: { kind: 'none' } }, client, held)).toBeNull();
    const extend: RefreshModel = {
      kind: 'extend',
      url: 'https://graph.example/refresh',
      grantType: 'extend_it',
    };
    expect(renewRequest({ ...network, refresh: extend }, client, held)).toMatchObject({
      method: 'GET',
      url: 'https://graph.example/refresh?grant_type=extend_it&access_token=x',
    });
  });

  it.each(['', ' %&+£€', 'a b*c-d.e_f~g', "!'()"])(
    'writes %j as a form does (RFC 6749, appendix B)',
    (text) => {
      expect(`v=${encoded(text)}`).toBe(new URLSearchParams({ v: text }).toString());
    },
  );
});

describe('the answer of the token endpoint', () => {
  it('is read as RFC 6749, 5.1 writes it', () => {
    const body = {
      access_token: '2YotnFZFEjr1zCsicMWpAA',
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA',
      example_parameter: 'example_value',
    };
    expect(tokenAnswerOf(200, JSON.stringify(body))).toEqual({
      kind: 'granted',
      granted: {
        accessToken: '2YotnFZFEjr1zCsicMWpAA',
        refreshToken: 'tGzv3JOkF0XG5Qx2TlKWIA',
        expiresIn: 3600,
        refreshExpiresIn: null,
        scopes: null,
      },
    });
  });

  it('names the error as RFC 6749, 5.2 does', () => {
    expect(tokenAnswerOf(400, '{"error":"invalid_grant","error_description":"used"}')).toEqual({
      kind: 'refused',
      error: 'invalid_grant',
      description: 'used',
    });
  });

  it.each([
    ['nothing', 200, ''],
    ['an empty object', 200, '{}'],
    ['an empty token', 200, '{"access_token":" "}'],
    ['a page', 200, '<!doctype html><title>Just a moment…</title>'],
    ['an error that says 200', 200, '{"error":"server_error","access_token":"x"}'],
    ['a type that nobody can use (RFC 6749, 7.1)', 200, '{"access_token":"x","token_type":"mac"}'],
    ['a failure of the server that calls itself invalid_grant', 503, '{"error":"invalid_grant"}'],
    ['a wish for patience', 429, '{"error":"Too many requests"}'],
    ['half an answer', 200, '{"access_token":"x"'],
    ['a list', 200, '[]'],
  ])('stands for nothing when it is %s', (_, status, body) => {
    expect(tokenAnswerOf(status, body)).toEqual({ kind: 'unreadable', status });
  });

  it.each(['read:accounts write:statuses', 'read:accounts,write:statuses', 'read write'])(
    'gave everything by %j',
    (scope) => {
      const answer = tokenAnswerOf(200, JSON.stringify({ access_token: 'x', scope }));
      const scopes = answer.kind === 'granted' ? (answer.granted.scopes ?? []) : [];
      expect(missingScopes(network.scopes, scopes)).toEqual([]);
    },
  );

  it('names what was not given', () => {
    expect(missingScopes(network.scopes, ['read:accounts'])).toEqual(['write:statuses']);
  });
});

describe('what the network sends a person back with', () => {
  it.each([
    ['a code', { state, code: 'abc' }, { state, answer: { kind: 'code', code: 'abc' } }],
    [
      'an error',
      { state, error: 'access_denied', error_description: 'No' },
      { state, answer: { kind: 'refused', error: 'access_denied', description: 'No' } },
    ],
    [
      'an error beside a code, which counts for nothing',
      { state, error: 'access_denied', code: 'abc' },
      { state, answer: { kind: 'refused', error: 'access_denied', description: '' } },
    ],
    ['no state', { code: 'abc' }, null],
    ['a state of another length', { state: 'short', code: 'abc' }, null],
    ['two codes', { state, code: ['a', 'b'] }, null],
    ['nothing', {}, null],
  ])('%s', (_, query, callback) => {
    expect(callbackOf(query)).toEqual(callback);
  });
});

describe('one attempt to connect', () => {
  const open: Attempt = {
    key: 'one',
    channel: 'channel',
    kind: 'mastodon',
    user: '7',
    phase: 'open',
    expiresAt: now + attemptLives,
  };
  const answered: Attempt = { ...open, phase: 'answered' };
  const code = { kind: 'code', code: 'abc' } as const;
  const refused = (error: string) => ({ kind: 'refused', error, description: '' }) as const;

  it.each([
    ['in time', open, 'mastodon', now, null],
    ['at the address of another network', open, 'linkedin', now, 'connect.unknown'],
    ['a second time', answered, 'mastodon', now, 'connect.used'],
    ['after it was finished', { ...open, phase: 'done' as const }, 'mastodon', now, 'connect.used'],
    ['after ten minutes', open, 'mastodon', now + attemptLives, 'connect.expired'],
  ])('is answered by the network %s', (_, one, kind, at, refusal) => {
    const may = answerable(one, kind, at);
    expect(may.ok ? null : may.error.code).toBe(refusal);
  });

  it.each([
    ['who began it', answered, code, '7', now, null],
    ['somebody else', answered, code, '8', now, 'connect.other-person'],
    ['who began it, a second time', { ...open, phase: 'done' as const }, code, '7', now, 'connect.used'],
    ['who began it, too late', answered, code, '7', now + attemptLives, 'connect.expired'],
    ['who began it, before the network answered', open, null, '7', now, 'connect.unanswered'],
    ['who said no', answered, refused('access_denied'), '7', now, 'connect.denied'],
    ['who said no at LinkedIn', answered, refused('user_cancelled_login'), '7', now, 'connect.denied'],
    ['whose network is down', answered, refused('server_error'), '7', now, 'connect.network-failed'],
    ['whose app is refused', answered, refused('unauthorized_client'), '7', now, 'connect.app-refused'],
    ['whose network invents errors', answered, refused('nonsense'), '7', now, 'connect.app-refused'],
  ])('is finished by a person %s', (_, one, answer, user, at, refusal) => {
    const may = codeFor(one, answer, user, at);
    expect(may).toEqual(
      refusal === null
        ? { ok: true, value: 'abc' }
        : { ok: false, error: expect.objectContaining({ code: refusal, message: expect.any(String) }) },
    );
  });
});

describe('what is stored', () => {
  const granted = (more: object = {}) => ({
    ...{ accessToken: 'new', refreshToken: null, expiresIn: null, refreshExpiresIn: null, scopes: null },
    ...more,
  });
  const sixtyDays = { expiresIn: 60 * 86_400, refreshToken: 'r1', refreshExpiresIn: 365 * 86_400 };
  const secret = (more: object = {}): ConnectedSecret =>
    connectedBy(granted(more), { as: '@bakery@bread.example', client: null, asked: network.scopes }, now);
  const rotating: RefreshModel = { kind: 'rotating' };
  const fixed: RefreshModel = { kind: 'fixed' };
  const extend: RefreshModel = { kind: 'extend', url: 'https://graph.example/', grantType: 'x' };

  it('has the scopes that were asked for where the answer names none', () => {
    expect(secret().connection.scopes).toEqual(network.scopes);
    expect(secret({ scopes: ['read'] }).connection.scopes).toEqual(['read']);
  });

  it.each([
    ['never ends where nothing says so', secret(), rotating, 10_000 * day, 'good', null],
    ['serves on its first day', secret(sixtyDays), fixed, day, 'good', 365],
    ['is renewed in the last tenth of its life', secret(sixtyDays), fixed, 54 * day, 'due', 365],
    [
      'is renewed when it is over, as long as what renews it lasts',
      secret(sixtyDays),
      fixed,
      61 * day,
      'due',
      365,
    ],
    ['is over when what renews it is over', secret(sixtyDays), fixed, 366 * day, 'over', 365],
    [
      'without a refresh token serves to its end',
      secret({ expiresIn: 3600 }),
      fixed,
      3_599_000,
      'good',
      1 / 24,
    ],
    [
      'without a refresh token is over at its end',
      secret({ expiresIn: 3600 }),
      fixed,
      3_600_000,
      'over',
      1 / 24,
    ],
    [
      'is renewed five minutes before its end at the latest',
      secret({ expiresIn: 600, refreshToken: 'r' }),
      rotating,
      300_000,
      'due',
      null,
    ],
    ['is extended in time', secret({ expiresIn: 60 * 86_400 }), extend, 54 * day, 'due', 60],
    ['cannot be extended when it is over', secret({ expiresIn: 60 * 86_400 }), extend, 60 * day, 'over', 60],
  ])('%s', (_, held, model, after, standing, days) => {
    expect(standingOf(held, model, now + after)).toBe(standing);
    expect(signInEndsAt(held, model)).toBe(days === null ? null : now + days * day);
  });

  it('keeps a refresh token that is not given anew, and takes one that is', () => {
    expect(
      renewedBy(secret(sixtyDays), granted({ expiresIn: 60 }), rotating, now).connection.refreshToken,
    ).toBe('r1');
    const next = renewedBy(secret(sixtyDays), granted({ refreshToken: 'r2' }), rotating, now);
    expect(next).toMatchObject({
      accessToken: 'new',
      connection: { refreshToken: 'r2', as: '@bakery@bread.example' },
    });
  });

  it('keeps rights that are not told anew, and takes those that are', () => {
    const rights = (scopes: readonly string[] | null) =>
      renewedBy(secret(sixtyDays), granted({ scopes }), rotating, now).connection.scopes;
    expect(rights(null)).toEqual(network.scopes);
    expect(rights(['read:accounts'])).toEqual(['read:accounts']);
  });

  it.each([
    ['each renewal moves its end', sixtyDays, rotating, 0, true],
    ['it is due and was not renewed', sixtyDays, rotating, 59 * day, false],
    ['a fixed end stays', sixtyDays, fixed, 0, false],
    ['there is nothing to renew by', { expiresIn: 60 * 86_400 }, rotating, 0, false],
    ['what renews it is over', { ...sixtyDays, refreshExpiresIn: 86_400 }, rotating, 2 * day, false],
    ['it is extended', { expiresIn: 60 * 86_400 }, extend, 0, true],
  ])('says whether it goes on by itself: %s', (_, given, model, after, expected) => {
    expect(renewsItself(secret(given), model, now + after)).toBe(expected);
  });

  it('never moves the end of a fixed refresh token', () => {
    const later = now + 30 * day;
    const again = granted({ ...sixtyDays, refreshExpiresIn: 365 * 86_400 });
    expect(signInEndsAt(renewedBy(secret(sixtyDays), again, fixed, later), fixed)).toBe(now + 365 * day);
    expect(signInEndsAt(renewedBy(secret(sixtyDays), again, rotating, later), rotating)).toBe(
      later + 365 * day,
    );
  });
});
