import { instagram } from '../../../server/channels/meta/instagram';
import { inside } from '../../../server/practice/inside';
import { instagramPractice } from '../../../server/practice/meta/instagram';
import { asJson, type PracticeAnswer, type PracticeRequest } from '../../../server/practice/network';
import { memoryShelf } from '../../../server/practice/shelf';
import { practiceWorld } from '../../../server/practice/world';
import { checkCopy, isSendable } from '../../../src/channels/check-copy';
import type { Delivery } from '../../../src/channels/channel';
import { hashtagsOf } from '../../../src/channels/counters/hashtags';
import type { Copy } from '../../../src/channels/schema';
import { instagramSettings } from '../../../src/channels/settings/meta/instagram';
import { loadedFrom } from '../video/source';

const day = 86_400_000;
const userId = '17841400000000000';

/** An answer of our own in place of that of the network; null: the network's. */
type Instead = (request: PracticeRequest) => PracticeAnswer | null;

function room({ login = 'instagram', quota = 50 } = {}) {
  const world = { now: Date.UTC(2026, 10, 27), isAtHome: false, instead: (() => null) as Instead };
  const asked: PracticeRequest[] = [];
  const now = () => world.now;
  const shelf = memoryShelf();
  const films = loadedFrom();
  const accountOf = (token: string) =>
    token.startsWith('IGAA') ? { account: 'bakery', user: userId } : null;
  const network = instagramPractice({ shelf, accountOf, now, quota, ...films });
  const http = inside(
    practiceWorld({
      networks: [
        {
          ...network,
          async answer(request, hints) {
            asked.push(request);
            return world.instead(request) ?? network.answer(request, hints);
          },
        },
      ],
      now,
      sleep: async () => undefined,
    }),
    'instagram',
  );
  const kept = new Map<string, unknown>();
  const adapter = instagram({
    ...{ ...films, http, now, sleep: async () => undefined },
    sessions: {
      load: async (key: string) => kept.get(key) ?? null,
      save: async (key: string, value: unknown) => void kept.set(key, value),
    },
    served: async ({ hash }) =>
      world.isAtHome ? { atHome: 'http://localhost:1337' } : { url: `https://cms.test/${hash}.jpg` },
  });
  const account = {
    ...{ key: 'k', kind: 'instagram' as const, name: 'Instagram', secret: { accessToken: 'IGAA1' } },
    settings: { server: 'https://practice.invalid', userId, login },
  };
  const delivery = (part: Partial<Delivery['copy']> = {}): Delivery => ({
    ...{ publication: 'p', attempt: 1, campaign: 'c', seal: 's', pageUrl: null },
    entry: { uid: 'api::article.article', documentId: 'd', locale: null },
    copy: { text: 'Fresh rye', link: null, pictures: [picture('a')], edited: false, ...part },
    ...{ createdAt: now() - 60_000, dueAt: now() - 1_000 },
    track: async (url) => `${url}?t=p`,
    beat: async () => true,
  });
  return { ...{ world, asked, shelf, kept, adapter, account, delivery } };
}

const picture = (hash: string) => ({ hash, url: `/${hash}.png`, alt: 'Bread' });
const pictures = (count: number) => Array.from({ length: count }, (_, n) => picture(`a${n}`));
const refusal = (code: number, subcode: number) =>
  asJson(400, { error: { message: 'No', type: 'OAuthException', code, error_subcode: subcode } });
const isFor = (name: string, { method, url }: PracticeRequest) =>
  method === 'POST' && url.pathname.endsWith(name);

