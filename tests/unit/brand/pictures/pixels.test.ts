import sharp from 'sharp';
import { rasterOf } from '../../../../server/pictures/decode';
import { conformance, isNeutral, paletteShare } from '../../../../src/brand/pictures/judge/palette';
import { coloursOf } from '../../../../src/brand/pictures/pixels/colours';
import { contrastIn } from '../../../../src/brand/pictures/pixels/contrast';
import { hashDistance, perceptualHashOf } from '../../../../src/brand/pictures/pixels/perceptual-hash';
import { resized, spreadOf, type Grey } from '../../../../src/brand/pictures/pixels/raster';
import { sharpnessOf } from '../../../../src/brand/pictures/pixels/sharpness';
import { gradient, greyPixels, lines, photo, plain, sign, svg } from './draw';

const rasterFrom = async (picture: Buffer) => rasterOf(sharp(picture));
const coloursIn = async (picture: Buffer) => coloursOf(await rasterFrom(picture));

describe('The colours of a picture', () => {
  it('come with the share that they fill, the largest first', async () => {
    const half = svg(
      100,
      100,
      '<rect width="100" height="100" fill="#c8553d"/><rect width="30" height="100" fill="#f4e3c1"/>',
    );
    const [first, second] = await coloursIn(half);
    expect(first).toEqual({ hex: '#c8553d', share: 0.7 });
    expect(second).toEqual({ hex: '#f4e3c1', share: 0.3 });
  });

  it('leave out what is see-through', async () => {
    const corner = svg(100, 100, '<rect width="20" height="100" fill="#224488"/>');
    expect(await coloursIn(await sharp(corner).png().toBuffer())).toEqual([{ hex: '#224488', share: 1 }]);
  });

  it('are at most 160', async () => {
    expect((await coloursIn(await photo(400, 300))).length).toBeLessThanOrEqual(160);
  });
});

describe('A palette', () => {
  const palette = ['#c8553d', '#f4e3c1', '#1f4d3a'];
  const shareOf = async (picture: Buffer, tolerance = 12) =>
    paletteShare(await coloursIn(picture), conformance(palette, tolerance)).share;

  it.each([
    ['one of its colours', () => plain(60, 60, '#c8553d'), 1],
    ['a colour a little beside it', () => plain(60, 60, '#c45a40'), 1],
    ['a gradient between two of its colours', () => gradient('#c8553d', '#f4e3c1'), 1],
    ['a gradient across the colour circle', () => gradient('#c8553d', '#1f4d3a'), 1],
    ['black, white and grey', () => gradient('#000000', '#ffffff'), 1],
    ['a colour of somebody else', () => plain(60, 60, '#2244dd'), 0],
  ])('meets %s', async (_, draw, share) => {
    expect(await shareOf(await draw())).toBeCloseTo(share, 1);
  });

  it('meets the middle of a gradient only by the line, not by its ends', () => {
    const [from = '', to = ''] = palette;
    const middle = '#de9c7f';
    expect(conformance([from], 12)(middle)).toBe(false);
    expect(conformance([to], 12)(middle)).toBe(false);
    expect(conformance([from, to], 12)(middle)).toBe(true);
  });

  it('names the strange colours, the largest first', async () => {
    const drawn = svg(
      100,
      100,
      '<rect width="100" height="100" fill="#c8553d"/><rect width="40" height="100" fill="#2244dd"/><rect x="40" width="10" height="100" fill="#dd22aa"/>',
    );
    const { share, strange } = paletteShare(await coloursIn(drawn), conformance(palette, 12));
    expect(share).toBeCloseTo(0.5, 2);
    expect(strange).toEqual(['#2244dd', '#dd22aa']);
  });

  it.each([
    ['#000000', true],
    ['#ffffff', true],
    ['#808080', true],
    ['#0a0a14', true],
    ['#c8553d', false],
    ['#f4e3c1', false],
  ])('%s is neutral: %s', (hex, expected) => {
    expect(isNeutral(hex)).toBe(expected);
  });
});

