import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ContentModel } from '../../src/content/schema';
import type { EntryKey } from '../../src/shared/entry-key';

/** An entry and what it is called. */
export interface TitledRow {
  readonly entry: EntryKey;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

const fixed = z.object({
  documentId: z.string(),
  locale: z.string().nullish(),
  updatedAt: z
    .union([z.number(), z.string(), z.date()])
    .nullish()
    .transform((value) => (value === null || value === undefined ? 0 : new Date(value).getTime())),
});

/** Finds what is edited of entries (the draft, or the one row of a type without drafts) by words of one of their fields. */
export const entrySearch =
  (strapi: Core.Strapi) =>
  async (model: ContentModel, field: string, q: string, limit: number): Promise<TitledRow[]> => {
    const found: unknown = await strapi.db.query(model.uid).findMany({
      select: ['documentId', 'locale', 'updatedAt', field],
      where: {
        ...(model.draftAndPublish ? { publishedAt: { $null: true } } : {}),
        ...(q === '' ? {} : { [field]: { $containsi: q } }),
      },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      limit,
    });
    return z
      .array(z.looseObject({}))
      .parse(found)
      .map((row) => {
        const { documentId, locale, updatedAt } = fixed.parse(row);
        const entry = { uid: model.uid, documentId, locale: model.localized ? (locale ?? null) : null };
        const title = row[field];
        return { entry, title: typeof title === 'string' && title !== '' ? title : documentId, updatedAt };
      });
  };