describe('a post on Instagram', () => {
  it.each([1, 2, 10])('with %i pictures is there once, and found', async (count) => {
    const { shelf, adapter, account, delivery } = room();
    const sent = delivery({ pictures: pictures(count) });
    expect(await adapter.deliver(account, sent)).toMatchObject({
      ...{ kind: 'delivered', url: expect.stringContaining('instagram.com/p/') },
    });
    expect(await adapter.deliver(account, sent)).toMatchObject({ kind: 'duplicate' });
    expect(await adapter.find?.(account, sent)).toMatchObject({ remoteId: expect.stringMatching(/^178/) });
    const posts = await shelf.list({ limit: 10 });
    expect(posts).toMatchObject([{ text: 'Fresh rye' }]);
    expect((posts[0]?.content as { images: unknown[] }).images).toHaveLength(count);
  });

  it('has the words as they were written: addresses in captions cannot be clicked', async () => {
    const { shelf, adapter, account, delivery } = room();
    const text = 'Rye at https://bakery.test/rye';
    await adapter.deliver(account, delivery({ text, link: 'https://bakery.test/other' }));
    expect(await shelf.list({ limit: 10 })).toMatchObject([{ text }]);
  });

  it.each([
    ['no picture', { pictures: [] }, 'instagram.no-picture'],
    ['eleven pictures', { pictures: pictures(11) }, 'instagram.too-many-pictures'],
    ['2,201 characters', { text: 'a'.repeat(2_201) }, 'instagram.too-long'],
    ['31 hashtags', { text: '#rye '.repeat(31) }, 'instagram.too-many-hashtags'],
  ])('with %s is refused before anything is asked', async (_, part, code) => {
    const { asked, adapter, account, delivery } = room();
    expect(await adapter.deliver(account, delivery(part))).toMatchObject({ kind: 'rejected', code });
    expect(asked).toEqual([]);
  });

  it('waits while the posts of 24 hours are used up, and nothing is prepared', async () => {
    const { world, asked, adapter, account, delivery } = room({ quota: 1 });
    await adapter.deliver(account, delivery());
    asked.length = 0;
    const next = { ...delivery({ text: 'More' }), publication: 'q' };
    expect(await adapter.deliver(account, next)).toMatchObject({ kind: 'parked', code: 'meta.day-quota' });
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
    world.now += day;
    expect(await adapter.deliver(account, next)).toMatchObject({ kind: 'delivered' });
  });

  it('goes out where the network does not say how many it takes', async () => {
    const { world, adapter, account, delivery } = room();
    world.instead = ({ url }) =>
      url.pathname.endsWith('/content_publishing_limit') ? asJson(200, { data: [{ quota_usage: 3 }] }) : null;
    expect(await adapter.deliver(account, delivery())).toMatchObject({ kind: 'delivered' });
  });

  it('is published of the container that was prepared, when it is tried again', async () => {
    const { world, asked, shelf, adapter, account, delivery } = room();
    world.instead = (request) => (isFor('/media_publish', request) ? asJson(503, {}) : null);
    expect(await adapter.deliver(account, delivery())).toMatchObject({ kind: 'unknown' });
    expect(await adapter.find?.(account, delivery())).toBeNull();
    world.instead = () => null;
    expect(await adapter.deliver(account, { ...delivery(), attempt: 2 })).toMatchObject({
      kind: 'delivered',
    });
    expect(asked.filter((request) => isFor('/media', request))).toHaveLength(1);
    expect(await shelf.list({ limit: 10 })).toHaveLength(1);
  });

  it('is prepared anew of a copy that was changed since, so that nothing goes out but what was approved', async () => {
    const { world, asked, shelf, adapter, account, delivery } = room();
    world.instead = (request) => (isFor('/media_publish', request) ? asJson(503, {}) : null);
    await adapter.deliver(account, delivery());
    world.instead = () => null;
    const changed = { ...delivery({ text: 'Fresh rye, from seven' }), attempt: 2 };
    expect(await adapter.deliver(account, changed)).toMatchObject({ kind: 'delivered' });
    expect(asked.filter((request) => isFor('/media', request))).toHaveLength(2);
    expect(await shelf.list({ limit: 10 })).toMatchObject([{ text: 'Fresh rye, from seven' }]);
  });

  it('that was published before its copy was changed, and is not shown yet, is not sent again', async () => {
    const { world, shelf, adapter, account, delivery } = room();
    await adapter.deliver(account, delivery());
    world.instead = ({ method, url }) =>
      method === 'GET' && url.pathname.endsWith('/media') ? asJson(200, { data: [] }) : null;
    const changed = { ...delivery({ text: 'Fresh rye, from seven' }), attempt: 2 };
    expect(await adapter.deliver(account, changed)).toMatchObject({ code: 'instagram.not-shown' });
    expect(await shelf.list({ limit: 10 })).toHaveLength(1);
  });

  it('that was published and is not shown yet is not sent again', async () => {
    const { world, shelf, adapter, account, delivery } = room();
    await adapter.deliver(account, delivery());
    world.instead = ({ method, url }) =>
      method === 'GET' && url.pathname.endsWith('/media') ? asJson(200, { data: [] }) : null;
    expect(await adapter.deliver(account, { ...delivery(), attempt: 2 })).toMatchObject({
      ...{ kind: 'unknown', code: 'instagram.not-shown' },
    });
    expect(await shelf.list({ limit: 10 })).toHaveLength(1);
  });

  it('is prepared anew where the container is gone', async () => {
    const { world, shelf, kept, adapter, account, delivery } = room();
    world.instead = (request) => (isFor('/media_publish', request) ? refusal(24, 2_207_008) : null);
    expect(await adapter.deliver(account, delivery())).toMatchObject({ code: 'meta.container-gone' });
    const { containers } = kept.get('k') as { containers: Record<string, { id: string }> };
    world.instead = ({ url }) =>
      url.pathname.endsWith(`/${Object.values(containers)[0]?.id}`) ? refusal(24, 2_207_006) : null;
    expect(await adapter.deliver(account, { ...delivery(), attempt: 2 })).toMatchObject({
      kind: 'delivered',
    });
    expect(await shelf.list({ limit: 10 })).toHaveLength(1);
  });

  it('waits for somebody to set the public address where nobody outside reaches this server', async () => {
    const { world, adapter, account, delivery } = room();
    world.isAtHome = true;
    expect(await adapter.deliver(account, delivery())).toMatchObject({
      ...{ kind: 'rejected', code: 'instagram.not-reachable' },
      message: expect.stringContaining('Set the public address of Strapi'),
    });
  });

  it('stays there when it is taken back, and a person is told what to do', async () => {
    const { shelf, adapter, account, delivery } = room();
    const sent = delivery();
    await adapter.deliver(account, sent);
    expect(
      await adapter.recall?.(account, { ...sent, remoteId: '1', url: null, recalledAt: 0 }),
    ).toMatchObject({
      ...{ kind: 'kept', code: 'instagram.not-deletable' },
      message: expect.stringMatching(/delete it by hand\.$/),
    });
    expect(await shelf.list({ limit: 10 })).toHaveLength(1);
  });
});

