import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { queryOn } from './bulk';
import type { Table } from './table';

const uid = 'presence::brand-day';
const tableName = 'presence_brand_days';

/** How the content stood on a day, by content type: the trend of the report. */
export const brandDaysTable: Table = {
  uid,
  singularName: 'presence_brand_day',
  tableName,
  attributes: {
    id: { type: 'increments' },
    // Day and type.
    dims: { type: 'string', column: { unique: true } },
    day: { type: 'string' },
    uid: { type: 'string' },
    entries: { type: 'integer' },
    score_sum: { type: 'integer' },
    errors: { type: 'integer' },
    warnings: { type: 'integer' },
    suggestions: { type: 'integer' },
  },
  indexes: [{ name: 'presence_brand_days_day', columns: ['day'] }],
};

const whole = z.coerce.number();
const sums = { entries: whole, score_sum: whole, errors: whole, warnings: whole, suggestions: whole };
const dayRow = z.object({ day: z.string(), ...sums });

/** The sums of one day over all entries of the types asked for. */
export type BrandDay = z.output<typeof dayRow>;

export type BrandDaysStore = ReturnType<typeof brandDaysStore>;

export const brandDaysStore = (db: Core.Strapi['db']) => ({
  /** Writes down how types stand on a day; what was written before for the same day is replaced. */
  async put(
    day: string,
    types: readonly (Omit<BrandDay, 'day'> & { readonly uid: string })[],
  ): Promise<void> {
    for (const { uid: type, ...numbers } of types)
      await db
        .queryBuilder(uid)
        .insert({ dims: `${day}|${type}`, day, uid: type, ...numbers })
        .onConflict('dims')
        .merge(numbers)
        .execute();
  },

  /** From a day on, the earliest first. */
  async since(day: string, uids: readonly string[]): Promise<BrandDay[]> {
    const names = Object.keys(sums);
    const found: unknown = await queryOn(db, tableName)
      .where('day', '>=', day)
      .whereIn('uid', [...uids])
      .groupBy('day')
      .orderBy('day')
      .select('day')
      .sum(Object.fromEntries(names.map((name) => [name, name])));
    return z.array(dayRow).parse(found);
  },
});
