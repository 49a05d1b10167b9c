import { facebookPractice } from '../../../server/practice/meta/facebook';
import { instagramPractice } from '../../../server/practice/meta/instagram';
import { threadsPractice } from '../../../server/practice/meta/threads';
import type { PracticeNetwork } from '../../../server/practice/network';
import { memoryShelf } from '../../../server/practice/shelf';
import type { LoadFilm } from '../../../server/practice/meta/films';
import { film, fileOf, webm, type Film } from '../video/film';

const [page, user] = ['104857600000000', '17841400000000000'];

/** The networks, what each is sent of a video, and how each tells what became of it. */
const networks = (loadFilm: LoadFilm) => {
  const sources = { shelf: memoryShelf(), loadFilm, now: Date.now };
  return {
    instagram: {
      network: instagramPractice({ ...sources, accountOf: () => ({ account: 'bakery', user }) }),
      at: `/v25.0/${user}/media`,
      body: { media_type: 'REELS', share_to_feed: true },
      field: 'video_url',
      asked: (id: string) => `/v25.0/${id}?fields=status_code,status`,
    },
    threads: {
      network: threadsPractice({ ...sources, profileOf: () => 'bakery' }),
      at: '/v1.0/me/threads',
      body: { media_type: 'VIDEO' },
      field: 'video_url',
      asked: (id: string) => `/v1.0/${id}?fields=status,error_message`,
    },
    facebook: {
      network: facebookPractice({ ...sources, pageOf: () => ({ account: 'bakery', page }) }),
      at: `/v25.0/${page}/videos`,
      body: {},
      field: 'file_url',
      asked: (id: string) => `/v25.0/${id}?fields=status,post_id`,
    },
  } as const;
};
type Kind = keyof ReturnType<typeof networks>;

async function call(network: PracticeNetwork, method: string, path: string, json?: object) {
  const answer = await network.answer(
    {
      ...{ method, url: new URL(`https://practice.invalid${path}`) },
      headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
      body: Buffer.from(json ? JSON.stringify(json) : ''),
    },
    {},
  );
  return { status: answer.status, body: JSON.parse(String(answer.body)) as Record<string, unknown> };
}

/** What a network says of a film, look by look until it is done. */
async function said(kind: Kind, bytes: Buffer | null): Promise<readonly string[]> {
  const loaded: string[] = [];
  const { network, at, body, field, asked } = networks(async (url) => {
    loaded.push(url);
    return bytes && fileOf(bytes);
  })[kind];
  const url = 'https://cms.bakery.test/a.mp4';
  const made = await call(network, 'POST', at, { ...body, [field]: url });
  expect([made.status, loaded]).toEqual([200, [url]]);
  const told: string[] = [];
  for (let look = 0; look < 6; look += 1) {
    const { id: _, ...rest } = (await call(network, 'GET', asked(String(made.body['id'])))).body;
    const words = JSON.stringify(rest);
    if (told.at(-1) !== words) told.push(words);
  }
  return told;
}

const made = (part: Film = {}): Buffer => Buffer.from(film(part));

describe.each<[Kind, waiting: RegExp, ready: RegExp]>([
  ['instagram', /"IN_PROGRESS"/, /"FINISHED"/],
  ['threads', /"IN_PROGRESS"/, /"FINISHED"/],
  ['facebook', /"processing"/, /"ready".*"post_id"/],
])('%s in practice', (kind, waiting, ready) => {
  it.each<[what: string, part: Film]>([
    ['a film', {}],
    ['one of Apple', { brand: 'qt' }],
    ['one coded as HEVC', { codec: 'hvc1' }],
    ['one that was taken upright', { turned: 90 }],
  ])('works on %s for a while, and is done', async (_, part) => {
    const told = await said(kind, made(part));
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(waiting);
    expect(told[1]).toMatch(ready);
  });

  it.each<[what: string, bytes: Buffer | null, why: Readonly<Record<Kind, RegExp>>]>([
    [
      'nothing',
      null,
      {
        instagram: /error code 2207003/,
        threads: /FAILED_DOWNLOADING_VIDEO/,
        facebook: /"uploading_phase":\{"status":"error"/,
      },
    ],
    ...(
      [
        ['no film', Buffer.from('<html>')],
        ['WebM', Buffer.from(webm())],
        ['another codec', made({ codec: 'ap4h' })],
      ] as const
    ).map(([what, bytes]): [string, Buffer, Record<Kind, RegExp>] => [
      what,
      bytes,
      {
        instagram: /error code 2207026/,
        threads: /FAILED_PROCESSING_VIDEO/,
        facebook: /"processing_phase":\{"status":"error"/,
      },
    ]),
    [
      'a film of hours',
      made({ seconds: 7_200 }),
      {
        instagram: /error code 2207026/,
        threads: /INVALID_DURATION/,
        facebook: /"processing_phase":\{"status":"error"/,
      },
    ],
  ])('says why it cannot use %s', async (_, bytes, why) => {
    const told = await said(kind, bytes);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(waiting);
    expect(told[1]).toMatch(why[kind]);
  });

  it('takes no field that it does not know, and no address that is none', async () => {
    const { network, at, body, field } = networks(async () => null)[kind];
    for (const more of [{ [field]: 'file:///etc/passwd' }, { [field]: 'https://a.test/a.mp4', more: 1 }, {}])
      expect(await call(network, 'POST', at, { ...body, ...more })).toMatchObject({
        ...{ status: 400, body: { error: { code: 100, type: 'OAuthException' } } },
      });
  });
});

it('Instagram takes alt text of pictures alone, and no reel in a carousel', async () => {
  const { network, at, body } = networks(async () => null).instagram;
  const reel = { ...body, video_url: 'https://a.test/a.mp4' };
  for (const more of [{ alt_text: 'Hands' }, { is_carousel_item: true }])
    expect(await call(network, 'POST', at, { ...reel, ...more })).toMatchObject({ status: 400 });
});
