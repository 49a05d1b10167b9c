import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Table } from './table';

const uid = 'presence::calendar-feed';

/** One secret link a person. `key` is what the token in the link names; another key makes every older link void. */
export const calendarFeedsTable: Table = {
  uid,
  singularName: 'presence_calendar_feed',
  tableName: 'presence_calendar_feeds',
  attributes: {
    id: { type: 'increments' },
    user: { type: 'string', column: { unique: true } },
    key: { type: 'string', column: { unique: true } },
    createdAt: { type: 'biginteger' },
    usedAt: { type: 'biginteger' },
  },
  indexes: [],
};

const row = z.object({
  user: z.string(),
  key: z.string(),
  createdAt: z.coerce.number(),
  usedAt: z.union([z.null(), z.coerce.number()]),
});
export type CalendarFeed = z.output<typeof row>;

export type CalendarFeedsStore = ReturnType<typeof calendarFeedsStore>;

export function calendarFeedsStore(db: Core.Strapi['db']) {
  const find = async (where: object): Promise<CalendarFeed | null> => {
    const found: unknown = await db.query(uid).findOne({ where });
    return found ? row.parse(found) : null;
  };
  return {
    of: (user: string) => find({ user }),
    byKey: (key: string) => find({ key }),

    /** Makes the link of a person, in place of the one before. */
    async put(user: string, key: string, now: number): Promise<void> {
      await db
        .queryBuilder(uid)
        .insert({ user, key, createdAt: now, usedAt: null })
        .onConflict('user')
        .merge(['key', 'created_at', 'used_at'])
        .execute();
    },

    async remove(user: string): Promise<boolean> {
      const { count } = await db.query(uid).deleteMany({ where: { user } });
      return count > 0;
    },

    async used(key: string, now: number): Promise<void> {
      await db.query(uid).updateMany({ where: { key }, data: { usedAt: now } });
    },
  };
}
