import sharp from 'sharp';
import { decode, limits } from '../../../../server/pictures/decode';
import { measurePicture } from '../../../../server/pictures/measure';
import { stripMetadata } from '../../../../server/pictures/strip';
import { exifOf } from '../../../../server/pictures/exif';
import { pictureFacts } from '../../../../src/brand/pictures/schema';
import { activeSvg } from '../../../../src/brand/pictures/svg';
import { badge, photo, placed, plain, svg, templateOf } from './draw';
import { qrSvg } from './qr';

const measure = (bytes: Buffer) => measurePicture(bytes, { logos: [], reader: null });
const problemsOf = async (bytes: Buffer) => (await measure(bytes)).problems.map(({ code }) => code);

/** As a phone writes it: place, make, model, and turned by a quarter. */
const fromPhone = async (format: 'jpeg' | 'png' | 'webp', orientation = 6) =>
  sharp(await photo(800, 600))
    .withExif({
      IFD0: { Make: 'Apple', Model: 'iPhone 15' },
      IFD2: { DateTimeOriginal: '2026:11:20 08:15:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 12/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '16/1 22/1 0/1',
      },
    })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();

describe('Measuring a picture', () => {
  it('tells what is in it, from one decode', async () => {
    const code = Buffer.from(qrSvg('https://bakery.example/rye'));
    const poster = await placed(
      await placed(await plain(1_600, 900, '#f4e3c1'), badge(), { width: 400, left: 100, top: 100 }),
      code,
      { width: 400, left: 1_000, top: 300 },
    );
    const logo = { key: 'main', hash: 'badge', template: await templateOf(badge()) };
    const facts = await measurePicture(poster, { logos: [logo], reader: null });
    expect(pictureFacts.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
    expect(facts).toMatchObject({
      ...{ format: 'jpeg', width: 1_600, height: 900, bytes: poster.length, frames: 1, hasAlpha: false },
      ...{ logosSought: ['main:badge'], texts: null, problems: [] },
    });
    expect(facts.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(facts.phash).toMatch(/^[0-9a-f]{16}$/);
    expect(facts.colours?.[0]?.hex).toMatch(/^#f[345]e[234]c[012]$/);
    expect(facts.logos?.[0]?.key).toBe('main');
    expect((facts.logos?.[0]?.region.width ?? 0) * 1_600).toBeCloseTo(400, -1.5);
    expect(facts.codes?.map(({ data }) => data)).toEqual(['https://bakery.example/rye']);
    expect(facts.codes?.[0]?.region.x).toBeGreaterThan(1_000 / 1_600);
    expect(facts.codes?.[0]?.region.x).toBeLessThan(1_080 / 1_600);
  });

  it.each([
    ['turned', 15, {}],
    ['turned on its point', 45, {}],
    ['light on dark', 0, { dark: '#ffffff', light: '#223355' }],
  ])('reads a code that is %s', async (_, turn, colours) => {
    const ground = await photo(2_000, 1_500);
    const poster = await placed(ground, Buffer.from(qrSvg('https://a.example/x', colours)), {
      ...{ width: 600, left: 700, top: 300, turn },
    });
    expect((await measure(poster)).codes?.map(({ data }) => data)).toEqual(['https://a.example/x']);
  });

  it('is upright as people see it, and says where and with what it was taken', async () => {
    const facts = await measure(await fromPhone('jpeg'));
    expect(facts).toMatchObject({ width: 600, height: 800 });
    expect(facts.exif.gps?.latitude).toBeCloseTo(48.208, 2);
    expect(facts.exif.gps?.longitude).toBeCloseTo(16.367, 2);
    expect(facts.exif).toMatchObject({ device: 'Apple iPhone 15', takenAt: '2026:11:20 08:15:00' });
  });

  it.each(['png', 'webp'] as const)('finds the place in a %s too', async (format) => {
    expect((await measure(await fromPhone(format, 1))).exif.gps?.latitude).toBeCloseTo(48.208, 2);
  });

  it('takes the first frame of a picture that moves', async () => {
    const frames = await Promise.all(
      ['#c8553d', '#1f4d3a', '#2244dd'].map((colour) => plain(80, 60, colour)),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const facts = await measure(moving);
    expect(facts).toMatchObject({ format: 'gif', width: 80, height: 60, frames: 3 });
    expect(facts.colours?.[0]?.hex).toMatch(/^#c[789a]5[3-7]3[b-f]$/);
  });

  it.each([
    ['grey', () => photo(300, 200).then((one) => sharp(one).toColourspace('b-w').png().toBuffer())],
    ['16 bits deep', () => photo(300, 200).then((one) => sharp(one).toColourspace('rgb16').png().toBuffer())],
    ['in CMYK', () => photo(300, 200).then((one) => sharp(one).toColourspace('cmyk').jpeg().toBuffer())],
    ['one pixel', () => plain(1, 1, '#c8553d')],
    ['very long', () => plain(6_000, 3, '#c8553d')],
    ['an AVIF', () => photo(300, 200).then((one) => sharp(one).avif().toBuffer())],
    ['a TIFF', () => photo(300, 200).then((one) => sharp(one).tiff().toBuffer())],
    ['a drawing', () => Promise.resolve(badge())],
  ])('takes a picture that is %s', async (_, draw) => {
    const facts = await measure(await draw());
    expect(facts.problems).toEqual([]);
    expect(facts.colours?.length).toBeGreaterThan(0);
  });
});

describe('A picture that cannot be measured says why', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'picture.corrupt'],
    ['noise', () => Buffer.from('not a picture at all, only words'), 'picture.corrupt'],
    [
      'a JPEG that breaks off',
      async () => (await photo(2_000, 1_500)).subarray(0, 40_000),
      'picture.corrupt',
    ],
    [
      'a PNG that breaks off',
      async () => (await plain(900, 900, '#c8553d')).subarray(0, 300),
      'picture.corrupt',
    ],
    ['a head without a body', async () => (await photo(300, 200)).subarray(0, 20), 'picture.corrupt'],
    ['a compressed SVG', () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'picture.corrupt'],
    ['more than 50 MB', () => Buffer.alloc(limits.bytes + 1), 'picture.too-large'],
    ['an SVG with a script', () => svg(10, 10, '<script>alert(1)</script>'), 'picture.svg-active'],
    [
      'an SVG with a script, in UTF-16',
      () => Buffer.from(`\ufeff${svg(10, 10, '<script>alert(1)</script>').toString()}`, 'utf16le'),
      'picture.svg-active',
    ],
    [
      'an SVG that reads a file',
      () =>
        Buffer.from(
          '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&secret;</text></svg>',
        ),
      'picture.svg-active',
    ],
    [
      'an SVG that grows without end',
      () =>
        Buffer.from(
          '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
        ),
      'picture.svg-active',
    ],
  ])('%s', async (_, draw, code) => {
    expect(await problemsOf(await draw())).toEqual([code]);
  });

  it('refuses more than 100 million pixels by the head, without decoding', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#c8553d' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const facts = await measure(bomb);
    expect(facts.problems.map(({ code }) => code)).toEqual(['picture.too-large']);
    expect(facts).toMatchObject({ width: 12_000, height: 9_000, colours: null });
  });

  it('measures 50 million pixels', async () => {
    const large = await sharp(await photo(1_000, 625))
      .resize(8_944, 5_590)
      .jpeg({ quality: 70 })
      .toBuffer();
    const facts = await measure(large);
    expect(facts).toMatchObject({ width: 8_944, height: 5_590, problems: [] });
    expect(facts.colours?.length).toBeGreaterThan(10);
  });
});

