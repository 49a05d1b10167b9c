import { randomUUID } from 'node:crypto';
import { accessTokens, type TokenSources } from '../../server/channels/connect/tokens';
import { outgoing } from '../../server/http/outgoing';
import type { Account } from '../../src/channels/channel';
import type { ConnectedSecret } from '../../src/channels/connect/connection';
import type { Connector } from '../../src/channels/connect/connector';
import { startPractice, type PracticeServer } from '../network/practice/server';

const start = Date.UTC(2026, 10, 27, 8);
const hour = 3_600_000;
const redirect = 'https://cms.bakery.test/api/presence/connect/mastodon';
const scopes = 'read:accounts write:statuses';

describe('The access token of a connected channel', () => {
  let network: PracticeServer;
  let clock: number;
  /** What is stored; each change makes another mark. */
  let stored: { secret: ConnectedSecret; mark: string };
  let holder: string | null;
  let app: { id: string; secret: string };

  const post = async (path: string, form: Record<string, string>) =>
    fetch(`${network.url}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

  beforeEach(async () => {
    clock = start;
    holder = null;
    network = await startPractice({ now: () => clock });
    network.oauth.last(3_600);
    const made = await post('/api/v1/apps', { client_name: 'Presence', redirect_uris: redirect, scopes });
    const { client_id: id, client_secret: secret } = (await made.json()) as Record<string, string>;
    app = { id: id ?? '', secret: secret ?? '' };
    const asked = { response_type: 'code', client_id: app.id, redirect_uri: redirect, scope: scopes };
    const back = await post('/oauth/authorize', { ...asked, decision: 'allow' });
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const given = await post('/oauth/token', {
      ...{ grant_type: 'authorization_code', code, redirect_uri: redirect },
      ...{ client_id: app.id, client_secret: app.secret },
    });
    const { access_token: accessToken = '', refresh_token: refreshToken = '' } =
      (await given.json()) as Record<string, string>;
    const times = { at: start, accessFrom: start, accessEndsAt: start + hour, refreshEndsAt: null };
    const connection = { as: '@bakery', scopes: [], refreshToken, client: app, ...times };
    stored = { secret: { accessToken, connection }, mark: randomUUID() };
  });
  afterEach(() => network.stop());

  const connector: Connector = {
    kind: 'mastodon',
    hasAppPerPlace: true,
    placeOf: () => network.url,
    prepare: () => Promise.reject(new Error('nobody connects here')),
    renewing: (_, { client }) =>
      client && {
        client,
        network: {
          authorizeUrl: `${network.url}/oauth/authorize`,
          tokenUrl: `${network.url}/oauth/token`,
          ...{ scopes: scopes.split(' '), clientAuth: 'body', pkce: true, refresh: { kind: 'rotating' } },
        },
      },
    whoIs: async () => '',
  };
  const instance = (change: Partial<TokenSources> = {}) =>
    accessTokens({
      http: outgoing(['127.0.0.1']),
      readApps: async () => undefined,
      kept: {
        load: async () => ({ ...stored }),
        async renew(_, mark, secret) {
          if (stored.mark !== mark) return false;
          stored = { secret, mark: randomUUID() };
          return true;
        },
      },
      leases: {
        async take(_, owner) {
          if (holder !== null) return false;
          holder = owner;
          return true;
        },
        async release() {
          holder = null;
        },
      },
      connector,
      id: () => randomUUID(),
      now: () => clock,
      sleep: async () => void (await new Promise((done) => setImmediate(done))),
      ...change,
    });
  const account = (): Account => ({
    ...{ key: 'channel', kind: 'mastodon', name: 'Bakery', settings: {} },
    secret: stored.secret,
  });
  const renewals = () =>
    network.requests.filter(({ body }) => body.includes('grant_type=refresh_token')).length;
  const almostOver = () => void (clock = start + hour - 60_000);
  const over = () => void (clock = start + 2 * hour);

  test('is used as it is while it is young, without a call', async () => {
    const before = network.requests.length;
    expect(await instance()(account())).toMatchObject({ ok: true, account: { secret: stored.secret } });
    expect(network.requests).toHaveLength(before);
  });

  test('is renewed before it ends, and the refresh token with it', async () => {
    almostOver();
    const old = stored.secret;
    const found = await instance()(account());
    expect(found).toEqual({ ok: true, account: { ...account(), secret: stored.secret } });
    expect(stored.secret.accessToken).not.toBe(old.accessToken);
    expect(stored.secret.connection.refreshToken).not.toBe(old.connection.refreshToken);
    expect(stored.secret.connection).toMatchObject({ as: '@bakery', at: start, accessEndsAt: clock + hour });
  });

  test('is renewed once, however many need it at once', async () => {
    over();
    const held = account();
    const all = await Promise.all(Array.from({ length: 8 }, () => instance()(held)));
    expect(all).toEqual(all.map(() => ({ ok: true, account: { ...held, secret: stored.secret } })));
    expect(renewals()).toBe(1);
  });

  describe('that the network refuses before its end', () => {
    test('is renewed, and once, however many were refused with it', async () => {
      const held = account();
      const refused = stored.secret.accessToken;
      const all = await Promise.all(Array.from({ length: 8 }, () => instance()(held, refused)));
      expect(stored.secret.accessToken).not.toBe(refused);
      expect(all).toEqual(all.map(() => ({ ok: true, account: { ...held, secret: stored.secret } })));
      expect(renewals()).toBe(1);
    });

    test('gives way to what another instance has stored, without a call', async () => {
      const held = account();
      const refused = stored.secret.accessToken;
      await instance()(held, refused);
      const calls = network.requests.length;
      expect(await instance()(held, refused)).toMatchObject({
        ok: true,
        account: { secret: { accessToken: stored.secret.accessToken } },
      });
      expect(network.requests).toHaveLength(calls);
    });

    test('asks for a person where its renewal is refused too', async () => {
      await post('/oauth/token', {
        ...{ grant_type: 'refresh_token', refresh_token: stored.secret.connection.refreshToken ?? '' },
        ...{ client_id: app.id, client_secret: app.secret },
      });
      expect(await instance()(account(), stored.secret.accessToken)).toMatchObject({
        ok: false,
        outcome: { kind: 'reauthorise', code: 'connect.signed-out' },
      });
    });

    test('asks for nobody while the network cannot say', async () => {
      network.order({ on: 'any', fault: { kind: 'server-error', status: 503, accepted: false } });
      const before = stored;
      expect(await instance()(account(), stored.secret.accessToken)).toMatchObject({
        ok: false,
        outcome: { kind: 'retry' },
      });
      expect(stored).toBe(before);
    });

    test('is all there is where nothing renews it', async () => {
      const { connection } = stored.secret;
      stored = { ...stored, secret: { ...stored.secret, connection: { ...connection, refreshToken: null } } };
      expect(await instance()(account(), stored.secret.accessToken)).toEqual({
        ok: true,
        account: account(),
      });
      expect(renewals()).toBe(0);
    });
  });

  test.each([
    ['answers with a page', { kind: 'html', accepted: false }],
    ['answers with nothing', { kind: 'cut', accepted: false }],
    ['fails', { kind: 'server-error', status: 503, accepted: false }],
    ['takes no more calls', { kind: 'too-many' }],
    ['breaks off in the middle', { kind: 'truncated', accepted: false }],
  ] as const)(
    'serves to its end when the network %s, and nothing that is stored changes',
    async (_, fault) => {
      const before = stored;
      almostOver();
      network.order({ on: 'any', fault });
      expect(await instance()(account())).toMatchObject({ ok: true, account: { secret: before.secret } });
      expect(stored).toBe(before);
      over();
      network.order({ on: 'any', fault });
      expect(await instance()(account())).toMatchObject({
        ok: false,
        outcome: { kind: 'retry', code: 'connect.not-renewed' },
      });
      expect(stored).toBe(before);
      // Nobody was disconnected: the next try goes through.
      expect(await instance()(account())).toMatchObject({ ok: true });
      expect(holder).toBeNull();
    },
  );

  test('a connection that the network ended asks for a person', async () => {
    over();
    await post('/oauth/token', {
      ...{ grant_type: 'refresh_token', refresh_token: stored.secret.connection.refreshToken ?? '' },
      ...{ client_id: app.id, client_secret: app.secret },
    });
    expect(await instance()(account())).toMatchObject({
      ok: false,
      outcome: { kind: 'reauthorise', code: 'connect.signed-out' },
    });
  });

  test('is read again before giving up: another instance may have renewed it on a slow line', async () => {
    over();
    const held = account();
    const slow = instance({
      http: {
        async send(request) {
          // While this one waits for its line, its lease runs out and another one renews.
          holder = null;
          await instance()(held);
          return outgoing(['127.0.0.1']).send(request);
        },
      },
    });
    expect(await slow(held)).toEqual({ ok: true, account: { ...held, secret: stored.secret } });
    expect(stored.secret.connection.accessEndsAt).toBe(clock + hour);
  });

  test('what a person connected meanwhile is not overwritten', async () => {
    over();
    const person: ConnectedSecret = {
      accessToken: 'of a person',
      connection: { ...stored.secret.connection, accessEndsAt: clock + hour, accessFrom: clock },
    };
    const found = await instance({
      http: {
        async send(request) {
          stored = { secret: person, mark: randomUUID() };
          return outgoing(['127.0.0.1']).send(request);
        },
      },
    })(account());
    expect(found).toMatchObject({ ok: true, account: { secret: person } });
    expect(stored.secret).toBe(person);
  });

  test('one that was entered by hand is left alone', async () => {
    const byHand = { ...account(), secret: { accessToken: 'x' } };
    over();
    expect(await instance()(byHand)).toEqual({ ok: true, account: byHand });
  });
});