describe('a refusal of Instagram', () => {
  const rows = [
    ['a download that took too long', -2, 2_207_003, 'retry', 'retry'],
    ['a container that has expired', -2, 2_207_020, 'retry', 'retry'],
    ['a failure of its own', -1, 2_207_001, 'retry', 'unknown'],
    ['a container that could not be made', -1, 2_207_032, 'retry', 'retry'],
    ['a container that failed for no reason', -1, 2_207_053, 'retry', 'retry'],
    ['the moment of a cover', 100, 2_207_057, 'rejected', 'rejected'],
    ['more than 8 MiB', 36_000, 2_207_004, 'rejected', 'rejected'],
    ['a format', 36_001, 2_207_005, 'rejected', 'rejected'],
    ['a ratio', 36_003, 2_207_009, 'rejected', 'rejected'],
    ['a caption', 36_004, 2_207_010, 'rejected', 'rejected'],
    ['a type of media', 9_004, 2_207_023, 'rejected', 'rejected'],
    ['a format of media', 352, 2_207_026, 'rejected', 'rejected'],
    ['a carousel', -1, 2_207_028, 'rejected', 'rejected'],
    ['a container that is missing', 24, 2_207_006, 'retry', 'retry'],
    ['a container that cannot be found', 24, 2_207_008, 'retry', 'retry'],
    ['the quota of the day', 9, 2_207_042, 'parked', 'parked'],
    ['an account that is restricted', 25, 2_207_050, 'blocked', 'blocked'],
    ['an action that is blocked', 4, 2_207_051, 'blocked', 'blocked'],
    ['media that is not ready', 9_007, 2_207_027, 'retry', 'retry'],
  ] as const;

  it.each(rows)('%s (%i, %i), while it is prepared', async (_, code, subcode, kind) => {
    const { world, shelf, adapter, account, delivery } = room();
    world.instead = (request) => (isFor('/media', request) ? refusal(code, subcode) : null);
    expect(await adapter.deliver(account, delivery())).toMatchObject({ kind });
    expect(await shelf.list({ limit: 10 })).toEqual([]);
  });

  it.each(rows)('%s (%i, %i), while it is published', async (_, code, subcode, _kind, kind) => {
    const { world, adapter, account, delivery } = room();
    world.instead = (request) => (isFor('/media_publish', request) ? refusal(code, subcode) : null);
    expect(await adapter.deliver(account, delivery())).toMatchObject({ kind });
  });

  it.each([
    ['ERROR', 'Error: Media upload has failed with error code 2207009', 'rejected', 'meta.picture'],
    ['ERROR', 'Error: Media upload has failed with error code 2207003', 'retry', 'meta.fetch-slow'],
    ['ERROR', 'Error: Media upload has failed with error code 2207999', 'rejected', 'meta.refused'],
    ['ERROR', '', 'retry', 'meta.container-gone'],
    ['EXPIRED', 'Expired: too late', 'retry', 'meta.container-gone'],
  ])('that a container tells: %s %s', async (status_code, status, kind, code) => {
    const { world, adapter, account, delivery } = room();
    world.instead = ({ url }) =>
      url.search.includes('status_code') ? asJson(200, { id: '1', status_code, status }) : null;
    expect(await adapter.deliver(account, delivery())).toMatchObject({ kind, code });
  });

  it('of a container that takes its time', async () => {
    const { world, adapter, account, delivery } = room();
    world.instead = ({ url }) => {
      if (!url.search.includes('status_code')) return null;
      world.now += 20_000;
      return asJson(200, { id: '1', status_code: 'IN_PROGRESS', status: 'In Progress' });
    };
    expect(await adapter.deliver(account, delivery())).toMatchObject({
      kind: 'retry',
      code: 'meta.not-ready',
    });
  });
});

