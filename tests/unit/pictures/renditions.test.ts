import sharp from 'sharp';
import { canvasOf } from '../../../server/pictures/renditions/canvas';
import { renditions } from '../../../server/pictures/renditions/renditions';
import type { Rendition } from '../../../server/pictures/renditions/encode';
import { wantedBy, type Wanted } from '../../../server/pictures/renditions/wanted';
import type { PictureFrame } from '../../../src/channels/rules/rules';
import { channelRules } from '../../../src/channels/rules';
import { instagramRules } from '../../../src/channels/rules/meta/instagram';
import { photo } from '../brand/pictures/draw';

const frame = instagramRules.pictures.frame as PictureFrame;
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a0522d' } })
    .png()
    .toBuffer();

describe('the canvas of a picture', () => {
  it.each([
    ['one that fits', [1_080, 1_080], [1_080, 1_080]],
    ['one that fits exactly', [1_080, 1_350], [1_080, 1_350]],
    ['one that is too tall', [1_000, 2_000], [1_440, 1_800]],
    ['one that is much too wide', [2_000, 500], [1_440, 754]],
    ['one that is too wide', [1_000, 500], [1_000, 524]],
    ['one that is small', [100, 100], [320, 320]],
    ['one that is large', [2_000, 2_000], [1_440, 1_440]],
  ])('%s', (_, [width = 0, height = 0], [wide, tall]) => {
    expect(canvasOf({ width, height }, frame)).toEqual({ width: wide, height: tall });
  });

  it('is one that the network takes, whatever the picture', () => {
    for (let width = 1; width <= 2_000; width += 37)
      for (let height = 1; height <= 2_000; height += 41) {
        const canvas = canvasOf({ width, height }, frame);
        const ratio = canvas.width / canvas.height;
        expect(ratio >= frame.ratio.min && ratio <= frame.ratio.max).toBe(true);
        expect(canvas.width >= frame.width.min && canvas.width <= frame.width.max).toBe(true);
      }
  });
});

const heavy = 8_000_000;
const renditionOf = (bytes: Uint8Array, wanted: Wanted) => renditions().of(bytes, wanted);

