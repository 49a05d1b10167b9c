import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { linkedinConnector } from '../../../server/channels/connect/linkedin';
import { linkedin } from '../../../server/channels/linkedin/linkedin';
import { inside } from '../../../server/practice/inside';
import { linkedinPractice } from '../../../server/practice/linkedin';
import type { LinkedinMember } from '../../../server/practice/linkedin/member';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import type { OutgoingRequest } from '../../../server/http/outgoing';
import type { Account, Delivery } from '../../../src/channels/channel';
import type { Copy } from '../../../src/channels/schema';
import { versionOf } from '../../../src/channels/health/version';
import { linkedinScopes } from '../../../src/channels/settings/linkedin';
import { sourceOf } from '../pictures/source';
import { videosOf } from '../video/source';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 27);
const origin = 'https://linkedin.invalid';
const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
  .png()
  .toBuffer();
const bakery = { id: '111', name: 'Bakery' };
const cafe = { id: '222', name: 'Café' };

function room(part: Partial<LinkedinMember> = {}, clock = start) {
  const shelf = memoryShelf();
  const time = { now: clock };
  const now = () => time.now;
  const member: LinkedinMember = {
    ...{ account: 'rosa', person: 'r0Sa', pages: [bakery] },
    scopes: linkedinScopes.organization,
    ...part,
  };
  const memberOf = (token: string) => (token === 'token' ? member : null);
  const network = linkedinPractice({ shelf, memberOf, origin, now });
  const world = practiceWorld({ networks: [network], now, sleep: async () => undefined });
  const http = inside(world, 'linkedin');
  const requests: OutgoingRequest[] = [];
  const adapter = linkedin({
    http: {
      send(request) {
        requests.push(request);
        return http.send(request);
      },
    },
    pictures: sourceOf(photo),
    videos: videosOf(),
    sleep: async (ms) => void (time.now += ms),
    now,
  });
  const account = (settings: object = {}, accessToken = 'token'): Account => ({
    ...{ key: 'k', kind: 'linkedin', name: 'LinkedIn', settings: { server: origin, ...settings } },
    secret: { accessToken },
  });
  const asked = () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  return { adapter, account, shelf, requests, asked, http, network, time };
}

const delivery = (part: Partial<Copy> = {}, rest: Partial<Delivery> = {}): Delivery => ({
  ...{ publication: randomUUID(), attempt: 1, campaign: 'c', seal: 's', pageUrl: null, createdAt: start },
  entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
  copy: { text: 'Rye & butter', link: null, pictures: [], edited: false, ...part },
  dueAt: start,
  track: async (url) => `${url}/l/tracked_1`,
  beat: async () => true,
  ...rest,
});
const bread = (alt: string) => ({ hash: 'a', url: '/a.png', alt });