describe('A perceptual hash', () => {
  const hashOf = async (picture: Buffer) => perceptualHashOf(await greyPixels(picture)) ?? '';

  it('stays nearly the same when a picture is resized, saved again or brightened', async () => {
    const original = await photo(1_600, 1_200);
    const hash = await hashOf(original);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    for (const other of [
      await sharp(original).resize(500).jpeg({ quality: 50 }).toBuffer(),
      await sharp(original).webp({ quality: 40 }).toBuffer(),
      await sharp(original).modulate({ brightness: 1.1 }).toBuffer(),
    ])
      expect(hashDistance(hash, await hashOf(other))).toBeLessThanOrEqual(6);
  });

  it('is far from that of another picture', async () => {
    const [one, other] = [await hashOf(await photo(800, 600, 1)), await hashOf(await photo(800, 600, 2))];
    expect(hashDistance(one, other)).toBeGreaterThan(12);
  });

  it('is none for a plain area, which would be like every other', async () => {
    expect(perceptualHashOf(await greyPixels(await plain(300, 200, '#c8553d')))).toBeNull();
  });
});

describe('Sharpness', () => {
  const of = async (picture: Buffer) => sharpnessOf(await greyPixels(picture));

  it('is above 100 for sharp pictures and below for blurred ones', async () => {
    const sharpOne = await photo(1_600, 1_200);
    expect(await of(sharpOne)).toBeGreaterThan(100);
    expect(await of(await sharp(sharpOne).blur(12).toBuffer())).toBeLessThan(100);
  });

  it('counts what is sharp before a soft ground', async () => {
    const soft = await sharp(await photo(1_600, 1_200))
      .blur(12)
      .toBuffer();
    const inset = await sharp(sign('#ffffff')).resize(500).png().toBuffer();
    expect(
      await of(
        await sharp(soft)
          .composite([{ input: inset, left: 500, top: 400 }])
          .jpeg()
          .toBuffer(),
      ),
    ).toBeGreaterThan(100);
  });

  it.each([
    ['a plain area', () => plain(400, 300, '#c8553d')],
    ['a gradient', () => gradient('#000000', '#ffffff')],
    ['a speck', () => plain(10, 10, '#c8553d')],
  ])('is not told of %s', async (_, draw) => {
    expect(await of(await draw())).toBeNull();
  });
});

describe('Contrast in a region', () => {
  const region = { x: 0.05, y: 0.2, width: 0.9, height: 0.35 };
  it.each([
    ['black on white', '#000000', '#ffffff', 21],
    ['white on black', '#ffffff', '#000000', 21],
    ['mid grey on white', '#767676', '#ffffff', 4.54],
    ['light grey on white', '#cccccc', '#ffffff', 1.6],
    ['cream on red', '#f4e3c1', '#c8553d', 3.36],
  ])('of %s is what WCAG says', async (_, ink, ground, expected) => {
    const raster = await rasterFrom(await lines([{ text: 'Fresh bread', y: 280, ink }], ground));
    const contrast = contrastIn(raster, region) ?? 0;
    expect(contrast).toBeGreaterThan(expected * 0.94);
    expect(contrast).toBeLessThan(expected * 1.06);
  });

  it('is null where there is nothing but ground', async () => {
    expect(contrastIn(await rasterFrom(await plain(100, 100, '#ffffff')), region)).toBeNull();
  });
});

describe('Resizing', () => {
  const grey = (width: number, values: readonly number[]): Grey => ({
    width,
    height: values.length / width,
    data: Float32Array.from(values),
  });

  it('takes the mean of what each pixel covers', () => {
    const three = grey(3, [0, 90, 180]);
    expect([...resized(three, 1, 1).data]).toEqual([90]);
    const halves = resized(grey(3, [0, 90, 180]), 2, 1);
    expect(halves.data[0]).toBeCloseTo(30);
    expect(halves.data[1]).toBeCloseTo(150);
  });

  it('keeps the mean brightness at every size', async () => {
    const picture = await greyPixels(await photo(500, 400));
    const mean = (one: Grey) => one.data.reduce((sum, value) => sum + value, 0) / one.data.length;
    for (const [width, height] of [
      [250, 200],
      [333, 77],
      [32, 32],
      [700, 500],
    ] as const)
      expect(Math.abs(mean(resized(picture, width, height)) - mean(picture))).toBeLessThan(0.5);
    expect(spreadOf(picture)).toBeGreaterThan(10);
  });
});
