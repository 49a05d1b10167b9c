import { randomUUID } from 'node:crypto';
import { googleConnector } from '../../../server/channels/connect/google';
import { googleBusiness } from '../../../server/channels/google/google-business';
import { inside } from '../../../server/practice/inside';
import { googlePractice } from '../../../server/practice/google';
import type { GooglePerson } from '../../../server/practice/google/person';
import { asJson } from '../../../server/practice/network';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import type { OutgoingRequest } from '../../../server/http/outgoing';
import type { Account, Delivery } from '../../../src/channels/channel';
import type { Copy } from '../../../src/channels/schema';
import { googleBusinessScopes } from '../../../src/channels/settings/google/business';

const start = Date.UTC(2026, 10, 27);
const bakery = { id: '11', title: 'Bakery', mayPost: true };
const cafe = { id: '22', title: 'Café', mayPost: true };
const closed = { id: '33', title: 'Closed', mayPost: false };
const bread = { hash: 'a', url: '/a.png', alt: 'Bread' };
const here = 'accounts/7/locations/11';

function room(part: Partial<GooglePerson> = {}) {
  const shelf = memoryShelf();
  const time = { now: start };
  const now = () => time.now;
  const person = { account: 'rosa', id: '7', locations: [bakery], scopes: googleBusinessScopes, ...part };
  const personOf = (token: string) => (token === 'token' ? person : null);
  const network = googlePractice({ shelf, personOf, now });
  const world = practiceWorld({ networks: [network], now, sleep: async () => undefined });
  const http = inside(world, 'google-business');
  const requests: OutgoingRequest[] = [];
  const served = { base: 'https://cms.bakery.test' };
  const adapter = googleBusiness({
    http: {
      send(request) {
        requests.push(request);
        return http.send(request);
      },
    },
    served: async ({ hash }) =>
      served.base.includes('localhost')
        ? { atHome: served.base }
        : { url: `${served.base}/picture/${hash}.jpg` },
    sleep: async (ms) => void (time.now += ms),
    now,
  });
  const account = (settings: object = {}, accessToken = 'token'): Account => ({
    ...{ key: 'k', kind: 'google-business', name: 'Google', settings, secret: { accessToken } },
  });
  /** Each look shows the post in this state, whatever Google makes of it. */
  const always = (state: string) => {
    const real = network.answer.bind(network);
    network.answer = async (request, hints) => {
      const answer = await real(request, hints);
      return { ...answer, body: String(answer.body).replace(/"state":"\w+"/g, `"state":"${state}"`) };
    };
    return () => void (network.answer = real);
  };
  const asked = () =>
    requests.map(({ method, url }) => `${method} ${new URL(url).host}${new URL(url).pathname}`);
  return { adapter, account, shelf, requests, asked, http, network, time, now, served, always };
}

const delivery = (part: Partial<Copy> = {}, rest: Partial<Delivery> = {}): Delivery => ({
  ...{ publication: randomUUID(), attempt: 1, campaign: 'c', seal: 's', pageUrl: null, createdAt: start },
  entry: { uid: 'api::article.article', documentId: 'abc', locale: 'de' },
  copy: { text: 'Rye & butter', link: null, pictures: [], edited: false, ...part },
  dueAt: start,
  track: async (url) => `${url}/l/tracked_1`,
  beat: async () => true,
  ...rest,
});

/** What an error says is to be done. */
const causeOf = async (work: Promise<unknown> | undefined): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return (error as { cause?: { outcome?: unknown } }).cause?.outcome ?? String(error);
  }
  throw new Error('It did not fail.');
};

