/** A file as the list at the end of a zip archive names it. */
export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly isLink: boolean;
}

/**
 * Reads the list of a zip archive (APPNOTE 6.3, 4.3.12 and 4.3.16); null where there is none. The library that unpacks does
 * not tell links from files, so the list is read here first.
 */
export function entriesOf(zip: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endRecord(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const further = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const mode = view.getUint16(at + 40, true);
    if (at + 46 + nameLength > view.byteLength) return null;
    const path = decode(zip.subarray(at + 46, at + 46 + nameLength));
    entries.push({ path, size, isLink: (mode & 0xf000) === 0xa000 });
    at += 46 + nameLength + further;
  }
  return entries;
}

/** The record stands in the last 64 KB: a comment may follow it. */
function endRecord(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** UTF-8, as far as it is; other signs stay as they are. */
function decode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_000)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_000));
  try {
    return decodeURIComponent(
      [...text].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return text;
  }
}
