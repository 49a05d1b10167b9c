import { startBluesky, type BlueskyServer } from '../network/bluesky';
import { facebookApp } from '../network/practice/facebook-oauth';
import { googleApp } from '../network/practice/google-oauth';
import { linkedinApp } from '../network/practice/linkedin-oauth';
import { instagramApp, threadsApp } from '../network/practice/meta-own-login';
import { pinterestApp } from '../network/practice/pinterest-oauth';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { xApp } from '../network/practice/x-oauth';
import { wired } from '../../server/wire';
import { databases } from './boot';
import { connectRoom, type ConnectRoom } from './connect-room';

interface Session {
  readonly refreshJwt: string;
}

interface Removed {
  readonly access: { readonly outcome: string; readonly where: string | null };
}

describe.each(databases())('Ending access on %s', (db) => {
  let network: PracticeServer;
  let sky: BlueskyServer;
  let room: ConnectRoom;

  beforeAll(async () => {
    [network, sky] = await Promise.all([startPractice(), startBluesky()]);
    for (const dialog of [network.facebook, network.instagramByFacebook])
      dialog.sees('rosa', [{ name: 'Bakery', gram: 'bakery' }]);
    const apps = {
      ...{ x: xApp, linkedin: linkedinApp, 'google-business': googleApp, pinterest: pinterestApp },
      ...{ facebook: facebookApp, instagram: instagramApp, threads: threadsApp },
    };
    room = await connectRoom(db, network, apps, [new URL(sky.pdsUrl).host]);
  });
  afterEach(() => network.heal());
  afterAll(async () => {
    await room?.stop();
    await Promise.all([network?.stop(), sky?.stop()]);
  });

  const connected = async (kind: string, more: object = {}, below = ''): Promise<string> => {
    const at = kind === 'mastodon' ? { instance: network.url } : { server: `${network.url}${below}` };
    const key = await room.make(kind, { ...at, ...more });
    const { body } = await room.connect(key, 'rosa');
    expect(body.report).toMatchObject({ state: 'ready' });
    return key;
  };
  const secretOf = async (key: string) =>
    (await wired(room.app.strapi).channels.account(key))?.secret as {
      accessToken: string;
      connection: { refreshToken: string | null };
    };
  const remove = async (key: string) => {
    const { status, body } = await room.owner.call<Removed>('DELETE', `/presence/channels/${key}`);
    expect(status).toBe(200);
    const { body: left } = await room.owner.call<{ key: string }[]>('GET', '/presence/channels');
    expect(left.map((one) => one.key)).not.toContain(key);
    return body.access;
  };
  const ended = { outcome: 'ended', where: null };

  test('Mastodon, X, Google, Facebook and Threads take it back', async () => {
    const [mastodon, x, threads] = [
      await connected('mastodon'),
      await connected('x'),
      await connected('threads', {}, '/threads'),
    ];
    const [onMastodon, onX, onThreads] = [
      await secretOf(mastodon),
      await secretOf(x),
      await secretOf(threads),
    ];
    expect(network.holds(onMastodon.accessToken)).toBe(true);
    expect(await remove(mastodon)).toEqual(ended);
    expect(network.holds(onMastodon.accessToken)).toBe(false);

    expect(network.xOAuth.bearerOf(onX.accessToken)).not.toBeNull();
    expect(await remove(x)).toEqual(ended);
    expect(network.xOAuth.bearerOf(onX.accessToken)).toBeNull();

    expect(network.threads.accountOf(onThreads.accessToken)).toBe('rosa');
    expect(await remove(threads)).toEqual(ended);
    expect(network.threads.accountOf(onThreads.accessToken)).toBeNull();

    const google = await connected('google-business');
    expect(network.google.renewable()).toBe(1);
    expect(await remove(google)).toEqual(ended);
    expect(network.google.renewable()).toBe(0);

    const facebook = await connected('facebook');
    expect(network.facebook.holds('rosa')).toBe(true);
    expect(await remove(facebook)).toEqual(ended);
    expect(network.facebook.holds('rosa')).toBe(false);

    const lines = await room.recorded('channel.end-access');
    expect(lines.map(({ channel, outcome }) => [channel, outcome])).toEqual(
      [facebook, google, threads, x, mastodon].map((key) => [key, 'ended']),
    );
    expect(JSON.stringify(lines)).not.toContain(onX.accessToken);
  });

  test.each([
    [
      'linkedin',
      { as: 'person' },
      '',
      'https://www.linkedin.com/mypreferences/d/data-sharing-for-permitted-services',
    ],
    ['pinterest', {}, '', 'https://www.pinterest.com/settings/apps'],
    ['instagram', { login: 'instagram' }, '/instagram', 'https://www.instagram.com/accounts/manage_access/'],
  ])('%s has no call for it, so it is said where a person does it', async (kind, settings, below, where) => {
    expect(await remove(await connected(kind, settings, below))).toEqual({ outcome: 'by-hand', where });
  });

  describe('Bluesky', () => {
    const page = 'https://bsky.app/settings/app-passwords';
    const signedIn = async (name: string, session?: object) => {
      const user = await sky.account(name);
      const made = await room.owner.call<{ key: string }>('POST', '/presence/channels', {
        ...{ kind: 'bluesky', name: 'Bakery', secret: { appPassword: user.appPassword } },
        settings: { service: sky.pdsUrl, identifier: user.handle },
      });
      expect(made.status).toBe(201);
      const { key } = made.body;
      await room.owner.call('POST', `/presence/channels/${key}/test`, {});
      const rows = () => room.app.strapi.db.connection('presence_channels').where({ key });
      const box = room.app.strapi.service('admin::encryption') as {
        decrypt(text: string): string;
        encrypt(text: string): string;
      };
      const [row] = (await rows().select('session')) as { session: string }[];
      const kept = JSON.parse(box.decrypt(row?.session ?? '')) as Session;
      if (session) await rows().update({ session: box.encrypt(JSON.stringify({ ...kept, ...session })) });
      return { key, user, kept };
    };
    /** As whoever has the token would ask for a new one. */
    const refreshed = async ({ refreshJwt }: Session): Promise<number> => {
      const address = `${sky.pdsUrl}/xrpc/com.atproto.server.refreshSession`;
      const headers = { authorization: `Bearer ${refreshJwt}` };
      return (await fetch(address, { method: 'POST', headers })).status;
    };

    test('ends the session, and says that the app password goes on', async () => {
      const [one, other] = [await signedIn('baker'), await signedIn('miller')];
      expect(await remove(one.key)).toEqual({ outcome: 'signed-out', where: page });
      expect(await refreshed(one.kept)).toBe(400);
      expect(await refreshed(other.kept)).toBe(200);
      const input = { identifier: one.user.handle, password: one.user.appPassword };
      expect((await sky.call('com.atproto.server.createSession', { input })).status).toBe(200);
      const [line] = await room.recorded('channel.end-access');
      expect(line).toMatchObject({ channel: one.key, outcome: 'signed-out' });
      expect(JSON.stringify(line)).not.toContain(one.kept.refreshJwt);
    });

    test('whose session is over already, or cannot be reached, keeps nobody from removing a channel', async () => {
      const over = await signedIn('brewer', { refreshJwt: 'over' });
      expect(await remove(over.key)).toEqual({ outcome: 'signed-out', where: page });
      const away = await signedIn('cook', { service: 'http://127.0.0.1:9' });
      expect(await remove(away.key)).toEqual({ outcome: 'unreached', where: page });
      const never = await room.owner.call<{ key: string }>('POST', '/presence/channels', {
        ...{ kind: 'bluesky', name: 'Bakery', secret: { appPassword: 'aaaa-bbbb-cccc-dddd' } },
        settings: { service: sky.pdsUrl, identifier: 'nobody.test' },
      });
      expect(await remove(never.body.key)).toEqual({ outcome: 'by-hand', where: page });
    });
  });

  test('a mail server is no network: nobody is sent to end anything there', async () => {
    const made = await room.owner.call<{ key: string }>('POST', '/presence/channels', {
      ...{ kind: 'email', name: 'Friday letter', secret: { password: 'Sourdough-2026' } },
      settings: {
        ...{ fromName: 'Bakery', fromEmail: 'news@bakery.test', imprint: 'Mill Lane 1', rate: 100 },
        smtp: { host: '127.0.0.1', port: 2525, security: 'none', user: 'news', connections: 1 },
      },
    });
    expect(made.status).toBe(201);
    expect(await remove(made.body.key)).toEqual({ outcome: 'none', where: null });
  });

  test('what was entered by hand goes on, and that is said; where there was nothing, nothing is', async () => {
    const { pageId, accessToken } = network.facebookPage('Bakery');
    const made = await room.owner.call<{ key: string }>('POST', '/presence/channels', {
      ...{ kind: 'facebook', name: 'Bakery' },
      ...{ settings: { pageId, server: network.url }, secret: { accessToken } },
    });
    expect(await remove(made.body.key)).toMatchObject({ outcome: 'by-hand' });
    expect(await remove(await room.make('x', { server: network.url }))).toEqual({
      outcome: 'none',
      where: null,
    });
  });

  test('a network that does not answer, or refuses, keeps nobody from removing a channel', async () => {
    const x = await connected('x');
    network.order({ network: 'x', on: 'any', fault: { kind: 'cut', accepted: false }, times: 5 });
    expect(await remove(x)).toEqual({
      outcome: 'unreached',
      where: 'https://x.com/settings/connected_apps',
    });
    network.heal();
    const slow = await connected('mastodon');
    network.order({ network: 'mastodon', on: 'any', fault: { kind: 'latency', ms: 30_000 }, times: 1 });
    const began = Date.now();
    expect(await remove(slow)).toEqual({
      outcome: 'unreached',
      where: `${network.url}/oauth/authorized_applications`,
    });
    expect(Date.now() - began).toBeLessThan(10_000);
    network.heal();
    const facebook = await connected('facebook');
    network.facebook.refuseRevoking(true);
    expect(await remove(facebook)).toMatchObject({
      outcome: 'refused',
      where: expect.stringContaining('facebook.com'),
    });
    network.facebook.refuseRevoking(false);
  });

  test('access by which another channel lives stays, until that one goes too', async () => {
    const [one, other] = [await connected('facebook'), await connected('facebook')];
    expect(await remove(one)).toMatchObject({ outcome: 'shared' });
    expect(network.facebook.holds('rosa')).toBe(true);
    expect((await room.channel(other)).state).toBe('ready');
    expect(await remove(other)).toEqual(ended);
    expect(network.facebook.holds('rosa')).toBe(false);
  });

  test('access that is replaced, or taken out of a channel, ends too', async () => {
    const key = await connected('x');
    const first = await secretOf(key);
    await room.connect(key, 'rosa');
    const second = await secretOf(key);
    expect(network.xOAuth.bearerOf(first.accessToken)).toBeNull();
    expect(network.xOAuth.bearerOf(second.accessToken)).not.toBeNull();
    const { settings } = await room.channel(key);
    const body = { kind: 'x', name: 'Bakery', settings, secret: null };
    expect((await room.owner.call('PUT', `/presence/channels/${key}`, body)).status).toBe(200);
    expect(network.xOAuth.bearerOf(second.accessToken)).toBeNull();
    // Another name is no other access.
    const kept = await connected('x');
    const third = await secretOf(kept);
    await room.owner.call('PUT', `/presence/channels/${kept}`, { ...body, secret: undefined, name: 'Oven' });
    expect(network.xOAuth.bearerOf(third.accessToken)).not.toBeNull();
  });

  test('a channel that is not there is said to be gone', async () => {
    expect((await room.owner.call('DELETE', '/presence/channels/none')).status).toBe(404);
  });
});
