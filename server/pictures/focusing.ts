import type { FocalPoint, FocusQuery, ProposedFocus } from '../../src/channels/pictures/shape';
import type { Proportion } from '../../src/channels/rules/pictures/proportions';
import { fail, ok, type Result } from '../../src/shared/result';
import type { LoadedPicture } from '../channels/pictures';
import { isLoadable } from './decode';
import type { MediaFilesStore } from '../stores/media-files';

interface Deps {
  readonly files: Pick<MediaFilesStore, 'find'>;
  readonly open: (url: string) => Promise<LoadedPicture>;
  readonly attention: (bytes: Uint8Array, ratio: Proportion) => Promise<FocalPoint | null>;
}

/** What a cut of a picture should keep: what the media library says of the file, else where the eye goes. */
export const focusing =
  ({ files, open, attention }: Deps) =>
  async ({ hash, ratio }: FocusQuery): Promise<Result<ProposedFocus>> => {
    const file = (await files.find([hash])).find((one) => one.hash === hash);
    if (file?.focus) return ok({ focus: file.focus, from: 'library' });
    const loaded = file && isLoadable(file) ? await open(file.url) : null;
    const focus = loaded?.kind === 'loaded' ? await attention(loaded.bytes, ratio) : null;
    if (!focus)
      return fail({
        code: 'picture.not-found',
        message: 'This picture is no longer in the media library, or it cannot be read. Choose another.',
      });
    return ok({ focus, from: 'eye' });
  };
