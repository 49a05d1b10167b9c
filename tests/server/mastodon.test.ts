import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { mastodon } from '../../server/channels/mastodon';
import type { MediaSources } from '../../server/channels/mastodon-media';
import { outgoing } from '../../server/http/outgoing';
import type { Account, Delivery, Published } from '../../src/channels/channel';
import type { Copy } from '../../src/channels/schema';
import { sourceOf } from '../unit/pictures/source';
import { videosOf } from '../unit/video/source';
import { startPractice, type PracticeServer } from '../network/practice/server';

const dueAt = Date.UTC(2026, 10, 22, 8, 0, 0);
const http = outgoing(['127.0.0.1']);
const photo = sharp({ create: { width: 900, height: 600, channels: 3, background: '#a63' } })
  .png()
  .toBuffer();
const pictures = sourceOf(photo);

describe('A publication reaches a Mastodon server', () => {
  let server: PracticeServer;
  let clock = dueAt + 1_000;
  let token: string;
  beforeEach(async () => {
    clock = dueAt + 1_000;
    server = await startPractice({ now: () => clock });
    token = server.token('bakery');
  });
  afterEach(() => server.stop());

  const waits: number[] = [];
  const adapter = (sources: Partial<MediaSources> = {}) =>
    mastodon({
      ...{ http, pictures, videos: videosOf(), now: () => clock },
      sleep: async (ms) => {
        waits.push(ms);
        clock += ms;
      },
      ...sources,
    });
  const account = (accessToken = token): Account => ({
    key: 'channel-1',
    kind: 'mastodon',
    name: 'Mastodon',
    settings: { instance: server.url },
    secret: { accessToken },
  });
  const delivery = (copy: Partial<Copy>, changes: Partial<Delivery> = {}): Delivery => ({
    publication: randomUUID(),
    attempt: 1,
    entry: { uid: 'api::article.article', documentId: 'abc', locale: 'de-AT' },
    campaign: randomUUID(),
    seal: 'seal',
    copy: { text: '', link: null, pictures: [], edited: false, ...copy },
    pageUrl: null,
    createdAt: dueAt - 3_600_000,
    dueAt,
    track: async (url) => `https://go.bakery.test/l/${Buffer.from(url).toString('hex').slice(-12)}`,
    beat: async () => true,
    ...changes,
  });

  test('with its text, the tracked address of the page, its language and its pictures with their alt texts', async () => {
    const sent = delivery({
      text: 'Frisch aus dem Ofen 🥐 @miller@mill.test',
      link: 'https://bakery.test/de/brot',
      pictures: [{ hash: 'a', url: '/a.png', alt: 'Brot auf einem Brett' }],
    });
    const outcome = await adapter().deliver(account(), sent);
    const [post] = await server.posts('mastodon');
    expect(outcome).toEqual({
      kind: 'delivered',
      remoteId: post?.id,
      url: `${server.url}/@bakery/${post?.id}`,
      limits: [{ remaining: expect.any(Number), resetAt: expect.any(Number), scope: 'account' }],
    });
    expect(post).toMatchObject({
      text: `Frisch aus dem Ofen 🥐 @miller@mill.test\n\n${await sent.track('https://bakery.test/de/brot')}`,
      content: { visibility: 'public', language: 'de' },
      key: sent.publication,
    });
    const [media] = await server.shelf.media('mastodon', post?.media ?? []);
    expect(media).toMatchObject({ alt: 'Brot auf einem Brett' });
  });

  test('A picture that takes long is waited for', async () => {
    server.order({ on: 'upload', fault: { kind: 'slow-media', polls: 3 } });
    const outcome = await adapter().deliver(
      account(),
      delivery({ text: 'Slow', pictures: [{ hash: 'a', url: '/a.png', alt: 'Bread' }] }),
    );
    expect(outcome.kind).toBe('delivered');
    const asked = server.requests.filter(({ url }) => url.pathname.startsWith('/api/v1/media/'));
    expect(asked).toHaveLength(3);
  });

  test('A picture that takes for ever is tried again later, and nothing is posted', async () => {
    server.order({ on: 'upload', fault: { kind: 'slow-media', polls: 1_000 } });
    const sent = delivery({ text: 'Slow', pictures: [{ hash: 'a', url: '/a.png', alt: 'Bread' }] });
    expect(await adapter().deliver(account(), sent)).toMatchObject({
      kind: 'retry',
      code: 'mastodon.slow-media',
    });
    expect(await server.posts()).toEqual([]);
  });

  test('Given twice within the hour it is there once, by its key', async () => {
    const sent = delivery({ text: 'Once' });
    const first = await adapter().deliver(account(), sent);
    const second = await adapter().deliver(account(), sent);
    expect(second).toMatchObject({ remoteId: 'remoteId' in first ? first.remoteId : '' });
    expect(await server.posts()).toHaveLength(1);
  });

  describe('Behind more posts than are read back', () => {
    const buried = async (sent: Delivery): Promise<void> => {
      server.order({ on: 'publish', fault: { kind: 'cut', accepted: true } });
      expect(await adapter().deliver(account(), sent)).toMatchObject({ kind: 'unknown' });
      for (let n = 0; n < 250; n += 1) await later(n);
    };
    const later = async (n: number): Promise<void> => {
      const [first] = await server.posts('mastodon');
      if (!first) throw new Error('nothing was posted');
      const next = { id: String(BigInt(first.id) + 1n), key: randomUUID(), text: `Later ${n}` };
      await server.shelf.put({ ...first, ...next, createdAt: clock });
    };

    test('it is there once within the hour, by its key', async () => {
      const sent = delivery({ text: 'Buried' });
      await buried(sent);
      clock += 40 * 60_000;
      expect(await adapter().find?.(account(), sent)).toBeNull();
      expect(await adapter().deliver(account(), { ...sent, attempt: 2 })).toMatchObject({
        kind: 'delivered',
      });
      expect((await server.posts()).filter(({ text }) => text === 'Buried')).toHaveLength(1);
    });

    test('it is a doubt for a person after the hour', async () => {
      const sent = delivery({ text: 'Buried' });
      await buried(sent);
      clock += 55 * 60_000;
      await expect(adapter().find?.(account(), sent)).rejects.toThrow('posted so much since');
    });
  });

  test.each([
    ['with a link', { text: 'Later', link: 'https://bakery.test/a' }],
    ['without a link', { text: 'Late\n\nand with @friend@far.test & more <3' }],
  ])('After the hour of its key it is found by reading, %s', async (_, copy) => {
    const sent = delivery(copy);
    server.order({ fault: { kind: 'cut', accepted: true } });
    expect(await adapter().deliver(account(), sent)).toMatchObject({ kind: 'unknown' });
    clock += 3 * 3_600_000;
    const [post] = await server.posts();
    expect(await adapter().find?.(account(), sent)).toMatchObject({ remoteId: post?.id });
    expect(await adapter().deliver(account(), { ...sent, attempt: 2 })).toMatchObject({
      kind: 'duplicate',
      remoteId: post?.id,
    });
    expect(await server.posts()).toHaveLength(1);
  });

  test('The same words of an earlier time are not taken for ours', async () => {
    clock = dueAt - 86_400_000;
    await adapter().deliver(account(), delivery({ text: 'Fresh rolls' }));
    clock = dueAt + 1_000;
    expect(await adapter().find?.(account(), delivery({ text: 'Fresh rolls' }))).toBeNull();
  });

  test('It is found among many', async () => {
    server.order({ fault: { kind: 'cut', accepted: true } });
    const sent = delivery({ text: 'Needle' });
    expect((await adapter().deliver(account(), sent)).kind).toBe('unknown');
    for (let more = 0; more < 60; more += 1) {
      clock += 10;
      await adapter().deliver(account(), delivery({ text: `Hay ${more}` }));
    }
    expect(await adapter().find?.(account(), sent)).not.toBeNull();
  });

  test('Likes, reposts, replies and quotes are counted; what was deleted is left out', async () => {
    const outcome = await adapter().deliver(account(), delivery({ text: 'Count me' }));
    const id = 'remoteId' in outcome ? outcome.remoteId : '';
    const counts = { likes: 7, reposts: 2, replies: 1, quotes: 3 };
    await server.shelf.change('mastodon', id, { counts });
    expect(await adapter().counts?.(account(), [id, '1'])).toEqual(new Map([[id, counts]]));
  });

  test('A test tells whose token it is, what it may do and what the server takes', async () => {
    const report = await adapter().test(account());
    expect(report).toMatchObject({ state: 'ready' });
    expect(report.found.map(({ label }) => label)).toEqual([
      'Account',
      'Name',
      'Followers',
      'Server',
      'Text',
      'Pictures',
      'The token may',
    ]);
    expect(await server.posts()).toEqual([]);
  });

  test('A token that may too little is told, with what is missing', async () => {
    const weak = server.token('bakery', ['read:accounts', 'write:statuses']);
    const report = await adapter().test(account(weak));
    expect(report).toMatchObject({ state: 'reauthorise' });
    expect(report.message).toContain('write:media, read:statuses');
    const weaker = server.token('bakery', ['read:accounts']);
    expect(await adapter().deliver(account(weaker), delivery({ text: 'No' }))).toMatchObject({
      kind: 'reauthorise',
      code: 'mastodon.scopes',
    });
  });

  test('A token that was taken away parks the channel; the new one works', async () => {
    const next = server.rotate(token);
    const sent = delivery({ text: 'Rotated' });
    expect(await adapter().deliver(account(), sent)).toMatchObject({
      kind: 'reauthorise',
      code: 'mastodon.signed-out',
    });
    expect(await adapter().test(account())).toMatchObject({ state: 'reauthorise' });
    expect((await adapter().deliver(account(next), sent)).kind).toBe('delivered');
  });

  test('A quota that is used up is waited for until the network says', async () => {
    server.order({ fault: { kind: 'quota', seconds: 240 } });
    expect(await adapter().deliver(account(), delivery({ text: 'Quota' }))).toMatchObject({
      kind: 'parked',
      until: clock + 240_000,
      limits: [{ scope: 'account', remaining: 0, resetAt: clock + 240_000 }],
    });
  });

  test('A quota whose end stands in Retry-After holds back the account as well', async () => {
    server.order({ fault: { kind: 'too-many', retryAfter: 90 } });
    expect(await adapter().deliver(account(), delivery({ text: 'Quota' }))).toMatchObject({
      limits: [{ scope: 'account', remaining: 0, resetAt: clock + 90_000 }],
    });
  });

  test('Corrected, it says the new words in its language and keeps its pictures', async () => {
    const alt = 'Bread on a board';
    const sent = delivery({ text: 'Wrong price', pictures: [{ hash: 'a', url: '/a.png', alt }] });
    const outcome = await adapter().deliver(account(), sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const [before] = await server.posts('mastodon');
    const correction = {
      ...{ ...sent, remoteId: outcome.remoteId, url: outcome.url },
      copy: { ...sent.copy, text: 'Right price' },
    };
    expect(await adapter().correct?.(account(), correction)).toMatchObject({ kind: 'corrected' });
    const [after] = await server.posts('mastodon');
    expect(before?.media).toHaveLength(1);
    expect(after).toMatchObject({ id: before?.id, text: 'Right price', media: before?.media });
    expect(after?.content).toMatchObject({ language: 'de' });
  });

  test('Corrected beyond what the server takes, it keeps its words and is not tried again', async () => {
    const sent = delivery({ text: 'Wrong price' });
    const outcome = await adapter().deliver(account(), sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const correction = {
      ...{ ...sent, remoteId: outcome.remoteId, url: outcome.url },
      copy: { ...sent.copy, text: 'x'.repeat(600) },
    };
    expect(await adapter().correct?.(account(), correction)).toMatchObject({
      ...{ kind: 'kept', code: 'correction.not-done' },
      message: expect.stringContaining('Text character limit of 500 exceeded'),
    });
    expect((await server.posts('mastodon')).map(({ text }) => text)).toEqual(['Wrong price']);
  });

  describe('and is taken back', () => {
    const sentOut = async (text: string): Promise<Published> => {
      const sent = delivery({ text });
      const outcome = await adapter().deliver(account(), sent);
      if (!('remoteId' in outcome)) throw new Error(outcome.kind);
      return { ...sent, remoteId: outcome.remoteId, url: outcome.url, recalledAt: clock };
    };
    const recall = (sent: Published, of = account()) => adapter().recall?.(of, sent);
    const isThere = async ({ remoteId }: Published) =>
      (await server.shelf.byId('mastodon', remoteId))?.deletedAt === null;

    test('the post is deleted, and only this one', async () => {
      const [first, second] = [await sentOut('Wrong price'), await sentOut('Right price')];
      expect(await recall(first)).toMatchObject({ kind: 'recalled' });
      expect([await isThere(first), await isThere(second)]).toEqual([false, true]);
      const { method, url, body } = server.requests.at(-1) ?? {};
      expect([method, url?.pathname, body?.length]).toEqual([
        'DELETE',
        `/api/v1/statuses/${first.remoteId}`,
        0,
      ]);
    });

    test('however often it is asked for, it ends as gone', async () => {
      const sent = await sentOut('Twice');
      await recall(sent);
      expect(await recall(sent)).toMatchObject({ kind: 'gone' });
    });

    test('a post of somebody else stays', async () => {
      const sent = await sentOut('Mine');
      const other = account(server.token('stranger'));
      expect(await recall(sent, other)).toMatchObject({ kind: 'gone' });
      expect(await isThere(sent)).toBe(true);
    });

    test('an answer that was lost is asked for again, and the end is the same', async () => {
      const sent = await sentOut('Lost');
      server.order({ fault: { kind: 'cut', accepted: true } });
      expect(await recall(sent)).toMatchObject({ kind: 'failed', code: 'mastodon.still-there' });
      expect(await recall(sent)).toMatchObject({ kind: 'gone' });
    });

    test('too many of them wait until the network says', async () => {
      const sent = await sentOut('Later');
      server.order({ fault: { kind: 'quota', seconds: 240 } });
      expect(await recall(sent)).toMatchObject({ kind: 'failed', after: 240_000 });
      expect(await isThere(sent)).toBe(true);
      expect(await recall(sent)).toMatchObject({ kind: 'recalled' });
    });

    test('a token that may not, a server that fails and a redirect leave it there, and say so', async () => {
      const sent = await sentOut('Stays');
      const weak = account(server.token('bakery', ['read:statuses']));
      expect(await recall(sent, weak)).toMatchObject({ kind: 'failed', code: 'mastodon.still-there' });
      expect(await recall(sent, { ...account(), secret: null })).toMatchObject({
        kind: 'failed',
        code: 'channel.no-secret',
      });
      for (const kind of ['server-error', 'html'] as const) {
        server.order({ fault: { kind, accepted: false } });
        expect(await recall(sent)).toMatchObject({ kind: 'failed' });
      }
      server.order({ fault: { kind: 'redirect', to: `${server.url}/api/v1/statuses/${sent.remoteId}` } });
      expect(await recall(sent)).toMatchObject({ kind: 'failed' });
      expect(await isThere(sent)).toBe(true);
    });
  });
});
