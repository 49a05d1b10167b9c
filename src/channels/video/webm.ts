import { textAt, viewOf } from './boxes';
import type { Readable, VideoFacts } from './facts';

const ids = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  kind: 0x83,
  codec: 0x86,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  cluster: 0x1f43b675,
} as const;

/** An element by RFC 8794: its id, and where its content begins and ends. */
interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

const longestHead = 12;
/** What stands before the pictures is small; more is no film. */
const mostBytes = 1_048_576;
const mostElements = 512;

export const isWebm = (head: Uint8Array): boolean =>
  head.length >= 4 && viewOf(head).getUint32(0) === ids.header;

/** What a WebM file says before its pictures begin (matroska.org, RFC 9559); null where it is none, or holds no film. */
export async function readWebm(file: Readable): Promise<VideoFacts | null> {
  const header = await elementIn(file, 0, file.size);
  if (header?.id !== ids.header) return null;
  const said = await contentOf(file, header);
  const type = said && elementsIn(said).find(({ id }) => id === ids.docType);
  if (!said || !type || textAt(said, type.start, Math.min(16, type.end - type.start)) !== 'webm') return null;
  const segment = await elementIn(file, header.end, file.size);
  if (segment?.id !== ids.segment) return null;
  let seconds: number | null = null;
  let film: Pick<VideoFacts, 'width' | 'height' | 'codec' | 'sound'> | null = null;
  for (let at = segment.start, seen = 0; at < segment.end && seen < mostElements; seen += 1) {
    const element = await elementIn(file, at, segment.end);
    if (!element || element.id === ids.cluster) break;
    const content =
      element.id === ids.info || element.id === ids.tracks ? await contentOf(file, element) : null;
    if (content && element.id === ids.info) seconds = secondsOf(content);
    if (content && element.id === ids.tracks) film = filmOf(content);
    at = element.end;
  }
  return film && { ...film, format: 'webm', bytes: file.size, seconds, isQuickToStart: true };
}

async function elementIn(file: Readable, at: number, limit: number): Promise<Element | null> {
  return elementAt(await file.read(at, Math.min(longestHead, limit - at)), at, limit);
}

async function contentOf(file: Readable, { start, end }: Element): Promise<Uint8Array | null> {
  if (end - start > mostBytes) return null;
  const bytes = await file.read(start, end - start);
  return bytes.length === end - start ? bytes : null;
}

/** The head of an element at `offset`, of which `head` are the bytes from there on; one of unknown size goes to the end of what is around it. */
function elementAt(head: Uint8Array, offset: number, limit: number): Element | null {
  const id = numberAt(head, 0, 4, false);
  const size = id && numberAt(head, id.length, 8, true);
  if (!id || !size) return null;
  const start = offset + id.length + size.length;
  const end = size.value === null ? limit : start + size.value;
  return id.value !== null && start <= limit && end <= limit ? { id: id.value, start, end } : null;
}

function elementsIn(bytes: Uint8Array, start = 0, end = bytes.length): Element[] {
  const found: Element[] = [];
  for (let at = start; at < end && found.length < mostElements;) {
    const element = elementAt(bytes.subarray(at, Math.min(at + longestHead, end)), at, end);
    if (!element) break;
    found.push(element);
    at = element.end;
  }
  return found;
}

/** A number whose first byte says how long it is; a size without its mark, null where all its bits are ones: not known. */
function numberAt(
  bytes: Uint8Array,
  at: number,
  longest: number,
  isSize: boolean,
): { readonly value: number | null; readonly length: number } | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || length > longest || bytes.length < at + length) return null;
  const mark = 0x80 >> (length - 1);
  let value = isSize ? first & (mark - 1) : first;
  let isUnknown = isSize && value === mark - 1;
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value: isUnknown ? null : value, length };
}

function secondsOf(info: Uint8Array): number | null {
  const found = elementsIn(info);
  const length = found.find(({ id }) => id === ids.duration);
  const scale = found.find(({ id }) => id === ids.scale);
  if (!length) return null;
  const size = length.end - length.start;
  const view = viewOf(info);
  const ticks = size === 8 ? view.getFloat64(length.start) : size === 4 ? view.getFloat32(length.start) : NaN;
  // A tick is a millisecond where nothing else is said.
  const seconds = (ticks * (scale ? unsigned(info, scale) : 1_000_000)) / 1e9;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

const codecs: Readonly<Record<string, string>> = {
  V_VP8: 'vp8',
  V_VP9: 'vp9',
  V_AV1: 'av1',
  A_OPUS: 'opus',
  A_VORBIS: 'vorbis',
};

function filmOf(tracks: Uint8Array): Pick<VideoFacts, 'width' | 'height' | 'codec' | 'sound'> | null {
  const found = elementsIn(tracks)
    .filter(({ id }) => id === ids.track)
    .map(({ start, end }) => elementsIn(tracks, start, end));
  const ofKind = (kind: number) =>
    found.find((parts) => parts.some((one) => one.id === ids.kind && unsigned(tracks, one) === kind));
  const codecOf = (parts: readonly Element[] | undefined): string | null => {
    const said = parts?.find(({ id }) => id === ids.codec);
    if (!said) return null;
    const name = textAt(tracks, said.start, Math.min(32, said.end - said.start));
    return (Object.hasOwn(codecs, name) ? codecs[name] : name.replace(/[^\w.-]/g, '')) || 'unknown';
  };
  const film = ofKind(1);
  const video = film?.find(({ id }) => id === ids.video);
  const codec = codecOf(film);
  if (!video || codec === null) return null;
  const parts = elementsIn(tracks, video.start, video.end);
  const [width, height] = [ids.width, ids.height].map((wanted) => {
    const said = parts.find(({ id }) => id === wanted);
    return said ? unsigned(tracks, said) : 0;
  });
  return width && height ? { width, height, codec, sound: codecOf(ofKind(2)) } : null;
}

/** A number of up to six bytes; longer ones are none that we ask for. */
function unsigned(bytes: Uint8Array, { start, end }: Element): number {
  if (end - start > 6) return 0;
  return bytes.subarray(start, end).reduce((value, byte) => value * 256 + byte, 0);
}
