import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { catchUpPolicy } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import type { Table } from './table';

const campaignsUid = 'presence::campaign';

export const campaignsTable: Table = {
  uid: campaignsUid,
  singularName: 'campaign',
  tableName: 'presence_campaigns',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    entry: { type: 'string' },
    entryTitle: { type: 'text' },
    name: { type: 'string' },
    goal: { type: 'text' },
    catchUp: { type: 'string' },
    createdBy: { type: 'string' },
    // Null for campaigns that are older than the column, and for those that a program made.
    makerId: { type: 'string' },
    createdAt: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_campaigns_entry', columns: ['entry'] }],
};

const campaignRow = z.object({
  id: z.coerce.number(),
  key: z.string(),
  entry: z.string(),
  /** As it was when the campaign was made: a deleted entry is still named. */
  entryTitle: z.string(),
  name: z.string(),
  goal: z.string(),
  catchUp: catchUpPolicy,
  createdBy: z.string(),
  /** Id of the admin user who made it. */
  makerId: z
    .string()
    .nullish()
    .transform((id) => id ?? null),
  createdAt: z.coerce.number(),
});
export type CampaignRow = z.output<typeof campaignRow>;

/** What the list can be narrowed by. */
export interface CampaignFilter {
  readonly entry?: string | undefined;
  readonly q?: string | undefined;
}

const whereOf = ({ entry, q }: CampaignFilter): object => ({
  ...(entry === undefined ? {} : { entry }),
  ...(q ? { name: { $containsi: q } } : {}),
});

export function campaignsStore(db: Core.Strapi['db']) {
  const query = () => db.query(campaignsUid);
  const rows = (found: unknown[]): CampaignRow[] => found.map((row) => campaignRow.parse(row));
  return {
    async insert(row: Omit<CampaignRow, 'id'>): Promise<void> {
      await query().create({ data: row });
    },

    async update(
      key: string,
      change: Partial<Pick<CampaignRow, 'name' | 'goal' | 'catchUp'>>,
    ): Promise<void> {
      if (Object.keys(change).length > 0) await query().updateMany({ where: { key }, data: change });
    },

    async byKeys(keys: readonly string[]): Promise<CampaignRow[]> {
      return keys.length === 0 ? [] : rows(await query().findMany({ where: { key: { $in: [...keys] } } }));
    },

    /** Keys of the newest campaigns whose name has these words; enough for a person's search. */
    async keysNamed(q: string): Promise<string[]> {
      const found = await query().findMany({
        select: ['key'],
        where: whereOf({ q }),
        orderBy: { id: 'desc' },
        limit: 500,
      });
      return found.map((row: { readonly key: string }) => row.key);
    },

    async page(filter: CampaignFilter, page: number, pageSize: number): Promise<Page<CampaignRow>> {
      const where = whereOf(filter);
      const total = await query().count({ where });
      const items = await query().findMany({
        where,
        orderBy: { id: 'desc' },
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return { items: rows(items), page, pageSize, total };
    },
  };
}

export type CampaignsStore = ReturnType<typeof campaignsStore>;
