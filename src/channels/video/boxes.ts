/** A box of a file by ISO/IEC 14496-12: its type, and where its content begins and ends. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export const textAt = (bytes: Uint8Array, offset: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(offset, offset + length));

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The head of a box at `offset` of a file of which `head` are the bytes from there on; `limit` is where the box around it ends. Null where
 * there is none: too few bytes, or a size that leads backwards or out of the box around it.
 */
export function boxAt(head: Uint8Array, offset: number, limit: number): Box | null {
  if (head.length < 8) return null;
  const view = viewOf(head);
  const short = view.getUint32(0);
  const type = textAt(head, 4, 4);
  const isLong = short === 1;
  if (isLong && head.length < 16) return null;
  const size = isLong ? Number(view.getBigUint64(8)) : short === 0 ? limit - offset : short;
  const start = offset + (isLong ? 16 : 8);
  const end = offset + size;
  return end >= start && end <= limit ? { type, start, end } : null;
}

/** At most so many boxes are read inside of one. */
const most = 512;

/** The boxes in a stretch of bytes; what comes behind a broken one is left out. */
export function boxesIn(bytes: Uint8Array, start = 0, end = bytes.length): Box[] {
  const found: Box[] = [];
  for (let at = start; at < end && found.length < most;) {
    const box = boxAt(bytes.subarray(at, Math.min(at + 16, end)), at, end);
    if (!box) break;
    found.push(box);
    at = box.end;
  }
  return found;
}

/** The first box on a way down, such as `mdia`, `minf`, `stbl`. */
export function boxOn(way: readonly string[], bytes: Uint8Array, inside: Box): Box | null {
  let box: Box | null = inside;
  for (const type of way) {
    if (box === null) return null;
    box = boxesIn(bytes, box.start, box.end).find((one) => one.type === type) ?? null;
  }
  return box;
}
