import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { PresenceConfig } from '../config/schema';
import type { Pictures } from './channels/pictures';
import { cards, type CardDeps, type NewFile } from './pictures/cards/cards';
import { pictureFactsService } from './pictures/facts';
import { focusing } from './pictures/focusing';
import { ocr } from './pictures/ocr';
import { stripping } from './pictures/stripping';
import type { Actor } from '../src/shared/actor';
import type { Audit } from './services/audit';
import { brandPicturesStore } from './stores/brand-pictures';
import { mediaFilesStore, type MediaFile } from './stores/media-files';
import type { VideoLook } from './videos/facts';
import { toldVideo } from './videos/told';

interface Deps {
  readonly config: PresenceConfig;
  readonly pictures: Pick<Pictures, 'open' | 'attention'>;
  readonly lookAtVideo: VideoLook;
  readonly audit: Audit;
  readonly brandOf: CardDeps['brandOf'];
  readonly now: () => number;
}

/** Strapi's upload service, as far as we use it. */
interface Upload {
  replace(
    id: number,
    values: { data: { fileInfo: object }; file: object },
    options?: { user?: { id: unknown } },
  ): Promise<unknown>;
  upload(
    values: { data: { fileInfo: object }; files: object },
    options?: { user?: { id: unknown } },
  ): Promise<unknown>;
}

export type PicturesPart = ReturnType<typeof wirePictures>;

/** The part of the composition that measures pictures, takes metadata out of them, and draws cards. */
export function wirePictures(
  strapi: Core.Strapi,
  { config, pictures, lookAtVideo, audit, brandOf, now }: Deps,
) {
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
    /** Cards of the brand, as pictures for copies. */
    cards: cards({ ...{ files, audit, brandOf }, open: pictures.open, upload: uploadIn(strapi) }),
    /** What a file is, as a video of a copy. */
    video: toldVideo(lookAtVideo),
    /** Where a cut of a picture of a copy should be. */
    focus: focusing({ files, open: pictures.open, attention: pictures.attention }),
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

const uploadOf = (strapi: Core.Strapi): Upload =>
  strapi.plugin('upload').service('upload') as unknown as Upload;

const uploaded = z.tuple([z.object({ hash: z.string(), url: z.string() })]);

const uploadIn =
  (strapi: Core.Strapi) =>
  async ({ path, size, name, alternativeText }: NewFile, actor: Actor) => {
    const made = await uploadOf(strapi).upload(
      {
        data: { fileInfo: { name, alternativeText } },
        files: { filepath: path, originalFilename: name, mimetype: 'image/jpeg', size },
      },
      actor.kind === 'user' ? { user: { id: actor.id } } : {},
    );
    return uploaded.parse(made)[0];
  };

const replaceIn =
  (strapi: Core.Strapi) =>
  async (
    { id, name, alternativeText, caption, mime }: MediaFile,
    path: string,
    size: number,
  ): Promise<void> => {
    await uploadOf(strapi).replace(id, {
      data: { fileInfo: { name, alternativeText, caption } },
      file: { filepath: path, originalFilename: name, mimetype: mime, size },
    });
  };
