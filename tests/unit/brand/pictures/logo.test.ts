import { clearSpaceAround } from '../../../../src/brand/pictures/logo/clear-space';
import { findLogo } from '../../../../src/brand/pictures/logo/find';
import { logoTemplateOf, type LogoTemplate } from '../../../../src/brand/pictures/logo/template';
import { badge, gradient, greyPixels, photo, placed, plain, sign, templateOf } from './draw';

describe('A logo is found', () => {
  let badgeTemplate: LogoTemplate;
  let signTemplate: LogoTemplate;
  const grounds: Record<string, Buffer> = {};
  beforeAll(async () => {
    badgeTemplate = await templateOf(badge());
    signTemplate = await templateOf(sign());
    grounds.photo = await photo(2_000, 1_500);
    grounds.cream = await plain(1_200, 630, '#e0d0b0');
    grounds.dark = await plain(1_200, 630, '#20242c');
    grounds.gradient = await gradient('#1f4d3a', '#f4e3c1', 1_200, 630);
  });

  it.each<[string, string, () => Buffer, number, number, number]>([
    ['large, on a photo', 'photo', () => badge(), 900, 700, 800],
    ['in a corner of a photo', 'photo', () => badge(), 300, 1_650, 1_350],
    ['on a plain ground', 'cream', () => badge(), 300, 500, 200],
    ['in other colours', 'cream', () => badge('#224488'), 260, 100, 400],
    ['of one tone, white on a photo', 'photo', () => sign('#ffffff'), 700, 900, 300],
    ['of one tone, dark on light', 'cream', () => sign('#112233'), 200, 900, 400],
    ['of one tone, light on dark', 'dark', () => sign('#f4e3c1'), 400, 60, 60],
    ['on a gradient', 'gradient', () => badge(), 240, 800, 60],
    ['as wide as the picture', 'cream', () => badge(), 1_150, 20, 80],
  ])('%s', async (_, ground, draw, width, left, top) => {
    const logo = draw();
    const picture = await placed(grounds[ground] ?? Buffer.alloc(0), logo, { width, left, top });
    const template = logo.includes('Acme') ? badgeTemplate : signTemplate;
    const found = findLogo(await greyPixels(picture), template);
    expect(found?.score).toBeGreaterThan(0.8);
    const size = ground === 'photo' ? { width: 2_000, height: 1_500 } : { width: 1_200, height: 630 };
    // The sign has margins of some 5 % that do not belong to it.
    expect((found?.region.width ?? 0) * size.width).toBeGreaterThan(width * 0.9);
    expect((found?.region.width ?? 0) * size.width).toBeLessThan(width * 1.06);
    expect(Math.abs((found?.region.x ?? 0) * size.width - left)).toBeLessThan(width * 0.1);
    expect(Math.abs((found?.region.y ?? 0) * size.height - top)).toBeLessThan(width * 0.12);
  });

  it.each([
    ['a photo', () => photo(1_600, 1_200, 1)],
    ['another photo', () => photo(1_600, 1_200, 5)],
    ['a third photo', () => photo(900, 1_400, 9)],
    ['a plain ground', () => plain(800, 600, '#c8553d')],
    ['a gradient', () => gradient('#000000', '#ffffff')],
    ['a tiny picture', () => plain(8, 8, '#c8553d')],
  ])('nowhere in %s that has none', async (_, draw) => {
    const grey = await greyPixels(await draw());
    expect(findLogo(grey, badgeTemplate)).toBeNull();
    expect(findLogo(grey, signTemplate)).toBeNull();
  });

  it('and not taken for another one', async () => {
    const withBadge = await greyPixels(
      await placed(grounds.cream ?? Buffer.alloc(0), badge(), { width: 400, left: 300, top: 200 }),
    );
    expect(findLogo(withBadge, signTemplate)).toBeNull();
  });

  it('only where its file shows something', () => {
    const pixels = (value: number) => new Uint8Array(100 * 100 * 4).fill(value);
    for (const value of [0, 255])
      expect(logoTemplateOf({ width: 100, height: 100, channels: 4, data: pixels(value) })).toBeNull();
  });
});

describe('The free space around a logo', () => {
  const region = { x: 400 / 1_200, y: 250 / 630, width: 400 / 1_200, height: 160 / 630 };
  const spaceIn = async (picture: Buffer) => clearSpaceAround(await greyPixels(picture), region);
  const shown = async () =>
    placed(await plain(1_200, 630, '#f4e3c1'), badge(), { width: 400, left: 400, top: 250 });

  it('reaches to the rim of the picture', async () => {
    // 220 pixels below, of a logo 400 wide; above there are 250.
    const space = await spaceIn(await shown());
    expect(space).toBeGreaterThan(0.5);
    expect(space).toBeLessThan(0.58);
  });

  it('ends at what stands beside it', async () => {
    const crowded = await placed(await shown(), sign(), { width: 200, left: 840, top: 280 });
    const space = await spaceIn(crowded);
    expect(space).toBeGreaterThan(0.05);
    expect(space).toBeLessThan(0.16);
  });

  it('is nothing on a restless ground', async () => {
    const restless = await placed(await photo(1_200, 630, 3), badge(), { width: 400, left: 400, top: 250 });
    expect(await spaceIn(restless)).toBeLessThan(0.2);
  });
});
