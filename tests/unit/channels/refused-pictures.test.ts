import sharp from 'sharp';
import { facebook } from '../../../server/channels/meta/facebook';
import { mastodon } from '../../../server/channels/mastodon';
import { telegram } from '../../../server/channels/telegram';
import { x } from '../../../server/channels/x';
import type { Outgoing } from '../../../server/http/outgoing';
import { faultBook } from '../../../server/practice/faults';
import { inside } from '../../../server/practice/inside';
import { mastodonPractice } from '../../../server/practice/mastodon';
import { facebookPractice } from '../../../server/practice/meta/facebook';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type PracticeRequest,
} from '../../../server/practice/network';
import { memoryShelf, type PracticeShelf } from '../../../server/practice/shelf';
import { telegramPractice } from '../../../server/practice/telegram';
import { practiceWorld } from '../../../server/practice/world';
import { xPractice } from '../../../server/practice/x';
import type { Account, ChannelAdapter, Delivery } from '../../../src/channels/channel';
import { sourceOf } from '../pictures/source';
import { loadedFrom, videosOf } from '../video/source';

const now = () => Date.UTC(2026, 10, 27);
const origin = 'https://practice.invalid';
const page = '104857600000000';
const token = `110201543:${'A'.repeat(35)}`;
const keys = {
  ...{ consumerKey: 'app', consumerSecret: 'app-secret' },
  ...{ accessToken: 'token', accessTokenSecret: 'token-secret' },
};
const photo = sharp({ create: { width: 700, height: 400, channels: 3, background: '#a63' } })
  .png()
  .toBuffer();
const common = {
  ...{ pictures: sourceOf(photo), videos: videosOf(), now },
  sleep: async () => undefined,
};

/** How a channel is played, and how its adapter is made over calls that stay inside. */
interface Room {
  readonly network: (shelf: PracticeShelf) => PracticeNetwork;
  readonly adapter: (http: Outgoing) => ChannelAdapter;
  readonly account: Pick<Account, 'settings' | 'secret'>;
}

const rooms = {
  mastodon: {
    network: (shelf) =>
      mastodonPractice({
        ...{ shelf, origin, now },
        tokens: () => ({
          account: 'bakery',
          scopes: ['write:statuses', 'write:media', 'read:accounts', 'read:statuses'],
        }),
      }),
    adapter: (http) => mastodon({ http, ...common }),
    account: { settings: { instance: origin }, secret: { accessToken: 'token' } },
  },
  x: {
    network: (shelf) => xPractice({ shelf, keysOf: () => ({ ...keys, account: 'bakery' }), now }),
    adapter: (http) => x({ http, ...common }),
    account: { settings: {}, secret: keys },
  },
  telegram: {
    network: (shelf) =>
      telegramPractice({
        ...{ shelf, now },
        botOf: () => ({
          ...{ account: 'bakery', name: 'bakery' },
          chats: [
            {
              ...{ id: -1_001_234, type: 'channel', title: 'Bakery', members: 12 },
              ...{ mayPost: true, mayDelete: false },
            },
          ],
        }),
      }),
    adapter: (http) => telegram({ http, ...common }),
    account: { settings: { chatId: '-1001234' }, secret: { botToken: token } },
  },
  facebook: {
    network: (shelf) =>
      facebookPractice({ shelf, pageOf: () => ({ account: 'bakery', page }), now, ...loadedFrom() }),
    adapter: (http) => facebook({ http, ...common, ...loadedFrom() }),
    account: { settings: { pageId: page, server: origin }, secret: { accessToken: 'EAA' } },
  },
} as const satisfies Record<string, Room>;

const delivery = (pictures: number): Delivery => ({
  ...{ publication: 'p', attempt: 1, campaign: 'c', seal: 's', pageUrl: null },
  entry: { uid: 'api::article.article', documentId: 'd', locale: 'en' },
  copy: {
    ...{ text: 'Fresh rye', link: null, edited: false },
    pictures: Array.from({ length: pictures }, (_, n) => ({ hash: `a${n}`, url: '/a.png', alt: 'Bread' })),
  },
  ...{ createdAt: now() - 60_000, dueAt: now() - 1_000 },
  track: async (url) => url,
  beat: async () => true,
});

