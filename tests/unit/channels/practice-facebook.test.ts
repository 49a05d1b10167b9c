import { facebook } from '../../../server/channels/meta/facebook';
import { inside } from '../../../server/practice/inside';
import { facebookPractice } from '../../../server/practice/meta/facebook';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import type { Delivery } from '../../../src/channels/channel';
import { sourceOf } from '../pictures/source';
import { loadedFrom } from '../video/source';

const page = '104857600000000';
const clock = { now: Date.UTC(2026, 10, 27) };
const now = () => clock.now;
const shelf = memoryShelf();
const films = loadedFrom();
const network = facebookPractice({
  ...{ shelf, ...films },
  pageOf: (token) => (token === 'EAA' ? { account: 'bakery', page } : null),
  now,
});
const http = inside(practiceWorld({ networks: [network], now, sleep: async () => undefined }), 'facebook');
const pictures = sourceOf(null);
const adapter = facebook({ http, pictures, now, sleep: async () => undefined, ...films });
const account = (settings: object = {}, accessToken = 'EAA') => ({
  ...{ key: 'k', kind: 'facebook' as const, name: 'Page', secret: { accessToken } },
  settings: { pageId: page, server: 'https://practice.invalid', ...settings },
});
const delivery = (part: Partial<Delivery['copy']>, publication = 'p'): Delivery => ({
  ...{ publication, attempt: 1, campaign: 'c', seal: 's', pageUrl: null },
  entry: { uid: 'api::article.article', documentId: 'd', locale: null },
  copy: { text: 'Fresh rye', link: null, pictures: [], edited: false, ...part },
  ...{ createdAt: now() - 60_000, dueAt: now() - 1_000 },
  track: async (url) => `${url}?t=${publication}`,
  beat: async () => true,
});

beforeEach(() => shelf.clear());

describe('a post on a Page', () => {
  it('has a card of the page where it has no picture, and is found by its link', async () => {
    const sent = delivery({ link: 'https://bakery.test/rye' });
    const outcome = await adapter.deliver(account(), sent);
    expect(outcome).toMatchObject({ kind: 'delivered', url: expect.stringContaining('facebook.com') });
    const [post] = await shelf.list({ limit: 1 });
    expect(post).toMatchObject({
      text: 'Fresh rye',
      content: { card: { url: 'https://bakery.test/rye?t=p' } },
    });
    expect(await adapter.find?.(account(), sent)).toMatchObject({ remoteId: post?.id });
  });

  it('is not taken for one that was there before it was due', async () => {
    await adapter.deliver(account(), delivery({}));
    clock.now += 3_600_000;
    expect(await adapter.find?.(account(), delivery({}, 'q'))).toBeNull();
  });

  it('that says the same as the last one counts as there if it is ours, else it is refused', async () => {
    await adapter.deliver(account(), delivery({}));
    expect(await adapter.deliver(account(), delivery({}))).toMatchObject({ kind: 'duplicate' });
    clock.now += 3_600_000;
    expect(await adapter.deliver(account(), delivery({}, 'q'))).toMatchObject({
      ...{ kind: 'rejected', code: 'meta.duplicate' },
    });
  });

  it('is counted, and left out where it is gone', async () => {
    const outcome = await adapter.deliver(account(), delivery({}));
    const id = outcome.kind === 'delivered' ? outcome.remoteId : '';
    await shelf.change('facebook', id, { counts: { likes: 3, reposts: 2, replies: 1 } });
    const counts = await adapter.counts?.(account(), [id, `${page}_1`]);
    expect([...(counts ?? [])]).toEqual([[id, { likes: 3, reposts: 2, replies: 1 }]]);
  });
});

describe('the test of a Page', () => {
  it('finds a token of another Page', async () => {
    expect(await adapter.test(account({ pageId: '204857600000000' }))).toMatchObject({
      state: 'reauthorise',
      message: expect.stringContaining('not that of this Page, but of bakery'),
    });
  });
  it('finds a version that has ended', async () => {
    expect(await adapter.test(account({ version: 'v3.0' }))).toMatchObject({ state: 'blocked' });
  });
});

describe('the practice network of Facebook refuses', () => {
  const said = async (method: string, path: string, body?: object, headers: object = {}) => {
    const answer = await network.answer(
      {
        method,
        url: new URL(`https://practice.invalid${path}`),
        headers: { authorization: 'Bearer EAA', 'content-type': 'application/json', ...headers },
        body: Buffer.from(body ? JSON.stringify(body) : ''),
      },
      {},
    );
    const { error } = JSON.parse(String(answer.body)) as { error?: { code: number; message: string } };
    return error && [error.code, error.message];
  };
  it.each([
    ['a field of a post that it does not know', 'POST', `/v25.0/${page}/feed`, { message: 'a', tag: 1 }, 100],
    ['an empty post', 'POST', `/v25.0/${page}/feed`, {}, 100],
    ['a photo of nobody', 'POST', `/v25.0/${page}/feed`, { attached_media: [{ media_fbid: '1' }] }, 100],
    ['a field to read that it does not know', 'GET', `/v25.0/${page}?fields=id,mood`, undefined, 100],
    ['a token in the address', 'GET', `/v25.0/me?access_token=EAA`, undefined, 100],
    ['no version', 'GET', `/me`, undefined, 2_635],
    ['a post that is not there', 'DELETE', `/v25.0/${page}_1`, undefined, 100],
  ] as const)('%s', async (_, method, path, body, code) => {
    expect(await said(method, path, body)).toEqual([code, expect.any(String)]);
  });
  it('whoever has no token', async () => {
    expect(await said('GET', '/v25.0/me', undefined, { authorization: '' })).toEqual([
      2_500,
      expect.any(String),
    ]);
    expect(await said('GET', '/v25.0/me', undefined, { authorization: 'Bearer x' })).toEqual([
      190,
      expect.any(String),
    ]);
  });
});
