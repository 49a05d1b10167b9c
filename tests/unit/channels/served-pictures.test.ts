import { servedPictures } from '../../../server/services/served-pictures';
import type { PictureShape } from '../../../src/channels/pictures/shape';
import { isAtHome } from '../../../src/channels/reach/at-home';
import { tokensOf } from '../../../src/shared/token';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 27);

function room(base = 'https://cms.bakery.test/api/presence') {
  const world = {
    now: start,
    made: 0,
    shapes: [] as (PictureShape | null)[],
    files: new Map([['loaf', new Uint8Array([1, 2, 3])]]),
  };
  const served = servedPictures({
    tokens: tokensOf(['a secret']),
    publicBase: async () => base,
    load: async (hash) => world.files.get(hash) ?? null,
    made: async (bytes, _, shape) => {
      world.made += 1;
      world.shapes.push(shape);
      return { bytes: Buffer.from(bytes), mime: 'image/jpeg' as const };
    },
    now: () => world.now,
  });
  const token = async (shape?: PictureShape): Promise<string> => {
    const address = await served.addressOf({ hash: 'loaf', ...(shape ? { shape } : {}) }, 'threads');
    if (!('url' in address)) throw new Error('at home');
    return /\/picture\/(\S+)\.jpg$/.exec(address.url)?.[1] ?? '';
  };
  return { ...{ served, world, token } };
}

describe('a picture for a network that loads it', () => {
  it('is made of what the file is at the time', async () => {
    const { served, world, token } = room();
    const address = await token();
    expect(await served.open(address)).toMatchObject({ mime: 'image/jpeg', bytes: Buffer.from([1, 2, 3]) });
    world.files.set('loaf', new Uint8Array([4]));
    expect(await served.open(address)).toMatchObject({ bytes: Buffer.from([4]) });
  });

  it('has the same address on a second try', async () => {
    const { world, token } = room();
    const first = await token();
    world.now += hour / 2;
    expect(await token()).toBe(first);
  });

  it('is not there under an address that was changed, has run out, or was signed for something else', async () => {
    const { served, world, token } = room();
    const address = await token();
    const other = tokensOf(['a secret']).sign('link', ['loaf', 'threads', 'zzzzzz']);
    for (const wrong of [`${address}x`, address.slice(2), '', other])
      expect(await served.open(wrong)).toBeNull();
    world.now += 26 * hour;
    expect(await served.open(address)).toBeNull();
    expect(world.made).toBe(0);
  });

  it('has the shape that its address was signed with', async () => {
    const { served, world, token } = room();
    const shape: PictureShape = { ratio: '4:5', by: 'cut', focus: { x: 20, y: 80 } };
    await served.open(await token(shape));
    await served.open(await token());
    expect(world.shapes).toEqual([shape, null]);
    expect(await token(shape)).not.toBe(await token({ ...shape, focus: { x: 21, y: 80 } }));
  });

  it('is not there once the file is gone', async () => {
    const { served, world, token } = room();
    const address = await token();
    world.files.clear();
    expect(await served.open(address)).toBeNull();
  });

  it('has no address where nobody outside reaches this server', async () => {
    const { served } = room('http://localhost:1337/api/presence');
    expect(await served.addressOf({ hash: 'loaf' }, 'threads')).toEqual({
      atHome: 'http://localhost:1337/api/presence',
    });
  });
});

it.each([
  ['http://localhost:1337', true],
  ['http://192.168.1.4/a', true],
  ['http://[::1]:1337/', true],
  ['https://cms.lan', true],
  ['https://localhost.bakery.test', false],
  ['https://cms.bakery.test/localhost', false],
])('%s is reached from home only: %s', (url, is) => {
  expect(isAtHome(url)).toBe(is);
});
