import type { ConnectedSecret } from '../../src/channels/connect/connection';
import type { ChannelHealth } from '../../src/channels/health/health';
import { wireHealth } from '../../server/wire-health';
import { wired } from '../../server/wire';
import { wireChannels } from '../../server/wire-channels';
import { linkedinApp } from '../network/practice/linkedin-oauth';
import { pinterestApp } from '../network/practice/pinterest-oauth';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { bootStrapi, databases, type App } from './boot';
import { hire, type Staff } from './staff';

interface Notice {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly channel: string;
  readonly link: string;
}

const day = 86_400_000;
const rights = ['w_organization_social', 'r_organization_social', 'rw_organization_admin'];

describe.each(databases())('The health of channels on %s', (db) => {
  let app: App;
  let network: PracticeServer;
  let owner: Staff;
  let keeper: Staff;

  beforeAll(async () => {
    network = await startPractice();
    app = await bootStrapi({
      db,
      presence: {
        engine: { enabled: false },
        outgoing: { allow: [`127.0.0.1:${network.port}`] },
        connect: { linkedin: linkedinApp, pinterest: pinterestApp },
      },
    });
    owner = await hire(app, 'Rosa');
    keeper = await hire(app, 'Karl', ['read', 'channels.manage']);
    const settings = await owner.call('GET', '/presence/settings');
    await owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl: app.url });
  });
  afterAll(async () => {
    await app?.stop();
    await network?.stop();
  });
  afterEach(async () => {
    for (const { key } of await wired(app.strapi).channels.list())
      await wired(app.strapi).channels.remove(key, { kind: 'system', name: 'test' });
    await instance().run();
    // What is gone has nothing to tell.
    expect(await unread()).toEqual([]);
  });

  /** One of several instances, so many milliseconds later. */
  const instance = (later = 0) => {
    const presence = wired(app.strapi);
    const now = () => Date.now() + later;
    const outside = wireChannels(app.strapi, {
      ...presence,
      publicBase: async () => app.url,
      waiting: async () => 0,
      onReady: async () => undefined,
      now,
    });
    return wireHealth(app.strapi, { ...presence, outside, now });
  };
  const make = async (kind: 'linkedin' | 'pinterest', more: object = {}): Promise<string> => {
    const body = { kind, name: 'Bakery', settings: { server: network.url }, ...more };
    return (await owner.call<{ key: string }>('POST', '/presence/channels', body)).body.key;
  };
  const secret = (known: Partial<ConnectedSecret['connection']>): ConnectedSecret => ({
    accessToken: 'token',
    connection: {
      ...{ as: 'Bakery', at: 0, scopes: rights, refreshToken: null, accessFrom: Date.now() - 50 * day },
      ...{ accessEndsAt: null, refreshEndsAt: null, client: null, ...known },
    },
  });
  const connect = (key: string, held: ConnectedSecret) =>
    wired(app.strapi).channels.connect(
      key,
      { secret: held, settings: null },
      { kind: 'system', name: 'test' },
    );
  const unread = async (by = keeper): Promise<Notice[]> =>
    (await by.call<{ items: Notice[] }>('GET', '/presence/notices?unread=true')).body.items.filter(
      ({ code }) => code.startsWith('channel.'),
    );
  const seen = async (): Promise<ChannelHealth> =>
    (await keeper.call<ChannelHealth>('GET', '/presence/channels/health')).body;

  test('who looks after channels is told of each step before access ends once, however many instances look', async () => {
    const key = await make('linkedin');
    await connect(key, secret({ accessEndsAt: Date.now() + 5 * day }));
    await Promise.all([instance().run(), instance().run()]);
    await instance().run();
    const [first, ...more] = await unread();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      ...{ code: 'channel.sign-in-ends', severity: 'warning', channel: key },
      message: expect.stringMatching(/^The access of “Bakery” ends in 5 days, on \d{4}-\d\d-\d\d, /),
      link: `/plugins/presence/channels?channel=${key}`,
      times: 1,
    });
    // Those who have no say in channels are not told.
    expect(await unread(await hire(app, 'Rita', ['read']))).toEqual([]);

    // Read or not, the same step is not told again; the next one takes its place, and is told anew.
    await keeper.call('POST', '/presence/notices/read', {
      keys: [(first as unknown as { key: string }).key],
    });
    await instance(day).run();
    expect(await unread()).toEqual([]);
    await instance(3 * day).run();
    await instance(4.5 * day).run();
    expect(await unread()).toMatchObject([
      { severity: 'error', message: expect.stringContaining('within a day'), times: 1 },
    ]);
    await instance(6 * day).run();
    expect((await unread()).map(({ code }) => code)).toEqual(['channel.sign-in-ended']);

    await connect(key, secret({ accessEndsAt: Date.now() + 60 * day }));
    await instance().run();
    expect(await unread()).toEqual([]);
  });

  test('rights that a network did not give, and the end of a version of its API, are told and shown', async () => {
    const key = await make('linkedin');
    await connect(key, secret({ scopes: rights.slice(0, 2) }));
    expect(await seen()).toEqual([
      {
        channel: key,
        items: [
          expect.objectContaining({
            code: 'channel.rights-missing',
            values: { rights: 'rw_organization_admin' },
          }),
          expect.objectContaining({ code: 'channel.version-ends', severity: 'info' }),
        ],
      },
    ]);
    await instance(Date.UTC(2027, 5, 20) - Date.now()).run();
    const codes = (await unread()).map(({ code }) => code);
    expect(codes.sort()).toEqual(['channel.rights-missing', 'channel.version-ends']);
  });

  test('what can be renewed is renewed, although nothing is published', async () => {
    const key = await make('pinterest');
    const account = async () => {
      const row = await wired(app.strapi).channels.opened(key);
      return row?.account.secret as ConnectedSecret;
    };
    const begun = await owner.call<{ address: string }>('POST', `/presence/channels/${key}/connect`, {});
    const url = new URL(begun.body.address);
    const form = { ...Object.fromEntries(url.searchParams), account: 'rosa', decision: 'allow' };
    const pressed = await fetch(`${url.origin}${url.pathname}`, {
      ...{ method: 'POST', body: new URLSearchParams(form), redirect: 'manual' },
    });
    const back = await fetch(pressed.headers.get('location') ?? '', { redirect: 'manual' });
    const attempt = new URL(back.headers.get('location') ?? '').searchParams.get('connect');
    await owner.call('POST', `/presence/connects/${attempt}`, {});

    const given = await account();
    const late = {
      ...{ accessFrom: Date.now() - 29 * day, accessEndsAt: Date.now() + day },
      refreshEndsAt: Date.now() + 5 * day,
    };
    await connect(key, { ...given, connection: { ...given.connection, ...late } });
    await instance().run();
    const renewed = await wired(app.strapi).channels.get(key);
    const until = renewed.ok ? (renewed.value.connected?.until ?? 0) : 0;
    expect(await unread()).toEqual([]);
    expect(Math.round((until - Date.now()) / day)).toBe(60);

    // Somebody took the right away: nothing is tried again and again, a person is told once.
    const lost = { ...late, refreshToken: 'nobody', accessEndsAt: Date.now() - 1 };
    await connect(key, { ...given, connection: { ...given.connection, ...lost } });
    await instance().run();
    await instance().run();
    // Its access is over: that says more than that it is signed out.
    expect(await unread()).toMatchObject([
      { code: 'channel.sign-in-ended', severity: 'error', channel: key, times: 1 },
    ]);
    expect(await wired(app.strapi).channels.get(key)).toMatchObject({ value: { state: 'reauthorise' } });
  });

  test('one that somebody else found signed out is told as well, and again on the next day', async () => {
    const key = await make('linkedin');
    await connect(key, secret({}));
    await wired(app.strapi).channels.markState(key, 'reauthorise', 'LinkedIn refused the access token.');
    await instance().run();
    await instance().run();
    const told = { code: 'channel.signed-out', severity: 'error', channel: key };
    expect(await unread()).toMatchObject([
      { ...told, message: expect.stringContaining('LinkedIn refused the access token.'), times: 1 },
    ]);
    const [read] = await unread();
    await keeper.call('POST', '/presence/notices/read', {
      keys: [(read as unknown as { key: string }).key],
    });
    await instance().run();
    expect(await unread()).toEqual([]);
    await instance(day).run();
    expect(await unread()).toMatchObject([told]);
  });

  test('a channel in practice mode has no health', async () => {
    const key = await make('linkedin', { practice: true });
    await connect(key, secret({ accessEndsAt: Date.now() + day }));
    expect(await seen()).toEqual([]);
    await instance().run();
    expect(await unread()).toEqual([]);
  });

  test('who may see Presence sees the health of channels, nobody else', async () => {
    const { status } = await (await hire(app, 'Nora', [])).call('GET', '/presence/channels/health');
    expect(status).toBe(403);
  });
});