describe('the token of an account', () => {
  const extended: Instead = ({ url }) =>
    url.pathname === '/refresh_access_token'
      ? asJson(200, { access_token: 'IGAA2', token_type: 'bearer', expires_in: 5_184_000 })
      : null;

  it("of Instagram's own log-in is extended once for all who ask at the same time, and kept", async () => {
    const { world, asked, kept, adapter, account } = room();
    world.instead = extended;
    await Promise.all([adapter.test(account), adapter.test(account)]);
    const calls = asked.filter(({ url }) => url.pathname === '/refresh_access_token');
    expect(calls.map(({ url }) => url.search)).toEqual(['?grant_type=ig_refresh_token']);
    expect(kept.get('k')).toMatchObject({ accessToken: 'IGAA2' });
    expect(adapter.validUntil?.(account)).toBe(world.now + 60 * day);
    const lasts = { endsAt: world.now + 60 * day, missingRights: [] };
    expect(await adapter.lasting?.(account)).toEqual({ ...lasts, renewsItself: true });

    // Extended in time although nothing is posted; where the network does not, it ends on its day.
    world.now += 31 * day;
    expect(await adapter.lasting?.(account)).toEqual({ ...lasts, renewsItself: false });
    world.instead = () => asJson(500, {});
    await adapter.renew?.(account);
    expect(await adapter.lasting?.(account)).toEqual({ ...lasts, renewsItself: false });
    world.now += day;
    world.instead = extended;
    await adapter.renew?.(account);
    expect(await adapter.lasting?.(account)).toMatchObject({
      ...{ endsAt: world.now + 60 * day, renewsItself: true },
    });
  });

  it("of Facebook's log-in stays as it is", async () => {
    const { asked, adapter, account } = room({ login: 'facebook' });
    expect(await adapter.test(account)).toMatchObject({ state: 'ready' });
    expect(asked.filter(({ url }) => url.pathname === '/refresh_access_token')).toEqual([]);
    expect(adapter.validUntil?.(account)).toBeNull();
    await adapter.renew?.(account);
    expect(asked.filter(({ url }) => url.pathname === '/refresh_access_token')).toEqual([]);
    expect(await adapter.lasting?.(account)).toMatchObject({ endsAt: null, renewsItself: false });
  });

  it('goes out in a header, and the calls to the server of the log-in', () => {
    expect(instagramSettings.parse({ userId })).toMatchObject({ login: 'instagram', version: 'v25.0' });
    expect(instagramSettings.safeParse({ userId: '@bakery' }).success).toBe(false);
  });
});

