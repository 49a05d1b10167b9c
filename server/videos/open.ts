import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Readable } from '../../src/channels/video/facts';
import { pathIn } from '../channels/pictures';
import type { Outgoing } from '../http/outgoing';

/** A file of the media library that is read in parts. */
export interface OpenVideo extends Readable {
  readonly kind: 'open';
  /** Its bytes from `start` up to `end`, exactly so many; throws where the file has become shorter. */
  chunks(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** A file, or why there is none. */
export type OpenedVideo =
  OpenVideo | { readonly kind: 'missing' } | { readonly kind: 'unavailable'; readonly message: string };

/** Videos by the `hash` of their file: the address in a copy comes from a request, so it is never opened. */
export interface Videos {
  open(hash: string): Promise<OpenedVideo>;
}

const file = z.object({ url: z.string() });

/** What is asked for at once of a library that lies elsewhere. */
const atOnce = 4 * 1_048_576;
const timeout = 60_000;

/** Files in the folder of Strapi are read there; of a library that lies elsewhere, ranges are asked for (RFC 9110, 14). */
export function mediaVideos(strapi: Core.Strapi, http: Outgoing): Videos {
  return {
    async open(hash) {
      const found = file.safeParse(
        await strapi.db.query('plugin::upload.file').findOne({ where: { hash }, select: ['url'] }),
      );
      if (!found.success) return { kind: 'missing' };
      const { url } = found.data;
      return /^https?:\/\//.test(url)
        ? elsewhere(http, url)
        : inFolder(pathIn(resolve(strapi.dirs.static.public), url));
    },
  };
}

async function inFolder(path: string | null): Promise<OpenedVideo> {
  const known = path === null ? null : await stat(path).catch(() => null);
  if (path === null || !known?.isFile()) return { kind: 'missing' };
  return {
    kind: 'open',
    size: known.size,
    async read(offset, length) {
      const handle = await open(path);
      try {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    async *chunks(start = 0, end = known.size) {
      if (end > start)
        yield* exactly(createReadStream(path, { start, end: end - 1, highWaterMark: 262_144 }), end - start);
    },
  };
}

async function elsewhere(http: Outgoing, url: string): Promise<OpenedVideo> {
  const first = await http.send({
    ...{ method: 'GET', url, timeout, maxBytes: 1, redirects: 3 },
    headers: { range: 'bytes=0-0' },
  });
  if (first.kind !== 'answered') return { kind: 'unavailable', message: first.message };
  if (first.status === 404 || first.status === 410) return { kind: 'missing' };
  const size = Number(/^bytes 0-0\/(\d+)$/.exec(first.headers['content-range'] ?? '')?.[1]);
  if (first.status !== 206 || !Number.isSafeInteger(size))
    return { kind: 'unavailable', message: noRanges(new URL(url).hostname) };
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const end = Math.min(offset + length, size);
    if (end <= offset) return new Uint8Array();
    const part = await http.send({
      ...{ method: 'GET', url, timeout, maxBytes: end - offset, redirects: 3 },
      headers: { range: `bytes=${offset}-${end - 1}` },
    });
    if (part.kind !== 'answered') throw new Error(part.message);
    if (part.status !== 206 || part.bytes.length !== end - offset)
      throw new Error(
        `The media library answered with status ${part.status}, and not with the part that was asked for.`,
      );
    return part.bytes;
  };
  return {
    kind: 'open',
    size,
    read,
    async *chunks(start = 0, end = size) {
      for (let at = start; at < end; at += atOnce) yield await read(at, Math.min(atOnce, end - at));
    },
  };
}

const noRanges = (host: string): string =>
  `${host} does not hand over files in parts, so a video there cannot be sent. Have it answer requests with a range.`;

/** So many bytes: fewer are an error, more are left out. */
async function* exactly(stream: AsyncIterable<Uint8Array>, length: number): AsyncIterable<Uint8Array> {
  let left = length;
  for await (const chunk of stream) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
  throw new Error('The file has become shorter while it was read.');
}
