import { pinterestApp } from '../network/practice/pinterest-oauth';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { bootStrapi, databases, type App } from './boot';
import { hire, type Staff } from './staff';

interface Told {
  readonly address: string;
  readonly key: string;
  readonly report: { readonly state: string };
  readonly channel: { readonly connected?: { readonly until: number | null } };
  readonly error: { readonly details: { readonly code: string } };
}

const day = 86_400_000;

describe.each(databases())('Connecting Pinterest on %s', (db) => {
  let network: PracticeServer;
  let app: App;
  let owner: Staff;

  const start = async (connect: object) => {
    const allow = [`127.0.0.1:${network.port}`];
    app = await bootStrapi({ db, presence: { engine: { enabled: false }, outgoing: { allow }, connect } });
    owner = await hire(app, 'Rosa');
    const settings = await owner.call('GET', '/presence/settings');
    await owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl: app.url });
    const body = { kind: 'pinterest', name: 'Bakery', settings: { server: network.url } };
    const { key } = (await owner.call<Told>('POST', '/presence/channels', body)).body;
    return owner.call<Told>('POST', `/presence/channels/${key}/connect`, {});
  };
  /** Presses a button on the page of Pinterest, and goes on where it leads. */
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
