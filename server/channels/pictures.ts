import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { FocalPoint } from '../../src/channels/pictures/shape';
import type { Proportion } from '../../src/channels/rules/pictures/proportions';
import type { Outgoing } from '../http/outgoing';
import type { Rendition } from '../pictures/renditions/encode';
import type { Renditions } from '../pictures/renditions/renditions';
import type { Wanted } from '../pictures/renditions/wanted';

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
  /** As a channel takes it; null where the bytes are no picture that can be sent. */
  rendition(bytes: Uint8Array, wanted: Wanted): Promise<Rendition | null>;
  /** Where the eye goes in a picture that is cut to these proportions; null where the bytes are no picture. */
  attention(bytes: Uint8Array, ratio: Proportion): Promise<FocalPoint | null>;
}

/** What a channel needs to send pictures. */
export type PictureSource = Pick<Pictures, 'load' | 'rendition'>;

const file = z.object({ url: z.string() });

export function mediaPictures(strapi: Core.Strapi, http: Outgoing, made: Renditions): Pictures {
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
    rendition: made.of,
    attention: made.attention,
    async load(hash) {
      const found = file.safeParse(
        await strapi.db.query('plugin::upload.file').findOne({ where: { hash }, select: ['url'] }),
      );
      return found.success ? open(found.data.url) : { kind: 'missing' };
    },
  };
}

/** Where a file of the media library lies in the folder that Strapi hands out; null for an address that leads out of it. */
export function pathIn(folder: string, url: string): string | null {
  try {
    const path = resolve(folder, `.${sep}${decodeURIComponent(url.split('?')[0] ?? '')}`);
    return path.startsWith(folder + sep) ? path : null;
  } catch {
    return null;
  }
}

async function fromFolder(folder: string, url: string): Promise<LoadedPicture> {
  const path = pathIn(folder, url);
  if (path === null) return { kind: 'missing' };
  try {
    return { kind: 'loaded', bytes: await readFile(path), address: url };
  } catch {
    return { kind: 'missing' };
  }
}
