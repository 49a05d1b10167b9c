import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stripped } from '../../src/brand/pictures/schema';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { LoadedPicture } from '../channels/pictures';
import type { Audit } from '../services/audit';
import type { MediaFile, MediaFilesStore } from '../stores/media-files';
import { decode } from './decode';
import { exifOf } from './exif';
import { stripMetadata } from './strip';

export interface StrippingDeps {
  readonly files: Pick<MediaFilesStore, 'byId'>;
  readonly open: (url: string) => Promise<LoadedPicture>;
  /** Puts a file of the disk in the place of one of the media library, as Strapi does it. */
  readonly replace: (file: MediaFile, path: string, size: number) => Promise<void>;
  readonly audit: Audit;
}

/** Takes out of a file of the media library where, and with what, the picture was taken. The picture stays the same. */
export const stripping =
  ({ files, open, replace, audit }: StrippingDeps) =>
  async (id: number, actor: Actor): Promise<Result<Stripped>> => {
    const file = await files.byId(id);
    const loaded = file && (await open(file.url));
    if (!file || loaded?.kind !== 'loaded')
      return fail({
        code: 'picture.not-found',
        message: `There is no picture ${id} in the media library, or its file is gone.`,
      });
    const bytes = Buffer.from(loaded.bytes);
    const removed = await toldBy(bytes);
    if (removed.length === 0)
      return fail({
        code: 'picture.nothing-to-strip',
        message: `“${file.name}” tells neither where nor with what it was taken.`,
      });
    const stripped = await stripMetadata(bytes);
    if (!stripped || (await toldBy(stripped)).length > 0)
      return fail({
        code: 'picture.cannot-strip',
        message: `“${file.name}” cannot be saved without its metadata. Save it as JPEG or PNG in a picture program and upload it.`,
      });
    const folder = await mkdtemp(join(tmpdir(), 'presence-strip-'));
    try {
      const path = join(folder, 'picture');
      await writeFile(path, stripped);
      await replace(file, path, stripped.length);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    await audit.record({ kind: 'picture.strip', actor, details: { file: id, name: file.name, removed } });
    return ok({ id, removed, before: bytes.length, after: stripped.length });
  };

async function toldBy(bytes: Buffer): Promise<Stripped['removed']> {
  const { head } = await decode(bytes, 16);
  const { gps, device } = await exifOf(head?.exif ?? null);
  return [...(gps ? (['gps'] as const) : []), ...(device === null ? [] : (['device'] as const))];
}
