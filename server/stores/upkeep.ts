import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { consentsTable } from './consents';
import { contactsTableName } from './contacts';
import { queryOn } from './bulk';
import { publicationsTable } from './publication-row';
import { touchpointsTable } from './touchpoints';
import { visitorKeysTable } from './visitor-keys';

const amount = z.array(z.object({ amount: z.coerce.number() }));

export type UpkeepStore = ReturnType<typeof upkeepStore>;

/** Numbers that tell whether what is promised about data is kept. Each is one look at an index, or one count. */
export const upkeepStore = (db: Core.Strapi['db']) => {
  const count = async (query: PromiseLike<unknown>): Promise<number> =>
    amount.parse(await query)[0]?.amount ?? 0;
  return {
    /** Time of the oldest touchpoint; null where there is none. */
    async oldestTouchpoint(): Promise<number | null> {
      const found: unknown = await queryOn(db, touchpointsTable.tableName).min({ at: 'at' });
      return z.array(z.object({ at: z.coerce.number().nullable() })).parse(found)[0]?.at || null;
    },

    /** The oldest day (`2026-05-01`, UTC) whose visitor key is kept. */
    async oldestKeyDay(): Promise<string | null> {
      const found: unknown = await queryOn(db, visitorKeysTable.tableName).min({ day: 'day' });
      return z.array(z.object({ day: z.string().nullable() })).parse(found)[0]?.day ?? null;
    },

    /** Subscribed contacts, and those of them of whose consent nothing is kept. */
    async subscribers(): Promise<{ all: number; withoutProof: number }> {
      const subscribed = () =>
        queryOn(db, contactsTableName)
          .whereNotNull('confirmed_at')
          .whereNull('unsubscribed_at')
          .whereNull('bounced_at');
      const proven = queryOn(db, consentsTable.tableName).where({ kind: 'confirmed' }).select('contact');
      return {
        all: await count(subscribed().count({ amount: 'id' })),
        withoutProof: await count(subscribed().whereNotIn('key', proven).count({ amount: 'id' })),
      };
    },

    /** People who were erased, and those of them to whom a proof of consent still leads. */
    async erasures(): Promise<{ all: number; leftovers: number }> {
      const erased = () => queryOn(db, consentsTable.tableName).where({ kind: 'erased' });
      return {
        all: await count(erased().count({ amount: 'id' })),
        leftovers: await count(erased().whereNot({ contact: '' }).count({ amount: 'id' })),
      };
    },

    /** When each channel took something last, by channel key. */
    async lastDeliveries(): Promise<ReadonlyMap<string, number>> {
      const found: unknown = await queryOn(db, publicationsTable.tableName)
        .whereNotNull('delivered_at')
        .groupBy('channel')
        .select('channel')
        .max({ at: 'delivered_at' });
      const rows = z.array(z.object({ channel: z.string(), at: z.coerce.number() })).parse(found);
      return new Map(rows.map(({ channel, at }) => [channel, at]));
    },
  };
};
