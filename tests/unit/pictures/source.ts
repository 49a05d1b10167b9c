import type { LoadedPicture, PictureSource } from '../../../server/channels/pictures';
import { renditions } from '../../../server/pictures/renditions/renditions';

/** A media library of these bytes under every name, but for the name `gone`. */
export const sourceOf = (bytes: Promise<Uint8Array> | null): PictureSource => ({
  load: async (hash): Promise<LoadedPicture> =>
    bytes === null || hash === 'gone'
      ? { kind: 'missing' }
      : { kind: 'loaded', bytes: await bytes, address: hash },
  rendition: renditions().of,
});
