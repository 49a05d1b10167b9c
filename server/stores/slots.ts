import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { PublicationState } from '../../src/publishing/schema';
import { queryOn } from './bulk';
import { channelsTable } from './channels';
import { publicationsTable } from './publication-row';

/** What stands in one of these uses no time of its channel. */
const without: readonly PublicationState[] = ['draft', 'cancelled', 'skipped'];

const taken = z.array(
  z.object({ key: z.string(), channel: z.string(), due_at: z.coerce.number() }).transform((row) => ({
    ...{ key: row.key, channel: row.channel },
    dueAt: row.due_at,
  })),
);
/** A time that a publication uses. */
export type Taken = z.output<typeof taken>[number];

export type SlotsStore = ReturnType<typeof slotsStore>;

/** The times that are used on a channel. */
export const slotsStore = (db: Core.Strapi['db']) => ({
  /**
   * Locks the channels until the open transaction ends, so that two people never take the same slot. Comes first in it:
   * what is read afterwards is what the other one left.
   */
  lock: async (channels: readonly string[]): Promise<void> =>
    db.transaction(async ({ trx }) => {
      await queryOn(db, channelsTable.tableName, trx)
        .whereIn('key', [...channels])
        .orderBy('key')
        .select('id')
        .forUpdate();
    }),

  /** What goes out on these channels since an instant (milliseconds since 1970). */
  takenOn: async (channels: readonly string[], since: number): Promise<readonly Taken[]> =>
    db.transaction(async ({ trx }) =>
      taken.parse(
        await queryOn(db, publicationsTable.tableName, trx)
          .whereIn('channel', [...channels])
          .where('due_at', '>=', since)
          .whereNotIn('state', [...without])
          .select('key', 'channel', 'due_at'),
      ),
    ),
});
