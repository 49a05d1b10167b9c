import { randomUUID } from 'node:crypto';
import { bluesky } from '../../server/channels/bluesky';
import { discord } from '../../server/channels/discord';
import { linkedin } from '../../server/channels/linkedin/linkedin';
import { mastodon } from '../../server/channels/mastodon';
import { facebook } from '../../server/channels/meta/facebook';
import { instagram } from '../../server/channels/meta/instagram';
import { threads } from '../../server/channels/meta/threads';
import { pinterest } from '../../server/channels/pinterest/pinterest';
import { telegram } from '../../server/channels/telegram';
import { x } from '../../server/channels/x';
import { outgoing, type Outgoing } from '../../server/http/outgoing';
import type { Videos } from '../../server/videos/open';
import type { Account, ChannelAdapter, Delivery } from '../../src/channels/channel';
import { channelRules } from '../../src/channels/rules';
import type { BuiltInKind, Copy } from '../../src/channels/schema';
import { sourceOf } from '../unit/pictures/source';
import { film, webm, type Film } from '../unit/video/film';
import { videosOf } from '../unit/video/source';
import { startFilms } from '../network/films';
import { startPractice, type PracticeServer } from '../network/practice/server';

const now = Date.now;
const http = outgoing(['127.0.0.1']);
const pictures = sourceOf(null);
const sleep = async (): Promise<void> => undefined;
const video = { hash: 'kneading', url: '/uploads/kneading.mp4', alt: 'Hands knead dough' };

const delivery = (part: Partial<Copy> = {}, changes: Partial<Delivery> = {}): Delivery => ({
  ...{ publication: randomUUID(), attempt: 1, campaign: randomUUID(), seal: 'seal', pageUrl: null },
  entry: { uid: 'api::article.article', documentId: 'abc', locale: 'en' },
  copy: { text: 'How it is made', link: null, pictures: [], video, edited: true, ...part },
  ...{ createdAt: now() - 3_600_000, dueAt: now() - 1_000 },
  track: async (url) => url,
  beat: async () => true,
  ...changes,
});

/** How each kind is reached on the practice network. */
interface Way {
  readonly kind: BuiltInKind;
  readonly party: (
    server: PracticeServer,
    videos: Videos,
    films: Films,
  ) => { readonly adapter: ChannelAdapter; readonly account: Account };
  /** Where the file goes, or its address. */
  readonly upload: RegExp;
  /** The network gets the address of the file alone, and loads it by itself. */
  readonly isLoaded?: true;
}
type Films = Awaited<ReturnType<typeof startFilms>>;
const account = (kind: BuiltInKind, settings: object, secret: object): Account => ({
  ...{ key: randomUUID(), kind, name: kind, settings, secret },
});
const sessions = () => {
  const kept = new Map<string, unknown>();
  return {
    load: async (key: string) => kept.get(key) ?? null,
    save: async (key: string, value: unknown) => void kept.set(key, value),
  };
};
/** What a channel needs whose network loads what it is given the address of. */
const loading = (kind: BuiltInKind, videos: Videos, films: Films) => {
  films.show(videos);
  return {
    ...{ http, sessions: sessions(), videos, now, sleep },
    served: async () => ({ url: 'https://cms.bakery.test/api/presence/picture/a.jpg' }),
    servedVideo: (hash: string, format: 'mp4' | 'mov' | 'webm') => films.addressOf(hash, format, kind),
  };
};
const ways: readonly Way[] = [
  {
    kind: 'bluesky',
    party: (server, videos) => ({
      adapter: bluesky({ http, pictures, videos, now, sessions: sessions() }),
      account: account(
        'bluesky',
        { service: server.url, identifier: 'bakery.test' },
        { appPassword: server.token('bakery') },
      ),
    }),
    upload: /\/com\.atproto\.repo\.uploadBlob$/,
  },
  {
    kind: 'linkedin',
    party(server, videos) {
      const { accessToken, author } = server.linkedinPage('bakery');
      return {
        adapter: linkedin({ http, pictures, videos, now, sleep }),
        account: account('linkedin', { server: server.url, author }, { accessToken }),
      };
    },
    upload: /\/uploaded-video\/\d+$/,
  },
  {
    kind: 'mastodon',
    party: (server, videos) => ({
      adapter: mastodon({ http, pictures, videos, now, sleep }),
      account: account('mastodon', { instance: server.url }, { accessToken: server.token('bakery') }),
    }),
    upload: /\/api\/v2\/media$/,
  },
  {
    kind: 'pinterest',
    party(server, videos) {
      const { accessToken, board } = server.pinterestAccount('bakery');
      return {
        adapter: pinterest({ http, pictures, videos, now, sleep }),
        account: account('pinterest', { server: server.url, board }, { accessToken }),
      };
    },
    upload: /\/pinterest-media-upload$/,
  },
  {
    kind: 'telegram',
    party: (server, videos) => ({
      adapter: telegram({ http, pictures, videos, now }),
      account: account(
        'telegram',
        { chatId: '@bakery', server: server.url },
        { botToken: server.telegramBot('bakery') },
      ),
    }),
    upload: /\/sendVideo$/,
  },
  {
    kind: 'discord',
    party: (server, videos) => ({
      adapter: discord({ http, pictures, videos, now }),
      account: account('discord', {}, { webhookUrl: server.discordHook('bakery') }),
    }),
    upload: /\/webhooks\//,
  },
  {
    kind: 'x',
    party: (server, videos) => ({
      adapter: x({ http, pictures, videos, now, sleep }),
      account: account('x', { server: server.url }, server.xKeys('bakery')),
    }),
    upload: /\/append$/,
  },
  {
    kind: 'instagram',
    party(server, videos, films) {
      const { userId, accessToken } = server.instagramAccount('bakery');
      return {
        adapter: instagram(loading('instagram', videos, films)),
        account: account('instagram', { userId, server: `${server.url}/instagram` }, { accessToken }),
      };
    },
    upload: /^\/instagram\/v[\d.]+\/\d+\/media$/,
    isLoaded: true,
  },
  {
    kind: 'threads',
    party: (server, videos, films) => ({
      adapter: threads(loading('threads', videos, films)),
      account: account('threads', { server: server.url }, { accessToken: server.threadsToken('bakery') }),
    }),
    upload: /\/me\/threads$/,
    isLoaded: true,
  },
  {
    kind: 'facebook',
    party(server, videos, films) {
      const { pageId, accessToken } = server.facebookPage('bakery');
      return {
        adapter: facebook({ ...loading('facebook', videos, films), pictures }),
        account: account('facebook', { pageId, server: server.url }, { accessToken }),
      };
    },
    upload: /^\/v[\d.]+\/\d+\/videos$/,
    isLoaded: true,
  },
];

