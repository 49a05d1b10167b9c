import { startPractice, type PracticeServer } from '../network/practice/server';
import { xApp, xPublicApp } from '../network/practice/x-oauth';
import { bootStrapi, databases, type App } from './boot';
import { hire, type Staff } from './staff';

interface View {
  readonly key: string;
  readonly state: string;
  readonly hasSecret: boolean;
  readonly connected?: { readonly as: string; readonly until: number | null };
}
interface Told {
  readonly address: string;
  readonly report: { readonly state: string; readonly message: string };
  readonly channel: View;
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly missing?: readonly string[] };
  };
}

describe.each(databases())('Connecting X on %s', (db) => {
  let network: PracticeServer;
  let app: App;
  let owner: Staff;

  const start = async (connect: object) => {
    const allow = [`127.0.0.1:${network.port}`];
    app = await bootStrapi({ db, presence: { engine: { enabled: false }, outgoing: { allow }, connect } });
    owner = await hire(app, 'Rosa');
    const settings = await owner.call('GET', '/presence/settings');
    await owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl: app.url });
  };
  const make = async (more: object = {}): Promise<string> => {
    const body = { kind: 'x', name: 'Bakery', settings: { server: network.url }, ...more };
    return (await owner.call<View>('POST', '/presence/channels', body)).body.key;
  };
  const begin = (key: string) => owner.call<Told>('POST', `/presence/channels/${key}/connect`, {});
  /** Presses a button on the page of X; the address that a person is sent back to. */
  async function press(address: string, decision: 'allow' | 'deny', changes: Record<string, string> = {}) {
    expect((await fetch(address)).status).toBe(200);
    const url = new URL(address);
    const form = { ...Object.fromEntries(url.searchParams), account: 'rosa', decision, ...changes };
    const pressed = await fetch(`${url.origin}${url.pathname}`, {
      ...{ method: 'POST', body: new URLSearchParams(form), redirect: 'manual' },
    });
    return pressed.headers.get('location') ?? '';
  }
  async function comeBack(address: string): Promise<string> {
    const back = await fetch(address, { redirect: 'manual' });
    return new URL(back.headers.get('location') ?? '').searchParams.get('connect') ?? '';
  }
  const finish = (attempt: string) => owner.call<Told>('POST', `/presence/connects/${attempt}`, {});
  const connected = async (key: string) =>
    finish(await comeBack(await press((await begin(key)).body.address, 'allow')));
  const tested = async (key: string) =>
    (await owner.call<Told>('POST', `/presence/channels/${key}/test`, {})).body.report;
  const renewals = () =>
    network.requests.filter(({ body }) => body.includes('grant_type=refresh_token')).length;

  beforeEach(async () => (network = await startPractice()));
  afterEach(async () => {
    await app?.stop();
    await network?.stop();
  });

  test('an account is connected by the app of the config, without a day on which that ends', async () => {
    await start({ x: xApp });
    const key = await make();
    const { body } = await connected(key);
    expect(body).toMatchObject({
      report: { state: 'ready', message: 'Signed in as @rosa. Posts can go out.' },
      channel: { state: 'ready', hasSecret: true, connected: { as: '@rosa', until: null } },
    });
    expect(JSON.stringify(body)).not.toContain(xApp.clientSecret);
    const exchange = network.requests.find(({ url }) => url.pathname === '/2/oauth2/token');
    expect(exchange?.body.toString()).not.toContain('client_');
  });

  test('an app without a secret names itself in the form', async () => {
    await start({ x: xPublicApp });
    const key = await make();
    network.xOAuth.last(60);
    expect((await connected(key)).body).toMatchObject({ report: { state: 'ready' } });
    const asked = network.requests.filter(({ url }) => url.pathname === '/2/oauth2/token');
    // The test that follows renews already.
    expect(asked).toHaveLength(2);
    for (const { body, headers } of asked) {
      expect(body.toString()).toContain(`client_id=${xPublicApp.clientId}`);
      expect(headers.authorization).toBeUndefined();
    }
  });

  test('two hours of access are renewed by one of all who need it, each time by another token', async () => {
    await start({ x: xApp });
    const key = await make();
    network.xOAuth.last(60);
    await connected(key);
    network.xOAuth.last(7_200);
    const before = renewals();
    const reports = await Promise.all([1, 2, 3, 4].map(() => tested(key)));
    expect(reports.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(renewals()).toBe(before + 1);
    expect(await tested(key)).toMatchObject({ state: 'ready' });
    expect(renewals()).toBe(before + 1);
  });

  test('access that the person took away asks for a person, in the words of X for a void token', async () => {
    await start({ x: xApp });
    const key = await make();
    network.xOAuth.last(60);
    await connected(key);
    network.xOAuth.revoke();
    expect(await tested(key)).toMatchObject({
      state: 'reauthorise',
      message: expect.stringContaining('Press Connect again'),
    });
  });

  test.each(['html', 'truncated', 'cut'] as const)(
    'an answer without a token (%s) never replaces the one that is stored',
    async (kind) => {
      await start({ x: xApp });
      const key = await make();
      network.xOAuth.last(60);
      await connected(key);
      const stored = await app.strapi.db.connection('presence_channels').where({ key }).first('secret');
      network.order({ on: 'any', fault: { kind } });
      await tested(key);
      expect(await app.strapi.db.connection('presence_channels').where({ key }).first('secret')).toEqual(
        stored,
      );
    },
  );

  test('what was allowed in part is named, and nothing is stored', async () => {
    await start({ x: xApp });
    const key = await make();
    const less = { scope: 'tweet.read tweet.write users.read' };
    const back = await press((await begin(key)).body.address, 'allow', less);
    expect((await finish(await comeBack(back))).body.error.details).toMatchObject({
      code: 'connect.scopes',
      missing: ['media.write', 'offline.access'],
    });
    const list = await owner.call<View[]>('GET', '/presence/channels');
    expect(list.body.find((one) => one.key === key)).toMatchObject({ hasSecret: false });
  });

  test('a code counts once, and a state that nobody gave out stores nothing', async () => {
    await start({ x: xApp });
    const key = await make();
    const back = await press((await begin(key)).body.address, 'allow');
    const attempt = await comeBack(back);
    expect((await finish(attempt)).status).toBe(200);
    expect(await comeBack(back)).toBe(attempt);
    expect((await finish(attempt)).body.error.details.code).toBe('connect.used');
    const forged = await press((await begin(key)).body.address, 'allow', { state: 'x'.repeat(43) });
    expect((await fetch(forged, { redirect: 'manual' })).status).toBe(400);
    // A code of another attempt fits no other verifier.
    const code =
      new URL(await press((await begin(key)).body.address, 'allow')).searchParams.get('code') ?? '';
    const mine = new URL(await press((await begin(key)).body.address, 'allow'));
    mine.searchParams.set('code', code);
    expect((await finish(await comeBack(mine.href))).body.error.details.code).toBe('connect.refused');
    expect(await tested(key)).toMatchObject({ state: 'ready' });
  });

  test.each([
    ['a person who says no', xApp, 'deny', 'connect.denied'],
    ['another secret of the app', { ...xApp, clientSecret: 'another' }, 'allow', 'connect.app-refused'],
  ] as const)('%s is told what to do', async (_, by, decision, code) => {
    await start({ x: by });
    const back = await press((await begin(await make())).body.address, decision);
    expect((await finish(await comeBack(back))).body.error.details.code).toBe(code);
  });

  test('without an app in the config that is what is said, and four keys work as ever', async () => {
    await start({});
    const key = await make({ secret: network.xKeys('rosa') });
    expect((await begin(key)).body.error).toMatchObject({
      details: { code: 'connect.app-missing' },
      message: expect.stringContaining('in the form of the channel'),
    });
    expect(await tested(key)).toMatchObject({ state: 'ready', message: expect.stringContaining('@rosa') });
  });
});
