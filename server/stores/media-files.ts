import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { FocalPoint } from '../../src/channels/pictures/shape';

const uid = 'plugin::upload.file';

/** A file of the media library. */
export interface MediaFile {
  readonly id: number;
  readonly hash: string;
  /** Absolute, or relative to Strapi. */
  readonly url: string;
  readonly mime: string;
  /** Bytes, to a kilobyte. */
  readonly bytes: number;
  /** Another one whenever the file was replaced: replacing keeps hash and address. */
  readonly stamp: string;
  readonly name: string;
  readonly alternativeText: string | null;
  readonly caption: string | null;
  /** What must be seen of a picture, where somebody said so in the media library. */
  readonly focus: FocalPoint | null;
}

/** Strapi keeps broken numbers. */
const hundredth = z.coerce.number().min(0).max(100).transform(Math.round);

const row = z
  .object({
    id: z.coerce.number(),
    hash: z.string(),
    url: z.string(),
    mime: z.string().nullish(),
    size: z.coerce.number().nullish(),
    name: z.string().nullish(),
    alternativeText: z.string().nullish(),
    caption: z.string().nullish(),
    focalPoint: z.object({ x: hundredth, y: hundredth }).nullish().catch(null),
    updatedAt: z.union([z.string(), z.number(), z.date()]).nullish(),
  })
  .transform(
    ({ id, hash, url, mime, size, name, alternativeText, caption, focalPoint, updatedAt }): MediaFile => ({
      ...{ id, hash, url, mime: mime ?? '', bytes: Math.round((size ?? 0) * 1_000), name: name ?? hash },
      ...{ alternativeText: alternativeText ?? null, caption: caption ?? null, focus: focalPoint ?? null },
      stamp: `${updatedAt ? new Date(updatedAt).getTime() : 0}-${size ?? 0}`,
    }),
  );

export type MediaFilesStore = ReturnType<typeof mediaFilesStore>;

export const mediaFilesStore = (db: Core.Strapi['db']) => ({
  /** Those of these files that are there, by the hash or by the address that they are known by. */
  async find(keys: readonly string[]): Promise<MediaFile[]> {
    if (keys.length === 0) return [];
    const found: unknown = await db.query(uid).findMany({
      where: { $or: [{ hash: { $in: [...keys] } }, { url: { $in: [...keys] } }] },
    });
    return z.array(row).parse(found);
  },

  async byId(id: number): Promise<MediaFile | null> {
    const found: unknown = await db.query(uid).findOne({ where: { id } });
    return found ? row.parse(found) : null;
  },
});
