import { randomUUID } from 'node:crypto';
import { jsonToLex, lexicons } from '@atproto/api';
import sharp from 'sharp';
import { bluesky, type BlueskySources } from '../../server/channels/bluesky';
import { outgoing, type Outgoing } from '../../server/http/outgoing';
import type { Account, Delivery } from '../../src/channels/channel';
import type { Copy } from '../../src/channels/schema';
import { startWebhookReceiver } from '../network/webhook-receiver';
import { sourceOf } from '../unit/pictures/source';
import { film } from '../unit/video/film';
import { videosOf } from '../unit/video/source';
import { startBluesky, type BlueskyServer, type BlueskyUser } from '../network/bluesky';

const dueAt = Date.UTC(2026, 10, 22, 8, 0, 0);
const http = outgoing(['localhost', '127.0.0.1']);

/** 4 megapixels of noise, which JPEG cannot make small, so that the limit of 976 KB bites. */
const noise = sharp({
  create: {
    width: 2400,
    height: 1700,
    channels: 3,
    background: '#fff',
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  },
})
  .png()
  .toBuffer();

const pictures = sourceOf(noise);
const videos = videosOf();
const video = { hash: 'kneading', url: '/uploads/kneading.mp4', alt: 'Hands knead dough' };

const memory = () => {
  const kept = new Map<string, unknown>();
  return {
    load: async (key: string) => kept.get(key) ?? null,
    save: async (key: string, value: unknown) => void kept.set(key, value),
  };
};

