import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ContentModel } from '../../src/content/schema';
import type { EntryKey } from '../../src/shared/entry-key';

/** What is edited of an entry: the draft, or the one row of a type without drafts. */
export interface DraftRow {
  readonly id: number;
  readonly key: EntryKey;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

const row = z.object({
  id: z.coerce.number(),
  documentId: z.string(),
  locale: z.string().nullish(),
  updatedAt: z
    .union([z.number(), z.string(), z.date()])
    .nullish()
    .transform((value) => (value === null || value === undefined ? 0 : new Date(value).getTime())),
});

export type BrandDraftsStore = ReturnType<typeof brandDraftsStore>;

/** Which entries there are to be checked, without what they say. */
export function brandDraftsStore(strapi: Core.Strapi) {
  const rowsOf = async (model: ContentModel, params: object): Promise<DraftRow[]> => {
    const select = ['id', 'documentId', 'locale', 'updatedAt'];
    const found: unknown = await strapi.db.query(model.uid).findMany({ select, ...params });
    return z
      .array(row)
      .parse(found)
      .map(({ id, documentId, locale, updatedAt }) => ({
        id,
        key: { uid: model.uid, documentId, locale: model.localized ? (locale ?? null) : null },
        updatedAt,
      }));
  };
  const edited = (model: ContentModel) => (model.draftAndPublish ? { publishedAt: { $null: true } } : {});

  return {
    ofDocument: (model: ContentModel, documentId: string): Promise<DraftRow[]> =>
      rowsOf(model, { where: { ...edited(model), documentId } }),

    /** How many there are of a type. */
    count: (model: ContentModel): Promise<number> =>
      strapi.db.query(model.uid).count({ where: edited(model) }),

    /** Rows of several documents of a type. */
    among: (model: ContentModel, documentIds: readonly string[]): Promise<DraftRow[]> =>
      rowsOf(model, { where: { ...edited(model), documentId: { $in: [...documentIds] } } }),

    /** Rows of a type in the order of their ids, from after one. */
    after: (model: ContentModel, id: number, limit: number): Promise<DraftRow[]> =>
      rowsOf(model, { where: { ...edited(model), id: { $gt: id } }, orderBy: [{ id: 'asc' }], limit }),
  };
}