describe('An SVG', () => {
  const drawing = (content: string) => svg(10, 10, content).toString();
  it.each([
    '<rect width="5" height="5" fill="url(#g)"/>',
    '<use href="#a"/><use xlink:href="#a"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<a href="https://bakery.example"><text>Rye: on offer = now</text></a>',
    '<!-- <script> --><circle r="2"/>',
    '<style>rect { fill: url("#g") }</style>',
    '<text>url (none)</text>',
  ])('is only a drawing with %s', (content) => {
    expect(activeSvg(drawing(content))).toBeNull();
  });

  it.each([
    ['spaces', `<rect fill="url(${' '.repeat(2_000_000)}#g)"/>`],
    ['open comments', '<!--'.repeat(500_000)],
    ['document types', '<!DOCTYPE '.repeat(200_000)],
    ['anchors', '<a '.repeat(700_000)],
    ['handlers', ` onabc${' '.repeat(2_000_000)}`],
    ['addresses', 'href='.repeat(400_000)],
  ])('of 2 MB of %s is read in no time', (_, content) => {
    const started = performance.now();
    activeSvg(drawing(content));
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it.each([
    '<script/>',
    '<svg:script href="x.js"/>',
    '<rect onload="alert(1)"/>',
    "<rect\nonclick='x'/>",
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<image href="https://evil.example/x.png"/>',
    '<image xlink:href="file:///etc/passwd"/>',
    '<use href="other.svg#a"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<foreignObject><body/></foreignObject>',
    '<style>@import "x.css"</style>',
    '<rect fill="url(https://evil.example/#g)"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<?xml-stylesheet href="x.css"?>',
  ])('is more than a drawing with %s', (content) => {
    expect(activeSvg(drawing(content))).not.toBeNull();
  });
});

describe('Stripping metadata', () => {
  const told = async (bytes: Buffer) => exifOf((await decode(bytes, 16)).head?.exif ?? null);

  it('keeps every pixel of an upright JPEG, and its colours', async () => {
    const original = await sharp(await fromPhone('jpeg', 1))
      .keepMetadata()
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const stripped = await stripMetadata(original);
    expect(await told(original)).not.toMatchObject({ gps: null });
    expect(await told(stripped ?? original)).toEqual({ gps: null, device: null, takenAt: null });
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
    expect((await pixels(stripped ?? original)).equals(await pixels(original))).toBe(true);
    expect((await sharp(stripped ?? original).metadata()).icc).toEqual(
      (await sharp(original).metadata()).icc,
    );
  });

  it('leaves nothing behind the end of a JPEG', async () => {
    const original = Buffer.concat([await fromPhone('jpeg', 1), await fromPhone('jpeg', 1)]);
    const stripped = await stripMetadata(original);
    expect(stripped?.includes('iPhone')).toBe(false);
    expect(stripped?.length).toBeLessThan(original.length / 1.9);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('turns a %s upright first', async (format) => {
    const original = await fromPhone(format);
    const stripped = await stripMetadata(original);
    const before = await sharp(original).metadata();
    const after = await sharp(stripped ?? original).metadata();
    expect([after.format, after.width, after.height]).toEqual([format, before.height, before.width]);
    expect(after.orientation ?? 1).toBe(1);
    expect(await told(stripped ?? original)).toEqual({ gps: null, device: null, takenAt: null });
    const small = (bytes: Buffer) =>
      sharp(bytes).autoOrient().resize(60, 80, { fit: 'fill' }).removeAlpha().raw().toBuffer();
    const [one, other] = [await small(original), await small(stripped ?? original)];
    const apart = one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
    expect(apart).toBeLessThan(2);
  });

  it.each([
    ['what is no picture', Buffer.from('words')],
    ['a JPEG that breaks off', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])],
    ['a drawing', badge()],
  ])('refuses %s', async (_, bytes) => {
    expect(await stripMetadata(bytes)).toBeNull();
  });
});
