import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { pinterestConnector } from '../../../server/channels/connect/pinterest';
import { pinterest } from '../../../server/channels/pinterest/pinterest';
import type { OutgoingRequest } from '../../../server/http/outgoing';
import { inside } from '../../../server/practice/inside';
import { pinterestPractice } from '../../../server/practice/pinterest';
import type { PinterestUser } from '../../../server/practice/pinterest/user';
import { renditions } from '../../../server/pictures/renditions/renditions';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import type { Account, Delivery } from '../../../src/channels/channel';
import { renewedBy, type ConnectedSecret } from '../../../src/channels/connect/connection';
import { authorizeAddress } from '../../../src/channels/connect/attempt';
import { tokenAnswerOf } from '../../../src/channels/connect/oauth/token-answer';
import { exchangeRequest } from '../../../src/channels/connect/oauth/token-request';
import type { Copy } from '../../../src/channels/schema';
import { pinterestScopes } from '../../../src/channels/settings/pins/pinterest';
import { videosOf } from '../video/source';

const start = Date.UTC(2026, 10, 27);
const origin = 'https://pinterest.invalid';
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a63' } })
    .png()
    .toBuffer();
const bread = { id: '111', name: 'Bread' };
const cakes = { id: '222', name: 'Cakes' };
const link = 'https://bakery.test/rye';
const loaf = { hash: 'tall', url: '/a.png', alt: 'A loaf' };

function room(part: Partial<PinterestUser> = {}) {
  const shelf = memoryShelf();
  const time = { now: start };
  const now = () => time.now;
  const user: PinterestUser = { account: 'bakery', boards: [bread], scopes: pinterestScopes, ...part };
  const userOf = (token: string) => (token === 'token' ? user : null);
  const network = pinterestPractice({ shelf, userOf, origin, now });
  const world = practiceWorld({ networks: [network], now, sleep: async () => undefined });
  const http = inside(world, 'pinterest');
  const requests: OutgoingRequest[] = [];
  const adapter = pinterest({
    http: {
      send(request) {
        requests.push(request);
        return http.send(request);
      },
    },
    pictures: {
      load: async (hash) => ({
        ...{ kind: 'loaded', address: hash },
        bytes: await (hash === 'wide' ? photo(500, 120) : photo(120, 180)),
      }),
      rendition: renditions().of,
    },
    videos: videosOf(),
    sleep: async (ms) => void (time.now += ms),
    now,
  });
  const account = (settings: object = {}, accessToken = 'token'): Account => ({
    ...{ key: 'k', kind: 'pinterest', name: 'Pinterest', settings: { server: origin, ...settings } },
    secret: { accessToken },
  });
  const asked = () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  const pins = () => shelf.list({ limit: 1_000 });
  return { adapter, account, shelf, pins, requests, asked, http, network, time };
}

const delivery = (part: Partial<Copy> = {}, rest: Partial<Delivery> = {}): Delivery => ({
  ...{ publication: randomUUID(), attempt: 1, campaign: 'c', seal: 's', pageUrl: null, createdAt: start },
  entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
  copy: { text: 'Rye & butter', link: null, pictures: [loaf], edited: false, ...part },
  dueAt: start,
  track: async (url) => `${url}/l/tracked_1`,
  beat: async () => true,
  ...rest,
});