describe('a post for LinkedIn', () => {
  it('is read there as it was written, whatever LinkedIn gives a meaning', async () => {
    const { adapter, account, shelf } = room();
    const text = 'Rye (1 kg) #bread @all [new] {hot} <b> a_b*c~ d|e\\f';
    expect(await adapter.deliver(account(), delivery({ text }))).toMatchObject({
      ...{ kind: 'delivered', remoteId: expect.stringMatching(/^urn:li:share:\d+$/) },
      url: expect.stringMatching(/^https:\/\/www\.linkedin\.com\/feed\/update\/urn:li:share:\d+$/),
      sent: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await shelf.list({ limit: 2 })).toMatchObject([{ text }]);
  });

  it('without pictures has a card that is made of the copy', async () => {
    const { adapter, account, shelf } = room();
    const link = 'https://bakery.test/rye';
    await adapter.deliver(account(), delivery({ link, title: 'Fresh rye', description: 'Every day.' }));
    await adapter.deliver(account(), delivery({ link, text: 'Without a title' }));
    const cards = (await shelf.list({ limit: 2 })).map(({ text, content }) => [text, content['card']]);
    const source = `${link}/l/tracked_1`;
    expect(cards).toEqual([
      ['Without a title', { source, title: 'bakery.test' }],
      ['Rye & butter', { source, title: 'Fresh rye', description: 'Every day.' }],
    ]);
  });

  it.each([
    [1, ['A loaf']],
    [2, ['A loaf', '']],
  ])('hands %i pictures over with what they show, and the address goes behind the words', async (_, alts) => {
    const { adapter, account, shelf, asked } = room();
    const pictures = alts.map(bread);
    const outcome = await adapter.deliver(account(), delivery({ link: 'https://bakery.test', pictures }));
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect(await shelf.list({ limit: 2 })).toMatchObject([
      { text: 'Rye & butter\n\nhttps://bakery.test/l/tracked_1', content: { alts } },
    ]);
    expect(asked().slice(0, 4)).toEqual([
      'GET /rest/organizationAcls',
      'POST /rest/images',
      expect.stringMatching(/^PUT \/dms-uploads\//),
      expect.stringMatching(/^GET \/rest\/images\/urn%3Ali%3Aimage%3A/),
    ]);
  });

  it.each([
    ['its tracked link on the card', { link: 'https://bakery.test' }],
    ['its tracked link in the words', { link: 'https://bakery.test', pictures: [bread('')] }],
    ['its words', {}],
    ['its words and pictures', { pictures: [bread(''), bread('')] }],
  ])('is found again by %s', async (_, part) => {
    const { adapter, account, shelf } = room();
    const sent = delivery(part);
    expect(await adapter.find?.(account(), sent)).toBeNull();
    const outcome = await adapter.deliver(account(), sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const { remoteId } = outcome;
    expect(await adapter.find?.(account(), sent)).toMatchObject({ remoteId });
    // LinkedIn says that the words are there; that they are ours is looked up.
    expect(await adapter.deliver(account(), sent)).toMatchObject({ kind: 'duplicate', remoteId });
    expect(await adapter.deliver(account(), { ...sent, attempt: 2 })).toMatchObject({ remoteId });
    expect(await shelf.list({ limit: 9 })).toHaveLength(1);
  });

  it('whose words stand there from long ago is refused', async () => {
    const { adapter, account, shelf } = room();
    await adapter.deliver(account(), delivery());
    const [post] = await shelf.list({ limit: 1 });
    await shelf.change('linkedin', post?.id ?? '', { createdAt: start - 3_600_000 });
    expect(await adapter.deliver(account(), delivery())).toMatchObject({
      ...{ kind: 'rejected', code: 'linkedin.duplicate' },
    });
    // An earlier try may have made it, so that is in doubt.
    expect(await adapter.deliver(account(), delivery({}, { attempt: 2 }))).toMatchObject({
      ...{ kind: 'unknown', code: 'linkedin.perhaps-ours' },
    });
  });

  it('is counted, whichever sort of name it has', async () => {
    const { adapter, account, shelf, requests } = room();
    const outcome = await adapter.deliver(account(), delivery());
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const counts = { likes: 3, reposts: 2, replies: 1 };
    await shelf.change('linkedin', outcome.remoteId, { counts });
    const ids = [outcome.remoteId, 'urn:li:share:1', 'urn:li:ugcPost:2'];
    expect(await adapter.counts?.(account(), ids)).toEqual(new Map([[outcome.remoteId, counts]]));
    expect(requests.at(-1)?.url).toMatch(/&ugcPosts=List\(urn%3Ali%3AugcPost%3A2\)$/);
  });

  it('waits until LinkedIn is done with its picture, and no longer than it has patience', async () => {
    const { adapter, account, network, time, shelf } = room();
    const real = network.answer.bind(network);
    const slow = { polls: 3 };
    network.answer = (request, hints) => real(request, { ...hints, slowMedia: slow.polls });
    const outcome = () => adapter.deliver(account(), delivery({ pictures: [bread('')] }));
    expect(await outcome()).toMatchObject({ kind: 'delivered' });
    expect(time.now).toBeGreaterThan(start);
    slow.polls = 1_000;
    expect(await outcome()).toMatchObject({ kind: 'retry', code: 'linkedin.slow-media' });
    expect(await shelf.list({ limit: 9 })).toHaveLength(1);
  });

  it('of a person, whom LinkedIn shows no videos, goes out without waiting for its own', async () => {
    const { adapter, account, asked, shelf } = room({ scopes: linkedinScopes.person });
    const settings = { as: 'person', author: 'urn:li:person:r0Sa' };
    const video = { hash: 'kneading', url: '/uploads/kneading.mp4', alt: '' };
    expect(await adapter.deliver(account(settings), delivery({ video }))).toMatchObject({
      kind: 'delivered',
    });
    expect(asked().filter((one) => one.startsWith('GET /rest/videos/'))).toHaveLength(1);
    expect(await shelf.list({ limit: 9 })).toMatchObject([
      { media: [expect.stringMatching(/^urn:li:video:/)] },
    ]);
  });

  it('with a picture of which LinkedIn makes nothing is refused for good', async () => {
    const { adapter, account, network, shelf } = room();
    const real = network.answer.bind(network);
    network.answer = async (request, hints) => {
      const answer = await real(request, hints);
      return { ...answer, body: String(answer.body).replace('AVAILABLE', 'PROCESSING_FAILED') };
    };
    expect(await adapter.deliver(account(), delivery({ pictures: [bread('')] }))).toMatchObject({
      ...{ kind: 'rejected', code: 'linkedin.picture-failed' },
    });
    expect(await shelf.list({ limit: 1 })).toEqual([]);
  });

  it('that is too long by what is escaped is refused before anything is called', async () => {
    const { adapter, account, requests } = room();
    expect(await adapter.deliver(account(), delivery({ text: '#'.repeat(1_501) }))).toMatchObject({
      ...{ kind: 'rejected', code: 'linkedin.too-long', message: expect.stringContaining('has 3002') },
    });
    expect(requests).toEqual([]);
  });

  it('is taken back, and whoever may not is told that it is still there', async () => {
    const { adapter, account, shelf } = room();
    const sent = delivery();
    const outcome = await adapter.deliver(account(), sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const { remoteId, url } = outcome;
    const published = { ...sent, remoteId, url, recalledAt: start };
    expect(await adapter.recall?.(account({}, 'another'), published)).toMatchObject({
      ...{ kind: 'failed', code: 'linkedin.still-there' },
      message: expect.stringMatching(/^The post is still on LinkedIn\. /),
    });
    expect(await adapter.recall?.(account(), published)).toMatchObject({ kind: 'recalled' });
    expect(await shelf.list({ limit: 1 })).toEqual([]);
  });

  it('gives its token to nobody but LinkedIn, whatever address an answer names', async () => {
    const { requests, adapter, account, network } = room();
    const real = network.answer.bind(network);
    network.answer = async (request, hints) => {
      const answer = await real(request, hints);
      return { ...answer, body: String(answer.body).replaceAll(origin, 'https://elsewhere.invalid') };
    };
    await adapter.deliver(account(), delivery({ pictures: [bread('')] }));
    const put = requests.find(({ method }) => method === 'PUT');
    expect(put?.url).toMatch(/^https:\/\/elsewhere\.invalid\//);
    expect(JSON.stringify(put?.headers)).not.toContain('token');
  });
});

describe('whoever posts on LinkedIn', () => {
  const person = { scopes: linkedinScopes.person };

  it('is the person who connected; LinkedIn shows nobody their posts, so a doubt is for them', async () => {
    const { adapter, account, shelf, asked } = room(person);
    const rosa = account({ as: 'person' });
    const outcome = await adapter.deliver(rosa, delivery({ pictures: [bread('')] }));
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect(await shelf.list({ limit: 1 })).toMatchObject([{ content: { author: 'urn:li:person:r0Sa' } }]);
    // The picture of a person cannot be asked for.
    expect(asked()).toEqual([
      'GET /v2/userinfo',
      'POST /rest/images',
      expect.stringMatching(/^PUT /),
      'POST /rest/posts',
    ]);
    await expect(adapter.find?.(rosa, delivery())).rejects.toThrow('Look at the profile yourself');
    expect(await adapter.counts?.(rosa, ['urn:li:share:1'])).toEqual(new Map());
  });

  it.each([
    ['the only page', [bakery], null, 'ready', /^Signed in as Bakery\./],
    ['no page', [], null, 'reauthorise', /may post as no page/],
    ['one of several pages, which is not said', [bakery, cafe], null, 'reauthorise', /several pages/],
    ['one of several pages', [bakery, cafe], 'urn:li:organization:222', 'ready', /^Signed in as Café\./],
    ['a page of others', [bakery], 'urn:li:organization:333', 'reauthorise', /may not post as/],
  ])('is %s', async (_, pages, author, state, says) => {
    const { adapter, account } = room({ pages });
    const report = await adapter.test(account({ author }));
    expect(report).toMatchObject({ state, message: expect.stringMatching(says) });
    expect(report.found.filter(({ label }) => label === 'Page')).toEqual(
      pages.map(({ id, name }) => ({ label: 'Page', value: `${name}, urn:li:organization:${id}` })),
    );
    const outcome = await adapter.deliver(account({ author }), delivery());
    expect(outcome.kind).toBe(state === 'ready' ? 'delivered' : 'reauthorise');
  });

  it('is nobody with a token that is not known', async () => {
    const { adapter, account, shelf } = room();
    const stranger = account({}, 'another');
    expect(await adapter.deliver(stranger, delivery())).toMatchObject({ kind: 'reauthorise' });
    expect(await adapter.test(stranger)).toMatchObject({ state: 'reauthorise' });
    expect(await shelf.list({ limit: 1 })).toEqual([]);
  });

  it('is told where the access does not show the posts of the page', async () => {
    const { adapter, account } = room({ scopes: ['w_organization_social', 'rw_organization_admin'] });
    expect(await adapter.deliver(account(), delivery({}, { attempt: 2 }))).toMatchObject({
      ...{ kind: 'reauthorise', code: 'linkedin.cannot-read' },
    });
  });

  it('hears in time that the version of the API ends', async () => {
    const told = async (at: number) => {
      const { adapter, account } = room({}, at);
      return adapter.test(account());
    };
    const endsAt = versionOf('linkedin', {})?.endsAt ?? NaN;
    const early = await told(endsAt - 91 * day);
    expect(early).toMatchObject({ state: 'ready', message: 'Signed in as Bakery. Posts can go out.' });
    expect(early.found).toContainEqual({
      label: 'Version of the API',
      value: '202607, until 2027-07-01 at least',
    });
    const late = await told(endsAt - 89 * day);
    expect(late).toMatchObject({
      state: 'ready',
      message: expect.stringMatching(/update the plugin before/),
    });
  });
});

describe('the practice network is as strict as LinkedIn', () => {
  const head = {
    ...{ authorization: 'Bearer token', 'content-type': 'application/json' },
    ...{ 'linkedin-version': '202607', 'x-restli-protocol-version': '2.0.0' },
  };
  const post = {
    ...{ author: 'urn:li:organization:111', commentary: 'Rye', visibility: 'PUBLIC' },
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    ...{ lifecycleState: 'PUBLISHED', isReshareDisabledByAuthor: false },
  };
  const without = (name: string): Record<string, string> =>
    Object.fromEntries(Object.entries(head).filter(([one]) => one !== name));

  it.each([
    ['no version', without('linkedin-version'), post, 400, 'VERSION_MISSING'],
    ['a version that ended', { ...head, 'linkedin-version': '202501' }, post, 426, 'NONEXISTENT_VERSION'],
    ['no protocol', without('x-restli-protocol-version'), post, 400, 'ILLEGAL_ARGUMENT'],
    ['no token', without('authorization'), post, 401, 'EXPIRED_ACCESS_TOKEN'],
    ['an unknown field', head, { ...post, text: 'Rye' }, 422, 'FIELD_VALUE_NOT_ALLOWED'],
    ['somebody else', head, { ...post, author: 'urn:li:organization:1' }, 403, 'ACCESS_DENIED'],
    [
      'a picture that is not there',
      head,
      { ...post, content: { media: { id: 'urn:li:image:none' } } },
      400,
      'ILLEGAL_ARGUMENT',
    ],
  ])('a post with %s is refused', async (_, headers, json, status, code) => {
    const { http, shelf } = room();
    const url = `${origin}/rest/posts`;
    const answer = await http.send({ method: 'POST', url, headers, body: JSON.stringify(json) });
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(answer.status).toBe(status);
    expect(answer.bytes.toString()).toContain(`"code":"${code}"`);
    expect(await shelf.list({ limit: 1 })).toEqual([]);
  });

  it('a text is cut, without a word, where it was not escaped', async () => {
    const { http, shelf } = room();
    const body = JSON.stringify({ ...post, commentary: 'Rye \\(1 kg\\) and (more)' });
    await http.send({ method: 'POST', url: `${origin}/rest/posts`, headers: head, body });
    expect(await shelf.list({ limit: 1 })).toMatchObject([{ text: 'Rye (1 kg) and ' }]);
  });
});

describe('connecting LinkedIn', () => {
  const app = { clientId: 'our-app', clientSecret: 'our-secret' };
  const connector = (own?: typeof app) =>
    linkedinConnector({ http: room().http, app: () => own, now: () => start });

  it.each(['organization', 'person'] as const)(
    'asks for what a %s needs, as the app of the config',
    async (as) => {
      expect(await connector(app).prepare({ as }, 'https://cms.test/back')).toEqual({
        ok: true,
        value: {
          client: { id: 'our-app', secret: 'our-secret' },
          network: {
            authorizeUrl: 'https://www.linkedin.com/oauth/v2/authorization',
            tokenUrl: 'https://www.linkedin.com/oauth/v2/accessToken',
            scopes: linkedinScopes[as],
            ...{ clientAuth: 'body', pkce: false, refresh: { kind: 'fixed' } },
          },
        },
      });
    },
  );

  it('without an app says which one is missing and where', async () => {
    const refused = await connector().prepare({}, 'https://cms.test/back');
    expect(refused).toMatchObject({
      error: { code: 'connect.app-missing', message: expect.stringContaining('connect.linkedin') },
    });
  });

  it('never takes the token of a page for that of a person', () => {
    const [page, person] = ['organization', 'person'].map((as) => connector(app).placeOf({ as }));
    expect(page).not.toBe(person);
  });

  it.each([
    ['the person', { as: 'person' }, linkedinScopes.person, 'rosa'],
    [
      'the page that was chosen',
      { author: 'urn:li:organization:111' },
      linkedinScopes.organization,
      'Bakery',
    ],
    ['nobody yet', {}, linkedinScopes.organization, ''],
  ])('names %s', async (_, settings, scopes, name) => {
    const own = linkedinConnector({ http: room({ scopes }).http, app: () => app, now: () => start });
    expect(await own.whoIs({ server: origin, ...settings }, 'token')).toBe(name);
  });
});
