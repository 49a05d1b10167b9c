import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { authorisation, baseString, signatureOf } from '../../../server/channels/oauth1';
import { x } from '../../../server/channels/x';
import { inside } from '../../../server/practice/inside';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import { xPractice } from '../../../server/practice/x';
import type { Account, Delivery } from '../../../src/channels/channel';
import type { Copy } from '../../../src/channels/schema';
import { sourceOf } from '../pictures/source';
import { videosOf } from '../video/source';

describe('a signature by RFC 5849', () => {
  it('stands on the parameters in order (3.4.1.1)', () => {
    const url = new URL('http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b');
    const parameters = [
      ['oauth_consumer_key', '9djdj82h48djs9d2'],
      ['oauth_token', 'kkk9d7dh3k39sjv7'],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', '137131201'],
      ['oauth_nonce', '7d8f3e4a'],
      ['c2', ''],
      ['a3', '2 q'],
    ] as const;
    expect(baseString('post', url, parameters)).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  it('is that of its example (1.2)', () => {
    const url = new URL('http://photos.example.net/photos?file=vacation.jpg&size=original');
    const base = baseString('GET', url, [
      ['oauth_consumer_key', 'dpf43f3p2l4k3l03'],
      ['oauth_token', 'nnch734d00sl2jdk'],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', '137131202'],
      ['oauth_nonce', 'chapoH'],
    ]);
    const secrets = { consumerSecret: 'kd94hf93k423kf44', accessTokenSecret: 'pfkkdhi9sl3r4s00' };
    expect(signatureOf(base, secrets)).toBe('MdpQcU8iPSUjWoN/UDMsK2sui9I=');
  });

  it('says no secret', () => {
    const said = authorisation('GET', new URL('https://api.x.com/2/users/me'), keys, { nonce: 'n', now: 0 });
    expect(said).toMatch(/^OAuth oauth_consumer_key="app", .*oauth_signature="[^"]+"$/);
    expect(said).not.toContain('secret');
  });
});

const keys = {
  ...{ consumerKey: 'app', consumerSecret: 'app-secret' },
  ...{ accessToken: 'token', accessTokenSecret: 'token-secret' },
};
const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
  .png()
  .toBuffer();

function account() {
  const shelf = memoryShelf();
  const now = () => Date.UTC(2026, 10, 27);
  const keysOf = (key: string, token: string) =>
    key === keys.consumerKey && token === keys.accessToken ? { ...keys, account: 'bakery' } : null;
  const network = xPractice({ shelf, keysOf, now });
  const world = practiceWorld({ networks: [network], now, sleep: async () => undefined });
  const asked: string[] = [];
  const http = inside(world, 'x');
  const adapter = x({
    http: {
      send(request) {
        asked.push(`${request.method} ${new URL(request.url).pathname}`);
        return http.send(request);
      },
    },
    pictures: sourceOf(photo),
    videos: videosOf(),
    now,
    sleep: async () => undefined,
  });
  const own: Account = { key: 'k', kind: 'x', name: 'X', settings: {}, secret: keys };
  return { adapter, own, shelf, asked, now };
}

const delivery = (part: Partial<Copy> = {}): Delivery => ({
  ...{ publication: randomUUID(), attempt: 1, campaign: 'c', seal: 's', pageUrl: null, createdAt: 0 },
  entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
  copy: { text: 'Rye & butter', link: null, pictures: [], edited: false, ...part },
  dueAt: Date.UTC(2026, 10, 27),
  track: async (url) => `${url}/l/tracked`,
  beat: async () => true,
});
const bread = (alt: string) => ({ hash: 'a', url: '/a.png', alt });

describe('a post for X', () => {
  it('reads nothing that is billed, and hands over pictures with what they show', async () => {
    const { adapter, own, shelf, asked } = account();
    const outcome = await adapter.deliver(own, delivery({ pictures: [bread('A loaf'), bread('')] }));
    expect(outcome).toMatchObject({
      ...{ kind: 'delivered', url: expect.stringMatching(/^https:\/\/x\.com\/i\/status\/\d+$/) },
      sent: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(asked).toEqual([
      'POST /2/media/upload',
      'POST /2/media/metadata',
      'POST /2/media/upload',
      'POST /2/tweets',
    ]);
    const [post] = await shelf.list({ limit: 1 });
    expect(post).toMatchObject({ text: 'Rye & butter', content: { alts: ['A loaf', ''] } });
  });

  it.each([
    ['its tracked link, which X shortens', { link: 'https://bakery.de' }],
    ['its words', {}],
    ['its words and pictures', { pictures: [bread('A loaf')] }],
  ])('is found again by %s', async (_, part) => {
    const { adapter, own, shelf } = account();
    const sent = delivery(part);
    expect(await adapter.find?.(own, sent)).toBeNull();
    const outcome = await adapter.deliver(own, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    expect(await adapter.find?.(own, sent)).toMatchObject({ remoteId: outcome.remoteId });
    // X says that the words are there; that they are ours is looked up.
    expect(await adapter.deliver(own, sent)).toMatchObject({ kind: 'duplicate', remoteId: outcome.remoteId });
    expect(await shelf.list({ limit: 10 })).toHaveLength(1);
  });

  it('whose words stand there from long ago is refused', async () => {
    const { adapter, own, shelf, now } = account();
    const sent = delivery();
    await adapter.deliver(own, sent);
    const [post] = await shelf.list({ limit: 1 });
    await shelf.change('x', post?.id ?? '', { createdAt: now() - 3_600_000 });
    expect(await adapter.deliver(own, sent)).toMatchObject({ kind: 'rejected', code: 'x.duplicate' });
  });

  it('is counted, a hundred at a time', async () => {
    const { adapter, own, shelf, asked } = account();
    const outcome = await adapter.deliver(own, delivery());
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const counts = { likes: 3, reposts: 2, replies: 1, quotes: 4 };
    await shelf.change('x', outcome.remoteId, { counts });
    const ids = [outcome.remoteId, ...Array.from({ length: 100 }, (_, index) => String(index + 1))];
    expect(await adapter.counts?.(own, ids)).toEqual(new Map([[outcome.remoteId, counts]]));
    expect(asked.filter((one) => one === 'GET /2/tweets')).toHaveLength(2);
  });
});

describe('the practice network is as strict as X', () => {
  it.each([
    ['another secret', { accessTokenSecret: 'another' }],
    ['another app', { consumerKey: 'another' }],
  ])('with %s nobody is signed in', async (_, part) => {
    const { adapter, own, shelf } = account();
    const stranger = { ...own, secret: { ...keys, ...part } };
    expect(await adapter.deliver(stranger, delivery())).toMatchObject({ kind: 'reauthorise' });
    expect(await adapter.test(stranger)).toMatchObject({ state: 'reauthorise' });
    expect(await shelf.list({ limit: 1 })).toEqual([]);
  });
});
