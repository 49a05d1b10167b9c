import type { Outcome } from '../../src/channels/channel';
import type { CopyPicture } from '../../src/channels/schema';
import type { Rendition } from '../pictures/renditions/encode';
import type { Wanted } from '../pictures/renditions/wanted';
import { Ended } from './ended';
import type { PictureSource } from './pictures';

/** A picture of a copy as its channel takes it; where there is none, the delivery ends. */
export async function preparedPicture(
  { hash, shape }: Pick<CopyPicture, 'hash' | 'shape'>,
  pictures: PictureSource,
  wanted: Wanted,
): Promise<Rendition> {
  const loaded = await pictures.load(hash);
  if (loaded.kind === 'missing')
    throw new Ended(
      rejected(
        'picture.missing',
        'A picture of this post is no longer in the media library. Choose another.',
      ),
    );
  if (loaded.kind === 'unavailable')
    throw new Ended({ kind: 'retry', code: 'picture.unavailable', message: loaded.message });
  const made = await pictures.rendition(loaded.bytes, shape ? { ...wanted, shape } : wanted);
  if (!made)
    throw new Ended(
      rejected('picture.unreadable', 'A picture of this post cannot be read. Choose a JPEG, PNG or WebP.'),
    );
  return made;
}

const rejected = (code: string, message: string): Outcome => ({ kind: 'rejected', code, message });
