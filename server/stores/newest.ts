import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ContentModel } from '../../src/content/schema';
import type { EntryKey } from '../../src/shared/entry-key';

const row = z.object({ documentId: z.string(), locale: z.string().nullish() });

export type NewestStore = ReturnType<typeof newestStore>;

/** What visitors see, newest first. */
export const newestStore = (db: Core.Strapi['db']) => ({
  async published(model: ContentModel, limit: number): Promise<EntryKey[]> {
    const found: unknown = await db.query(model.uid).findMany({
      select: ['documentId', 'locale'],
      where: model.draftAndPublish ? { publishedAt: { $notNull: true } } : {},
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      limit,
    });
    return z
      .array(row)
      .parse(found)
      .map(({ documentId, locale }) => ({
        ...{ uid: model.uid, documentId },
        locale: model.localized ? (locale ?? null) : null,
      }));
  },
});
