import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaPictures } from '../../server/channels/pictures';
import { outgoing } from '../../server/http/outgoing';
import { renditions } from '../../server/pictures/renditions/renditions';
import { wired } from '../../server/wire';
import { bootStrapi, type App } from './boot';
import { startWebhookReceiver, type WebhookReceiver } from '../network/webhook-receiver';

const signingSecret = `whsec_${randomBytes(32).toString('base64')}`;

describe('Pictures of the media library', () => {
  let app: App;
  let bucket: WebhookReceiver;
  const written = `presence-test-${randomBytes(6).toString('hex')}.txt`;
  beforeAll(async () => {
    app = await bootStrapi();
    bucket = await startWebhookReceiver();
    writeFileSync(join(app.strapi.dirs.static.public, 'uploads', written), 'the picture');
  });
  afterAll(async () => {
    if (app) rmSync(join(app.strapi.dirs.static.public, 'uploads', written), { force: true });
    await app?.stop();
    await bucket?.stop();
  });

  const stored = async (url: string) => {
    const hash = randomBytes(8).toString('hex');
    const data = { name: 'x', hash, url, ext: '.jpg', mime: 'image/jpeg', size: 1, provider: 'local' };
    await app.strapi.db.query('plugin::upload.file').create({ data });
    return mediaPictures(app.strapi, outgoing([`127.0.0.1:${bucket.port}`]), renditions()).load(hash);
  };

  test('come from the folder of the local provider', async () => {
    const loaded = await stored(`/uploads/${written}?v=2`);
    expect(loaded.kind === 'loaded' && Buffer.from(loaded.bytes).toString()).toBe('the picture');
  });

  test('come from a bucket, and a bucket that is down is no missing picture', async () => {
    bucket.behave({ status: 200, body: 'from afar' });
    expect(await stored(`${bucket.url}/a.jpg`)).toMatchObject({ kind: 'loaded' });
    bucket.behave({ status: 500 });
    expect(await stored(`${bucket.url}/b.jpg`)).toMatchObject({ kind: 'unavailable' });
    bucket.behave({ status: 404 });
    expect(await stored(`${bucket.url}/c.jpg`)).toMatchObject({ kind: 'missing' });
  });

  test.each(['/uploads/gone.jpg', '/../config/admin.js', '/%2e%2e/config/admin.js', '/uploads/%zz'])(
    '%s is missing, and nothing outside the folder is read',
    async (url) => {
      expect(await stored(url)).toEqual({ kind: 'missing' });
    },
  );

  test('A hash that nobody knows is missing', async () => {
    expect(await mediaPictures(app.strapi, outgoing([]), renditions()).load('nobody')).toEqual({
      kind: 'missing',
    });
  });
});

