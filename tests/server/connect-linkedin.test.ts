import { linkedinApp } from '../network/practice/linkedin-oauth';
import { startPractice, type PracticeServer } from '../network/practice/server';
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
  readonly error: { readonly message: string; readonly details: { readonly code: string } };
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
  async function finish(address: string, decision: 'allow' | 'deny') {
    const url = new URL(address);
    const form = { ...Object.fromEntries(url.searchParams), account: 'rosa', decision };
    const pressed = await fetch(`${url.origin}${url.pathname}`, {
      ...{ method: 'POST', body: new URLSearchParams(form), redirect: 'manual' },
    });
    const back = await fetch(pressed.headers.get('location') ?? '', { redirect: 'manual' });
    const attempt = new URL(back.headers.get('location') ?? '').searchParams.get('connect');
    return owner.call<Told>('POST', `/presence/connects/${attempt}`, {});
  }

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
