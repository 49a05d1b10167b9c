import { googleApp } from '../network/practice/google-oauth';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { bootStrapi, databases, type App } from './boot';
import { cameBack, forged, pressed, comesBackAsNobody } from './connect-room';
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

describe.each(databases())('Connecting Google on %s', (db) => {
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
  const make = async (): Promise<string> => {
    const body = { kind: 'google-business', name: 'Bakery', settings: { server: network.url } };
    return (await owner.call<View>('POST', '/presence/channels', body)).body.key;
  };
  const begin = (key: string) => owner.call<Told>('POST', `/presence/channels/${key}/connect`, {});
  /** Presses a button on the page of Google, and goes on where it leads. */
  const finish = async (address: string, decision: 'allow' | 'deny') =>
    end(await cameBack(await press(address, decision)));
  const press = (address: string, decision: 'allow' | 'deny' = 'allow', changes = {}) =>
    pressed(address, { account: 'rosa', decision, ...changes });
  const end = (attempt: string) => owner.call<Told>('POST', `/presence/connects/${attempt}`, {});

  const tested = async (key: string) =>
    (await owner.call<Told>('POST', `/presence/channels/${key}/test`, {})).body.report;
  /** How often an access was renewed. */
  const renewals = () =>
    network.requests.filter(({ body }) => body.includes('grant_type=refresh_token')).length;

  const secretOf = (key: string) =>
    app.strapi.db.connection('presence_channels').where({ key }).first('secret');
  /** How often tokens were asked for by a code. */
  const exchanges = () =>
    network.requests.filter(({ body }) => body.includes('grant_type=authorization_code')).length;

  beforeEach(async () => (network = await startPractice()));
  afterEach(async () => {
    await app?.stop();
    await network?.stop();
  });

  test('a person who manages one location is connected, and asked for offline', async () => {
    await start({ 'google-business': googleApp });
    const { body: begun } = await begin(await make());
    const asked = new URL(begun.address).searchParams;
    expect([asked.get('access_type'), asked.get('prompt')]).toEqual(['offline', 'consent']);
    const { body } = await finish(begun.address, 'allow');
    expect(body).toMatchObject({
      report: { state: 'ready', message: expect.stringContaining('rosa') },
      // What renews the access has no end that Google names.
      channel: { state: 'ready', hasSecret: true, connected: { as: 'rosa', until: null } },
    });
    expect(JSON.stringify(body)).not.toContain(googleApp.clientSecret);
  });

  test('access is renewed before its end, again and again by the same token, until it is taken away', async () => {
    await start({ 'google-business': googleApp });
    // Shorter than the time before its end in which it is renewed.
    network.google.last(60);
    const key = await make();
    await finish((await begin(key)).body.address, 'allow');
    const before = renewals();
    for (const time of [1, 2]) {
      expect(await tested(key)).toMatchObject({ state: 'ready' });
      expect(renewals()).toBe(before + time);
    }
    network.google.last(3_600);
    expect(await tested(key)).toMatchObject({ state: 'ready' });
    network.google.revoke();
    // The hour that was given is not over yet.
    expect(await tested(key)).toMatchObject({ state: 'ready' });
    expect(renewals()).toBe(before + 3);
  });

  test('access that somebody took away asks for a person', async () => {
    await start({ 'google-business': googleApp });
    network.google.last(60);
    const key = await make();
    await finish((await begin(key)).body.address, 'allow');
    network.google.revoke();
    expect(await tested(key)).toMatchObject({ state: 'reauthorise' });
  });

  test('access that nothing renews is not stored, and leaves the one that lasts', async () => {
    await start({ 'google-business': googleApp });
    const key = await make();
    await finish((await begin(key)).body.address, 'allow');
    network.google.spare();
    const { body } = await finish((await begin(key)).body.address, 'allow');
    expect(body.error.details.code).toBe('connect.not-lasting');
    expect(await tested(key)).toMatchObject({ state: 'ready' });
  });

  test('what was allowed in part is named, and neither stored nor put in place of what is', async () => {
    await start({ 'google-business': googleApp });
    const key = await make();
    const partly = async () => {
      const back = await press((await begin(key)).body.address, 'allow', { scope: 'openid email' });
      return (await end(await cameBack(back))).body.error;
    };
    const refused = {
      message: expect.stringContaining('business.manage is missing, so nothing was stored'),
      details: { code: 'connect.scopes', missing: ['https://www.googleapis.com/auth/business.manage'] },
    };
    expect(await partly()).toMatchObject(refused);
    expect(await secretOf(key)).toEqual({ secret: null });
    await finish((await begin(key)).body.address, 'allow');
    const stored = await secretOf(key);
    expect(await partly()).toMatchObject(refused);
    expect(await secretOf(key)).toEqual(stored);
    expect(await tested(key)).toMatchObject({ state: 'ready' });
  });

  test('a state that nobody gave out, none, or that of another network stores nothing and uses nothing up', async () => {
    await start({ 'google-business': googleApp });
    const key = await make();
    const back = await press((await begin(key)).body.address);
    await comesBackAsNobody(back, `${app.url}/api/presence/connect/linkedin`);
    expect(exchanges()).toBe(0);
    expect(await secretOf(key)).toEqual({ secret: null });
    expect((await end(await cameBack(back))).body).toMatchObject({ report: { state: 'ready' } });
  });

  test('a code counts once, and fits no other attempt', async () => {
    await start({ 'google-business': googleApp });
    const key = await make();
    const back = await press((await begin(key)).body.address);
    const attempt = await cameBack(back);
    expect((await end(attempt)).body).toMatchObject({ report: { state: 'ready' } });
    const stored = await secretOf(key);
    expect(exchanges()).toBe(1);
    expect(await cameBack(back)).toBe(attempt);
    expect((await end(attempt)).body.error.details.code).toBe('connect.used');
    expect(exchanges()).toBe(1);
    const fresh = await press((await begin(key)).body.address);
    for (const from of [back, fresh]) {
      const code = new URL(from).searchParams.get('code') ?? '';
      const other = await cameBack(forged(await press((await begin(key)).body.address), { code }));
      expect((await end(other)).body.error.details.code).toBe('connect.refused');
    }
    expect(await secretOf(key)).toEqual(stored);
    expect(await tested(key)).toMatchObject({ state: 'ready' });
  });

  test.each([
    ['a person who says no', googleApp, 'deny', 'connect.denied'],
    ['another secret of the app', { ...googleApp, clientSecret: 'another' }, 'allow', 'connect.app-refused'],
  ] as const)('%s is told what to do', async (_, app, decision, code) => {
    await start({ 'google-business': app });
    const { body } = await begin(await make());
    expect((await finish(body.address, decision)).body.error.details.code).toBe(code);
  });

  test('without an app in the config, that is what is said', async () => {
    await start({});
    expect((await begin(await make())).body.error).toMatchObject({
      details: { code: 'connect.app-missing' },
      message: expect.stringContaining('in the form of the channel'),
    });
  });
});