describe('A publication reaches a real Bluesky server', () => {
  let server: BlueskyServer;
  let user: BlueskyUser;
  beforeAll(async () => {
    server = await startBluesky();
    user = await server.account('bakery');
  });
  afterAll(() => server?.stop());

  const adapter = (sources: Partial<BlueskySources> = {}) =>
    bluesky({ http, pictures, videos, sessions: memory(), now: () => dueAt + 1_000, ...sources });
  const account = (
    changes: { appPassword?: string; as?: BlueskyUser; countsFrom?: 'pds' } = {},
  ): Account => ({
    key: 'channel-1',
    kind: 'bluesky',
    name: 'Bluesky',
    settings: {
      service: server.pdsUrl,
      identifier: (changes.as ?? user).handle,
      ...(changes.countsFrom ? { countsFrom: changes.countsFrom } : {}),
    },
    secret: { appPassword: changes.appPassword ?? (changes.as ?? user).appPassword },
  });
  const delivery = (copy: Partial<Copy>, changes: Partial<Delivery> = {}): Delivery => ({
    publication: randomUUID(),
    attempt: 1,
    entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
    campaign: randomUUID(),
    seal: 'seal',
    copy: { text: '', link: null, pictures: [], edited: false, ...copy },
    pageUrl: null,
    createdAt: dueAt - 3_600_000,
    dueAt,
    track: async (url) => `${url}?tracked`,
    beat: async () => true,
    ...changes,
  });
  const posts = async (text: string, of = user) =>
    (await server.records(of.did)).filter(({ value }) => value['text'] === text);

  test('with text, link, tag, mention and card, readable by its own API', async () => {
    const text = '🥐🇩🇪 Fresh today: https://bakery.test/rolls #Brötchen, baked by @bakery.test (yum)';
    const sent = delivery({
      text,
      link: 'https://bakery.test/en/articles/rolls',
      title: 'Rolls',
      description: 'What we bake',
      pictures: [{ hash: 'cover', url: '/cover.png', alt: 'Rolls on a tray' }],
    });
    const outcome = await adapter().deliver(account(), sent);
    expect(outcome).toMatchObject({
      kind: 'delivered',
      url: expect.stringMatching(/^https:\/\/bsky\.app\/profile\/did:plc:/),
    });

    const [record, ...others] = await posts(text);
    expect(others).toEqual([]);
    expect(outcome).toMatchObject({ remoteId: record?.uri });
    const bytes = Buffer.from(text, 'utf8');
    const facets = record?.value['facets'] as {
      index: { byteStart: number; byteEnd: number };
      features: object[];
    }[];
    expect(facets.map(({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString())).toEqual([
      'https://bakery.test/rolls',
      '#Brötchen',
      '@bakery.test',
    ]);
    expect(facets.flatMap(({ features }) => features)).toEqual([
      { $type: 'app.bsky.richtext.facet#link', uri: 'https://bakery.test/rolls?tracked' },
      { $type: 'app.bsky.richtext.facet#tag', tag: 'Brötchen' },
      { $type: 'app.bsky.richtext.facet#mention', did: user.did },
    ]);
    expect(record?.value).toMatchObject({
      createdAt: '2026-11-22T08:00:00.000Z',
      langs: ['en'],
      embed: {
        external: {
          uri: 'https://bakery.test/en/articles/rolls?tracked',
          title: 'Rolls',
          description: 'What we bake',
          thumb: { mimeType: 'image/jpeg' },
        },
      },
    });
  });

  test('with pictures, their alt texts and shapes, below the limit of bytes', async () => {
    const sent = delivery({
      text: 'Two pictures',
      pictures: [
        { hash: 'a', url: '/a.png', alt: 'First' },
        { hash: 'b', url: '/b.png', alt: 'Second' },
      ],
    });
    expect(await adapter().deliver(account(), sent)).toMatchObject({ kind: 'delivered' });
    const [record] = await posts('Two pictures');
    const { images } = record?.value['embed'] as {
      images: {
        alt: string;
        aspectRatio: { width: number; height: number };
        image: { size: number; ref: { $link: string } };
      }[];
    };
    expect(images.map(({ alt }) => alt)).toEqual(['First', 'Second']);
    for (const { image, aspectRatio } of images) {
      expect(image.size).toBeLessThanOrEqual(976 * 1024);
      expect(aspectRatio.width / aspectRatio.height).toBeCloseTo(2400 / 1700, 1);
    }
    const blob = await fetch(
      `${server.pdsUrl}/xrpc/com.atproto.sync.getBlob?did=${user.did}&cid=${images[0]?.image.ref.$link}`,
    );
    expect((await sharp(Buffer.from(await blob.arrayBuffer())).metadata()).format).toBe('jpeg');
  });

  describe('with a video', () => {
    const blobOf = async (text: string) => {
      const [record, ...more] = await posts(text);
      expect(more).toEqual([]);
      const { video: blob, ...embed } = record?.value['embed'] as {
        video: { ref: { $link: string }; mimeType: string; size: number };
      };
      const answer = await fetch(
        `${server.pdsUrl}/xrpc/com.atproto.sync.getBlob?did=${user.did}&cid=${blob.ref.$link}`,
      );
      return { record, embed, blob, bytes: Buffer.from(await answer.arrayBuffer()) };
    };

    test('the record names it, and the server hands out the very bytes of the file', async () => {
      const bytes = film({ weight: 3_000_000, width: 720, height: 1_280 });
      const link = 'https://bakery.test/bread';
      const sent = delivery({ text: 'Kneading', link, video });
      expect(await adapter({ videos: videosOf(bytes, 50_000) }).deliver(account(), sent)).toMatchObject({
        kind: 'delivered',
      });
      const there = await blobOf(`Kneading\n\n${link}`);
      expect(there.embed).toEqual({
        ...{ $type: 'app.bsky.embed.video', alt: 'Hands knead dough' },
        aspectRatio: { width: 720, height: 1_280 },
      });
      expect(there.blob).toMatchObject({ mimeType: 'video/mp4', size: bytes.length });
      expect(there.bytes.equals(bytes)).toBe(true);
      const record = jsonToLex(there.record?.value as Parameters<typeof jsonToLex>[0]);
      expect(() => lexicons.assertValidRecord('app.bsky.feed.post', record)).not.toThrow();
      expect(there.record?.value['facets']).toMatchObject([{ features: [{ uri: `${link}?tracked` }] }]);
    });

    test('it is there once, and reading back knows it from a post without it', async () => {
      const sent = delivery({ text: 'One film', video });
      const first = await adapter().deliver(account(), sent);
      const blind = await adapter().deliver(account(), sent);
      expect([first.kind, blind.kind]).toEqual(['delivered', 'duplicate']);
      expect(await adapter().find?.(account(), sent)).toMatchObject({
        remoteId: first.kind === 'delivered' ? first.remoteId : '',
      });
      const without = { ...sent, attempt: 2, copy: { ...sent.copy, video: undefined } };
      expect(await adapter().find?.(account(), without)).toBeNull();
      expect(await adapter().deliver(account(), without)).toMatchObject({ code: 'bluesky.other-post' });
      expect(await posts('One film')).toHaveLength(1);
      if (first.kind !== 'delivered') throw new Error(first.kind);
      const counts = await adapter().counts?.(account({ countsFrom: 'pds' }), [first.remoteId]);
      expect(counts?.get(first.remoteId)).toMatchObject({ likes: 0 });
      const published = { ...sent, remoteId: first.remoteId, url: first.url, recalledAt: dueAt };
      expect(await adapter().recall?.(account(), published)).toMatchObject({ kind: 'recalled' });
      expect(await posts('One film')).toEqual([]);
    });

    test('a session that ran out in the meantime is renewed, and the film is sent anew', async () => {
      const sessions = memory();
      const bytes = videosOf(film({ weight: 4_500_000 }), 50_000);
      await adapter({ sessions }).deliver(account(), delivery({ text: 'Before the film' }));
      const kept = (await sessions.load('channel-1')) as { accessJwt: string };
      // One that the server takes for a token, and does not accept.
      const accessJwt = `${kept.accessJwt.slice(0, -8)}AAAAAAAA`;
      await sessions.save('channel-1', { ...kept, accessJwt });
      const outcome = await adapter({ sessions, videos: bytes }).deliver(
        account(),
        delivery({ text: 'Film', video }),
      );
      expect(outcome).toMatchObject({ kind: 'delivered' });
      expect((await blobOf('Film')).blob.size).toBeGreaterThan(4_500_000);
    });

    test('a server that takes less says so, and nothing is posted', async () => {
      const heavy = videosOf(film({ weight: 6_000_000 }), 100_000);
      const outcome = await adapter({ videos: heavy }).deliver(account(), delivery({ text: 'Heavy', video }));
      expect(outcome).toMatchObject({ kind: 'rejected', code: 'bluesky.video-too-heavy' });
      expect(await posts('Heavy')).toEqual([]);
    });
  });

  test('Sent twice, it is there once: blindly, and as a second try', async () => {
    const sent = delivery({ text: 'Only once' });
    const first = await adapter().deliver(account(), sent);
    const blind = await adapter().deliver(account(), sent);
    const second = await adapter().deliver(account(), { ...sent, attempt: 2 });
    expect([first.kind, blind.kind, second.kind]).toEqual(['delivered', 'duplicate', 'duplicate']);
    expect(await posts('Only once')).toHaveLength(1);
  });

  test('Sent twice at the same moment by two processes, it is there once', async () => {
    const sent = delivery({ text: 'A race' });
    const outcomes = await Promise.all([
      adapter().deliver(account(), sent),
      adapter().deliver(account(), sent),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['delivered', 'duplicate']);
    expect(await posts('A race')).toHaveLength(1);
  });

  test('Sent again later with another time, it is still the same post', async () => {
    const sent = delivery({ text: 'Late' });
    await adapter().deliver(account(), sent);
    const late = adapter({ now: () => dueAt + 86_400_000 });
    expect(await late.deliver(account(), sent)).toMatchObject({ kind: 'duplicate' });
    expect(await posts('Late')).toHaveLength(1);
  });

  test('A post that is days late bears the time at which it goes out', async () => {
    const now = dueAt + 3 * 86_400_000;
    await adapter({ now: () => now }).deliver(account(), delivery({ text: 'Days late' }));
    const [record] = await posts('Days late');
    expect(record?.value['createdAt']).toBe(new Date(now).toISOString());
  });

  test('Another text under the same key is not overwritten', async () => {
    const sent = delivery({ text: 'What is there' });
    await adapter().deliver(account(), sent);
    const other = { ...sent, copy: { ...sent.copy, text: 'Something else' } };
    expect(await adapter().deliver(account(), other)).toMatchObject({
      kind: 'rejected',
      code: 'bluesky.other-post',
    });
    expect(await posts('What is there')).toHaveLength(1);
  });

  test('When the answer is lost, the outcome is unknown and reading back settles it', async () => {
    const losing: Outgoing = {
      send: async (request) => {
        const answer = await http.send(request);
        return request.url.endsWith('putRecord') ? { kind: 'lost', message: 'The line broke.' } : answer;
      },
    };
    const sent = delivery({ text: 'Lost answer' });
    expect(await adapter({ http: losing }).deliver(account(), sent)).toMatchObject({ kind: 'unknown' });
    const found = await adapter().find?.(account(), sent);
    expect(found?.remoteId).toBe((await posts('Lost answer'))[0]?.uri);
  });

  test('Taken back, it is gone from the server, and nothing else is', async () => {
    const [sent, kept] = [delivery({ text: 'To be taken back' }), delivery({ text: 'To be kept' })];
    await adapter().deliver(account(), kept);
    const outcome = await adapter().deliver(account(), sent);
    const { remoteId } = 'remoteId' in outcome ? outcome : { remoteId: '' };
    const published = { ...sent, remoteId, url: null, recalledAt: dueAt };
    expect(await adapter().recall?.(account(), published)).toMatchObject({ kind: 'recalled' });
    expect(await posts('To be taken back')).toEqual([]);
    expect(await posts('To be kept')).toHaveLength(1);
    expect(await adapter().recall?.(account(), published)).toMatchObject({ kind: 'gone' });
    expect(await adapter().find?.(account(), sent)).toBeNull();
  });

  test('A recall whose answer is lost is asked for again, and the end is the same', async () => {
    const sent = delivery({ text: 'Taken back blindly' });
    const outcome = await adapter().deliver(account(), sent);
    const { remoteId } = 'remoteId' in outcome ? outcome : { remoteId: '' };
    const published = { ...sent, remoteId, url: null, recalledAt: dueAt };
    const losing: Outgoing = {
      send: async (request) => {
        const answer = await http.send(request);
        return request.url.endsWith('deleteRecord') ? { kind: 'lost', message: 'The line broke.' } : answer;
      },
    };
    expect(await adapter({ http: losing }).recall?.(account(), published)).toMatchObject({ kind: 'failed' });
    expect(await adapter().recall?.(account(), published)).toMatchObject({ kind: 'gone' });
    expect(await posts('Taken back blindly')).toEqual([]);
  });

  test('When nothing is there, reading back says so', async () => {
    expect(await adapter().find?.(account(), delivery({ text: 'Never sent' }))).toBeNull();
  });

  test('Whoever lost the lease publishes nothing', async () => {
    const outcome = await adapter().deliver(
      account(),
      delivery({ text: 'Not mine' }, { beat: async () => false }),
    );
    expect(outcome).toMatchObject({ kind: 'retry', code: 'delivery.taken-over' });
    expect(await posts('Not mine')).toEqual([]);
  });

  test('A text over the limit is refused by the server, for good', async () => {
    expect(await adapter().deliver(account(), delivery({ text: '🥐'.repeat(301) }))).toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('300'),
    });
  });

  test('A text of exactly 300 emoji families is taken', async () => {
    const text = '👩‍🍳'.repeat(200) + 'é'.repeat(100);
    expect(await adapter().deliver(account(), delivery({ text }))).toMatchObject({ kind: 'delivered' });
  });

  test('A picture that was deleted is named', async () => {
    const sent = delivery({ text: 'No picture', pictures: [{ hash: 'gone', url: '/x.png', alt: '' }] });
    expect(await adapter().deliver(account(), sent)).toMatchObject({
      kind: 'rejected',
      code: 'picture.missing',
    });
  });

  test('One log-in serves many posts, and a session that ran out is renewed by itself', async () => {
    const calls: string[] = [];
    const watched: Outgoing = {
      send: (request) => {
        calls.push(request.url.split('/xrpc/')[1]?.split('?')[0] ?? '');
        return http.send(request);
      },
    };
    const sessions = memory();
    const one = adapter({ http: watched, sessions });
    await one.deliver(account(), delivery({ text: 'First of many' }));
    await one.deliver(account(), delivery({ text: 'Second of many' }));
    expect(calls.filter((name) => name.endsWith('createSession'))).toHaveLength(1);

    // What a process finds after a restart, hours later: an access token that the server no longer takes.
    const kept = await sessions.load('channel-1');
    await sessions.save('channel-1', { ...(kept as object), accessJwt: 'expired' });
    calls.length = 0;
    const restarted = adapter({ http: watched, sessions });
    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((text) =>
        restarted.deliver(account(), delivery({ text: `After restart ${text}` })),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(calls.filter((name) => name.endsWith('Session'))).toEqual(['com.atproto.server.refreshSession']);
  });

  test('A wrong password asks for a new one, and its words are nowhere in the answer', async () => {
    const wrong = account({ appPassword: 'not-the-pass-word' });
    const outcome = await adapter().deliver(wrong, delivery({ text: 'x' }));
    expect(outcome).toMatchObject({ kind: 'reauthorise' });
    const report = await adapter().test(wrong);
    expect(report.state).toBe('reauthorise');
    expect(JSON.stringify([outcome, report])).not.toContain('not-the-pass-word');
  });

  test('A revoked app password is noticed when the session runs out', async () => {
    const revoked = await server.account('revoked');
    const sessions = memory();
    await adapter({ sessions }).deliver(account({ as: revoked }), delivery({ text: 'Before' }));
    await server.revokeAppPassword(revoked);
    await sessions.save('channel-1', {
      ...((await sessions.load('channel-1')) as object),
      accessJwt: 'expired',
    });
    expect(
      await adapter({ sessions }).deliver(account({ as: revoked }), delivery({ text: 'After' })),
    ).toMatchObject({
      kind: 'reauthorise',
    });
  });

  test('A closed account is blocked, not asked for a new password', async () => {
    const closed = await server.account('closed');
    const one = adapter();
    await one.deliver(account({ as: closed }), delivery({ text: 'Before' }));
    await server.takeDown(closed.did);
    const sent = delivery({ text: 'After' });
    expect(await one.deliver(account({ as: closed }), sent)).toMatchObject({ kind: 'blocked' });
    expect(await one.deliver(account({ as: closed }), { ...sent, attempt: 2 })).toMatchObject({
      kind: 'blocked',
    });
    expect((await one.test(account({ as: closed }))).state).toBe('blocked');
  });

  test('The test tells whose account it is', async () => {
    await server.write(user, 'app.bsky.actor.profile', { displayName: 'Lindner & Daughters' }, 'self');
    const report = await adapter().test(account());
    expect(report).toMatchObject({ state: 'ready' });
    expect(report.found).toEqual(
      expect.arrayContaining([
        { label: 'Account', value: '@bakery.test' },
        { label: 'Name', value: 'Lindner & Daughters' },
      ]),
    );
  });

  test('A server in a private network is refused unless the config allows it', async () => {
    const outside = adapter({ http: outgoing([]) });
    expect(await outside.deliver(account(), delivery({ text: 'x' }))).toMatchObject({
      kind: 'blocked',
      code: 'outgoing.refused',
    });
  });

  test('Likes, reposts, replies and quotes are counted where the members of the server left them', async () => {
    const outcome = await adapter().deliver(account(), delivery({ text: 'Count me' }));
    const uri = outcome.kind === 'delivered' ? outcome.remoteId : '';
    const { body } = await server.call('com.atproto.repo.getRecord', {
      query: { repo: user.did, collection: 'app.bsky.feed.post', rkey: uri.split('/').at(-1) ?? '' },
    });
    const subject = { uri, cid: body['cid'] };
    const fans = [await server.account('anna'), await server.account('ben')];
    for (const fan of fans) await server.write(fan, 'app.bsky.feed.like', { subject });
    const [anna] = fans;
    if (!anna) throw new Error('no fan');
    await server.write(anna, 'app.bsky.feed.repost', { subject });
    await server.write(anna, 'app.bsky.feed.post', {
      text: 'Yes!',
      reply: { root: subject, parent: subject },
    });
    await server.write(anna, 'app.bsky.feed.post', {
      text: 'Look',
      embed: { $type: 'app.bsky.embed.record', record: subject },
    });
    const counts = await adapter().counts?.(account({ countsFrom: 'pds' }), [uri, `${uri}x`]);
    expect([...(counts ?? [])]).toEqual([[uri, { likes: 2, reposts: 1, replies: 1, quotes: 1 }]]);
  });
});

test('When the server says that it is enough, the time of the next try comes from it', async () => {
  const server = await startBluesky({ rateLimits: true });
  try {
    const user = await server.account('eager');
    const attempts = Array.from({ length: 31 }, () =>
      server.call('com.atproto.server.createSession', {
        input: { identifier: user.handle, password: 'wrong' },
      }),
    );
    await Promise.all(attempts);
    const now = Date.now();
    const outcome = await bluesky({ http, pictures, videos, sessions: memory(), now: () => now }).deliver(
      {
        key: 'c',
        kind: 'bluesky',
        name: 'b',
        settings: { service: server.pdsUrl, identifier: user.handle },
        secret: { appPassword: user.appPassword },
      },
      {
        publication: randomUUID(),
        attempt: 1,
        entry: { uid: 'api::a.a', documentId: 'a', locale: null },
        campaign: 'c',
        seal: 's',
        copy: { text: 'x', link: null, pictures: [], edited: false },
        pageUrl: null,
        createdAt: now,
        dueAt: now,
        track: async (url) => url,
        beat: async () => true,
      },
    );
    expect(outcome).toMatchObject({ kind: 'parked', code: 'bluesky.too-many', until: expect.any(Number) });
    if (outcome.kind === 'parked') expect(outcome.until).toBeLessThanOrEqual(now + 301_000);
  } finally {
    await server.stop();
  }
});

test('An AppView is asked for 25 posts at a time, in the form that the network has agreed on', async () => {
  const appView = await startWebhookReceiver();
  const did = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa';
  const letters = 'abcdefghijklmnopqrstuvwxyz2345';
  const unique = [...letters].map((letter) => `at://${did}/app.bsky.feed.post/3kabcdefgh22${letter}`);
  appView.behave(({ path }) => {
    const asked = new URL(path, appView.url).searchParams.getAll('uris');
    const body = {
      // The last post was deleted meanwhile: an AppView leaves it out.
      posts: asked
        .filter((uri) => uri !== unique.at(-1))
        .map((uri, index) => ({
          uri,
          cid: 'bafyreiawxc53o3lvjroajm6fvqyhtdtf6g42x7da7wbfsvqiivccphkzgm',
          author: { did, handle: 'bakery.test' },
          record: { $type: 'app.bsky.feed.post', text: '', createdAt: '2026-01-01T00:00:00.000Z' },
          likeCount: index,
          ...(index === 0 ? {} : { repostCount: 2, replyCount: 3, quoteCount: 4, bookmarkCount: 5 }),
          indexedAt: '2026-01-01T00:00:00.000Z',
        })),
    };
    lexicons.assertValidXrpcOutput('app.bsky.feed.getPosts', body);
    return { status: 200, body: JSON.stringify(body) };
  });
  const adapter = bluesky({ http, pictures, videos, sessions: memory(), now: () => dueAt });
  const account: Account = {
    key: 'c',
    kind: 'bluesky',
    name: 'b',
    settings: { identifier: 'bakery.test', appViewUrl: appView.url },
    secret: null,
  };
  const counts = await adapter.counts?.(account, unique);
  expect(appView.received).toHaveLength(Math.ceil(unique.length / 25));
  expect(counts?.size).toBe(unique.length - 1);
  expect(counts?.get(unique[0] ?? '')).toEqual({ likes: 0 });
  expect(counts?.get(unique[1] ?? '')).toEqual({ likes: 1, reposts: 2, replies: 3, quotes: 4, saves: 5 });
  appView.behave({ status: 503 });
  await expect(adapter.counts?.(account, unique)).rejects.toThrow('app.bsky.feed.getPosts');
  await appView.stop();
});
