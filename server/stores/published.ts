import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ContentModel } from '../../src/content/schema';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';

/** One row of a document, as far as its life is concerned. */
export interface PublicRow {
  readonly id: number;
  readonly entry: string;
  readonly key: EntryKey;
  readonly title: string | null;
  readonly isPublic: boolean;
  /** When it became public: published, or saved where saving is publishing. Milliseconds since 1970. */
  readonly at: number;
}

const instant = z.union([z.number(), z.string(), z.date()]).transform((value) => new Date(value).getTime());

const row = z.looseObject({
  id: z.coerce.number(),
  documentId: z.string(),
  locale: z.string().nullish(),
  publishedAt: instant.nullish(),
  updatedAt: instant.nullish(),
});

export type PublishedStore = ReturnType<typeof publishedStore>;

/** Which entries of the app visitors can see, without what they say. `titleField` is a field of the type, or null. */
export function publishedStore(strapi: Core.Strapi) {
  const rowsOf = async (
    model: ContentModel,
    titleField: string | null,
    params: object,
  ): Promise<PublicRow[]> => {
    const select = [
      'id',
      'documentId',
      'locale',
      'publishedAt',
      'updatedAt',
      ...(titleField ? [titleField] : []),
    ];
    const found = await strapi.db.query(model.uid).findMany({ select, ...params });
    return z
      .array(row)
      .parse(found)
      .map(({ id, documentId, locale, publishedAt, updatedAt, ...rest }) => {
        const key = { uid: model.uid, documentId, locale: model.localized ? (locale ?? null) : null };
        const title = titleField === null ? null : rest[titleField];
        return {
          id,
          key,
          entry: entryIdOf(key),
          title: typeof title === 'string' && title.trim() !== '' ? title : null,
          isPublic: !model.draftAndPublish || Boolean(publishedAt),
          at: (model.draftAndPublish ? publishedAt : updatedAt) ?? 0,
        };
      });
  };
  const visible = (model: ContentModel) => (model.draftAndPublish ? { publishedAt: { $notNull: true } } : {});

  return {
    /** All rows of a document, drafts too. */
    ofDocument: (model: ContentModel, titleField: string | null, documentId: string) =>
      rowsOf(model, titleField, { where: { documentId } }),

    /** Public rows of a type in the order of their ids, from after one. */
    after: (model: ContentModel, titleField: string | null, id: number, limit: number) =>
      rowsOf(model, titleField, {
        where: { ...visible(model), id: { $gt: id } },
        orderBy: [{ id: 'asc' }],
        limit,
      }),

    /** Which of these entries are public. */
    async among(model: ContentModel, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await rowsOf(model, null, {
        where: { ...visible(model), documentId: { $in: [...documentIds] } },
      });
      return new Set(rows.map(({ entry }) => entry));
    },
  };
}
