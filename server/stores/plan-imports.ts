import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { countOf, insertRows, queryOn } from './bulk';
import type { Table } from './table';

const tableName = 'presence_plan_imports';

/** The campaigns that came by a file: the unique mark of an entry and a name is why two instances never make the same one. */
export const planImportsTable: Table = {
  uid: 'presence::plan-import',
  singularName: 'plan-import',
  tableName,
  attributes: {
    id: { type: 'increments' },
    mark: { type: 'string', column: { unique: true } },
    campaign: { type: 'string' },
  },
  indexes: [],
};

const holder = z.array(z.object({ campaign: z.string() }));

export type PlanImportsStore = ReturnType<typeof planImportsStore>;

export const planImportsStore = (db: Core.Strapi['db']) => ({
  /**
   * Takes a mark for `by`, and says whether it is ours. Stands first in its transaction: whoever comes at the same time waits here, and
   * then sees what was made. A mark is free again once its campaign is not the one any more that it stands for (`isHeld`).
   */
  claim: async (mark: string, by: string, isHeld: (campaign: string) => Promise<boolean>): Promise<boolean> =>
    await db.transaction(async ({ trx }) => {
      await insertRows(db, trx, tableName, ['mark', 'campaign'], [[mark, by]], { on: 'mark' });
      const take = async (from: string): Promise<boolean> =>
        countOf(
          await queryOn(db, tableName, trx).where({ mark, campaign: from }).update({ campaign: by }),
        ) === 1;
      const [found] = holder.parse(await queryOn(db, tableName, trx).where({ mark }).select('campaign'));
      if (!found) return false;
      if (found.campaign === by) return true;
      return !(await isHeld(found.campaign)) && (await take(found.campaign));
    }),

  /** Writes down which campaign a mark stands for. */
  async name(mark: string, by: string, campaign: string): Promise<void> {
    await db.transaction(async ({ trx }) => {
      await queryOn(db, tableName, trx).where({ mark, campaign: by }).update({ campaign });
    });
  },
});
