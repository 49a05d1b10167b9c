import { rulesAmong } from '../../src/channels/rules/own/rules-of';
import type { VideoFacts } from '../../src/channels/video/facts';
import { outside } from '../../server/services/preflight/outside';
import { publication } from './press';

const picture = { hash: 'loaf', url: '/uploads/loaf.jpg', alt: 'A loaf' };
const facts: VideoFacts = {
  ...{ format: 'mp4', bytes: 4_000_000, seconds: 30, width: 1_080, height: 1_920, codec: 'h264' },
  ...{ sound: 'aac', isQuickToStart: true },
};
const copy = { text: 'Rye', link: null, pictures: [picture], edited: false };

describe('pictures that somebody else loads', () => {
  const asked: (readonly string[])[] = [];
  const look = outside({
    rules: async () => rulesAmong([]),
    linkStates: async (urls) => {
      asked.push(urls);
      return new Map();
    },
    media: async () => [{ hash: 'loaf', url: '/uploads/loaf.jpg' }],
    lookAtVideo: async () => ({ kind: 'missing' }),
    publicBase: async () => 'http://127.0.0.1:1337',
  });

  it.each([
    ['email', false, { by: 'reader', names: ['loaf.jpg'] }],
    // On the practice network nobody loads anything.
    ['email', true, null],
    // It is handed over.
    ['mastodon', false, null],
  ] as const)('on %s, for practice: %s', async (kind, isPractice, expected) => {
    asked.length = 0;
    const row = { ...publication({ kind }), id: 1, key: kind, copy };
    const found = (await look([{ row, page: 'none', isPractice }]))(row);
    expect(found.privatePictures).toEqual(expected);
    expect(asked.flat()).toEqual(expected ? ['http://127.0.0.1:1337/uploads/loaf.jpg'] : []);
  });

  it.each([
    // Signed addresses of this server: where the library keeps its files does not matter.
    ['threads', 'https://cms.bakery.test', null, 0],
    ['instagram', 'https://cms.bakery.test', null, 0],
    ['google-business', 'https://cms.bakery.test', null, 0],
    ['threads', 'http://127.0.0.1:1337', { by: 'network', names: ['loaf.jpg'] }, 0],
    ['slack', 'https://cms.bakery.test', { by: 'network', names: ['loaf.jpg'] }, 1],
  ] as const)('on %s of %s, from a library that nobody reaches', async (kind, base, expected, times) => {
    const url = 'https://files.bakery.test/loaf.jpg';
    const asked: string[] = [];
    const look = outside({
      rules: async () => rulesAmong([]),
      linkStates: async (urls) => {
        asked.push(...urls);
        return new Map(urls.map((one) => [one, 'dead']));
      },
      media: async () => [{ hash: 'loaf', url }],
      lookAtVideo: async () => ({ kind: 'missing' }),
      publicBase: async () => base,
    });
    const row = { ...publication({ kind }), id: 1, key: kind, copy };
    const found = (await look([{ row, page: 'none', isPractice: false }]))(row);
    expect(found.privatePictures).toEqual(expected);
    expect(asked).toHaveLength(times);
  });
});

describe('a video that a network loads', () => {
  it.each([
    ['instagram', 'http://127.0.0.1:1337', false, ['error preflight.video-private']],
    ['threads', 'http://127.0.0.1:1337', false, ['error preflight.video-private']],
    // Its pictures are handed over, its videos are not.
    ['facebook', 'http://127.0.0.1:1337', false, ['error preflight.video-private']],
    ['instagram', 'https://cms.bakery.test', false, []],
    // On the practice network it is loaded inside this process.
    ['instagram', 'http://127.0.0.1:1337', true, []],
    // It is handed over.
    ['mastodon', 'http://127.0.0.1:1337', false, []],
  ] as const)('on %s of %s, for practice: %s', async (kind, base, isPractice, expected) => {
    const look = outside({
      rules: async () => rulesAmong([]),
      linkStates: async () => new Map(),
      media: async () => [],
      lookAtVideo: async () => ({ kind: 'known', facts }),
      publicBase: async () => base,
    });
    const video = { hash: 'kneading', url: '/uploads/kneading.mp4', alt: '' };
    const row = { ...publication({ kind }), id: 1, key: kind, copy: { ...copy, pictures: [], video } };
    const found = (await look([{ row, page: 'none', isPractice }]))(row);
    expect(found.video.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
    for (const { message } of found.video) expect(message).toMatch(/kneading\.mp4 cannot be loaded/);
  });
});