describe('Channels over the admin API', () => {
  let app: App;
  let receiver: WebhookReceiver;
  let token: string;

  beforeAll(async () => {
    receiver = await startWebhookReceiver();
    app = await bootStrapi({
      presence: { engine: { enabled: false }, outgoing: { allow: [`127.0.0.1:${receiver.port}`] } },
    });
    const register = await fetch(`${app.url}/admin/register-admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: 'owner@bakery.test',
        firstname: 'Rosa',
        lastname: 'Lindner',
        password: 'Password123',
      }),
    });
    token = ((await register.json()) as { data: { token: string } }).data.token;
  });
  afterAll(async () => {
    await app?.stop();
    await receiver?.stop();
  });

  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${app.url}/presence${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? null : JSON.parse(text) };
  };
  const webhook = (changes: object = {}) => ({
    kind: 'webhook',
    name: 'Receiver',
    settings: { url: receiver.url },
    secret: { signingSecret },
    ...changes,
  });

  test('Without a log-in there is nothing to see', async () => {
    expect((await fetch(`${app.url}/presence/channels`)).status).toBe(401);
  });

  test('A channel is made, tested, changed and removed, and its secret never comes back', async () => {
    const made = await call('POST', '/channels', webhook());
    expect(made).toMatchObject({ status: 201, body: { state: 'untested', hasSecret: true } });
    const { key } = made.body;

    const tested = await call('POST', `/channels/${key}/test`);
    expect(tested).toMatchObject({
      status: 200,
      body: { report: { state: 'ready' }, channel: { state: 'ready', testedAt: expect.any(Number) } },
    });
    expect(JSON.parse(receiver.received.at(-1)?.body ?? '')).toMatchObject({ type: 'presence.test' });

    const renamed = await call('PUT', `/channels/${key}`, webhook({ name: 'Renamed', secret: undefined }));
    expect(renamed).toMatchObject({
      status: 200,
      body: { name: 'Renamed', state: 'ready', hasSecret: true },
    });

    const moved = await call(
      'PUT',
      `/channels/${key}`,
      webhook({ settings: { url: `${receiver.url}/x` }, secret: undefined }),
    );
    expect(moved.body).toMatchObject({ state: 'untested', hasSecret: true });

    const listed = await call('GET', '/channels');
    expect(listed.body).toHaveLength(1);
    for (const { text } of [made, tested, renamed, moved, listed])
      expect(text).not.toContain(signingSecret.slice(6));

    const [stored] = await app.strapi.db.connection('presence_channels').select();
    expect(JSON.stringify(stored)).not.toContain(signingSecret.slice(6));
    expect(stored.secret).toMatch(/^v1:/);

    expect(await call('DELETE', `/channels/${key}`)).toMatchObject({
      status: 200,
      body: { access: { outcome: 'none', where: null } },
    });
    expect((await call('GET', '/channels')).body).toEqual([]);
    const [left] = await app.strapi.db.connection('presence_channels').select();
    expect(left).toMatchObject({ name: 'Receiver', secret: null, session: null });
  });

  test('A receiver that refuses the signature asks for another secret; a new one that works makes it ready', async () => {
    const { body } = await call('POST', '/channels', webhook());
    receiver.behave({ status: 401 });
    expect((await call('POST', `/channels/${body.key}/test`)).body).toMatchObject({
      report: { state: 'reauthorise' },
      channel: { state: 'reauthorise', stateReason: expect.stringContaining('secret') },
    });
    receiver.behave({});
    const other = `whsec_${randomBytes(32).toString('base64')}`;
    await call('PUT', `/channels/${body.key}`, webhook({ secret: { signingSecret: other } }));
    expect((await call('POST', `/channels/${body.key}/test`)).body.channel).toMatchObject({
      state: 'ready',
      stateReason: '',
    });
    await call('DELETE', `/channels/${body.key}`);
  });

  test('A receiver that does not answer says nothing about the secret', async () => {
    const { body } = await call('POST', '/channels', webhook());
    receiver.behave({ fault: 'reset' });
    expect((await call('POST', `/channels/${body.key}/test`)).body).toMatchObject({
      report: { state: 'failed' },
      channel: { state: 'untested' },
    });
    receiver.behave({});
    await call('DELETE', `/channels/${body.key}`);
  });

  test('A private address that the config does not allow is refused, with what to do', async () => {
    const { body } = await call('POST', '/channels', webhook({ settings: { url: 'http://localhost:9/' } }));
    expect((await call('POST', `/channels/${body.key}/test`)).body).toMatchObject({
      report: { state: 'blocked', message: expect.stringContaining('outgoing.allow') },
    });
    await call('DELETE', `/channels/${body.key}`);
  });

  const elsewhere = 'https://thief.test';
  const smtp = { host: 'mail.bakery.test', port: 587, security: 'starttls', user: 'rosa', connections: 2 };
  const letter = { fromName: 'Bakery', fromEmail: 'letter@bakery.test' };
  const access = { accessToken: 'EAAbakery' };
  const keys = { consumerKey: 'a', consumerSecret: 'b', accessToken: 'c', accessTokenSecret: 'd' };

  test.each([
    [
      'bluesky',
      { identifier: 'bakery.test' },
      { service: elsewhere },
      { appPassword: 'aaaa-bbbb-cccc-dddd' },
    ],
    ['telegram', { chatId: '@bakery' }, { server: elsewhere }, { botToken: `123456:${'a'.repeat(35)}` }],
    ['email', { ...letter, smtp }, { smtp: { ...smtp, host: 'thief.test' } }, { password: 'sourdough' }],
    ['email', { ...letter, smtp }, { smtp: { ...smtp, security: 'none' } }, { password: 'sourdough' }],
  ])(
    'The secret of a channel of kind %s never goes to another server',
    async (kind, settings, moved, secret) => {
      const made = await call('POST', '/channels', { kind, name: 'Mine', settings, secret });
      expect(made.body).toMatchObject({ hasSecret: true });
      const path = `/channels/${made.body.key}`;
      const stored = async () =>
        (await app.strapi.db.connection('presence_channels').where({ key: made.body.key }).first()) as {
          secret: string | null;
          settings: string;
        };
      const before = await stored();
      const to = { kind, name: 'Mine', settings: { ...settings, ...moved } };
      expect(await call('PUT', path, to)).toMatchObject({
        status: 400,
        body: { error: { details: { code: 'channel.secret-again', path: 'secret' } } },
      });
      expect(await stored()).toEqual(before);
      // What leads nowhere else leaves it where it is.
      const price = { perPost: 10, currency: 'EUR', cap: null };
      const renamed = { kind, name: 'Ours', settings: { ...settings, price } };
      expect((await call('PUT', path, renamed)).body).toMatchObject({ name: 'Ours', hasSecret: true });
      expect((await stored()).secret).toBe(before.secret);
      expect((await call('PUT', path, { ...to, secret })).body).toMatchObject({ hasSecret: true });
      await call('DELETE', path);
    },
  );

  test.each([
    ['mastodon', {}, { instance: elsewhere }, access],
    ['facebook', { pageId: '104857600000000' }, { server: elsewhere }, access],
    ['instagram', { userId: '17841400000000000' }, { server: elsewhere }, access],
    ['instagram', { userId: '17841400000000000' }, { login: 'facebook' }, access],
    ['threads', {}, { server: elsewhere }, access],
    ['linkedin', {}, { server: elsewhere }, access],
    ['google-business', {}, { server: elsewhere }, access],
    ['pinterest', {}, { server: elsewhere }, access],
    ['x', {}, { server: elsewhere }, keys],
    ['email', { ...letter, smtp }, { smtp: null }, { password: 'sourdough' }],
  ])('A channel of kind %s is saved for another place without it', async (kind, settings, moved, secret) => {
    const made = await call('POST', '/channels', { kind, name: 'Mine', settings, secret });
    const path = `/channels/${made.body.key}`;
    const to = { kind, name: 'Mine', settings: { ...settings, ...moved } };
    expect(await call('PUT', path, to)).toMatchObject({ status: 200, body: { hasSecret: false } });
    await call('DELETE', path);
  });

  test.each([
    ['no kind', {}, 'request.invalid'],
    ['an unknown kind', { kind: 'fax', name: 'x' }, 'request.invalid'],
    ['no secret', webhookWithout(), 'channel.secret-missing'],
    [
      'a secret of another form',
      { ...webhookWithout(), secret: { signingSecret: 'short' } },
      'request.invalid',
    ],
    [
      'an address that is none',
      { ...webhookWithout(), settings: { url: 'file:///etc/passwd' } },
      'request.invalid',
    ],
  ])('%s is refused with a code', async (_, input, code) => {
    const answer = await call('POST', '/channels', input);
    expect(answer).toMatchObject({ status: 400, body: { error: { details: { code } } } });
  });

  test('The kind of a channel cannot change, and an unknown channel is not found', async () => {
    const { body } = await call('POST', '/channels', webhook());
    expect(
      (await call('PUT', `/channels/${body.key}`, { kind: 'website', name: 'Site' })).body.error.details.code,
    ).toBe('channel.kind-fixed');
    await call('DELETE', `/channels/${body.key}`);
    expect((await call('POST', `/channels/${body.key}/test`)).status).toBe(404);
  });
});

function webhookWithout() {
  return { kind: 'webhook', name: 'Receiver', settings: { url: 'https://receiver.example/hook' } };
}

test('Without an encryption key, credentials are not stored', async () => {
  const app = await bootStrapi();
  try {
    app.strapi.config.set('admin.secrets.encryptionKey', undefined);
    const { channels } = wired(app.strapi);
    const result = await channels.create(
      { kind: 'webhook', name: 'x', settings: { url: 'https://r.example/' }, secret: { signingSecret } },
      { kind: 'system', name: 'test' },
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'channel.no-encryption-key' } });
    expect(await channels.list()).toEqual([]);
  } finally {
    await app.stop();
  }
});