describe('what people did with a post', () => {
  it('is told by its insights', async () => {
    const { shelf, adapter, account, delivery } = room();
    const sent = await adapter.deliver(account, delivery());
    const id = 'remoteId' in sent ? sent.remoteId : '';
    await shelf.change('instagram', id, { counts: { likes: 3, reposts: 2, replies: 1 } });
    expect(await adapter.counts?.(account, [id, '1'])).toEqual(
      new Map([[id, { likes: 3, reposts: 2, replies: 1 }]]),
    );
  });

  it('is left out where there are no figures yet', async () => {
    const { world, adapter, account } = room();
    world.instead = ({ url }) => {
      if (url.pathname.includes('/11/')) return asJson(200, { data: [] });
      if (url.pathname.includes('/12/')) return asJson(400, { error: { message: 'Too few', code: 10 } });
      const data = [{ name: 'likes', period: 'lifetime', values: [{ value: 1 }] }];
      return url.pathname.includes('/13/') ? asJson(200, { data }) : null;
    };
    expect([...((await adapter.counts?.(account, ['11', '12', '13'])) ?? [])]).toEqual([
      ['13', { likes: 1 }],
    ]);
  });

  it('is an error where the right to read it is missing', async () => {
    const { world, adapter, account } = room();
    world.instead = () => asJson(400, { error: { message: 'No permission', code: 10 } });
    await expect(adapter.counts?.(account, ['11'])).rejects.toThrow('permissions');
  });
});

describe('a copy for Instagram', () => {
  const copy = (part: Partial<Copy>): Copy => ({
    ...{ text: 'Rye', link: null, pictures: [picture('a')], edited: false },
    ...part,
  });
  it.each<[string, Partial<Copy>, string[]]>([
    ['a picture and words', {}, []],
    ['a picture alone', { text: '' }, []],
    ['words alone', { pictures: [] }, ['copy.too-few-pictures']],
    ['nothing', { text: '', pictures: [] }, ['copy.too-few-pictures']],
    ['2,200 characters', { text: 'a'.repeat(2_200) }, []],
    ['2,201 characters', { text: 'a'.repeat(2_201) }, ['copy.too-long']],
    ['30 hashtags', { text: '#rye '.repeat(30) }, []],
    ['31 hashtags', { text: '#rye '.repeat(31) }, ['copy.too-many-hashtags']],
    ['eleven pictures', { pictures: pictures(11) }, ['copy.too-many-pictures']],
  ])('of %s', (_, part, codes) => {
    const check = checkCopy('instagram', copy(part));
    expect(check.problems.map(({ code }) => code)).toEqual(codes);
    expect(isSendable(check)).toBe(codes.length === 0);
  });

  it.each([
    ['Rye', 0],
    ['#rye #Roggen_brot und #Brötchen', 3],
    ['#rye#bread', 2],
    ['# rye, C#', 0],
  ])('%s has %i hashtags', (text, count) => {
    expect(hashtagsOf(text)).toBe(count);
  });
});
