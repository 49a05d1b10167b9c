import { mimeOf } from '../../../src/channels/video/facts';
import { readVideo } from '../../../src/channels/video/read';
import { box, fileOf, film, u32, webm, type Film } from './film';

const read = (bytes: Uint8Array) => readVideo(fileOf(bytes));
const plain = {
  ...{ format: 'mp4', seconds: 12, width: 1_280, height: 720, codec: 'h264', sound: 'aac' },
  isQuickToStart: true,
};

describe('what a video says of itself', () => {
  it.each<[what: string, film: Film, facts: object]>([
    ['an MP4 file', {}, {}],
    ['a QuickTime file', { brand: 'qt' }, { format: 'mov' }],
    ['one whose header stands at the end', { moovLast: true }, { isQuickToStart: false }],
    ['one that a telephone took upright', { turned: 90 }, { width: 720, height: 1_280 }],
    ['one without sound', { sound: null }, { sound: null }],
    ['another codec', { codec: 'hvc1' }, { codec: 'hevc' }],
    ['a codec that nobody knows', { codec: 'x/y!' }, { codec: 'xy' }],
    ['lengths in 64 bits', { long: true, seconds: 4_000.5 }, { seconds: 4_000.5 }],
    ['fragments', { fragmented: true }, {}],
    ['no length at all', { seconds: 0 }, { seconds: null }],
  ])('%s', async (_, made, facts) => {
    const bytes = film(made);
    expect(await read(bytes)).toEqual({ ...plain, bytes: bytes.length, ...facts });
  });

  it('a WebM file, and one that was recorded live', async () => {
    const bytes = webm();
    expect(await read(bytes)).toEqual({
      ...{
        format: 'webm',
        bytes: bytes.length,
        seconds: 12,
        width: 640,
        height: 360,
        codec: 'vp9',
        sound: 'opus',
      },
      isQuickToStart: true,
    });
    expect(await read(webm({ seconds: null }))).toMatchObject({ seconds: null, width: 640 });
  });

  it('is read from the header alone, wherever it stands', async () => {
    for (const moovLast of [false, true]) {
      const file = fileOf(film({ weight: 3_000_000, moovLast }));
      expect(await readVideo(file)).toMatchObject({ ...plain, isQuickToStart: !moovLast });
      expect(file.taken()).toBeLessThan(4_000);
    }
  });

  it('names its format to networks', () => {
    expect((['mp4', 'mov', 'webm'] as const).map((format) => mimeOf({ format }))).toEqual([
      'video/mp4',
      'video/quicktime',
      'video/webm',
    ]);
  });
});

describe('what is no video', () => {
  it.each<[what: string, bytes: Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a page', Buffer.from('<!doctype html><title>Bread</title>')],
    ['a sound in the same container', film({ isSound: true })],
    ['a HEIC picture', Buffer.concat([box('ftyp', Buffer.from('heic'), u32(0)), box('meta', u32(0))])],
    ['a film of Matroska', webm({ type: 'matroska' })],
    ['a film without a size', film({ width: 0, height: 0 })],
    ['a header that is cut', film().subarray(0, 200)],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toBeNull();
  });

  it('is given up where the header is heavier than any film needs', async () => {
    const heavy = box('moov', Buffer.alloc(17 * 1_048_576));
    const file = fileOf(Buffer.concat([box('ftyp', Buffer.from('isom'), u32(0)), heavy]));
    expect(await readVideo(file)).toBeNull();
    expect(file.taken()).toBeLessThan(1_000);
  });

  it('is given up after so many boxes', async () => {
    const file = fileOf(
      Buffer.concat([
        box('ftyp', Buffer.from('isom'), u32(0)),
        ...Array<Buffer>(400).fill(box('free')),
        film(),
      ]),
    );
    expect(await readVideo(file)).toBeNull();
  });
});