describe('a post for Google', () => {
  it('says its words, its language, the page behind the button and its picture, and goes to the three places of Google', async () => {
    const { adapter, account, requests, asked } = room();
    const link = 'https://bakery.test/rye';
    const outcome = await adapter.deliver(
      account({ button: 'ORDER' }),
      delivery({ link, pictures: [bread] }),
    );
    expect(outcome).toMatchObject({
      ...{
        kind: 'delivered',
        remoteId: expect.stringMatching(/^accounts\/7\/locations\/11\/localPosts\/\d+$/),
      },
      url: expect.stringMatching(/^https:\/\/local\.google\.com\//),
      sent: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(JSON.parse(String(requests.find(({ method }) => method === 'POST')?.body))).toEqual({
      languageCode: 'de',
      summary: 'Rye & butter',
      callToAction: { actionType: 'ORDER', url: `${link}/l/tracked_1` },
      media: [{ mediaFormat: 'PHOTO', sourceUrl: 'https://cms.bakery.test/picture/a.jpg' }],
      topicType: 'STANDARD',
    });
    expect(asked()).toEqual([
      'GET mybusinessaccountmanagement.googleapis.com/v1/accounts',
      'GET mybusinessbusinessinformation.googleapis.com/v1/accounts/7/locations',
      `GET mybusiness.googleapis.com/v4/${here}/localPosts`,
      `POST mybusiness.googleapis.com/v4/${here}/localPosts`,
      expect.stringMatching(
        /^GET mybusiness\.googleapis\.com\/v4\/accounts\/7\/locations\/11\/localPosts\/\d+$/,
      ),
    ]);
  });

  it.each([
    ['its tracked link behind the button', { link: 'https://bakery.test' }],
    ['its tracked link in the words', { text: 'See https://bakery.test' }],
    ['its words', {}],
    ['its words and its picture', { pictures: [bread] }],
  ])('is found again by %s, and stands there once', async (_, part) => {
    const { adapter, account, shelf } = room();
    const sent = delivery(part);
    expect(await adapter.find?.(account(), sent)).toBeNull();
    const outcome = await adapter.deliver(account(), sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const { remoteId } = outcome;
    expect(await adapter.find?.(account(), sent)).toMatchObject({ remoteId });
    for (const attempt of [1, 2])
      expect(await adapter.deliver(account(), { ...sent, attempt })).toMatchObject({
        kind: 'duplicate',
        remoteId,
      });
    expect(await shelf.list({ limit: 9 })).toHaveLength(1);
  });

  it('is looked for on every page of the list, and not beyond the day it was due', async () => {
    const { adapter, account, shelf, time, requests } = room();
    await adapter.deliver(account(), delivery());
    time.now += 3_600_000;
    for (let n = 0; n < 101; n += 1)
      await adapter.deliver(
        account(),
        delivery({ text: `Rolls ${n}` }, { createdAt: time.now, dueAt: time.now }),
      );
    expect(await adapter.find?.(account(), delivery())).toMatchObject({ remoteId: expect.any(String) });
    expect(requests.at(-1)?.url).toMatch(/pageToken=100$/);
    // The same words from before are another publication's.
    const later = delivery({}, { createdAt: time.now, dueAt: time.now });
    expect(await adapter.find?.(account(), later)).toBeNull();
    expect(await shelf.list({ limit: 500 })).toHaveLength(102);
  });

  it('that Google takes down is told, and not called delivered', async () => {
    const { adapter, account, shelf } = room();
    const sent = delivery({ text: 'Call 030 1234567' });
    const rejected = { kind: 'rejected', code: 'google.rejected' };
    expect(await adapter.deliver(account(), sent)).toMatchObject(rejected);
    expect(await causeOf(adapter.find?.(account(), sent))).toMatchObject(rejected);
    // Changed, it is another post, although its link is the same.
    const link = 'https://bakery.test';
    expect(await adapter.deliver(account(), delivery({ link, text: '030 1234567' }))).toMatchObject(rejected);
    expect(await adapter.find?.(account(), delivery({ link }))).toBeNull();
    expect(await adapter.deliver(account(), delivery({ link }))).toMatchObject({ kind: 'delivered' });
    expect(await shelf.list({ limit: 9 })).toHaveLength(3);
  });

  it('that Google is still checking is in doubt until it has made up its mind, and never sent twice', async () => {
    const { adapter, account, shelf, time, always } = room();
    const heal = always('PROCESSING');
    const sent = delivery();
    const checking = { kind: 'unknown', code: 'google.processing' };
    expect(await adapter.deliver(account(), sent)).toMatchObject(checking);
    expect(time.now - start).toBe(15_000);
    expect(await adapter.deliver(account(), { ...sent, attempt: 2 })).toMatchObject(checking);
    expect(await causeOf(adapter.find?.(account(), sent))).toMatchObject({
      ...{ kind: 'parked', code: 'google.processing', until: time.now + 300_000 },
    });
    time.now += 25 * 3_600_000;
    await expect(adapter.find?.(account(), sent)).rejects.toThrow('more than a day');
    heal();
    expect(await adapter.find?.(account(), sent)).toMatchObject({ remoteId: expect.any(String) });
    expect(await shelf.list({ limit: 9 })).toHaveLength(1);
  });

  it('whose lease is lost while Google checks it is in doubt, because it is there', async () => {
    const { adapter, account, shelf } = room();
    const beats = [true, false];
    const sent = delivery({}, { beat: async () => beats.shift() ?? false });
    expect(await adapter.deliver(account(), sent)).toMatchObject({
      kind: 'unknown',
      code: 'google.processing',
    });
    expect(await shelf.list({ limit: 9 })).toHaveLength(1);
  });

  it('with a picture that nobody outside reaches is refused before anything is posted', async () => {
    const { adapter, account, shelf, served } = room();
    served.base = 'http://localhost:1337';
    expect(await adapter.deliver(account(), delivery({ pictures: [bread] }))).toMatchObject({
      ...{
        kind: 'rejected',
        code: 'google.not-reachable',
        message: expect.stringContaining('localhost:1337'),
      },
    });
    expect(await shelf.list({ limit: 1 })).toEqual([]);
  });

  it('that is too long is refused before anything is called', async () => {
    const { adapter, account, requests } = room();
    expect(await adapter.deliver(account(), delivery({ text: 'a'.repeat(1_501) }))).toMatchObject({
      ...{ kind: 'rejected', code: 'google.too-long', message: expect.stringContaining('has 1501') },
    });
    expect(requests).toEqual([]);
  });

  it('is taken back once, and whoever may not is told that it is still there', async () => {
    const { adapter, account, shelf } = room();
    const sent = delivery();
    const outcome = await adapter.deliver(account(), sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const published = { ...sent, remoteId: outcome.remoteId, url: outcome.url, recalledAt: start };
    expect(await adapter.recall?.(account({}, 'another'), published)).toMatchObject({
      ...{ kind: 'failed', code: 'google.still-there' },
      message: expect.stringMatching(/^The post is still on Google\. /),
    });
    expect(await adapter.recall?.(account(), published)).toMatchObject({ kind: 'recalled' });
    expect(await adapter.recall?.(account(), published)).toMatchObject({ kind: 'gone' });
    expect(await shelf.list({ limit: 1 })).toEqual([]);
  });

  it('that somebody else says to have deleted is not known to be gone', async () => {
    const { adapter, account, network } = room();
    network.answer = async () => ({ status: 200, body: '<h1>Just a moment…</h1>' });
    const published = { ...delivery(), remoteId: `${here}/localPosts/1`, url: null, recalledAt: start };
    expect(await adapter.recall?.(account(), published)).toMatchObject({
      ...{ kind: 'failed', message: expect.stringMatching(/is not known/) },
    });
  });

  type Answer = readonly [holds: string, body: unknown];
  /** What is a yes although Google adds to it, and what is somebody else's. */
  const yes: readonly Answer[] = [
    ['nothing', {}],
    ['a field that nobody knows yet', { deletedAt: '2026-11-27T00:00:00Z', more: { deep: true } }],
  ];
  const no: readonly Answer[] = [
    ['an error', { error: 'something_went_wrong' }],
    ['an error of Google', { error: { code: 404, status: 'NOT_FOUND' } }],
    ['errors', { errors: [{ message: 'Something went wrong' }] }],
    ['a list', []],
    ['no object', 'deleted'],
    ['null', null],
  ];

  it.each(yes)('is taken back where the answer holds %s', async (_, body) => {
    const { adapter, account, network } = room();
    network.answer = async () => asJson(200, body);
    const published = { ...delivery(), remoteId: `${here}/localPosts/1`, url: null, recalledAt: start };
    expect(await adapter.recall?.(account(), published)).toMatchObject({ kind: 'recalled' });
  });

  it.each(no)('is not known to be gone where the answer holds %s', async (_, body) => {
    const { adapter, account, network } = room();
    network.answer = async () => asJson(200, body);
    const published = { ...delivery(), remoteId: `${here}/localPosts/1`, url: null, recalledAt: start };
    expect(await adapter.recall?.(account(), published)).toMatchObject({
      ...{ kind: 'failed', message: expect.stringMatching(/is not known/) },
    });
  });

  it.each<Answer>([
    ...yes,
    ['how many there are', { totalSize: 0 }],
    ['an empty list that nobody knows yet', { unreachable: [] }],
    ['the empty list, and a field that nobody knows yet', { localPosts: [], more: [1] }],
  ])('is not there where the list holds %s', async (_, body) => {
    const { adapter, account, network } = room();
    network.answer = async () => asJson(200, body);
    expect(await adapter.find?.(account({ location: here }), delivery())).toBeNull();
  });

  it.each<Answer>([
    ...no,
    ['things in another list', { posts: [{ name: `${here}/localPosts/1` }] }],
    ['what could not be read', { unreachable: [here] }],
    ['posts that are none', { localPosts: 'none' }],
  ])('is not looked for in vain where the list holds %s', async (_, body) => {
    const { adapter, account, network, requests } = room();
    network.answer = async () => asJson(200, body);
    expect(await causeOf(adapter.find?.(account({ location: here }), delivery()))).toMatchObject({
      kind: 'retry',
    });
    expect(await adapter.deliver(account({ location: here }), delivery())).toMatchObject({ kind: 'retry' });
    expect(requests.map(({ method }) => method)).not.toContain('POST');
  });

  it('goes on with the next page after one that holds only what nobody knows yet', async () => {
    const { adapter, account, network, requests } = room();
    network.answer = async ({ url }) =>
      asJson(200, url.searchParams.has('pageToken') ? {} : { nextPageToken: 'two', more: true });
    expect(await adapter.find?.(account({ location: here }), delivery())).toBeNull();
    expect(requests.map(({ url }) => new URL(url).searchParams.get('pageToken'))).toEqual([null, 'two']);
  });

  it('is counted by nobody, because Google counts whole locations', () => {
    expect(room().adapter.counts).toBeUndefined();
  });
});

describe('where it is posted', () => {
  it.each([
    ['the only location', [bakery], null, 'ready', /^Signed in for Bakery\./],
    ['the only location that takes posts', [bakery, closed], null, 'ready', /^Signed in for Bakery\./],
    ['no location', [], null, 'reauthorise', /manages no location/],
    ['one of several, which is not said', [bakery, cafe], null, 'reauthorise', /several locations/],
    ['one of several', [bakery, cafe], 'accounts/7/locations/22', 'ready', /^Signed in for Café\./],
    ['a location of others', [bakery], 'accounts/7/locations/99', 'reauthorise', /does not manage/],
    ['one that takes no posts', [closed], 'accounts/7/locations/33', 'blocked', /takes no posts/],
  ])('is %s', async (_, locations, location, state, says) => {
    const { adapter, account } = room({ locations });
    const report = await adapter.test(account({ location }));
    expect(report).toMatchObject({ state, message: expect.stringMatching(says) });
    expect(report.found.filter(({ label }) => label === 'Location').map(({ value }) => value)).toEqual(
      locations.map(
        ({ id, title, mayPost }) =>
          `${title}, accounts/7/locations/${id}${mayPost ? '' : ', takes no posts'}`,
      ),
    );
    const outcome = await adapter.deliver(account({ location }), delivery());
    expect(outcome.kind).toBe(state === 'ready' ? 'delivered' : 'reauthorise');
  });

  it('is nowhere with a token that is not known, or that allows too little', async () => {
    const { adapter, account } = room();
    expect(await adapter.test(account({}, 'another'))).toMatchObject({ state: 'reauthorise' });
    const less = room({ scopes: ['openid'] });
    expect(await less.adapter.deliver(less.account(), delivery())).toMatchObject({
      ...{ kind: 'reauthorise', code: 'google.scope-missing' },
    });
  });
});

describe('Google is connected', () => {
  const app = { clientId: 'id', clientSecret: 'secret' };

  it('offline and with the consent of the person, and says whose account it is', async () => {
    const { http, now } = room();
    const connector = googleConnector({ http, app: () => app, now });
    expect(await connector.prepare({}, 'https://cms.test/back')).toMatchObject({
      ok: true,
      value: {
        client: { id: 'id', secret: 'secret' },
        network: {
          ...{ authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth', isLasting: true },
          ...{ tokenUrl: 'https://oauth2.googleapis.com/token', refresh: { kind: 'fixed' } },
          asks: { access_type: 'offline', prompt: 'consent' },
        },
      },
    });
    expect(await connector.whoIs({}, 'token')).toBe('rosa');
    expect(await connector.whoIs({}, 'another')).toBe('');
  });

  it('by no app where there is none', async () => {
    const { http, now } = room();
    const connector = googleConnector({ http, app: () => undefined, now });
    expect(await connector.prepare({}, '')).toMatchObject({
      ok: false,
      error: { code: 'connect.app-missing' },
    });
  });
});
