import { wired } from '../../server/wire';
import { wireChannels } from '../../server/wire-channels';
import { facebookApp } from '../network/practice/facebook-oauth';
import { instagramApp, threadsApp } from '../network/practice/meta-own-login';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { databases } from './boot';
import { connectRoom, type ConnectRoom } from './connect-room';

const day = 86_400_000;
const connect = {
  facebook: { ...facebookApp, alsoScopes: ['read_insights', 'instagram_manage_insights'] },
  instagram: { ...instagramApp, alsoScopes: ['instagram_business_manage_insights'] },
  threads: { ...threadsApp, alsoScopes: ['threads_manage_insights', 'threads_delete'] },
};

/** Networks of Meta that a person connects. */
const ways = [
  { kind: 'facebook', name: 'Bakery', settings: () => ({}), until: null },
  { kind: 'instagram', name: '@bakery', settings: () => ({ login: 'facebook' }), until: null },
  { kind: 'instagram', name: '@rosa', settings: () => ({ login: 'instagram' }), until: 60 },
  { kind: 'threads', name: '@rosa', settings: () => ({}), until: 60 },
] as const;

describe.each(databases())('Connecting Facebook, Instagram and Threads on %s', (db) => {
  let network: PracticeServer;
  let room: ConnectRoom;
  let later = 0;

  beforeAll(async () => {
    network = await startPractice({ now: () => Date.now() + later });
    for (const dialog of [network.facebook, network.instagramByFacebook])
      dialog.sees('rosa', [{ name: 'Bakery', gram: 'bakery' }]);
    room = await connectRoom(db, network, connect);
  });
  afterEach(() => (later = 0));
  afterAll(async () => {
    await room?.stop();
    await network?.stop();
  });

  const make = (kind: string, settings: object = {}): Promise<string> => {
    const server = kind === 'facebook' ? network.url : `${network.url}/${kind}`;
    return room.make(kind, { server, ...settings });
  };
  /** Another instance, so many milliseconds from now. */
  const instance = () =>
    wireChannels(room.app.strapi, {
      ...wired(room.app.strapi),
      publicBase: async () => room.app.url,
      waiting: async () => 0,
      onReady: async () => undefined,
      now: () => Date.now() + later,
    });
  const health = async (key: string) => {
    const { body } = await room.owner.call<{ channel: string; items: { code: string; values: object }[] }[]>(
      ...(['GET', '/presence/channels/health'] as const),
    );
    return body.find(({ channel }) => channel === key)?.items ?? [];
  };

  test.each(ways)(
    'a person allows it at $kind ($name), and the channel posts as the account that it is',
    async ({ kind, name, settings, until }) => {
      const key = await make(kind, settings());
      const begun = await room.begin(key);
      const { searchParams: asked } = new URL(begun.body.address);
      expect(asked.get('redirect_uri')).toBe(`${room.app.url}/api/presence/connect/${kind}`);
      expect(asked.get('scope')).toMatch(/insights/);
      const { body } = await room.finish(await room.press(begun.body.address, 'rosa'));
      expect(body).toMatchObject({
        report: { state: 'ready' },
        channel: { state: 'ready', hasSecret: true, connected: { as: name } },
      });
      const ends = body.channel.connected?.until ?? null;
      expect(ends && Math.round((ends - Date.now()) / day)).toBe(until);
      const told = JSON.stringify([body, await room.channel(key), await room.recorded('channel.connect')]);
      for (const secret of [facebookApp, instagramApp, threadsApp].map((app) => app.clientSecret))
        expect(told).not.toContain(secret);
      expect(told).not.toMatch(/EAA|IGAA|THAA/);
      expect((await room.recorded('channel.connect'))[0]).toMatchObject({ channel: key, as: name });
      const items = (await health(key)).map((item) => item.code);
      expect(items.includes('channel.sign-in-renews')).toBe(until !== null);
      expect(items).not.toContain('channel.rights-fewer');
    },
  );

  test.each(ways)('who says no at $kind ($name) is told what to do', async ({ kind, settings }) => {
    const key = await make(kind, settings());
    const { body } = await room.begin(key);
    const finished = await room.finish(await room.press(body.address, 'rosa', 'deny'));
    expect(finished.body.error.details.code).toBe('connect.denied');
    expect((await room.channel(key)).hasSecret).toBe(false);
  });

  test.each([
    { ...ways[0], leave: 'pages_manage_posts' },
    { ...ways[1], leave: 'instagram_content_publish' },
    { ...ways[2], leave: 'instagram_business_content_publish' },
    { ...ways[3], leave: 'threads_content_publish' },
  ])('without $leave nothing is stored, and it is named', async ({ kind, settings, leave }) => {
    const key = await make(kind, settings());
    const { body } = await room.connect(key, 'rosa', leave);
    expect(body.error.details).toMatchObject({ code: 'connect.scopes', missing: [leave] });
    expect((await room.channel(key)).hasSecret).toBe(false);
  });

  test.each([
    { ...ways[0], leave: 'read_insights', purpose: 'figures' },
    { ...ways[1], leave: 'instagram_manage_insights', purpose: 'figures' },
    { ...ways[2], leave: 'instagram_business_manage_insights', purpose: 'figures' },
    { ...ways[3], leave: 'threads_manage_insights,threads_delete', purpose: 'figures,recall' },
  ])(
    'without $leave it posts, and what will not work is told',
    async ({ kind, settings, leave, purpose }) => {
      const key = await make(kind, settings());
      expect((await room.connect(key, 'rosa', leave)).body.report.state).toBe('ready');
      expect(await health(key)).toContainEqual(
        expect.objectContaining({
          ...{ code: 'channel.rights-fewer', severity: 'warning' },
          values: { rights: leave.replace(',', ', '), without: purpose },
        }),
      );
    },
  );

  test('Facebook: calls are proven by the secret of the app, and posts go out by the token of the Page', async () => {
    const key = await make('facebook');
    await room.connect(key, 'rosa');
    const calls = network.requests.filter(({ url }) => url.searchParams.has('appsecret_proof'));
    expect(calls.map(({ url }) => url.pathname)).toContain('/v25.0/me/accounts');
    const channel = await room.channel(key);
    expect(channel.settings['pageId']).toMatch(/^\d{15}$/);
    const account = await wired(room.app.strapi).channels.account(key);
    expect(account?.secret).toMatchObject({
      accessToken: expect.stringMatching(/^EAAP/),
      connection: { accessEndsAt: null, person: { endsAt: expect.any(Number) } },
    });
  });

  test('somebody without a Page is told so, and by which they may not post', async () => {
    network.facebook.sees('karl', []);
    network.facebook.sees('lena', [{ name: 'Old bakery', tasks: ['ANALYZE'], gram: null }]);
    for (const [who, words] of [
      ['karl', /has no account there/],
      ['lena', /Old bakery: whoever signed in may not create content there/],
    ] as const) {
      const { body } = await room.connect(await make('facebook'), who);
      expect(body.error).toMatchObject({
        details: { code: 'connect.no-place' },
        message: expect.stringMatching(words),
      });
    }
    network.instagramByFacebook.sees('lena', [{ name: 'Old bakery', gram: null }]);
    const { body } = await room.connect(await make('instagram', { login: 'facebook' }), 'lena');
    expect(body.error.message).toContain('no professional account of Instagram belongs to it');
  });

  test.each(ways.slice(2))(
    'another account of $kind than that of the channel is the wrong one',
    async (way) => {
      const key = await make(way.kind, { ...way.settings(), userId: '12345678' });
      const { body } = await room.connect(key, 'karl');
      expect(body.error).toMatchObject({
        details: { code: 'connect.other-account' },
        message: expect.stringContaining('@karl'),
      });
      expect((await room.channel(key)).hasSecret).toBe(false);
    },
  );

  test('a token of another app is not kept', async () => {
    network.facebook.ofApp('4711');
    const key = await make('facebook');
    const { body } = await room.connect(key, 'rosa');
    network.facebook.ofApp(facebookApp.clientId);
    expect(body.error.details.code).toBe('connect.wrong-app');
    expect((await room.channel(key)).hasSecret).toBe(false);
  });

  test('a code counts once', async () => {
    const key = await make('threads');
    const attempt = await room.press((await room.begin(key)).body.address, 'rosa');
    expect((await room.finish(attempt)).body.report.state).toBe('ready');
    expect((await room.finish(attempt)).body.error.details.code).toBe('connect.used');
  });

  test.each(ways.slice(2))(
    'access to $kind is extended before its end, and never by an empty answer',
    async (way) => {
      const own = way.kind === 'threads' ? network.threads : network.instagram;
      const key = await make(way.kind, way.settings());
      await room.connect(key, 'rosa');
      const token = async () => (await instance().channels.account(key))?.secret as { accessToken: string };
      const renew = async () => {
        const { channels, adapters } = instance();
        const account = await channels.account(key);
        return account && adapters.get(way.kind)?.renew?.(account);
      };
      const first = (await token()).accessToken;
      later = 30 * day;
      await renew();
      expect((await token()).accessToken).toBe(first);

      later = 56 * day;
      own.mute(true);
      expect(await renew()).toMatchObject({ ok: true });
      expect((await token()).accessToken).toBe(first);
      network.order({ network: way.kind, on: 'read', fault: { kind: 'server-error' }, times: 5 });
      expect(await renew()).toMatchObject({ ok: true });
      network.heal();
      expect((await token()).accessToken).toBe(first);

      own.mute(false);
      await renew();
      const second = (await token()).accessToken;
      expect(second).not.toBe(first);
      expect(own.accountOf(second)).toBe('rosa');
      const until = await instance().channels.validUntil(key);
      expect(Math.round(((until ?? 0) - Date.now() - later) / day)).toBe(60);
    },
  );

  test('what somebody took away at Threads asks for a person, and what is only out of reach does not', async () => {
    const key = await make('threads');
    await room.connect(key, 'rosa');
    network.order({ network: 'threads', on: 'read', fault: { kind: 'cut' }, times: 5 });
    const tried = await room.owner.call<{ channel: { state: string; hasSecret: boolean } }>(
      ...(['POST', `/presence/channels/${key}/test`, {}] as const),
    );
    network.heal();
    expect(tried.body.channel).toMatchObject({ state: 'ready', hasSecret: true });
    network.threads.revoke('rosa');
    later = 56 * day;
    const { channels, adapters } = instance();
    const account = await channels.account(key);
    expect(account && (await adapters.get('threads')?.renew?.(account))).toMatchObject({
      ok: false,
      outcome: { kind: 'reauthorise', code: 'connect.signed-out' },
    });
  });
});

describe.each(databases())('Connecting networks of Meta by a wrong app on %s', (db) => {
  let network: PracticeServer;
  let room: ConnectRoom;
  const wrong = { clientSecret: 'another' };

  beforeAll(async () => {
    network = await startPractice();
    room = await connectRoom(db, network, {
      facebook: { ...facebookApp, ...wrong },
      threads: { ...threadsApp, ...wrong },
    });
  });
  afterAll(async () => {
    await room?.stop();
    await network?.stop();
  });

  test.each([
    ['facebook', ''],
    ['threads', '/threads'],
  ])('another secret of the app of %s is said to be wrong', async (kind, at) => {
    const key = await room.make(kind, { server: `${network.url}${at}` });
    expect((await room.connect(key, 'rosa')).body.error.details.code).toBe('connect.app-refused');
  });

  test('without an app that is said, with its place in the config', async () => {
    const key = await room.make('instagram', { server: `${network.url}/instagram` });
    expect((await room.begin(key)).body.error).toMatchObject({
      details: { code: 'connect.app-missing' },
      message: expect.stringContaining('connect.instagram'),
    });
  });
});