/** A post with so many pictures, of whose calls of this kind the one of this number is answered with a refusal. */
async function refused(
  kind: keyof typeof rooms,
  { pictures, path, at, answer }: Pick<Case, 'pictures' | 'path' | 'at' | 'answer'>,
  faults = faultBook(),
) {
  const { account, adapter, network }: Room = rooms[kind];
  const shelf = memoryShelf();
  const played = network(shelf);
  const asked: PracticeRequest[] = [];
  let met = 0;
  const world = practiceWorld({
    networks: [
      {
        ...played,
        async answer(request, hints) {
          asked.push(request);
          if (!path.test(`${request.method} ${request.url.pathname}`)) return played.answer(request, hints);
          met += 1;
          return met === at ? answer : played.answer(request, hints);
        },
      },
    ],
    ...{ faults, now, sleep: common.sleep },
  });
  const own: Account = { key: 'k', kind, name: 'Bakery', ...account };
  const outcome = await adapter(inside(world, kind)).deliver(own, delivery(pictures));
  return { outcome, met, asked, posts: await shelf.list({ limit: 10 }) };
}

interface Case {
  readonly kind: keyof typeof rooms;
  readonly why: string;
  readonly pictures: number;
  /** The call that hands a picture over, or asks for it, and which of them is refused. */
  readonly path: RegExp;
  readonly at: number;
  readonly answer: PracticeAnswer;
  readonly code: string;
  readonly says: RegExp;
  /** The call that would publish; null where it is the one that is refused. */
  readonly publishes: RegExp | null;
}

const toMastodon: Pick<Case, 'kind' | 'code' | 'publishes'> = {
  kind: 'mastodon',
  code: 'mastodon.refused',
  publishes: /^POST \/api\/v1\/statuses$/,
};
const toX: Pick<Case, 'kind' | 'code' | 'publishes'> = {
  kind: 'x',
  code: 'x.refused',
  publishes: /^POST \/2\/tweets$/,
};
const onTelegram = (what: string) =>
  asJson(400, { ok: false, error_code: 400, description: `Bad Request: ${what}` });
const toTelegram: Pick<Case, 'kind' | 'code' | 'publishes' | 'says'> = {
  kind: 'telegram',
  code: 'telegram.picture-refused',
  publishes: null,
  says: /^Telegram does not take a picture .*IMAGE_PROCESS_FAILED.*Choose another and schedule it again\.$/,
};
const toFacebook: Pick<Case, 'kind' | 'path' | 'publishes'> = {
  kind: 'facebook',
  path: /\/photos$/,
  publishes: /\/feed$/,
};