describe('a rendition', () => {
  it('has the picture whole, between white', async () => {
    const made = await renditionOf(await picture(200, 1_000), { maxBytes: heavy, frame });
    expect(made).toMatchObject({ width: 800, height: 1_000, mime: 'image/jpeg' });
    const at = await pixelsOf(made);
    expect(at(5, 500)).toEqual([255, 255, 255]);
    expect(at(795, 500)).toEqual([255, 255, 255]);
    expect(at(400, 5)[2]).toBeLessThan(80);
  });

  it('is the same for the same bytes, asked for again or of another process', async () => {
    const bytes = await photo(900, 1_600);
    const one = renditions();
    const [first, again, other] = [
      await one.of(bytes, { maxBytes: heavy, frame }),
      await one.of(bytes, { maxBytes: heavy, frame }),
      await renditionOf(bytes, { maxBytes: heavy, frame }),
    ];
    expect(again?.bytes.equals(first?.bytes ?? Buffer.of())).toBe(true);
    expect(other?.bytes.equals(first?.bytes ?? Buffer.of())).toBe(true);
  });

  it('is packed tighter before it loses anything', async () => {
    const bytes = await photo(1_600, 900);
    const quick = await renditionOf(bytes, { maxBytes: heavy });
    const tight = await renditionOf(bytes, { maxBytes: (quick?.bytes.length ?? 0) - 1 });
    const worse = await renditionOf(bytes, { maxBytes: (tight?.bytes.length ?? 0) - 1 });
    const pixels = (made: Rendition | null) => sharp(made?.bytes).raw().toBuffer();
    expect(tight?.bytes.length).toBeLessThan(quick?.bytes.length ?? 0);
    expect((await pixels(tight)).equals(await pixels(quick))).toBe(true);
    expect((await pixels(worse)).equals(await pixels(quick))).toBe(false);
  });

  it('is upright, and says nothing of where it was taken', async () => {
    const turned = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff' } })
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '52/1 31/1 12/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const made = await renditionOf(turned, { maxBytes: heavy });
    expect(made).toMatchObject({ width: 200, height: 300 });
    const { exif, orientation } = await sharp(made?.bytes).metadata();
    expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined });
    expect(made?.bytes.includes('Camera')).toBe(false);
  });

  it('is white where the picture lets through', async () => {
    const clear = await sharp({ create: { width: 60, height: 60, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    expect((await pixelsOf(await renditionOf(clear, { maxBytes: heavy })))(30, 30)).toEqual([255, 255, 255]);
  });

  it('is lighter where a channel takes less, first by its quality and then by its size', async () => {
    const bytes = await noise(1_200, 900);
    const one = renditions();
    const whole = await one.of(bytes, { maxBytes: heavy });
    expect(whole).toMatchObject({ width: 1_200, height: 900 });
    const most = whole?.bytes.length ?? 0;
    for (const [share, width] of [
      [0.9, 1_200],
      [0.5, 1_200],
      [0.05, expect.any(Number)],
    ]) {
      const made = await one.of(bytes, { maxBytes: most * share });
      expect(made).toMatchObject({ width });
      expect(made?.bytes.length).toBeLessThanOrEqual(most * share);
    }
    expect(await one.of(bytes, { maxBytes: 500 })).toBeNull();
  });

  it.each([
    ['nothing', Buffer.of()],
    ['half an SVG', Buffer.from('<svg')],
    [
      'an SVG that runs a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
  ])('is none of %s', async (_, bytes) => {
    expect(await renditionOf(bytes, { maxBytes: heavy, frame })).toBeNull();
  });

  it('looks as if it had been made straight from the file', async () => {
    const bytes = await photo(4_000, 3_000);
    const one = renditions();
    for (const edge of [1_440, 1_080, 640]) {
      const square = { ratio: { min: 4 / 3, max: 4 / 3 }, width: { min: edge, max: edge }, source: 'test' };
      const made = await one.of(bytes, { maxBytes: heavy, frame: square });
      const direct = await sharp(bytes)
        .resize(edge, (edge * 3) / 4, { fit: 'fill' })
        .jpeg({ quality: 90 })
        .toBuffer();
      expect(await differenceOf(made?.bytes, direct)).toBeLessThan(1.5);
    }
    // What the measure says of pictures that do differ: one pixel aside.
    const moved = await sharp(bytes)
      .resize(640, 480)
      .affine(
        [
          [1, 0],
          [0, 1],
        ],
        { odx: 3 },
      )
      .jpeg()
      .toBuffer();
    expect(await differenceOf(moved, await sharp(bytes).resize(640, 480).jpeg().toBuffer())).toBeGreaterThan(
      3,
    );
  });

  it('is decoded once for all channels, and remembered within its bounds', async () => {
    const bounds = { pixels: 8_000_000, renditions: 2_000_000 };
    const one = renditions(bounds);
    for (const seed of [1, 2, 3, 4]) {
      const bytes = await photo(1_600, 1_200, seed);
      const made = await Promise.all(
        Object.values(channelRules)
          .filter(({ pictures }) => pictures.bytes)
          .map((rules) => one.of(bytes, wantedBy(rules))),
      );
      expect(made).not.toContain(null);
      // Those that take the picture alike get the very same bytes.
      expect(new Set(made.map((rendition) => rendition?.bytes)).size).toBeLessThan(made.length / 2);
      expect(one.weight()).toBeLessThanOrEqual(bounds.pixels + bounds.renditions);
    }
    expect(one.weight()).toBeGreaterThan(1_600 * 1_200 * 3);
  });
});

describe('a picture in a shape that a person chose', () => {
  const wanted = { maxBytes: heavy };

  it('is cut around the point that must be seen', async () => {
    const bytes = await spotted(1_200, 400, [1_100, 200]);
    const made = await renditionOf(bytes, {
      ...wanted,
      shape: { ratio: '1:1', by: 'cut', focus: { x: 92, y: 50 } },
    });
    expect(made).toMatchObject({ width: 400, height: 400 });
    expect(isSpot((await pixelsOf(made))(300, 200))).toBe(true);
    const other = await renditionOf(bytes, {
      ...wanted,
      shape: { ratio: '1:1', by: 'cut', focus: { x: 0, y: 50 } },
    });
    expect(isSpot((await pixelsOf(other))(300, 200))).toBe(false);
  });

  it('is cut around what draws the eye where nobody said what must be seen', async () => {
    for (const x of [1_000, 120]) {
      const made = await renditionOf(await spotted(1_200, 400, [x, 200]), {
        ...wanted,
        shape: { ratio: '1:1', by: 'cut' },
      });
      const at = await pixelsOf(made);
      expect(Array.from({ length: 400 }, (_, column) => at(column, 200)).some(isSpot)).toBe(true);
    }
  });

  it('has white beside it where it is to be seen whole', async () => {
    const bytes = await spotted(1_200, 400, [1_100, 200]);
    const made = await renditionOf(bytes, { ...wanted, shape: { ratio: '4:5', by: 'pad' } });
    expect(made).toMatchObject({ width: 1_200, height: 1_500 });
    const at = await pixelsOf(made);
    expect(at(600, 5)).toEqual([255, 255, 255]);
    expect(isSpot(at(1_100, 750))).toBe(true);
  });

  it.each(['4:5', '1:1', '16:9', '1.91:1'] as const)('is one that the network takes: %s', async (ratio) => {
    for (const by of ['cut', 'pad'] as const)
      for (const [width, height] of [
        [1_777, 613],
        [301, 1_999],
        [90, 70],
      ] as const) {
        const made = await renditionOf(await picture(width, height), {
          maxBytes: heavy,
          frame,
          shape: { ratio, by },
        });
        const is = (made?.width ?? 0) / (made?.height ?? 1);
        expect(is >= frame.ratio.min && is <= frame.ratio.max).toBe(true);
        expect(made?.width).toBeGreaterThanOrEqual(frame.width.min);
        // Cut: no white line is left of rounding.
        if (by === 'cut') expect((await pixelsOf(made))(0, 0)[2]).toBeLessThan(80);
      }
  });

  it('goes on moving', async () => {
    const moving = wantedBy(channelRules.discord);
    const bytes = await gif(3);
    for (const [shape, size] of [
      [{ ratio: '1:1', by: 'cut', focus: { x: 0, y: 0 } }, [60, 60]],
      [{ ratio: '1:1', by: 'cut' }, [60, 60]],
      [{ ratio: '1:1', by: 'pad' }, [80, 80]],
    ] as const) {
      const made = await renditionOf(bytes, { ...moving, shape });
      expect(made).toMatchObject({ mime: 'image/gif', width: size[0], height: size[1] });
      const { pages, width, pageHeight } = await sharp(made?.bytes, { animated: true }).metadata();
      expect([pages, width, pageHeight]).toEqual([3, ...size]);
    }
  });

  it('is none of what is no picture', async () => {
    for (const by of ['cut', 'pad'] as const)
      expect(await renditionOf(Buffer.from('<svg'), { ...wanted, shape: { ratio: '1:1', by } })).toBeNull();
  });
});

/** Grey, with a red spot. */
const spotted = (width: number, height: number, [x, y]: readonly [number, number]): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .composite([
      {
        input: Buffer.from(
          `<svg width="${width}" height="${height}"><circle cx="${x}" cy="${y}" r="40" fill="#ff0000"/></svg>`,
        ),
      },
    ])
    .png()
    .toBuffer();

const isSpot = ([red = 0, green = 0]: number[]): boolean => red > green + 100;

describe('a picture that moves', () => {
  const moving = wantedBy(channelRules.discord);

  it('goes on moving as a GIF where the channel lets it move, without what else is in the file', async () => {
    const bytes = await gif(3);
    const made = await renditionOf(bytes, moving);
    expect(made).toMatchObject({ mime: 'image/gif', width: 80, height: 60 });
    expect(await sharp(made?.bytes, { animated: true }).metadata()).toMatchObject({
      format: 'gif',
      pages: 3,
      loop: 0,
    });
    expect(made?.bytes.includes('52.52,13.40')).toBe(false);
  });

  it.each([
    ['where the channel shows none', async () => [await gif(3), wantedBy(channelRules.bluesky)] as const],
    ['of one frame', async () => [await gif(1), moving] as const],
    ['that is too heavy', async () => [await gif(3, 90), { ...moving, maxBytes: 6_000 }] as const],
  ])('is a JPEG of its first frame: a GIF %s', async (_, asked) => {
    const [bytes, wanted] = await asked();
    const made = await renditionOf(bytes, wanted);
    expect(made).toMatchObject({ mime: 'image/jpeg', width: 80, height: 60 });
    const [red, , blue] = (await sharp(made?.bytes).stats()).channels;
    expect(red?.mean).toBeGreaterThan((blue?.mean ?? 255) + 50);
  });
});

/** Red, then green, then blue, with a comment behind. */
async function gif(frames: number, sigma = 0): Promise<Buffer> {
  const colours = ['#ff0000', '#00ff00', '#0000ff'].slice(0, frames);
  const grain = await noise(80, 60, sigma);
  const pages = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width: 80, height: 60, channels: 3, background } })
        .composite(sigma > 0 ? [{ input: grain, blend: 'multiply' }] : [])
        .png()
        .toBuffer(),
    ),
  );
  const bytes = await (frames > 1 ? sharp(pages, { join: { animated: true } }) : sharp(pages[0]))
    .gif({ loop: 0 })
    .toBuffer();
  const place = '52.52,13.40';
  const comment = Buffer.from([0x21, 0xfe, place.length, ...Buffer.from(place), 0]);
  return Buffer.concat([bytes.subarray(0, -1), comment, bytes.subarray(-1)]);
}

const noise = (width: number, height: number, sigma = 60): Promise<Buffer> =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: '#888' },
      noise: { type: 'gaussian', mean: 128, sigma },
    },
  })
    .png()
    .toBuffer();

async function pixelsOf(made: Rendition | null): Promise<(x: number, y: number) => number[]> {
  const { data, info } = await sharp(made?.bytes).raw().toBuffer({ resolveWithObject: true });
  return (x, y) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
}

/** By how much a colour of a pixel differs, of 255, on average. */
async function differenceOf(one: Buffer | undefined, other: Buffer): Promise<number> {
  const [a, b] = [await sharp(one).raw().toBuffer(), await sharp(other).raw().toBuffer()];
  expect(a.length).toBe(b.length);
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}