/** A library whose file is that heavy, of which only the header is ever asked for. */
const heavy = (size: number): Videos => ({
  async open(hash) {
    const opened = await videosOf().open(hash);
    return opened.kind === 'open' ? { ...opened, size } : opened;
  },
});

test('Every channel that takes videos is tried out here', () => {
  const taking = Object.values(channelRules).flatMap(({ kind, video: rule }) => (rule ? [kind] : []));
  expect(ways.map(({ kind }) => kind).sort()).toEqual(taking.sort());
});

let films: Films;
beforeAll(async () => (films = await startFilms()));
afterAll(() => films.stop());

describe.each(ways)('A video on its way to $kind', ({ kind, party, upload, isLoaded = false }) => {
  let server: PracticeServer;
  beforeEach(async () => (server = await startPractice({ hosts: films.hosts })));
  afterEach(async () => {
    films.comeOut();
    await server.stop();
  });
  const through = (videos: Videos = videosOf()) => party(server, videos, films);
  const uploads = () =>
    server.requests.filter(({ method, url }) => method !== 'GET' && upload.test(url.pathname));

  test('is there once, as it lies in the media library', async () => {
    const bytes = film({ weight: 300_000 });
    const { adapter, account: own } = through(videosOf(bytes));
    expect(await adapter.deliver(own, delivery())).toMatchObject({ kind: 'delivered' });
    const [post, ...more] = await server.posts(kind);
    expect(more).toEqual([]);
    const media = await server.shelf.media(kind, post?.media ?? []);
    expect(media).toMatchObject([{ kind: 'video' }]);
    const alts = post?.content['alts'];
    const said = [media[0]?.alt, ...(Array.isArray(alts) ? alts : [])].filter(Boolean);
    expect(said).toEqual(channelRules[kind].video?.alt === 'none' ? [] : [video.alt]);
    const sent = uploads();
    expect(sent).toHaveLength(1);
    if (isLoaded) {
      expect(server.loaded).toHaveLength(1);
      expect(server.loaded[0]?.bytes.equals(bytes)).toBe(true);
      expect(server.loaded[0]).toMatchObject({
        url: expect.stringMatching(/^https:\/\/cms\.bakery\.test\/api\/presence\/video\/[\w-]+\.mp4$/),
        type: 'video/mp4',
      });
    }
    expect(sent[0]?.body.includes(bytes)).toBe(!isLoaded);
    expect(sent[0]?.headers['content-length']).toBe(String(sent[0]?.body.length));
    // Nothing of how the file is called at home.
    expect(sent[0]?.body.includes('kneading')).toBe(false);
  });

  const tooLight: [what: string, videos: Videos, code: string][] = [
    ['that is too light', videosOf(film({ weight: 2_000 })), 'video.too-light'],
  ];
  test.each<[what: string, videos: Videos, code: string]>([
    ['that left the media library', videosOf(film()), 'video.missing'],
    ['that is no video', videosOf(Buffer.from('<html>')), 'video.unreadable'],
    ['that is too heavy', heavy((channelRules[kind].video?.bytes.max ?? 0) + 1), 'video.too-heavy'],
    ...(channelRules[kind].video?.bytes.min === undefined ? [] : tooLight),
  ])('is refused before anything is sent: one %s', async (_, videos, code) => {
    const { adapter, account: own } = through(videos);
    const hash = code === 'video.missing' ? 'gone' : video.hash;
    expect(await adapter.deliver(own, delivery({ video: { ...video, hash } }))).toMatchObject({
      ...{ kind: 'rejected', code },
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
    expect([uploads(), server.loaded]).toEqual([[], []]);
    expect(await server.posts()).toEqual([]);
  });

  test('is tried again where the media library breaks off in the middle, and nothing is posted', async () => {
    const whole = videosOf(film({ weight: 500_000 }));
    const breaking: Videos = {
      async open(hash) {
        const opened = await whole.open(hash);
        return opened.kind !== 'open'
          ? opened
          : {
              ...opened,
              async *chunks() {
                yield* opened.chunks(0, 200_000);
                throw new Error('The library went away.');
              },
            };
      },
    };
    const { adapter, account: own } = through(breaking);
    expect(await adapter.deliver(own, delivery())).toMatchObject(
      // What a network could not load, it says in its own words.
      isLoaded
        ? { kind: 'retry', message: expect.stringMatching(/again by itself\.$|prepared anew\.$/) }
        : { kind: 'retry', code: 'video.unavailable', message: 'The library went away.' },
    );
    expect(await server.posts()).toEqual([]);
  });

  test('stops in the middle once another process has taken over', async () => {
    let beats = 0;
    const { adapter, account: own } = through(videosOf(film({ weight: 500_000 })));
    const last = isLoaded ? 1 : 50;
    const sent = delivery({}, { beat: async () => (beats += 1) < last });
    expect(await adapter.deliver(own, sent)).toMatchObject({ kind: 'retry', code: 'delivery.taken-over' });
    expect(beats).toBe(last);
    expect(await server.posts()).toEqual([]);
  });

  test('is tried again where the network fails while it is handed over, or a person looks', async () => {
    const { adapter, account: own } = through();
    const on = ['facebook', 'telegram', 'discord'].includes(kind) ? 'publish' : 'upload';
    server.order({ network: kind, on, fault: { kind: 'cut', accepted: false } });
    const first = await adapter.deliver(own, delivery());
    expect(first.kind).toBe(on === 'publish' ? 'unknown' : 'retry');
    expect(await server.posts()).toEqual([]);
  });

  if (isLoaded)
    test('waits for somebody to set the public address where nobody outside reaches this server', async () => {
      const { adapter, account: own } = through();
      films.stayHome();
      expect(await adapter.deliver(own, delivery())).toMatchObject({
        ...{ kind: 'rejected', code: `${kind}.not-reachable` },
        message: expect.stringContaining('Set the public address of Strapi'),
      });
      expect([uploads(), server.loaded]).toEqual([[], []]);
    });
});

describe('What each network is told of a video', () => {
  let server: PracticeServer;
  beforeEach(async () => (server = await startPractice({ hosts: films.hosts })));
  afterEach(() => server.stop());
  const send = async (kind: BuiltInKind, made: Film | Buffer, part: Partial<Copy> = {}) => {
    const way = ways.find((one) => one.kind === kind);
    if (!way) throw new Error(kind);
    const { adapter, account: own } = way.party(
      server,
      videosOf(Buffer.isBuffer(made) ? made : film(made)),
      films,
    );
    return adapter.deliver(own, delivery(part));
  };
  const partsOf = async (path: RegExp) => {
    const sent = server.requests.find(({ method, url }) => method === 'POST' && path.test(url.pathname));
    const form = await new Response(new Uint8Array(sent?.body ?? []), {
      headers: { 'content-type': String(sent?.headers['content-type']) },
    }).formData();
    return Object.fromEntries(
      [...form].map(([name, value]) => [name, value instanceof File ? `${value.name} ${value.type}` : value]),
    );
  };

  /** The bodies of what was sent there, in their order. */
  const jsonTo = (path: RegExp): unknown[] =>
    server.requests
      .filter(({ method, url }) => method === 'POST' && path.test(url.pathname))
      .map(({ body }) => JSON.parse(body.toString()));

  test('Telegram: how it is shown, and that it may play while it loads', async () => {
    expect(await send('telegram', { seconds: 12.4, turned: 90 })).toMatchObject({
      kind: 'delivered',
      sent: { bytes: expect.any(Number) },
    });
    expect(await partsOf(/sendVideo/)).toEqual({
      ...{ chat_id: expect.any(String), caption: 'How it is made', width: '720', height: '1280' },
      ...{ duration: '12', supports_streaming: 'true', video: 'video.mp4 video/mp4' },
    });
  });

  test('Telegram: nothing that the file does not say', async () => {
    await send('telegram', { seconds: 0, moovLast: true }, { text: '' });
    expect(await partsOf(/sendVideo/)).toEqual({
      ...{ chat_id: expect.any(String), width: '1280', height: '720', video: 'video.mp4 video/mp4' },
    });
  });

  test('Telegram takes MP4 alone', async () => {
    expect(await send('telegram', webm())).toMatchObject({ kind: 'rejected', code: 'video.format' });
  });

  test('Discord: its description beside the file', async () => {
    await send('discord', webm());
    const { payload_json: json, ...files } = await partsOf(/webhooks/);
    expect(files).toEqual({ 'files[0]': 'video.webm video/webm' });
    expect(JSON.parse(String(json))).toMatchObject({
      attachments: [{ id: '0', filename: 'video.webm', description: video.alt }],
    });
  });

  test('Mastodon: waits until the server is done with it', async () => {
    server.order({ on: 'upload', fault: { kind: 'slow-media', polls: 4 } });
    expect(await send('mastodon', { brand: 'qt' })).toMatchObject({ kind: 'delivered' });
    expect(await partsOf(/media/)).toEqual({ file: 'video.mov video/quicktime', description: video.alt });
    expect(server.requests.filter(({ url }) => url.pathname.startsWith('/api/v1/media/'))).toHaveLength(4);
  });

  test('Bluesky: the file by itself, its shape and its description in the record', async () => {
    await send('bluesky', { width: 720, height: 1_280 }, { link: 'https://bakery.test/bread' });
    const sent = server.requests.find(({ url }) => url.pathname.endsWith('uploadBlob'));
    expect(sent?.headers['content-type']).toBe('video/mp4');
    const [post] = await server.posts('bluesky');
    expect(post?.text).toBe('How it is made\n\nhttps://bakery.test/bread');
    expect(post?.content['record']).toMatchObject({
      facets: [{ features: [{ uri: 'https://bakery.test/bread' }] }],
      embed: {
        $type: 'app.bsky.embed.video',
        ...{ alt: video.alt, aspectRatio: { width: 720, height: 1_280 } },
        video: { ref: { $link: post?.media[0] }, mimeType: 'video/mp4' },
      },
    });
  });

  test('LinkedIn: in the parts that it asks for, and the post once it is done with all of them', async () => {
    server.order({ network: 'linkedin', on: 'upload', fault: { kind: 'slow-media', polls: 3 } });
    const bytes = film({ weight: 9_000_000 });
    const link = 'https://bakery.test/bread';
    expect(await send('linkedin', bytes, { link, title: 'Bread' })).toMatchObject({ kind: 'delivered' });
    const asked = server.requests.map(({ method, url }) =>
      `${method} ${decodeURIComponent(url.pathname)} ${url.searchParams.get('action') ?? ''}`
        .replace(/C5F10AQ[\w-]+/, '…')
        .trim(),
    );
    expect(asked).toEqual([
      'POST /rest/videos initializeUpload',
      ...[0, 1, 2].map((part) => `PUT /dms-uploads/…/uploaded-video/${part}`),
      'POST /rest/videos finalizeUpload',
      ...Array.from({ length: 4 }, () => 'GET /rest/videos/urn:li:video:…'),
      'POST /rest/posts',
    ]);
    const parts = server.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    const [post] = await server.posts('linkedin');
    expect(post?.text).toBe(`How it is made\n\n${link}`);
    expect(post?.content['content']).toEqual({ media: { id: post?.media[0], title: 'Bread' } });
  });

  test('LinkedIn: what it makes nothing of is refused for good, what takes too long is tried again', async () => {
    let [status, clock] = ['PROCESSING_FAILED', now()];
    const { accessToken, author } = server.linkedinPage('bakery');
    const adapter = linkedin({
      http: {
        async send(request) {
          const answer = await http.send(request);
          const isAsked = request.method === 'GET' && request.url.includes('/rest/videos/');
          if (answer.kind !== 'answered' || !isAsked) return answer;
          return { ...answer, bytes: Buffer.from(JSON.stringify({ status })) };
        },
      },
      ...{ pictures, videos: videosOf(), now: () => clock },
      sleep: async (ms) => void (clock += ms),
    });
    const own = account('linkedin', { server: server.url, author }, { accessToken });
    const end = () => adapter.deliver(own, delivery());
    expect(await end()).toMatchObject({ kind: 'rejected', code: 'linkedin.video-failed' });
    status = 'PROCESSING';
    expect(await end()).toMatchObject({ kind: 'retry', code: 'linkedin.slow-video' });
    expect(await server.posts()).toEqual([]);
  });

  test('LinkedIn: parts that are not the whole file are not believed', async () => {
    const { accessToken, author } = server.linkedinPage('bakery');
    const adapter = linkedin({
      http: {
        async send(request) {
          const answer = await http.send(request);
          if (answer.kind !== 'answered' || !request.url.endsWith('action=initializeUpload')) return answer;
          const body = answer.bytes.toString().replace(/"lastByte":\d+/, '"lastByte":99');
          return { ...answer, bytes: Buffer.from(body) };
        },
      },
      ...{ pictures, videos: videosOf(), now, sleep },
    });
    const own = account('linkedin', { server: server.url, author }, { accessToken });
    expect(await adapter.deliver(own, delivery())).toMatchObject({ kind: 'retry' });
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  test('Pinterest: a place is asked for, the file goes there without the token, and then the pin', async () => {
    server.order({ network: 'pinterest', on: 'upload', fault: { kind: 'slow-media', polls: 3 } });
    const link = 'https://bakery.test/bread';
    expect(await send('pinterest', { brand: 'qt', codec: 'hvc1' }, { link, title: 'Bread' })).toMatchObject({
      kind: 'delivered',
    });
    const asked = server.requests.map(
      ({ method, url }) => `${method} ${url.pathname.replace(/\d{9,}/, '…')}`,
    );
    expect(asked).toEqual([
      'GET /v5/boards/…/pins',
      'POST /v5/media',
      'POST /pinterest-media-upload',
      ...Array.from({ length: 4 }, () => 'GET /v5/media/…'),
      'POST /v5/pins',
    ]);
    const upload = server.requests.find(({ url }) => url.pathname === '/pinterest-media-upload');
    expect(upload?.headers.authorization).toBeUndefined();
    const parts = await partsOf(/media-upload$/);
    expect(Object.keys(parts).at(-1)).toBe('file');
    expect(parts).toMatchObject({
      file: 'video.mov video/quicktime',
      key: expect.stringMatching(/^uploads/),
    });
    const pin = server.requests.at(-1);
    expect(JSON.parse(String(pin?.body))).toEqual({
      ...{ board_id: expect.any(String), title: 'Bread', description: 'How it is made', link },
      alt_text: video.alt,
      media_source: {
        ...{ source_type: 'video_id', media_id: (await server.posts('pinterest'))[0]?.media[0] },
        cover_image_key_frame_time: 1,
      },
    });
  });

  describe('Pinterest, where something is amiss with the film:', () => {
    /** Answers to the calls whose address has this in it are others. */
    const amiss = async (part: string, change: (body: string) => { status?: number; body: string }) => {
      let clock = now();
      const { accessToken, board } = server.pinterestAccount('bakery');
      const adapter = pinterest({
        http: {
          async send(request) {
            const answer = await http.send(request);
            if (answer.kind !== 'answered' || !request.url.includes(part)) return answer;
            const { body, ...rest } = change(answer.bytes.toString());
            return { ...answer, ...rest, bytes: Buffer.from(body) };
          },
        },
        ...{ pictures, videos: videosOf(), now: () => clock },
        sleep: async (ms) => void (clock += ms),
      });
      const own = account('pinterest', { server: server.url, board }, { accessToken });
      const end = await adapter.deliver(own, delivery());
      expect(await server.posts()).toEqual([]);
      return end;
    };
    const says = (status: string) => () => ({ body: JSON.stringify({ status }) });

    test.each<[what: string, part: string, change: Parameters<typeof amiss>[1], end: object]>([
      [
        'it makes nothing of it',
        '/media/',
        says('failed'),
        { kind: 'rejected', code: 'pinterest.video-failed' },
      ],
      ['it takes too long', '/media/', says('processing'), { kind: 'retry', code: 'pinterest.slow-video' }],
      [
        'its storage takes no such file',
        'media-upload',
        () => ({ status: 400, body: '<Error/>' }),
        { kind: 'rejected', code: 'pinterest.video-refused' },
      ],
      [
        'the place has run out',
        'media-upload',
        () => ({ status: 403, body: '<Error/>' }),
        { kind: 'retry', code: 'pinterest.not-stored' },
      ],
      [
        'a word of the form would break it',
        '/v5/media',
        (body) => ({ body: body.replace('AWS4-HMAC-SHA256', 'x\\r\\n\\r\\ny') }),
        { kind: 'retry' },
      ],
      [
        'the place lies inside the house',
        '/v5/media',
        (body) => ({ body: body.replace(/"upload_url":"[^"]*"/, '"upload_url":"http://169.254.169.254/a"') }),
        { code: 'outgoing.refused' },
      ],
    ])('%s', async (_, part, change, end) => expect(await amiss(part, change)).toMatchObject(end));
  });

  test('X: in parts of four megabytes, and the post once all of it is worked on', async () => {
    server.order({ network: 'x', on: 'upload', fault: { kind: 'slow-media', polls: 3 }, times: 9 });
    expect(await send('x', { weight: 9_000_000 })).toMatchObject({ kind: 'delivered' });
    const asked = server.requests.map(
      ({ method, url }) =>
        `${method} ${url.pathname.replace(/\d{5,}/, '…')}${url.searchParams.get('command') ?? ''}`,
    );
    expect(asked).toEqual([
      'POST /2/media/upload/initialize',
      ...Array.from({ length: 3 }, () => 'POST /2/media/upload/…/append'),
      'POST /2/media/upload/…/finalize',
      ...Array.from({ length: 3 }, () => 'GET /2/media/uploadSTATUS'),
      'POST /2/tweets',
    ]);
    expect(await partsOf(/append$/)).toEqual({ segment_index: '0', media: 'video.mp4 video/mp4' });
    const parts = server.requests.filter(({ url }) => url.pathname.endsWith('/append'));
    expect(parts.every(({ body }) => body.length < 5_000_000)).toBe(true);
  });

  test('X: says what it could not use, and posts nothing', async () => {
    // What the header calls H.264 is none: only X finds that out.
    const way = ways.find((one) => one.kind === 'x')!;
    const { account: own } = way.party(server, videosOf(), films);
    const failing = x({
      http: {
        async send(request) {
          const answer = await http.send(request);
          if (answer.kind !== 'answered' || !request.url.includes('command=STATUS')) return answer;
          const error = { code: 1, name: 'InvalidMedia', message: 'InvalidMedia' };
          const body = { data: { processing_info: { state: 'failed', error } } };
          return { ...answer, bytes: Buffer.from(JSON.stringify(body)) };
        },
      },
      ...{ pictures, videos: videosOf(), now, sleep },
    });
    expect(await failing.deliver(own, delivery())).toMatchObject({
      ...{ kind: 'rejected', code: 'x.video-refused', message: expect.stringContaining('InvalidMedia') },
    });
    expect(await server.posts()).toEqual([]);
  });

  test('Instagram: as a reel that is in the feed, too, without alt text', async () => {
    server.order({ network: 'instagram', on: 'upload', fault: { kind: 'slow-media', polls: 5 } });
    expect(await send('instagram', { width: 1_080, height: 1_920 })).toMatchObject({ kind: 'delivered' });
    expect(jsonTo(/\/media$/)).toEqual([
      {
        ...{ media_type: 'REELS', share_to_feed: true, caption: 'How it is made' },
        video_url: expect.stringContaining('/video/'),
      },
    ]);
    expect(server.requests.filter(({ url }) => /status_code/.test(url.search))).toHaveLength(6);
  });

  test('Threads: what happens in it, and what follows beneath it', async () => {
    const replies = [{ text: 'Then it rests.' }];
    expect(await send('threads', { brand: 'qt' }, { replies })).toMatchObject({ kind: 'delivered' });
    expect(jsonTo(/\/me\/threads$/)).toEqual([
      {
        ...{ media_type: 'VIDEO', text: 'How it is made', alt_text: video.alt },
        video_url: expect.stringMatching(/\.mov$/),
      },
      { media_type: 'TEXT', text: 'Then it rests.', reply_to_id: expect.stringMatching(/^\d+$/) },
    ]);
    const [reply, post] = await server.posts('threads');
    expect(reply?.content['under']).toBe(post?.id);
  });

  describe.each([
    ['instagram', 'status_code'],
    ['threads', 'error_message'],
  ] as const)('%s', (kind, asked) => {
    /** A channel whose clock is moved by each look at the container. */
    const slowly = (step: number) => {
      const { account: own } = ways.find((one) => one.kind === kind)!.party(server, videosOf(), films);
      let at = now();
      const slow: Outgoing = {
        send(request) {
          if (request.url.includes(asked)) at += step;
          return http.send(request);
        },
      };
      const sources = { ...loading(kind, videosOf(), films), http: slow, now: () => at };
      return { adapter: kind === 'threads' ? threads(sources) : instagram(sources), own };
    };

    test('has ten minutes for a video, and the next try waits for the one that it has', async () => {
      const { adapter, own } = slowly(100_000);
      server.order({ network: kind, on: 'upload', fault: { kind: 'slow-media', polls: 10 } });
      const sent = delivery();
      expect(await adapter.deliver(own, sent)).toMatchObject({ kind: 'retry', code: 'meta.not-ready' });
      expect(await server.posts()).toEqual([]);
      const again = await adapter.deliver(own, { ...sent, attempt: 2 });
      expect(again).toMatchObject({ kind: 'delivered' });
      expect(server.loaded).toHaveLength(1);
      expect(await adapter.deliver(own, { ...sent, attempt: 3 })).toMatchObject({ kind: 'duplicate' });
      expect(await adapter.find?.(own, sent)).toMatchObject({
        remoteId: 'remoteId' in again ? again.remoteId : '',
      });
      expect(await server.posts()).toHaveLength(1);
    });

    test('gets another video where somebody chose one meanwhile', async () => {
      const { adapter, own } = slowly(100_000);
      server.order({ network: kind, on: 'upload', fault: { kind: 'slow-media', polls: 10 } });
      const sent = delivery();
      await adapter.deliver(own, sent);
      const copy = { ...sent.copy, video: { ...video, hash: 'baking' } };
      expect(await adapter.deliver(own, { ...sent, attempt: 2, copy })).toMatchObject({ kind: 'delivered' });
      expect(server.loaded).toHaveLength(2);
      expect(new Set(server.loaded.map(({ url }) => url)).size).toBe(2);
    });

    test('says what it could not use, and posts nothing', async () => {
      const { account: own } = ways.find((one) => one.kind === kind)!.party(server, videosOf(), films);
      const lying: Outgoing = {
        async send(request) {
          const answer = await http.send(request);
          if (answer.kind !== 'answered' || !request.url.includes(asked)) return answer;
          const why =
            kind === 'threads'
              ? { status: 'ERROR', error_message: 'FAILED_PROCESSING_AUDIO' }
              : { status_code: 'ERROR', status: 'Error: failed with error code 2207026' };
          return { ...answer, bytes: Buffer.from(JSON.stringify({ id: '1', ...why })) };
        },
      };
      const sources = { ...loading(kind, videosOf(), films), http: lying };
      const refusing = kind === 'threads' ? threads(sources) : instagram(sources);
      expect(await refusing.deliver(own, delivery())).toMatchObject({
        ...{ kind: 'rejected', code: 'meta.video' },
        message: expect.stringMatching(/Export it as MP4 with H\.264 and AAC/),
      });
      expect(await server.posts()).toEqual([]);
    });
  });

  describe('Facebook', () => {
    /** A channel whose clock is moved by each look at the video. */
    const page = (file: Film = {}, step = 0) => {
      const videos = videosOf(film(file));
      const { account: own } = ways.find((one) => one.kind === 'facebook')!.party(server, videos, films);
      let at = now();
      const slow: Outgoing = {
        send(request) {
          if (request.url.includes('post_id')) at += step;
          return http.send(request);
        },
      };
      const sources = { ...loading('facebook', videos, films), http: slow, now: () => at, pictures };
      return { adapter: facebook(sources), own };
    };
    const handed = () => jsonTo(/\/videos$/);
    const at = now();
    const link = 'https://bakery.test/rye';

    test('is waited for until its post is there, which is counted, corrected and taken back', async () => {
      const { adapter, own } = page();
      const sent = delivery({ link });
      const end = await adapter.deliver(own, sent);
      if (end.kind !== 'delivered') throw new Error(JSON.stringify(end));
      expect(handed()).toEqual([
        {
          file_url: expect.stringMatching(/\/video\/[\w-]+\.mp4$/),
          description: `How it is made\n\n${link}`,
        },
      ]);
      expect(end).toMatchObject({
        ...{ remoteId: expect.stringMatching(/^\d+_\d+$/), url: expect.stringContaining('facebook.com') },
      });
      const { remoteId } = end;
      expect(await adapter.find?.(own, sent)).toMatchObject({ remoteId });
      expect(await adapter.deliver(own, { ...sent, attempt: 2 })).toMatchObject({
        ...{ kind: 'duplicate', remoteId },
      });
      expect((await adapter.counts?.(own, [remoteId]))?.get(remoteId)).toMatchObject({ likes: 0 });
      const copy = { ...sent.copy, text: 'Made by hand' };
      expect(await adapter.correct?.(own, { ...sent, ...end, copy })).toMatchObject({ kind: 'corrected' });
      expect(await server.posts('facebook')).toMatchObject([{ text: `Made by hand\n\n${link}` }]);
      expect(await adapter.recall?.(own, { ...sent, ...end, recalledAt: at })).toMatchObject({
        kind: 'recalled',
      });
      expect(await server.posts()).toEqual([]);
    });

    test('is in doubt where it takes longer than ten minutes, and never sent a second time', async () => {
      const { adapter, own } = page({}, 200_000);
      server.order({ network: 'facebook', fault: { kind: 'slow-media', polls: 6 } });
      const sent = delivery();
      const doubt = { kind: 'unknown', code: 'facebook.video-processing' };
      expect(await adapter.deliver(own, sent)).toMatchObject(doubt);
      // Nor where a process looks that knows of nothing.
      await expect(adapter.find?.(own, sent)).rejects.toThrow('not done with it yet');
      expect(await adapter.deliver(own, { ...sent, attempt: 2 })).toMatchObject(doubt);
      expect(await server.posts()).toEqual([]);
      expect(await adapter.find?.(own, sent)).toMatchObject({ remoteId: expect.stringMatching(/_/) });
      expect(handed()).toHaveLength(1);
      expect(await server.posts()).toHaveLength(1);
    });

    test('is looked for where the answer was lost, and found once it is worked on', async () => {
      const { adapter, own } = page();
      server.order({ network: 'facebook', fault: { kind: 'cut', accepted: true } });
      const sent = delivery();
      expect(await adapter.deliver(own, sent)).toMatchObject({ kind: 'unknown' });
      await expect(adapter.find?.(own, sent)).rejects.toThrow('not done with it yet');
      await expect(adapter.find?.(own, sent)).rejects.toThrow('not done with it yet');
      const found = await adapter.find?.(own, sent);
      const [post, ...more] = await server.posts();
      expect([post?.id, more]).toEqual([found?.remoteId, []]);
      expect(handed()).toHaveLength(1);
    });

    test('is in doubt, not sent again, where another process takes over while it is worked on', async () => {
      const { adapter, own } = page();
      let beats = 0;
      const sent = delivery({}, { beat: async () => (beats += 1) < 2 });
      expect(await adapter.deliver(own, sent)).toMatchObject({
        ...{ kind: 'unknown', code: 'facebook.video-processing' },
      });
      expect([beats, handed().length]).toEqual([2, 1]);
    });

    test('says what it could not use, and takes another video with the same words', async () => {
      const bad = page({ codec: 'ap4h' });
      const sent = delivery();
      const refused = { kind: 'rejected', code: 'facebook.video-refused' };
      expect(await bad.adapter.deliver(bad.own, sent)).toMatchObject(refused);
      expect(await bad.adapter.find?.(bad.own, sent)).toBeNull();
      expect(await server.posts()).toEqual([]);
      const { adapter } = page();
      expect(await adapter.deliver(bad.own, { ...sent, attempt: 2 })).toMatchObject({ kind: 'delivered' });
    });
  });

  test('Mastodon, Telegram: the words of a post with a video are corrected', async () => {
    for (const kind of ['mastodon', 'telegram'] as const) {
      const { adapter, account: own } = ways
        .find((one) => one.kind === kind)!
        .party(server, videosOf(), films);
      const sent = delivery();
      const end = await adapter.deliver(own, sent);
      if (end.kind !== 'delivered') throw new Error(end.kind);
      const correction = { ...sent, ...end, copy: { ...sent.copy, text: 'Made by hand' } };
      expect(await adapter.correct?.(own, correction)).toMatchObject({ kind: 'corrected' });
      expect(await server.posts(kind)).toMatchObject([{ text: 'Made by hand', media: [expect.any(String)] }]);
    }
  });
});

test('A server of Mastodon that takes less says so, and gets nothing', async () => {
  const server = await startPractice();
  const asked: string[] = [];
  const strict = (limits: object) =>
    mastodon({
      http: {
        async send(request) {
          asked.push(`${request.method} ${new URL(request.url).pathname}`);
          const answer = await http.send(request);
          if (answer.kind !== 'answered' || !request.url.endsWith('/api/v2/instance')) return answer;
          const body = { configuration: { statuses: {}, media_attachments: limits } };
          return { ...answer, bytes: Buffer.from(JSON.stringify(body)) };
        },
      },
      ...{ pictures, videos: videosOf(), now, sleep },
    });
  const own = account('mastodon', { instance: server.url }, { accessToken: server.token('bakery') });
  expect(await strict({ video_size_limit: 1_000 }).deliver(own, delivery())).toMatchObject({
    ...{ kind: 'rejected', code: 'mastodon.video-too-heavy' },
  });
  expect(await strict({ supported_mime_types: ['image/png'] }).deliver(own, delivery())).toMatchObject({
    ...{ kind: 'rejected', code: 'mastodon.video-format' },
  });
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  await server.stop();
});
