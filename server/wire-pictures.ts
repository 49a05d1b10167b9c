import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { PresenceConfig } from '../config/schema';
import type { Pictures } from './channels/pictures';
import { pictureFactsService } from './pictures/facts';
import { ocr } from './pictures/ocr';
import { stripping } from './pictures/stripping';
import type { Audit } from './services/audit';
import { brandPicturesStore } from './stores/brand-pictures';
import { mediaFilesStore, type MediaFile } from './stores/media-files';

interface Deps {
  readonly config: PresenceConfig;
  readonly pictures: Pick<Pictures, 'open'>;
  readonly audit: Audit;
  readonly now: () => number;
}

/** Strapi's upload service, as far as we use it. */
interface Upload {
  replace(
    id: number,
    values: { data: { fileInfo: object }; file: object },
    options?: { user?: { id: unknown } },
  ): Promise<unknown>;
}

export type PicturesPart = ReturnType<typeof wirePictures>;

/** The part of the composition that measures pictures and takes metadata out of them. */
export function wirePictures(strapi: Core.Strapi, { config, pictures, audit, now }: Deps) {
  const files = mediaFilesStore(strapi.db);
  const { enabled, languages } = config.brand.ocr;
  const log = (message: string) => strapi.log.warn(`presence: ${message}`);
  const reading = enabled ? ocr({ languages, from: strapi.dirs.app.root, log }) : null;
  const missing = reading?.missing() ?? null;
  if (missing !== null) log(missing);
  const reader = reading && missing === null ? { ...reading, tag: `tesseract ${languages.join('+')}` } : null;
  const facts = pictureFactsService({
    ...{ files, reader, now },
    open: pictures.open,
    store: brandPicturesStore(strapi.db),
  });
  return {
    /** What was measured in pictures of an entry or a copy, by `pictureKeyOf`; measures what is not known yet. */
    factsOf: facts.factsOf,
    /** Whether text in pictures is read; where it should be and is not, why. */
    reading: { isOn: reader !== null, problem: missing },
    /** Takes out of a file of the media library where, and with what, it was taken. */
    strip: stripping({ files, open: pictures.open, replace: replaceIn(strapi), audit }),
    /** Forgets what was measured in files that are removed; gives the way to stop that. */
    watch: () =>
      strapi.db.lifecycles.subscribe({
        models: ['plugin::upload.file'],
        async afterDelete({ result }) {
          const removed = z.object({ hash: z.string() }).safeParse(result);
          if (removed.success) await facts.forget(removed.data.hash);
        },
      }),
    stop: async (): Promise<void> => reading?.stop(),
  };
}

const replaceIn =
  (strapi: Core.Strapi) =>
  async (
    { id, name, alternativeText, caption, mime }: MediaFile,
    path: string,
    size: number,
  ): Promise<void> => {
    const upload = strapi.plugin('upload').service('upload') as unknown as Upload;
    await upload.replace(id, {
      data: { fileInfo: { name, alternativeText, caption } },
      file: { filepath: path, originalFilename: name, mimetype: mime, size },
    });
  };
