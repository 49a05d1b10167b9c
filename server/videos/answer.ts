import { byteRange } from '../http/byte-range';
import type { ServedVideo } from '../services/served-videos';

interface Asked {
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

interface VideoAnswer {
  readonly status: 200 | 206 | 404 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: none is sent. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

/**
 * What is answered to whoever loads a video: all of it, a part of it, or why not (RFC 9110, 14). A range counts for GET alone, and not
 * where it holds only for a version that was seen before, because no version has a name here. Nothing is told of why there is none.
 */
export function videoAnswer({ method, headers }: Asked, video: ServedVideo | null): VideoAnswer {
  if (!video) return { status: 404, headers: { 'content-length': '0' }, body: null };
  const { size, mime } = video;
  const asked = method === 'GET' && headers['if-range'] === undefined ? headers['range'] : undefined;
  const range = byteRange(typeof asked === 'string' ? asked : undefined, size);
  const shared = { 'accept-ranges': 'bytes' };
  if (range.kind === 'unsatisfiable')
    return {
      status: 416,
      headers: { ...shared, 'content-range': `bytes */${size}`, 'content-length': '0' },
      body: null,
    };
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: size };
  return {
    status: range.kind === 'part' ? 206 : 200,
    headers: {
      ...{ ...shared, 'content-type': mime, 'content-length': String(end - start) },
      'cache-control': 'private, max-age=3600',
      ...(range.kind === 'part' ? { 'content-range': `bytes ${start}-${end - 1}/${size}` } : {}),
    },
    body: method === 'HEAD' ? null : video.chunks(start, end),
  };
}
