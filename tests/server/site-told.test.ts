import { randomUUID } from 'node:crypto';
import { website } from '../../server/channels/website';
import { outgoing } from '../../server/http/outgoing';
import type { Account, Delivery, Published } from '../../src/channels/channel';
import { websiteSettings } from '../../src/channels/settings/website';
import { startWebhookReceiver, type Behaviour, type WebhookReceiver } from '../network/webhook-receiver';

const key = 'a1b2c3d4-e5f6';
const entry = { uid: 'api::article.article', documentId: 'rye', locale: 'en' };
const seal = 's'.repeat(64);
const now = Date.UTC(2026, 10, 27, 8);
let clock = now;

describe('Who is told of a page', () => {
  let siteServer: WebhookReceiver;
  let engines: WebhookReceiver;
  let hub: WebhookReceiver;
  let online: boolean;

  beforeEach(async () => {
    [siteServer, engines, hub] = [
      await startWebhookReceiver(),
      await startWebhookReceiver(),
      await startWebhookReceiver(),
    ];
    siteServer.behave({ status: 200, body: 'the page' });
    engines.behave({ status: 200 });
    online = false;
  });
  afterEach(() => Promise.all([siteServer, engines, hub].map((one) => one.stop())));

  const page = () => `${siteServer.url}/rye`;
  const feedUrl = () => `${siteServer.url}/feed.xml?a=1&b=2`;
  const told = () => ({
    indexNow: { key, endpoint: `${engines.url}/indexnow` },
    feed: { url: feedUrl(), hub: hub.url },
  });
  const accountWith = (settings: object): Account => ({
    ...{ key: 'site', kind: 'website', name: 'Website', secret: null },
    settings: websiteSettings.parse(settings),
  });
  const adapter = (allow = [siteServer, engines, hub].map(({ port }) => `127.0.0.1:${port}`)) =>
    website({
      http: outgoing(allow),
      site: async () => ({ baseUrl: siteServer.url, pages: {}, hook: null }),
      published: async () => (online ? { seal, pageUrl: page() } : null),
      publish: async () => {
        online = true;
        return null;
      },
      unpublish: async () => {
        online = false;
      },
      sleep: async (ms) => {
        clock += ms;
      },
      now: () => clock,
    });
  const delivery = (changes: Partial<Delivery> = {}): Delivery => ({
    ...{ publication: randomUUID(), attempt: 1, entry, campaign: 'c', seal, pageUrl: null },
    copy: { text: '', link: null, pictures: [], edited: false },
    ...{ createdAt: now, dueAt: now, track: async (url: string) => url, beat: async () => true },
    ...changes,
  });
  const sent = (): Published => ({
    ...{ publication: randomUUID(), entry, campaign: 'c', seal, remoteId: 'r', url: page() },
    copy: { text: '', link: null, pictures: [], edited: false },
    ...{ createdAt: now, recalledAt: now },
  });

  test('nobody, unless the channel says so', async () => {
    expect(await adapter().deliver(accountWith({}), delivery())).toEqual({
      ...{ kind: 'delivered', remoteId: 'api::article.article|rye|en', url: page() },
    });
    expect([...engines.received, ...hub.received]).toEqual([]);
  });

  test('search engines by IndexNow and the hub of the feed, once the page answers, in their own words', async () => {
    let isUp = false;
    const seenUp: boolean[] = [];
    siteServer.behave(() => ({ status: isUp ? 200 : 404 }));
    engines.behave(() => {
      seenUp.push(isUp);
      return { status: 200 };
    });
    const account = accountWith(told());
    const one = adapter();
    const going = delivery();
    expect(await one.deliver(account, going)).toMatchObject({ kind: 'retry' });
    expect([...engines.received, ...hub.received]).toEqual([]);
    isUp = true;
    expect(await one.deliver(account, { ...going, attempt: 2 })).toMatchObject({
      kind: 'delivered',
      note: 'Search engines were told by IndexNow. Those who follow the feed were told.',
    });
    expect(seenUp).toEqual([true]);
    const [asked] = engines.received;
    expect(asked).toMatchObject({ method: 'POST', path: '/indexnow' });
    expect(asked?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      host: `127.0.0.1:${siteServer.port}`,
      key,
      keyLocation: `${siteServer.url}/${key}.txt`,
      urlList: [page()],
    });
    const [rung] = hub.received;
    expect(rung?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(rung?.body))).toEqual({
      ...{ 'hub.mode': 'publish', 'hub.url': feedUrl(), 'hub.topic': feedUrl() },
    });
  });

  test('the same when the page is taken off, also by a second try', async () => {
    online = true;
    const account = accountWith({
      ...told(),
      indexNow: { ...told().indexNow, keyLocation: `${siteServer.url}/well/known.txt` },
    });
    expect(await adapter().recall?.(account, sent())).toEqual({
      ...{ kind: 'recalled', code: '' },
      message:
        'The page was taken off the website. Search engines were told by IndexNow. Those who follow the feed were told.',
    });
    expect(await adapter().recall?.(account, sent())).toMatchObject({
      kind: 'gone',
      message: expect.stringContaining('told by IndexNow'),
    });
    expect(engines.received.map(({ body }) => JSON.parse(body))).toEqual(
      [1, 2].map(() => ({
        ...{ host: `127.0.0.1:${siteServer.port}`, key, urlList: [page()] },
        keyLocation: `${siteServer.url}/well/known.txt`,
      })),
    );
  });

  test('Nothing is told of a page that says something else by now, nor by whom another process took over', async () => {
    online = true;
    const account = accountWith(told());
    expect(await adapter().recall?.(account, { ...sent(), seal: 'other' })).toMatchObject({ kind: 'kept' });
    online = false;
    let beats = 0;
    const taken = delivery({ beat: async () => (beats += 1) < 3 });
    expect(await adapter().deliver(account, taken)).toMatchObject({ code: 'delivery.taken-over' });
    expect([...engines.received, ...hub.received]).toEqual([]);
  });

  test.each<[string, Behaviour, string]>([
    ['202', { status: 202 }, 'Search engines were told by IndexNow, which still checks the key.'],
    ['400', { status: 400 }, 'did not understand the request (400)'],
    ['403', { status: 403 }, `does not take the key (403): it has to stand in http://127.0.0.1`],
    ['422', { status: 422 }, 'does not belong to the key (422)'],
    ['429', { status: 429, headers: { 'retry-after': '60' } }, 'told too often (429)'],
    ['500', { status: 500, body: '<html>' }, 'answered with status 500'],
    [
      'a redirect',
      { status: 308, headers: { location: 'http://169.254.169.254/' } },
      'answered with status 308',
    ],
    ['a line that is cut', { fault: 'reset' }, 'could not be told: '],
    ['an answer without an end', { status: 200, body: 'x'.repeat(100_000) }, 'were told by IndexNow.'],
  ])('What IndexNow answers is said and never fails the publication: %s', async (_, behaviour, words) => {
    engines.behave(behaviour);
    expect(await adapter().deliver(accountWith({ indexNow: told().indexNow }), delivery())).toMatchObject({
      kind: 'delivered',
      note: expect.stringContaining(words),
    });
  });

  test.each<[string, Behaviour, string]>([
    [
      '404',
      { status: 404 },
      'The hub of the feed answered with status 404. Those who follow it were not told.',
    ],
    ['a redirect', { status: 302, headers: { location: 'http://10.0.0.1/' } }, 'status 302'],
    ['a line that is cut', { fault: 'reset' }, 'The hub of the feed could not be told: '],
  ])('What a hub answers never fails it either: %s', async (_, behaviour, words) => {
    hub.behave(behaviour);
    expect(await adapter().deliver(accountWith({ feed: told().feed }), delivery())).toMatchObject({
      kind: 'delivered',
      note: expect.stringContaining(words),
    });
  });

  test('An address in a private network is not called', async () => {
    const one = adapter([`127.0.0.1:${siteServer.port}`]);
    const outcome = await one.deliver(accountWith(told()), delivery());
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect((outcome as { note: string }).note).toMatch(
      /IndexNow could not be told: .*hub .* could not be told: /,
    );
    expect([...engines.received, ...hub.received]).toEqual([]);
  });

  describe('A test of the channel', () => {
    const urlset = (...urls: string[]) =>
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;
    const all = () => ({ ...told(), sitemap: `${siteServer.url}/sitemap.xml` });
    const site = (pages: Readonly<Record<string, Behaviour>>) =>
      siteServer.behave(({ path }) => ({ status: 200, body: 'home', ...pages[path.split('?')[0] ?? ''] }));
    const right = () => ({
      [`/${key}.txt`]: { body: `${key}\n` },
      '/feed.xml': { body: `<link rel="hub" href="${hub.url}"/>` },
      '/sitemap.xml': {
        body: urlset(`${siteServer.url}/a?b=1&amp;c=2`, `${siteServer.url}/b`, 'https://else.example/'),
      },
    });

    test('looks whether search engines and readers will find what they need, and tells nobody', async () => {
      site(right());
      const report = await adapter().test(accountWith(all()));
      expect(report).toMatchObject({
        ...{ state: 'ready', message: 'The website answers. Entries are published there.' },
      });
      expect(report.found.slice(-3)).toEqual([
        { label: 'Key of IndexNow', value: `${siteServer.url}/${key}.txt holds the key` },
        { label: 'Feed', value: `${feedUrl()} names its hub` },
        { label: 'Sitemap', value: `${siteServer.url}/sitemap.xml lists 2 pages` },
      ]);
      expect([...engines.received, ...hub.received]).toEqual([]);
      expect((await adapter().test(accountWith({}))).found).toHaveLength(1);
    });

    test.each<[string, Behaviour]>([
      ['before the feed', { headers: { link: `<HUB>; rel="hub"` }, body: '<rss/>' }],
      ['as XML writes it', { body: '<link rel="hub" href="HUB?a=1&amp;b=2"/>' }],
    ])('finds the hub where it is named %s', async (_, { headers = {}, body = '' }) => {
      const real = (text: string) => text.replace('HUB', hub.url);
      const link = headers['link'] ? { headers: { link: real(headers['link']) } } : {};
      site({ ...right(), '/feed.xml': { ...link, body: real(String(body)) } });
      const asked = String(body).includes('?') ? { feed: { url: feedUrl(), hub: `${hub.url}?a=1&b=2` } } : {};
      const { found } = await adapter().test(accountWith({ ...all(), ...asked }));
      expect(found).toContainEqual({ label: 'Feed', value: `${feedUrl()} names its hub` });
    });

    test.each<[string, string, Behaviour, string]>([
      ['a key that is missing', `/${key}.txt`, { status: 404 }, 'answers with status 404'],
      ['another key', `/${key}.txt`, { body: `${key}x` }, 'does not hold the key'],
      ['a feed without a hub', '/feed.xml', { body: '<rss/>' }, 'does not name the hub'],
      ['a sitemap that is none', '/sitemap.xml', { body: '<html>' }, 'is no sitemap'],
      ['a sitemap that is gone', '/sitemap.xml', { status: 410 }, 'answers with status 410'],
      [
        'a sitemap of another site',
        '/sitemap.xml',
        { body: urlset('https://else.example/') },
        'lists no page of this website',
      ],
      [
        'a redirect into a private network',
        '/sitemap.xml',
        { status: 302, headers: { location: 'http://10.0.0.1/sitemap.xml' } },
        'does not answer: ',
      ],
    ])('says what has to be mended: %s', async (_, path, behaviour, words) => {
      site({ ...right(), [path]: behaviour });
      const report = await adapter().test(accountWith(all()));
      expect(report.state).toBe('ready');
      expect(report.message).toMatch(/something has to be mended\. \S/);
      expect(report.message).toContain(words);
    });

    test('takes an index of sitemaps', async () => {
      const index = '<sitemapindex ><sitemap><loc>https://else.example/1.xml</loc></sitemap></sitemapindex>';
      site({ ...right(), '/sitemap.xml': { body: index } });
      const report = await adapter().test(accountWith(all()));
      expect(report.found.at(-1)?.value).toMatch(/ lists 1 sitemaps$/);
    });
  });
});
