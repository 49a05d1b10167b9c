/** Markers of JPEG (ITU-T T.81, B.1.1.3) by their second byte. */
const marker = { start: 0xd8, end: 0xd9, scan: 0xda, jfif: 0xe0, icc: 0xe2, adobe: 0xee, comment: 0xfe };

/**
 * A JPEG without what does not draw it: EXIF, XMP, IPTC, comments, and whatever hangs behind its end. Not one pixel changes.
 * Null where the file is not built like a JPEG.
 */
export function withoutMetadata(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const kind = bytes[at + 1] ?? 0;
    // Any number of FF may stand before a marker.
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    if (kind === marker.end) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    if (draws(kind, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
    if (kind !== marker.scan) continue;
    at = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
  return Buffer.concat([...kept, Buffer.from([0xff, marker.end])]);
}

/** Tables, frames and scans draw; of the application segments only those that say how colours are meant. */
function draws(kind: number, content: Buffer): boolean {
  if (kind === marker.icc) return content.toString('latin1', 0, 11) === 'ICC_PROFILE';
  const isApplication = kind >= 0xe0 && kind <= 0xef;
  return kind !== marker.comment && (!isApplication || kind === marker.jfif || kind === marker.adobe);
}

/** Where the next marker stands: in a scan, FF is followed by 00, or by a restart marker (D0 to D7). */
function endOfScan(bytes: Buffer, start: number): number {
  for (
    let at = bytes.indexOf(0xff, start);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
  }
  return bytes.length;
}
