import { rulesAmong } from '../../src/channels/rules/own/rules-of';
import { outside } from '../../server/services/preflight/outside';
import { publication } from './press';

const picture = { hash: 'loaf', url: '/uploads/loaf.jpg', alt: 'A loaf' };
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