describe('a pin', () => {
  it('has a title, a description, a picture with its alt text, and a tracked link', async () => {
    const { adapter, account, pins, requests } = room();
    const text = `See ${link} for more`;
    const outcome = await adapter.deliver(account(), delivery({ title: 'Fresh rye', text, link }));
    expect(outcome).toMatchObject({
      ...{ kind: 'delivered', remoteId: expect.stringMatching(/^\d+$/) },
      url: expect.stringMatching(/^https:\/\/www\.pinterest\.com\/pin\/\d+\/$/),
      sent: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      limits: [{ scope: 'account', remaining: 998, resetAt: start + 60_000 }],
    });
    expect((await pins())[0]?.content).toMatchObject({
      ...{ board: '111', title: 'Fresh rye', link: `${link}/l/tracked_1`, alt: 'A loaf' },
      description: `See ${link}/l/tracked_1 for more`,
    });
    const body = JSON.parse(String(requests.at(-1)?.body)) as { media_source: { data: string } };
    const { format, width, height } = await sharp(Buffer.from(body.media_source.data, 'base64')).metadata();
    expect([format, width, height]).toEqual(['jpeg', 120, 180]);
  });

  it('with several pictures has all of them as large as the first, and says what each shows', async () => {
    const { adapter, account, pins, requests } = room();
    const wide = { hash: 'wide', url: '/b.png', alt: 'The oven' };
    const outcome = await adapter.deliver(account(), delivery({ link, pictures: [loaf, wide] }));
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect((await pins())[0]).toMatchObject({ content: { alt: 'A loaf\nThe oven' } });
    const { media_source: source } = JSON.parse(String(requests.at(-1)?.body)) as {
      media_source: { items: { data: string; link: string }[] };
    };
    for (const item of source.items) {
      const { width, height } = await sharp(Buffer.from(item.data, 'base64')).metadata();
      expect([width, height, item.link]).toEqual([120, 180, `${link}/l/tracked_1`]);
    }
  });

  it.each([
    ['its tracked link', { link }],
    ['its tracked link in the description', { text: `At ${link}` }],
    ['its words', { title: 'Rye' }],
    ['its words and pictures', { pictures: [loaf, loaf] }],
  ])('is found again by %s, and is there once', async (_, part) => {
    const { adapter, account, pins } = room();
    const sent = delivery(part);
    expect(await adapter.find?.(account(), sent)).toBeNull();
    const first = await adapter.deliver(account(), sent);
    const remoteId = 'remoteId' in first ? first.remoteId : '';
    expect(await adapter.find?.(account(), sent)).toMatchObject({ remoteId });
    expect(await adapter.deliver(account(), { ...sent, attempt: 2 })).toMatchObject({
      ...{ kind: 'duplicate', remoteId },
    });
    expect(await pins()).toHaveLength(1);
  });

  it('is not taken for one with other words, other pictures, or from long before', async () => {
    const { adapter, account } = room();
    const sent = delivery({ title: 'Rye' });
    await adapter.deliver(account(), sent);
    for (const other of [
      delivery({ title: 'Wheat' }),
      delivery({ title: 'Rye', pictures: [loaf, loaf] }),
      delivery({ title: 'Rye' }, { dueAt: start + 3_600_000 }),
    ])
      expect(await adapter.find?.(account(), other)).toBeNull();
  });

  it('in doubt is looked for on the whole board, in whatever order that is listed', async () => {
    const { adapter, account, shelf, asked } = room();
    const sent = delivery({ link });
    await adapter.deliver(account(), sent);
    const [pin] = await shelf.list({ limit: 1 });
    if (!pin) throw new Error('no pin');
    for (let n = 0; n < 600; n += 1) {
      const id = String(n + 1);
      const content = { ...pin.content, link: `https://else.test/${n}`, description: `Pin ${n}` };
      await shelf.put({ ...pin, id, key: id, content });
    }
    const before = asked().length;
    expect(await adapter.find?.(account({ board: '111' }), sent)).toMatchObject({ remoteId: pin.id });
    expect(asked().slice(before)).toEqual(Array(3).fill('GET /v5/boards/111/pins'));
  });

  it.each([
    ['without a picture', { pictures: [] }, 'pinterest.no-picture'],
    ['with 801 characters', { text: '🥖'.repeat(801) }, 'pinterest.too-long'],
    ['with 101 characters of title', { title: 'a'.repeat(101) }, 'pinterest.too-long'],
  ])('%s is refused before anything is called', async (_, part, code) => {
    const { adapter, account, requests } = room();
    expect(await adapter.deliver(account(), delivery(part))).toMatchObject({ kind: 'rejected', code });
    expect(requests).toEqual([]);
  });

  it('is taken back once, and whoever may not is told that it is still there', async () => {
    const { adapter, account, pins } = room();
    const sent = delivery();
    const outcome = await adapter.deliver(account(), sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const published = { ...sent, remoteId: outcome.remoteId, url: outcome.url, recalledAt: start };
    expect(await adapter.recall?.(account({}, 'another'), published)).toMatchObject({
      ...{ kind: 'failed', code: 'pinterest.still-there' },
      message: expect.stringMatching(/^The pin is still on Pinterest\. /),
    });
    expect(await adapter.recall?.(account(), published)).toMatchObject({ kind: 'recalled' });
    expect(await adapter.recall?.(account(), published)).toMatchObject({ kind: 'gone' });
    expect(await pins()).toEqual([]);
  });

  it('is counted, and one that is gone is left out', async () => {
    const { adapter, account, shelf } = room();
    const outcome = await adapter.deliver(account(), delivery());
    const id = outcome.kind === 'delivered' ? outcome.remoteId : '';
    await shelf.change('pinterest', id, { counts: { likes: 3, saves: 2, replies: 1 } });
    expect(await adapter.counts?.(account(), [id, '1'])).toEqual(
      new Map([[id, { likes: 3, saves: 2, replies: 1 }]]),
    );
  });
});

describe('whoever pins', () => {
  it.each([
    ['the only board', [bread], null, 'ready', /^Signed in as bakery\. Pins go to the board Bread\.$/],
    ['no board', [], null, 'reauthorise', /has no board/],
    ['several boards, and none is chosen', [bread, cakes], null, 'reauthorise', /several boards/],
    ['one of several boards', [bread, cakes], '222', 'ready', /board Cakes/],
    ['a board of others', [bread], '333', 'reauthorise', /has no board 333/],
  ])('has %s', async (_, boards, board, state, says) => {
    const { adapter, account, pins } = room({ boards });
    const report = await adapter.test(account({ board }));
    expect(report).toMatchObject({ state, message: expect.stringMatching(says) });
    expect(report.found.filter(({ label }) => label === 'Board')).toEqual(
      boards.map(({ id, name }) => ({ label: 'Board', value: `${name}, ${id}` })),
    );
    const outcome = await adapter.deliver(account({ board }), delivery());
    expect(outcome.kind).toBe(state === 'ready' ? 'delivered' : 'reauthorise');
    expect((await pins()).map(({ content }) => content['board'])).toEqual(
      state === 'ready' ? [board ?? '111'] : [],
    );
  });

  it('may lack a scope, and is told so', async () => {
    const { adapter, account } = room({ scopes: ['boards:read', 'pins:read', 'user_accounts:read'] });
    expect(await adapter.deliver(account(), delivery())).toMatchObject({
      ...{ kind: 'reauthorise', code: 'pinterest.forbidden' },
      message: expect.stringContaining('correct set of scopes'),
    });
  });
});

describe('the practice network is as strict as Pinterest', () => {
  const data = photo(60, 90).then((bytes) => bytes.toString('base64'));
  const pin = async () => ({
    board_id: '111',
    media_source: { source_type: 'image_base64', content_type: 'image/png', data: await data },
  });

  it.each([
    ['another’s board', { board_id: '9' }, 404, 40],
    ['an unknown field', { note: 'Rye' }, 400, 1],
    ['a description that is too long', { description: 'a'.repeat(801) }, 400, 1],
    ['no address as link', { link: 'bakery' }, 400, 1],
    [
      'no picture',
      { media_source: { source_type: 'image_base64', content_type: 'image/png', data: 'AAAA' } },
      400,
      1,
    ],
  ])('a pin with %s is refused', async (_, part, status, code) => {
    const { http, pins } = room();
    const answer = await http.send({
      ...{ method: 'POST', url: `${origin}/v5/pins` },
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      body: JSON.stringify({ ...(await pin()), ...part }),
    });
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect([answer.status, JSON.parse(answer.bytes.toString())]).toMatchObject([status, { code }]);
    expect(await pins()).toEqual([]);
  });
});

describe('connecting Pinterest', () => {
  const app = { clientId: '1482910', clientSecret: 'our secret' };
  const connector = (own?: typeof app) =>
    pinterestConnector({ http: room().http, app: () => own, now: () => start });
  const prepared = async (settings: object = {}) => {
    const found = await connector(app).prepare(settings, 'https://cms.test/back');
    if (!found.ok) throw new Error(found.error.message);
    return found.value;
  };

  it('asks for its scopes with commas, and for a token that renews itself, by Basic', async () => {
    const { network, client } = await prepared();
    const attempt = { state: 's', verifier: 'v', redirectUri: 'https://cms.test/back' };
    const address = new URL(authorizeAddress(network, client, attempt));
    expect(`${address.origin}${address.pathname}`).toBe('https://www.pinterest.com/oauth/');
    expect(address.searchParams.get('scope')).toBe(pinterestScopes.join(','));
    const request = exchangeRequest(network, client, { ...attempt, code: 'c' });
    expect(request).toMatchObject({
      url: 'https://api.pinterest.com/v5/oauth/token',
      headers: { authorization: `Basic ${Buffer.from('1482910:our+secret').toString('base64')}` },
      body: expect.stringMatching(/^grant_type=authorization_code&code=c&.*continuous_refresh=true$/),
    });
    expect(request.body).not.toContain('secret');
  });

  it('asks a person at Pinterest itself where the pins go into the sandbox', async () => {
    const { network } = await prepared({ server: 'https://api-sandbox.pinterest.com' });
    expect(network).toMatchObject({
      authorizeUrl: 'https://www.pinterest.com/oauth/',
      tokenUrl: 'https://api-sandbox.pinterest.com/v5/oauth/token',
    });
  });

  it('without an app says which one is missing and where', async () => {
    expect(await connector().prepare({}, 'https://cms.test/back')).toMatchObject({
      error: { code: 'connect.app-missing', message: expect.stringContaining('connect.pinterest') },
    });
  });

  it('names the account', async () => {
    expect(await connector(app).whoIs({ server: origin }, 'token')).toBe('bakery');
    expect(await connector(app).whoIs({ server: origin }, 'another')).toBe('');
  });

  it.each([
    ['another', 'pinr.2', 'pinr.2'],
    ['an empty one', '', 'pinr.1'],
    ['none', undefined, 'pinr.1'],
  ])('keeps the refresh token when the renewal gives %s', async (_, given, kept) => {
    const { network } = await prepared();
    const held: ConnectedSecret = {
      accessToken: 'pina_1',
      connection: {
        ...{ as: 'bakery', at: start, scopes: [], refreshToken: 'pinr.1', client: null },
        ...{ accessFrom: start, accessEndsAt: start + 1, refreshEndsAt: start + 2 },
      },
    };
    const body = { access_token: 'pina_2', token_type: 'bearer', expires_in: 60, refresh_token: given };
    const answer = tokenAnswerOf(200, JSON.stringify({ ...body, refresh_token_expires_in: 120 }));
    if (answer.kind !== 'granted') throw new Error(answer.kind);
    expect(renewedBy(held, answer.granted, network.refresh, start)).toMatchObject({
      accessToken: 'pina_2',
      connection: { refreshToken: kept, accessEndsAt: start + 60_000, refreshEndsAt: start + 120_000 },
    });
  });
});
