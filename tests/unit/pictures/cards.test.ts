import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import sharp from 'sharp';
import { cards, type NewFile } from '../../../server/pictures/cards/cards';
import { drawnText } from '../../../server/pictures/cards/text';
import { decode } from '../../../server/pictures/decode';
import { measurePicture } from '../../../server/pictures/measure';
import { contrastIn } from '../../../src/brand/pictures/pixels/contrast';
import { brandKit } from '../../../src/brand/schema';
import { cardInput, type CardInput } from '../../../src/channels/pictures/card';
import type { MediaFile } from '../../../server/stores/media-files';
import { badge, photo, plain, sign, templateOf } from '../brand/pictures/draw';
import { judged } from '../brand/pictures/facts';

const bordeaux = { name: 'Bordeaux', hex: '#5a1a2b' };
const flour = { name: 'Flour', hex: '#f4e9d8' };
const whole = { x: 0, y: 0, width: 1, height: 1 };

/** A business with these files in its media library. */
async function shop(
  kit: object,
  library: Readonly<Record<string, Buffer>> = {},
  fonts?: () => Promise<boolean>,
) {
  const uploads: (NewFile & { bytes: Buffer })[] = [];
  const record: object[] = [];
  const fileOf = (hash: string): MediaFile => ({
    ...{ id: 1, hash, url: `/uploads/${hash}`, mime: 'image/png', bytes: 0, stamp: '', name: `${hash}.png` },
    ...{ alternativeText: `About ${hash}`, caption: null, focus: null },
  });
  const made = cards({
    files: { find: async (hashes) => hashes.filter((hash) => hash in library).map(fileOf) },
    open: async (url) => {
      const bytes = library[url.slice('/uploads/'.length)];
      return bytes ? { kind: 'loaded', bytes, address: url } : { kind: 'missing' };
    },
    brandOf: async () => ({
      ...{ key: 'main', name: 'Main brand', uids: [], locales: [] },
      kit: brandKit.parse(kit),
    }),
    upload: async (file) => {
      uploads.push({ ...file, bytes: readFileSync(file.path) });
      return { hash: 'card_1', url: '/uploads/card_1.jpg' };
    },
    audit: { record: async (event: object) => void record.push(event) } as never,
    ...(fonts ? { fonts } : {}),
  });
  return {
    uploads,
    record,
    async draw(input: object) {
      const answer = await made.preview(asked(input));
      if (!answer.ok) return { code: answer.error.code };
      const bytes = Buffer.from(answer.value.src.split(',')[1] ?? '', 'base64');
      const { raster } = await decode(bytes, 2_000);
      if (!raster) throw new Error('no picture');
      return { bytes, raster, code: null };
    },
    make: (input: object) => made.make(asked(input), { kind: 'user', id: '1', name: 'Rosa' }),
  };
}

const asked = (input: object): CardInput =>
  cardInput.parse({ uid: 'api::article.article', locale: null, ...input });
const logo = (hash: string, more: object = {}) => ({ key: hash, name: hash, hash, url: `/${hash}`, ...more });

/** Parts of one of the card where pixels are not of its ground. */
async function inked(bytes: Buffer, ground: string) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16));
  let [left, right, top, bottom] = [1, 0, 1, 0];
  for (let at = 0; at < data.length; at += info.channels) {
    const away =
      Math.abs((data[at] ?? 0) - (r ?? 0)) +
      Math.abs((data[at + 1] ?? 0) - (g ?? 0)) +
      Math.abs((data[at + 2] ?? 0) - (b ?? 0));
    if (away < 90) continue;
    const pixel = at / info.channels;
    const [x, y] = [(pixel % info.width) / info.width, Math.floor(pixel / info.width) / info.height];
    [left, right, top, bottom] = [
      Math.min(left, x),
      Math.max(right, x),
      Math.min(top, y),
      Math.max(bottom, y),
    ];
  }
  return { left, right, top, bottom };
}

