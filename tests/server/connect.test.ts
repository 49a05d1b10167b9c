import { startPractice, type PracticeServer } from '../network/practice/server';
import { bootStrapi, databases, type App } from './boot';
import { hire, type Staff } from './staff';

interface View {
  readonly key: string;
  readonly state: string;
  readonly hasSecret: boolean;
  readonly connected?: { readonly as: string; readonly until: number | null };
}
interface Tested {
  readonly report: { readonly state: string; readonly message: string };
  readonly channel: View;
}
interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; missing?: string[] };
  };
}

describe.each(databases())('Connecting a channel at its network on %s', (db) => {
  let app: App;
  let network: PracticeServer;
  let owner: Staff;
  let other: Staff;
  let reader: Staff;

  beforeAll(async () => {
    network = await startPractice();
    app = await bootStrapi({
      db,
      presence: { engine: { enabled: false }, outgoing: { allow: [`127.0.0.1:${network.port}`] } },
    });
    owner = await hire(app, 'Rosa');
    other = await hire(app, 'Otto');
    reader = await hire(app, 'Rita', ['read']);
    const settings = await owner.call('GET', '/presence/settings');
    await owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl: app.url });
  });
  afterAll(async () => {
    await app?.stop();
    await network?.stop();
  });
  beforeEach(() => {
    network.heal();
    network.oauth.last(null);
  });

  const make = async (instance = network.url): Promise<View> => {
    const body = { kind: 'mastodon', name: 'Bakery', settings: { instance } };
    const { status, body: view } = await owner.call<View>('POST', '/presence/channels', body);
    expect(status).toBe(201);
    return view;
  };
  const begin = async (channel: string, by = owner) =>
    by.call<{ address: string } & Refused>('POST', `/presence/channels/${channel}/connect`, {});
  /** A person presses a button on the network's page; the address that they are sent back to. */
  async function press(address: string, decision: 'allow' | 'deny', change: Record<string, string> = {}) {
    const page = await fetch(address);
    expect(page.status).toBe(200);
    const form = {
      ...Object.fromEntries(new URL(address).searchParams),
      account: 'bakery',
      decision,
      ...change,
    };
    const answer = await fetch(`${network.url}/oauth/authorize`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    return answer.headers.get('location') ?? '';
  }
  /** Follows the way back into the admin panel; the key of the attempt. */
  async function comeBack(address: string): Promise<string> {
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.pathname).toMatch(/\/plugins\/presence\/channels$/);
    expect([...location.searchParams.keys()]).toEqual(['connect']);
    return location.searchParams.get('connect') ?? '';
  }
  const finish = (attempt: string, by = owner) =>
    by.call<Tested & Refused>('POST', `/presence/connects/${attempt}`, {});
  const now = async (key: string): Promise<View | undefined> =>
    (await owner.call<View[]>('GET', '/presence/channels')).body.find((one) => one.key === key);

  test('a person allows it there, and the channel is connected, tested and named; no token is seen or told', async () => {
    const { key, hasSecret } = await make();
    expect(hasSecret).toBe(false);
    const begun = await begin(key);
    expect(begun.status).toBe(200);
    const asked = new URL(begun.body.address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toBe(`${app.url}/api/presence/connect/mastodon`);
    const done = await finish(await comeBack(await press(begun.body.address, 'allow')));
    expect(done).toMatchObject({
      status: 200,
      body: {
        report: { state: 'ready' },
        channel: {
          state: 'ready',
          hasSecret: true,
          connected: { as: expect.stringMatching(/^@bakery@/), until: null },
        },
      },
    });
    const token = network.requests.find(({ url }) => url.pathname.endsWith('/accounts/verify_credentials'));
    const secret = String(token?.headers.authorization).slice('Bearer '.length);
    expect(secret.length).toBeGreaterThan(10);
    expect(JSON.stringify([done.body, await now(key)])).not.toContain(secret);
    const lines = await app.strapi.db.connection('presence_audit').select();
    const line = lines.find((one: { kind: string }) => one.kind === 'channel.connect');
    expect(JSON.stringify(line)).toContain('@bakery@');
    expect(JSON.stringify(await everything(app))).not.toContain(secret);
  });

  test('a person who says no leaves everything as it was, and hears what to do', async () => {
    const { key } = await make();
    const attempt = await comeBack(await press((await begin(key)).body.address, 'deny'));
    expect((await finish(attempt)).body.error.details.code).toBe('connect.denied');
    expect((await finish(attempt)).body.error.details.code).toBe('connect.used');
    expect(await now(key)).toMatchObject({ state: 'untested', hasSecret: false });
  });

  test('a person comes back to the admin panel at the public address, at which they are signed in', async () => {
    const { body: settings } = await owner.call('GET', '/presence/settings');
    const publicUrl = 'https://cms.bakery.test';
    await owner.call('PUT', '/presence/settings', { ...settings, publicUrl });
    try {
      const back = await press((await begin((await make()).key)).body.address, 'deny');
      expect(back).toMatch(/^https:\/\/cms\.bakery\.test\/api\/presence\/connect\/mastodon\?/);
      const answer = await fetch(back.replace(publicUrl, app.url), { redirect: 'manual' });
      expect(answer.headers.get('location')).toMatch(
        /^https:\/\/cms\.bakery\.test\/admin\/plugins\/presence\/channels\?connect=/,
      );
    } finally {
      await owner.call('PUT', '/presence/settings', settings);
    }
  });

  test('a state that nobody gave out is told so on a page, and nothing is stored', async () => {
    const answer = await fetch(`${app.url}/api/presence/connect/mastodon?state=${'x'.repeat(43)}&code=abc`, {
      headers: { 'accept-language': 'de' },
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('Es wurde nichts gespeichert');
    expect(page).toContain('/plugins/presence/channels');
  });

  test('an answer counts once: neither the code nor the state serves again', async () => {
    const { key } = await make();
    const back = await press((await begin(key)).body.address, 'allow');
    const attempt = await comeBack(back);
    // A second answer to the same state changes nothing, whatever it says.
    const forged = new URL(back);
    forged.searchParams.set('code', 'of-somebody-else');
    expect(await comeBack(forged.href)).toBe(attempt);
    expect((await finish(attempt)).status).toBe(200);
    expect(await comeBack(back)).toBe(attempt);
    expect((await finish(attempt)).body.error.details.code).toBe('connect.used');
  });

  test('of two windows that finish at once one does', async () => {
    const { key } = await make();
    const attempt = await comeBack(await press((await begin(key)).body.address, 'allow'));
    const both = await Promise.all([finish(attempt), finish(attempt)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await now(key)).toMatchObject({ state: 'ready', hasSecret: true });
  });

  test('somebody else cannot finish it, and their try does not use it up', async () => {
    const { key } = await make();
    const attempt = await comeBack(await press((await begin(key)).body.address, 'allow'));
    expect((await finish(attempt, other)).body.error.details.code).toBe('connect.other-person');
    expect((await finish(attempt, reader)).status).toBe(403);
    expect((await begin(key, reader)).status).toBe(403);
    expect((await finish(attempt)).status).toBe(200);
  });

  test('an attempt of yesterday is called off', async () => {
    const { key } = await make();
    const back = await press((await begin(key)).body.address, 'allow');
    await app.strapi.db.connection('presence_connect_attempts').update({ expires_at: Date.now() - 1 });
    expect((await finish(await comeBack(back))).body.error.details.code).toBe('connect.expired');
    expect(await now(key)).toMatchObject({ hasSecret: false });
  });

  test('an attempt that the network has not answered waits', async () => {
    const { key } = await make();
    await begin(key);
    const [row] = await app.strapi.db
      .connection('presence_connect_attempts')
      .where({ channel: key })
      .select('key');
    expect((await finish(row.key)).body.error.details.code).toBe('connect.unanswered');
  });

  test('fewer rights than asked for are named, and nothing is stored', async () => {
    const { key } = await make();
    const less = { scope: 'read:accounts write:statuses' };
    const attempt = await comeBack(await press((await begin(key)).body.address, 'allow', less));
    const { body } = await finish(attempt);
    expect(body.error.details).toMatchObject({
      code: 'connect.scopes',
      missing: ['write:media', 'read:statuses'],
    });
    expect(body.error.message).toContain('write:media, read:statuses');
    expect(await now(key)).toMatchObject({ hasSecret: false });
  });

  test.each(['html', 'error-in-200', 'truncated', 'cut'] as const)(
    'an answer without a token (%s) never replaces the one that is stored',
    async (kind) => {
      const { key } = await make();
      await finish(await comeBack(await press((await begin(key)).body.address, 'allow')));
      const stored = await app.strapi.db.connection('presence_channels').where({ key }).first('secret');
      const attempt = await comeBack(await press((await begin(key)).body.address, 'allow'));
      network.order({ on: 'any', fault: { kind } });
      expect((await finish(attempt)).body.error.details.code).toBe('connect.network-failed');
      expect(await app.strapi.db.connection('presence_channels').where({ key }).first('secret')).toEqual(
        stored,
      );
    },
  );

  test('a server that forgot our app makes another one', async () => {
    const { key } = await make();
    await begin(key);
    const made = () => network.requests.filter(({ url }) => url.pathname === '/api/v1/apps').length;
    const before = made();
    await begin(key);
    expect(made()).toBe(before);
    network.oauth.forget();
    const { body } = await begin(key);
    expect(made()).toBe(before + 1);
    expect((await finish(await comeBack(await press(body.address, 'allow')))).status).toBe(200);
  });

  test('a server in a private network is not called, and one that is moved meanwhile gets no token', async () => {
    const away = await make('http://10.1.2.3');
    expect((await begin(away.key)).body.error.message).toContain('private network');
    const { key } = await make();
    const attempt = await comeBack(await press((await begin(key)).body.address, 'allow'));
    const moved = { kind: 'mastodon', name: 'Bakery', settings: { instance: 'https://elsewhere.example' } };
    await owner.call('PUT', `/presence/channels/${key}`, moved);
    expect((await finish(attempt)).body.error.details.code).toBe('connect.channel-changed');
  });

  test('a token entered by hand takes the place of the connection', async () => {
    const { key } = await make();
    await finish(await comeBack(await press((await begin(key)).body.address, 'allow')));
    await owner.call('PUT', `/presence/channels/${key}`, {
      ...{ kind: 'mastodon', name: 'Bakery', settings: { instance: network.url } },
      secret: { accessToken: network.token('bakery') },
    });
    const view = await now(key);
    expect(view).toMatchObject({ state: 'untested', hasSecret: true });
    expect(view?.connected).toBeUndefined();
  });

  test('a token with an end is renewed by one of all who need it, and the state stays ready', async () => {
    const { key } = await make();
    network.oauth.last(60);
    const done = await finish(await comeBack(await press((await begin(key)).body.address, 'allow')));
    expect(done.body.channel).toMatchObject({ state: 'ready' });
    network.oauth.last(7_200);
    const renewals = () =>
      network.requests.filter(
        ({ url, body }) => url.pathname === '/oauth/token' && body.includes('grant_type=refresh_token'),
      ).length;
    const before = renewals();
    const tests = await Promise.all(
      [1, 2, 3, 4].map(() => owner.call<Tested>('POST', `/presence/channels/${key}/test`, {})),
    );
    expect(tests.map(({ body }) => body.report.state)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(renewals()).toBe(before + 1);
    expect(await now(key)).toMatchObject({ state: 'ready', connected: { until: null } });
  });
});

/** All that is stored, but for what the practice network itself keeps. */
async function everything(app: App): Promise<unknown> {
  const tables = [
    'presence_channels',
    'presence_connect_attempts',
    'presence_connect_apps',
    'presence_audit',
    'presence_outbox',
  ];
  return Promise.all(tables.map((table) => app.strapi.db.connection(table).select()));
}
