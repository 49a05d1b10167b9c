import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::notice-preference';

/** How people want to be told; who has no row has the defaults. */
export const noticePreferencesTable: Table = {
  uid,
  singularName: 'presence_notice_preference',
  tableName: 'presence_notice_preferences',
  attributes: {
    id: { type: 'increments' },
    reader: { type: 'string', column: { unique: true } },
    preferences: { type: 'text' },
  },
  indexes: [],
};

const row = z.object({ reader: z.string(), preferences: jsonText(z.unknown()) });

export type NoticePreferencesStore = ReturnType<typeof noticePreferencesStore>;

/** What comes out is to be parsed: an older version may have known fewer topics. */
export const noticePreferencesStore = (db: Core.Strapi['db']) => ({
  async of(users: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const rows = await db.query(uid).findMany({ where: { reader: { $in: [...users] } } });
    return new Map(
      z
        .array(row)
        .parse(rows)
        .map(({ reader, preferences }) => [reader, preferences]),
    );
  },

  async set(reader: string, preferences: object): Promise<void> {
    await db
      .queryBuilder(uid)
      .insert({ reader, preferences: JSON.stringify(preferences) })
      .onConflict('reader')
      .merge(['preferences'])
      .execute();
  },
});
