import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Outgoing } from '../http/outgoing';

/** The bytes of a picture of the media library, or why there are none. */
export type LoadedPicture =
  | { readonly kind: 'loaded'; readonly bytes: Uint8Array; readonly address: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unavailable'; readonly message: string };

/** Pictures by the `hash` of their file: the address in a copy comes from a request, so it is never opened. */
export interface Pictures {
  load(hash: string): Promise<LoadedPicture>;
  /** By the address that the media library itself gave for a file; never by one from a request. */
  open(url: string): Promise<LoadedPicture>;
}

const file = z.object({ url: z.string() });

export function mediaPictures(strapi: Core.Strapi, http: Outgoing): Pictures {
  const open = async (url: string): Promise<LoadedPicture> => {
    if (!/^https?:\/\//.test(url)) return fromFolder(resolve(strapi.dirs.static.public), url);
    const answer = await http.send({
      method: 'GET',
      url,
      timeout: 30_000,
      maxBytes: 40 * 1_048_576,
      redirects: 3,
    });
    if (answer.kind !== 'answered') return { kind: 'unavailable', message: answer.message };
    if (answer.status === 404 || answer.status === 410) return { kind: 'missing' };
    if (answer.status !== 200 || !answer.isWhole)
      return { kind: 'unavailable', message: `The media library answered with status ${answer.status}.` };
    return { kind: 'loaded', bytes: answer.bytes, address: url };
  };
  return {
    open,
    async load(hash) {
      const found = file.safeParse(
        await strapi.db.query('plugin::upload.file').findOne({ where: { hash }, select: ['url'] }),
      );
      return found.success ? open(found.data.url) : { kind: 'missing' };
    },
  };
}

async function fromFolder(folder: string, url: string): Promise<LoadedPicture> {
  try {
    const path = resolve(folder, `.${sep}${decodeURIComponent(url.split('?')[0] ?? '')}`);
    if (!path.startsWith(folder + sep)) return { kind: 'missing' };
    return { kind: 'loaded', bytes: await readFile(path), address: url };
  } catch {
    return { kind: 'missing' };
  }
}
