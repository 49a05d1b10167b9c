import { linkedinApp } from '../network/practice/linkedin-oauth';
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

const day = 86_400_000;

describe.each(databases())('Connecting LinkedIn on %s', (db) => {
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
  const make = async (as: string): Promise<string> => {
    const body = { kind: 'linkedin', name: 'Bakery', settings: { as, server: network.url } };
    return (await owner.call<View>('POST', '/presence/channels', body)).body.key;
  };
  const begin = (key: string) => owner.call<Told>('POST', `/presence/channels/${key}/connect`, {});
  /** Presses a button on the page of LinkedIn, and goes on where it leads. */
  const finish = async (address: string, decision: 'allow' | 'deny') =>
    end(await cameBack(await press(address, decision)));
  const press = (address: string, decision: 'allow' | 'deny' = 'allow', changes = {}) =>
    pressed(address, { account: 'rosa', decision, ...changes });
  const end = (attempt: string) => owner.call<Told>('POST', `/presence/connects/${attempt}`, {});

  const tested = async (key: string) =>
    (await owner.call<Told>('POST', `/presence/channels/${key}/test`, {})).body.report;
  const secretOf = (key: string) =>
    app.strapi.db.connection('presence_channels').where({ key }).first('secret');
  /** How often tokens were asked for by a code. */
  const exchanges = () =>
    network.requests.filter(({ body }) => body.includes('grant_type=authorization_code')).length;

  beforeAll(async () => (network = await startPractice()));
  afterEach(() => app?.stop());
  afterAll(() => network?.stop());

  test('a page and a person are connected by the app of the config, until the day that LinkedIn says', async () => {
    await start({ linkedin: linkedinApp });
    for (const [as, name] of [
      ['person', 'rosa'],
      ['organization', ''],
    ] as const) {
      const key = await make(as);
      const begun = await begin(key);
      expect(begun.body.address).toContain(`client_id=${linkedinApp.clientId}`);
      const { body } = await finish(begun.body.address, 'allow');
      expect(body).toMatchObject({
        report: { state: 'ready' },
        channel: { state: 'ready', hasSecret: true, connected: { as: name } },
      });
      const until = body.channel.connected?.until ?? 0;
      expect(Math.round((until - Date.now()) / day)).toBe(365);
      expect(JSON.stringify(body)).not.toContain(linkedinApp.clientSecret);
    }
  });

  test.each([
    ['organization', 'r_organization_social', ['w_organization_social', 'rw_organization_admin']],
    ['person', 'openid profile', ['w_member_social']],
  ] as const)(
    'of a %s, what was allowed in part is named, and neither stored nor put in place of what is',
    async (as, scope, missing) => {
      await start({ linkedin: linkedinApp });
      const key = await make(as);
      const partly = async () => {
        const back = await press((await begin(key)).body.address, 'allow', { scope });
        return (await end(await cameBack(back))).body.error;
      };
      const refused = {
        message: expect.stringContaining(missing.join(', ')),
        details: { code: 'connect.scopes', missing },
      };
      expect(await partly()).toMatchObject(refused);
      expect(await secretOf(key)).toEqual({ secret: null });
      await finish((await begin(key)).body.address, 'allow');
      const stored = await secretOf(key);
      expect(await partly()).toMatchObject(refused);
      expect(await secretOf(key)).toEqual(stored);
      expect(await tested(key)).toMatchObject({ state: 'ready' });
    },
  );

  test('a state that nobody gave out, none, or that of another network stores nothing and uses nothing up', async () => {
    await start({ linkedin: linkedinApp });
    const key = await make('person');
    const before = exchanges();
    const back = await press((await begin(key)).body.address);
    await comesBackAsNobody(back, `${app.url}/api/presence/connect/pinterest`);
    expect(exchanges()).toBe(before);
    expect(await secretOf(key)).toEqual({ secret: null });
    expect((await end(await cameBack(back))).body).toMatchObject({ report: { state: 'ready' } });
  });

  test('a code counts once', async () => {
    await start({ linkedin: linkedinApp });
    const key = await make('person');
    const before = exchanges();
    const back = await press((await begin(key)).body.address);
    const attempt = await cameBack(back);
    expect((await end(attempt)).body).toMatchObject({ report: { state: 'ready' } });
    const stored = await secretOf(key);
    expect(await cameBack(back)).toBe(attempt);
    expect((await end(attempt)).body.error.details.code).toBe('connect.used');
    expect(exchanges()).toBe(before + 1);
    const code = new URL(back).searchParams.get('code') ?? '';
    const again = await cameBack(forged(await press((await begin(key)).body.address), { code }));
    expect((await end(again)).body.error).toMatchObject({
      details: { code: 'connect.refused' },
      message: expect.stringContaining('authorization code not found'),
    });
    expect(await secretOf(key)).toEqual(stored);
    expect(await tested(key)).toMatchObject({ state: 'ready' });
  });

  test('a person who says no is told what to do', async () => {
    await start({ linkedin: linkedinApp });
    const { body } = await begin(await make('person'));
    expect((await finish(body.address, 'deny')).body.error.details.code).toBe('connect.denied');
  });

  test('another secret of the app is said to be wrong', async () => {
    await start({ linkedin: { ...linkedinApp, clientSecret: 'another' } });
    const { body } = await begin(await make('person'));
    expect((await finish(body.address, 'allow')).body.error.details.code).toBe('connect.app-refused');
  });

  test('without an app in the config, that is what is said', async () => {
    await start({});
    const { body } = await begin(await make('person'));
    expect(body.error).toMatchObject({
      details: { code: 'connect.app-missing' },
      message: expect.stringContaining('in the form of the channel'),
    });
  });
});