describe('a card of words', () => {
  it.each([
    ['a dark palette', [bordeaux, flour]],
    ['a light palette', [flour, bordeaux]],
    ['one middling colour', [{ name: 'Clay', hex: '#b5694a' }]],
    ['no palette', []],
  ])('can be read with %s', async (_, palette) => {
    const { raster, bytes } = await (
      await shop({ palette })
    ).draw({ template: 'title', title: 'Rye, fresh from the oven' });
    expect(raster && [raster.width, raster.height]).toEqual([1_200, 629]);
    expect(raster && contrastIn(raster, whole)).toBeGreaterThanOrEqual(4.5);
    expect(bytes && (await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it.each([
    ['Rye, fresh from the oven', 'left'],
    ['خبز الجاودار الطازج', 'right'],
    ['לחם שיפון טרי', 'right'],
    ['🥖 Baguette', 'left'],
    ['a'.repeat(20), 'left'],
    ['Long words of a title that tells the whole story of a loaf '.repeat(3).slice(0, 180), 'left'],
  ])('stays within its margins: %s', async (title, begin) => {
    const { bytes } = await (await shop({ palette: [bordeaux] })).draw({ template: 'title', title });
    const { left, right, top, bottom } = await inked(bytes ?? Buffer.alloc(0), bordeaux.hex);
    for (const side of [left, 1 - right]) expect(side).toBeGreaterThan(0.038);
    for (const side of [top, 1 - bottom]) expect(side).toBeGreaterThan(0.07);
    if (begin === 'left') expect(left).toBeLessThan(0.06);
    else expect(1 - right).toBeLessThan(0.06);
  });

  it('is refused where a word fits in no size, and never cut', async () => {
    const { draw } = await shop({});
    expect((await draw({ template: 'title', title: 'w'.repeat(120) })).code).toBe(
      'picture.card-title-too-long',
    );
    expect((await draw({ template: 'title', title: 'w'.repeat(15), ratio: '1:1' })).code).toBeNull();
  });

  it('is nothing where nothing of it would be seen', async () => {
    const look = {
      fonts: [],
      ink: '#000000',
      box: { width: 400, height: 200 },
      letters: { most: 40, least: 20 },
    };
    expect(await drawnText('\u200b', look)).toBeNull();
  });

  it('takes markup for words', async () => {
    const look = {
      fonts: [],
      ink: '#000000',
      box: { width: 2_000, height: 400 },
      letters: { most: 40, least: 40 },
    };
    const [markup, words] = [await drawnText('<b>x</b> &amp; "y"', look), await drawnText('x & "y"', look)];
    expect(markup?.width).toBeGreaterThan((words?.width ?? 0) * 1.8);
    expect(
      (await (await shop({})).draw({ template: 'title', title: '<span foreground="#fff">no' })).code,
    ).toBeNull();
  });

  it('is the same for the same input', async () => {
    const { draw } = await shop({ palette: [bordeaux] });
    const input = { template: 'title', title: 'Rye', ratio: '4:5' };
    expect((await draw(input)).bytes?.equals((await draw(input)).bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it('bears the current logo, and the name where there is none', async () => {
    const library = { now: badge('#f4e9d8', '#5a1a2b'), then: badge('#00ff00') };
    const kit = { palette: [bordeaux], names: [{ name: 'Lindner & Daughters' }] };
    const title = { template: 'title', title: 'Rye' };
    const footOf = async (logos: object[]) => {
      const { raster } = await (await shop({ ...kit, logos }, library)).draw(title);
      return raster && contrastIn(raster, { x: 0, y: 0.7, width: 0.5, height: 0.3 });
    };
    expect(await footOf([logo('then', { retired: true }), logo('now')])).toBeGreaterThan(4.5);
    const retired = await (
      await shop({ ...kit, logos: [logo('then', { retired: true })] }, library)
    ).draw(title);
    const none = await (await shop(kit)).draw(title);
    expect(retired.bytes?.equals(none.bytes ?? Buffer.alloc(0))).toBe(true);
    expect((await inked(none.bytes ?? Buffer.alloc(0), bordeaux.hex)).bottom).toBeGreaterThan(0.85);
    const nameless = await (await shop({ palette: [bordeaux] })).draw(title);
    expect((await inked(nameless.bytes ?? Buffer.alloc(0), bordeaux.hex)).bottom).toBeLessThan(0.5);
  });

  it('says so where the server has no fonts', async () => {
    const { draw } = await shop(
      { logos: [logo('now')] },
      { now: sign(), loaf: await plain(900, 600, '#eeeeee') },
      async () => false,
    );
    expect((await draw({ template: 'title', title: 'Rye' })).code).toBe('picture.card-no-fonts');
    expect((await draw({ template: 'badge', picture: 'loaf' })).code).toBeNull();
  });
});

describe('a card on a picture', () => {
  it.each([
    ['a white picture', '#ffffff', [bordeaux, flour]],
    ['a black picture', '#000000', [flour, bordeaux]],
    ['a picture of the colour of the words', '#f4e9d8', [bordeaux, flour]],
    ['a picture without a palette', '#999999', []],
  ])('can be read on %s', async (_, colour, palette) => {
    const { draw } = await shop({ palette }, { loaf: await plain(900, 900, colour) });
    const { raster } = await draw({ template: 'photo', title: 'Rye, fresh from the oven', picture: 'loaf' });
    expect(raster && [raster.width, raster.height]).toEqual([1_200, 629]);
    expect(
      raster && contrastIn(raster, { x: 0.05, y: 0.78, width: 0.85, height: 0.22 }),
    ).toBeGreaterThanOrEqual(4.5);
  });

  it('needs a picture that is there', async () => {
    const { draw } = await shop({}, { text: Buffer.from('no picture') });
    for (const picture of ['gone', 'text'])
      expect((await draw({ template: 'photo', title: 'Rye', picture })).code).toBe('picture.not-found');
  });

  it('is cut around what must be seen', async () => {
    const half = await sharp(await plain(2_000, 500, '#ff0000'))
      .composite([{ input: await plain(1_000, 500, '#0000ff'), left: 1_000, top: 0 }])
      .png()
      .toBuffer();
    const { draw } = await shop({}, { half });
    const at = async (x: number) => {
      const { raster } = await draw({
        template: 'photo',
        title: 'Rye',
        picture: 'half',
        ratio: '1:1',
        focus: { x, y: 50 },
      });
      return (raster?.data[0] ?? 0) > 128 ? 'red' : 'blue';
    };
    expect([await at(10), await at(90)]).toEqual(['red', 'blue']);
  });
});

describe('a logo on a picture', () => {
  it('keeps the least width of the kit, and leaves the picture as it is elsewhere', async () => {
    const library = { now: sign(), loaf: await plain(1_600, 1_000, '#eeeeee') };
    const { draw } = await shop({ logos: [logo('now', { minWidth: 500, clearSpace: 0.2 })] }, library);
    const { raster, bytes } = await draw({ template: 'badge', picture: 'loaf' });
    expect(raster && [raster.width, raster.height]).toEqual([1_600, 1_000]);
    const { left, right, bottom, top } = await inked(bytes ?? Buffer.alloc(0), '#eeeeee');
    expect((right - left) * 1_600).toBeGreaterThan(450);
    expect((1 - right) * 1_600).toBeGreaterThan(100);
    expect((1 - bottom) * 1_000).toBeGreaterThan(100);
    expect(top).toBeGreaterThan(0.5);
  });

  it.each([
    ['a photo', () => photo(1_600, 1_200)],
    ['a plain ground', () => plain(1_200, 800, '#e0d0b0')],
  ])('is found by the check, large enough and with its room, on %s', async (_, ground) => {
    const kit = { logos: [logo('now', { minWidth: 300, clearSpace: 0.2 })] };
    const { draw } = await shop(kit, { now: sign(), loaf: await ground() });
    const { bytes } = await draw({ template: 'badge', picture: 'loaf' });
    const sought = { key: 'now', hash: 'now', template: await templateOf(sign()) };
    const facts = await measurePicture(bytes ?? Buffer.alloc(0), { logos: [sought], reader: null });
    expect(facts.logos?.map(({ key }) => key)).toEqual(['now']);
    const policy = { logo: { required: true } };
    expect(judged({ ...kit, pictures: policy }, facts)).toEqual([]);
    const stricter = { logos: [logo('now', { minWidth: 900, clearSpace: 1 })], pictures: policy };
    expect(judged(stricter, facts).map(({ rule }) => rule)).toEqual([
      'picture.logo-size',
      'picture.logo-space',
    ]);
  });

  it('stands on a plate where it would not be seen', async () => {
    const library = { now: sign('#112233'), loaf: await plain(800, 500, '#101010') };
    const { draw } = await shop({ logos: [logo('now')] }, library);
    const { raster } = await draw({ template: 'badge', picture: 'loaf' });
    expect(raster && contrastIn(raster, { x: 0.78, y: 0.8, width: 0.19, height: 0.16 })).toBeGreaterThan(3);
  });

  it('is refused without a current logo, and where it does not fit', async () => {
    const library = { now: sign(), loaf: await plain(600, 400, '#eeeeee') };
    const drawn = async (logos: object[]) =>
      (await (await shop({ logos }, library)).draw({ template: 'badge', picture: 'loaf' })).code;
    expect(await drawn([])).toBe('picture.card-no-logo');
    expect(await drawn([logo('now', { retired: true })])).toBe('picture.card-no-logo');
    expect(await drawn([logo('lost')])).toBe('picture.card-no-logo');
    expect(await drawn([logo('now', { minWidth: 500, clearSpace: 0.3 })])).toBe(
      'picture.card-logo-too-large',
    );
    expect(await drawn([logo('now', { minWidth: 200 })])).toBeNull();
  });
});

it('becomes a file with a name and an alt text, and is written into the record', async () => {
  const { make, uploads, record } = await shop(
    { logos: [logo('now')] },
    { now: sign(), loaf: await plain(900, 600, '#eeeeee') },
  );
  const made = await make({ template: 'title', title: '  Rye:\nfresh <today> ' });
  expect(made).toEqual({
    ok: true,
    value: { hash: 'card_1', url: '/uploads/card_1.jpg', alt: 'Rye: fresh <today>' },
  });
  expect(uploads[0]).toMatchObject({
    name: 'Rye fresh today card.jpg',
    alternativeText: 'Rye: fresh <today>',
  });
  expect(uploads[0]?.size).toBe(uploads[0]?.bytes.length);
  expect(record).toMatchObject([
    { kind: 'picture.card', details: { file: 'card_1', template: 'title', brand: 'main' } },
  ]);
  expect(await make({ template: 'badge', picture: 'loaf' })).toMatchObject({ value: { alt: 'About loaf' } });
  expect(uploads[1]).toMatchObject({ name: 'loaf card.jpg', alternativeText: 'About loaf' });
});

it('sees that a server has no fonts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'presence-no-fonts-'));
  try {
    const conf = join(folder, 'fonts.conf');
    writeFileSync(
      conf,
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>',
    );
    const source = readFileSync('server/pictures/cards/fonts.ts', 'utf8');
    const { code } = transformSync(source, {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    const ask = (env: object) =>
      execFileSync(process.execPath, ['-e', `${code}; exports.hasFonts().then(console.log)`], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      }).trim();
    expect([ask({}), ask({ FONTCONFIG_FILE: conf })]).toEqual(['true', 'false']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
