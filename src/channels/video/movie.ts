import { boxesIn, boxOn, textAt, viewOf, type Box } from './boxes';
import type { VideoFacts } from './facts';

/** What the movie box says: everything but the file around it. */
export type Movie = Pick<VideoFacts, 'seconds' | 'width' | 'height' | 'codec' | 'sound'>;

const codecs: Readonly<Record<string, string>> = {
  avc1: 'h264',
  avc3: 'h264',
  hvc1: 'hevc',
  hev1: 'hevc',
  dvh1: 'hevc',
  dvhe: 'hevc',
  av01: 'av1',
  vp08: 'vp8',
  vp09: 'vp9',
  mp4v: 'mpeg4',
  mp4a: 'aac',
  Opus: 'opus',
  '.mp3': 'mp3',
};

/** The content of a `moov` box (ISO/IEC 14496-12, QuickTime File Format); null where it holds no film that can be shown. */
export function movieOf(moov: Uint8Array): Movie | null {
  const inside: Box = { type: 'moov', start: 0, end: moov.length };
  const tracks = boxesIn(moov)
    .filter(({ type }) => type === 'trak')
    .map((track) => ({ track, entry: entryOf(moov, track) }));
  const film = tracks.find(({ track }) => handlerOf(moov, track) === 'vide');
  const sound = tracks.find(({ track }) => handlerOf(moov, track) === 'soun');
  const size = film && (shownSize(moov, film.track) ?? codedSize(moov, film.entry));
  if (!film?.entry || !size) return null;
  return {
    ...size,
    seconds: secondsOf(moov, inside),
    codec: codecOf(film.entry),
    sound: sound?.entry ? codecOf(sound.entry) : null,
  };
}

const handlerOf = (bytes: Uint8Array, track: Box): string => {
  const handler = boxOn(['mdia', 'hdlr'], bytes, track);
  return handler && handler.end - handler.start >= 12 ? textAt(bytes, handler.start + 8, 4) : '';
};

/** The first sample entry of a track: how its pictures or sounds are coded. */
function entryOf(bytes: Uint8Array, track: Box): Box | null {
  const table = boxOn(['mdia', 'minf', 'stbl', 'stsd'], bytes, track);
  return (table && boxesIn(bytes, table.start + 8, table.end)[0]) ?? null;
}

const codecOf = ({ type }: Box): string =>
  Object.hasOwn(codecs, type) ? (codecs[type] as string) : type.replace(/[^\w.-]/g, '') || 'unknown';

/** Width and height of the track header, turned as its matrix says. */
function shownSize(bytes: Uint8Array, track: Box): Pick<Movie, 'width' | 'height'> | null {
  const header = boxOn(['tkhd'], bytes, track);
  if (!header) return null;
  // The longer form counts its times in 64 bits.
  const matrix = header.start + (bytes[header.start] === 1 ? 52 : 40);
  if (header.end < matrix + 44) return null;
  const view = viewOf(bytes);
  const [width, height] = [36, 40].map((at) => Math.round(view.getUint32(matrix + at) / 65_536));
  if (!width || !height) return null;
  const isTurned = view.getInt32(matrix) === 0 && view.getInt32(matrix + 4) !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}

/** Width and height of the pictures themselves. */
function codedSize(bytes: Uint8Array, entry: Box | null): Pick<Movie, 'width' | 'height'> | null {
  if (!entry || entry.end < entry.start + 28) return null;
  const view = viewOf(bytes);
  const [width, height] = [view.getUint16(entry.start + 24), view.getUint16(entry.start + 26)];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** How long it lasts; a film in fragments says so in another box, or not at all. */
function secondsOf(bytes: Uint8Array, moov: Box): number | null {
  const header = boxOn(['mvhd'], bytes, moov);
  if (!header) return null;
  const view = viewOf(bytes);
  const isLong = bytes[header.start] === 1;
  if (header.end < header.start + (isLong ? 32 : 20)) return null;
  const scale = view.getUint32(header.start + (isLong ? 20 : 12));
  const length = lengthAt(view, header.start + (isLong ? 24 : 16), isLong) || fragmentsOf(bytes, moov);
  return scale > 0 && length > 0 ? length / scale : null;
}

function fragmentsOf(bytes: Uint8Array, moov: Box): number {
  const header = boxOn(['mvex', 'mehd'], bytes, moov);
  if (!header) return 0;
  const isLong = bytes[header.start] === 1;
  if (header.end < header.start + (isLong ? 12 : 8)) return 0;
  return lengthAt(viewOf(bytes), header.start + 4, isLong);
}

/** All ones say that the length is not known. */
function lengthAt(view: DataView, at: number, isLong: boolean): number {
  if (!isLong) return view.getUint32(at) === 0xffff_ffff ? 0 : view.getUint32(at);
  const length = view.getBigUint64(at);
  return length > BigInt(Number.MAX_SAFE_INTEGER) ? 0 : Number(length);
}