const cases: readonly Case[] = [
  {
    ...toMastodon,
    ...{ why: 'of a kind that it does not take', pictures: 1, path: /^POST \/api\/v2\/media$/, at: 1 },
    answer: asJson(422, {
      error: 'Validation failed: File content type is invalid, File is invalid',
    }),
    says: /^Mastodon refused this post: Validation failed: File content type is invalid.*Change the text, the pictures/,
  },
  {
    ...toMastodon,
    ...{ why: 'that it cannot read, the second of two', pictures: 2, path: /^POST \/api\/v2\/media$/, at: 2 },
    answer: asJson(422, { error: 'File type of uploaded media could not be verified' }),
    says: /could not be verified\. Change the text, the pictures/,
  },
  {
    ...toX,
    ...{ why: 'that it does not take', pictures: 1, path: /^POST \/2\/media\/upload$/, at: 1 },
    answer: asJson(400, {
      ...{ title: 'Invalid Request', type: 'https://api.x.com/2/problems/invalid-request', status: 400 },
      detail: 'One or more parameters to your request was invalid.',
      errors: [{ message: 'media type unrecognized.' }],
    }),
    says: /^X refused this post: One or more parameters to your request was invalid\..*the pictures and schedule it again\.$/,
  },
  {
    ...toX,
    ...{ why: 'too heavy for it, the second of two', pictures: 2, path: /^POST \/2\/media\/upload$/, at: 2 },
    answer: { status: 413, body: '' },
    says: /^X refused this post: status 413\. Change the text or the pictures/,
  },
  {
    ...toTelegram,
    ...{ why: 'that it cannot process', pictures: 1, path: /\/sendPhoto$/, at: 1 },
    answer: onTelegram('IMAGE_PROCESS_FAILED'),
  },
  {
    ...toTelegram,
    ...{ why: 'of an album that it cannot process', pictures: 3, path: /\/sendMediaGroup$/, at: 1 },
    answer: onTelegram('failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"'),
  },
  {
    ...toFacebook,
    ...{ why: 'that it does not take', pictures: 1, at: 1, code: 'meta.picture' },
    answer: asJson(400, {
      error: {
        ...{ message: 'Invalid parameter', type: 'OAuthException', code: 100, error_subcode: 1_366_046 },
        error_user_msg: 'Your photos couldn’t be uploaded.',
      },
    }),
    says: /^Facebook does not take a picture: .*Choose another picture and schedule it again\.$/,
  },
  {
    ...toFacebook,
    ...{ why: 'without a known subcode, the second of two', pictures: 2, at: 2, code: 'meta.refused' },
    answer: asJson(400, {
      error: { message: 'Missing or invalid image file', type: 'OAuthException', code: 324 },
    }),
    says: /^Facebook refused this post: Missing or invalid image file\. Change the text or the pictures/,
  },
];

describe('a picture that a network refuses', () => {
  it.each(cases)('$kind: $why', async ({ kind, code, says, publishes, ...one }) => {
    const { outcome, met, asked, posts } = await refused(kind, one);
    expect(outcome).toMatchObject({ kind: 'rejected', code, message: expect.stringMatching(says) });
    expect(met).toBe(one.at);
    expect(posts).toEqual([]);
    expect(asked.filter(({ method, url }) => publishes?.test(`${method} ${url.pathname}`))).toEqual([]);
  });

  it('mastodon: that it took, and gave up on', async () => {
    const faults = faultBook();
    faults.order({ on: 'upload', fault: { kind: 'slow-media', polls: 5 } });
    const { outcome, met, posts } = await refused(
      'mastodon',
      {
        ...{ pictures: 1, path: /^GET \/api\/v1\/media\/\w+$/, at: 2 },
        answer: asJson(422, { error: 'Error processing thumbnail for uploaded media' }),
      },
      faults,
    );
    expect(outcome).toMatchObject({
      ...{ kind: 'rejected', code: 'mastodon.refused' },
      message: expect.stringContaining('Error processing thumbnail for uploaded media. Change the text, the'),
    });
    expect([met, posts]).toEqual([2, []]);
  });

  it.each([1, 2])('telegram: in its own words, where the last of %i is none', async (pictures) => {
    const shelf = memoryShelf();
    const { account, network } = rooms.telegram;
    const world = practiceWorld({ networks: [network(shelf)], now, sleep: common.sleep });
    let made = 0;
    const adapter = telegram({
      ...{ http: inside(world, 'telegram'), ...common },
      pictures: {
        ...common.pictures,
        async rendition(bytes, wanted) {
          made += 1;
          const real = await common.pictures.rendition(bytes, wanted);
          return real && made === pictures ? { ...real, bytes: Buffer.from('no picture') } : real;
        },
      },
    });
    const own: Account = { key: 'k', kind: 'telegram', name: 'Bakery', ...account };
    expect(await adapter.deliver(own, delivery(pictures))).toMatchObject({
      ...{ kind: 'rejected', code: 'telegram.picture-refused' },
      message: expect.stringMatching(toTelegram.says),
    });
    expect(await shelf.list({ limit: 10 })).toEqual([]);
  });
});
