import { pinterestApp } from '../network/practice/pinterest-oauth';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { bootStrapi, databases, type App } from './boot';
import { cameBack, forged, pressed, comesBackAsNobody } from './connect-room';
import { hire, type Staff } from './staff';

interface Told {
  readonly address: string;
  readonly key: string;
  readonly report: { readonly state: string };
  readonly channel: { readonly connected?: { readonly until: number | null } };
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly missing?: readonly string[] };
  };
}

const day = 86_400_000;

describe.each(databases())('Connecting Pinterest on %s', (db) => {
  let network: PracticeServer;
  let app: App;
  let owner: Staff;
  let key = '';

  const start = async (connect: object) => {
    const allow = [`127.0.0.1:${network.port}`];
    app = await bootStrapi({ db, presence: { engine: { enabled: false }, outgoing: { allow }, connect } });
    owner = await hire(app, 'Rosa');
    const settings = await owner.call('GET', '/presence/settings');
    await owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl: app.url });
    const body = { kind: 'pinterest', name: 'Bakery', settings: { server: network.url } };
    ({ key } = (await owner.call<Told>('POST', '/presence/channels', body)).body);
    return begin();
  };
  const begin = () => owner.call<Told>('POST', `/presence/channels/${key}/connect`, {});
  /** Presses a button on the page of Pinterest, and goes on where it leads. */
  const finish = async (address: string, decision: 'allow' | 'deny') =>
    end(await cameBack(await press(address, decision)));
  const press = (address: string, decision: 'allow' | 'deny' = 'allow', changes = {}) =>
    pressed(address, { account: 'rosa', decision, ...changes });
  const end = (attempt: string) => owner.call<Told>('POST', `/presence/connects/${attempt}`, {});

  const tested = async () =>
    (await owner.call<Told>('POST', `/presence/channels/${key}/test`, {})).body.report;
  const secretOf = () => app.strapi.db.connection('presence_channels').where({ key }).first('secret');
  /** How often tokens were asked for by a code. */
  const exchanges = () =>
    network.requests.filter(({ body }) => body.includes('grant_type=authorization_code')).length;

  beforeAll(async () => (network = await startPractice()));
  afterEach(() => app?.stop());
  afterAll(() => network?.stop());

  test('an account is connected by the app of the config, until the day that Pinterest says', async () => {
    const begun = await start({ pinterest: pinterestApp });
    const { body } = await finish(begun.body.address, 'allow');
    expect(body).toMatchObject({
      report: { state: 'ready' },
      channel: { state: 'ready', hasSecret: true, connected: { as: 'rosa' } },
    });
    expect(Math.round(((body.channel.connected?.until ?? 0) - Date.now()) / day)).toBe(60);
    expect(JSON.stringify(body)).not.toContain(pinterestApp.clientSecret);
  });

  test('what was allowed in part is named, and neither stored nor put in place of what is', async () => {
    const begun = await start({ pinterest: pinterestApp });
    const partly = async (address: string) => {
      const back = await press(address, 'allow', { scope: 'boards:read,boards:write,pins:read' });
      return (await end(await cameBack(back))).body.error;
    };
    const refused = {
      message: expect.stringContaining('pins:write, user_accounts:read are missing'),
      details: { code: 'connect.scopes', missing: ['pins:write', 'user_accounts:read'] },
    };
    expect(await partly(begun.body.address)).toMatchObject(refused);
    expect(await secretOf()).toEqual({ secret: null });
    await finish((await begin()).body.address, 'allow');
    const stored = await secretOf();
    expect(await partly((await begin()).body.address)).toMatchObject(refused);
    expect(await secretOf()).toEqual(stored);
    expect(await tested()).toMatchObject({ state: 'ready' });
  });

  test('a state that nobody gave out, none, or that of another network stores nothing and uses nothing up', async () => {
    const begun = await start({ pinterest: pinterestApp });
    const before = exchanges();
    const back = await press(begun.body.address);
    await comesBackAsNobody(back, `${app.url}/api/presence/connect/linkedin`);
    expect(exchanges()).toBe(before);
    expect(await secretOf()).toEqual({ secret: null });
    expect((await end(await cameBack(back))).body).toMatchObject({ report: { state: 'ready' } });
  });

  test('a code counts once', async () => {
    const begun = await start({ pinterest: pinterestApp });
    const before = exchanges();
    const back = await press(begun.body.address);
    const attempt = await cameBack(back);
    expect((await end(attempt)).body).toMatchObject({ report: { state: 'ready' } });
    const stored = await secretOf();
    expect(await cameBack(back)).toBe(attempt);
    expect((await end(attempt)).body.error.details.code).toBe('connect.used');
    expect(exchanges()).toBe(before + 1);
    const code = new URL(back).searchParams.get('code') ?? '';
    const again = await cameBack(forged(await press((await begin()).body.address), { code }));
    expect((await end(again)).body.error).toMatchObject({
      details: { code: 'connect.refused' },
      message: expect.stringContaining('The authorization grant is invalid'),
    });
    expect(await secretOf()).toEqual(stored);
    expect(await tested()).toMatchObject({ state: 'ready' });
  });

  test.each([
    ['a person who says no', {}, 'deny', 'connect.denied'],
    ['another secret of the app', { clientSecret: 'another' }, 'allow', 'connect.app-refused'],
  ] as const)('%s is told what to do', async (_, changes, decision, code) => {
    const begun = await start({ pinterest: { ...pinterestApp, ...changes } });
    expect((await finish(begun.body.address, decision)).body.error.details.code).toBe(code);
  });

  test('without an app in the config, that is what is said', async () => {
    expect((await start({})).body.error.details.code).toBe('connect.app-missing');
  });
});
