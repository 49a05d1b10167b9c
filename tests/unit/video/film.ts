import type { Readable } from '../../../src/channels/video/facts';

/** What a film that nobody has to see is made of. */
export interface Film {
  readonly brand?: string;
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
  readonly codec?: string;
  readonly sound?: string | null;
  /** Degrees. */
  readonly turned?: 0 | 90;
  readonly moovLast?: boolean;
  /** Bytes of the pictures. */
  readonly weight?: number;
  /** Header boxes that count in 64 bits. */
  readonly long?: boolean;
  /** The length stands where films in fragments have it. */
  readonly fragmented?: boolean;
  /** Nothing is to be seen. */
  readonly isSound?: boolean;
}

export const u32 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value >>> 0);
      return bytes;
    }),
  );
const u64 = (value: number): Buffer => u32(Math.floor(value / 2 ** 32), value % 2 ** 32);
export const box = (type: string, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), Buffer.from(type, 'latin1'), content]);
};
const times = (long: boolean, scale: number | null, length: number): Buffer => {
  const size = (value: number) => (long ? u64(value) : u32(value));
  return Buffer.concat([
    u32(long ? 0x0100_0000 : 0),
    size(0),
    size(0),
    u32(scale ?? 1),
    ...(scale === null ? [u32(0)] : []),
    size(length),
  ]);
};

function track(
  kind: 'vide' | 'soun',
  codec: string,
  {
    width,
    height,
    turned,
    long,
    length,
  }: Required<Pick<Film, 'width' | 'height' | 'turned' | 'long'>> & { length: number },
): Buffer {
  const matrix =
    turned === 90
      ? [0, 0x1_0000, 0, -0x1_0000, 0, 0, 0, 0, 0x4000_0000]
      : [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];
  const isFilm = kind === 'vide';
  const tkhd = box(
    'tkhd',
    times(long, null, length),
    u32(0, 0, 0, 0),
    u32(...matrix),
    u32(isFilm ? width * 65_536 : 0, isFilm ? height * 65_536 : 0),
  );
  const size = Buffer.alloc(4);
  size.writeUInt16BE(width, 0);
  size.writeUInt16BE(height, 2);
  const entry = box(codec, Buffer.alloc(24), isFilm ? size : Buffer.alloc(4), Buffer.alloc(50));
  return box(
    'trak',
    tkhd,
    box(
      'mdia',
      box('hdlr', u32(0, 0), Buffer.from(kind), Buffer.alloc(13)),
      box('minf', box('stbl', box('stsd', u32(0, 1), entry))),
    ),
  );
}

/** A file by ISO/IEC 14496-12 whose header is in order; its pictures are noughts. */
export function film({
  brand = 'isom',
  seconds = 12,
  width = 1_280,
  height = 720,
  codec = 'avc1',
  sound = 'mp4a',
  turned = 0,
  moovLast = false,
  weight = 100_000,
  long = false,
  fragmented = false,
  isSound = false,
}: Film = {}): Buffer {
  const length = Math.round(seconds * 1_000);
  const parts = { width, height, turned, long, length };
  const moov = box(
    'moov',
    box('mvhd', times(long, 1_000, fragmented ? 0 : length), Buffer.alloc(76)),
    ...(sound === null ? [] : [track('soun', sound, parts)]),
    ...(isSound ? [] : [track('vide', codec, parts)]),
    ...(fragmented ? [box('mvex', box('mehd', u32(0), u32(length)))] : []),
  );
  const mdat = box('mdat', Buffer.alloc(weight));
  return Buffer.concat([
    box('ftyp', Buffer.from(brand.padEnd(4), 'latin1'), u32(0x200), Buffer.from('isom')),
    ...(moovLast ? [mdat, moov] : [moov, mdat]),
  ]);
}

const element = (id: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const name = Buffer.from(
    id.toString(16).padStart(id.toString(16).length + (id.toString(16).length % 2), '0'),
    'hex',
  );
  return Buffer.concat([name, u32(0x1000_0000 + content.length), content]);
};
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};

/** A WebM file (RFC 9559) whose pictures are noughts. */
export const webm = ({
  seconds = 12,
  width = 640,
  height = 360,
  type = 'webm',
}: { seconds?: number | null; width?: number; height?: number; type?: string } = {}): Buffer =>
  Buffer.concat([
    element(0x1a45dfa3, element(0x4282, Buffer.from(type))),
    // A segment of unknown size, as live recordings have it.
    Buffer.from('1853806701ffffffffffffff', 'hex'),
    element(
      0x1549a966,
      element(0x2ad7b1, u32(1_000_000)),
      ...(seconds === null ? [] : [element(0x4489, double(seconds * 1_000))]),
    ),
    element(
      0x1654ae6b,
      element(0xae, element(0x83, Buffer.from([2])), element(0x86, Buffer.from('A_OPUS'))),
      element(
        0xae,
        element(0x83, Buffer.from([1])),
        element(0x86, Buffer.from('V_VP9')),
        element(0xe0, element(0xb0, u32(width)), element(0xba, u32(height))),
      ),
    ),
    element(0x1f43b675, Buffer.alloc(500)),
  ]);

/** Bytes as a file that is read in parts, and how much was read of it. */
export function fileOf(bytes: Uint8Array): Readable & { taken(): number } {
  let taken = 0;
  return {
    size: bytes.length,
    async read(offset, length) {
      const part = bytes.subarray(offset, Math.min(offset + length, bytes.length));
      taken += part.length;
      return part;
    },
    taken: () => taken,
  };
}
