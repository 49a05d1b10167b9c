import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { campaignTarget, campaignUtm } from '../../src/publishing/campaign/aim';
import { catchUpPolicy } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { jsonText } from './columns';
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
    // Null for campaigns that are older than these columns: no number, no parameters, no template.
    target: { type: 'text' },
    utm: { type: 'text' },
    template: { type: 'string' },
    checked: { type: 'text' },
    createdBy: { type: 'string' },
    // Null for campaigns that are older than the column, and for those that a program made.
    makerId: { type: 'string' },
    createdAt: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_campaigns_entry', columns: ['entry'] }],
};

const orNull = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.null(), z.undefined(), jsonText(schema)])
    .transform((value) => (value ?? null) as z.output<T> | null);

const columnsOf = (row: Partial<Omit<CampaignRow, 'id'>>): Record<string, unknown> => ({
  ...row,
  ...('target' in row ? { target: row.target && JSON.stringify(row.target) } : {}),
  ...('utm' in row ? { utm: row.utm && JSON.stringify(row.utm) } : {}),
  ...(row.checked ? { checked: JSON.stringify(row.checked) } : {}),
});

const campaignRow = z.object({
  id: z.coerce.number(),
  key: z.string(),
  entry: z.string(),
  /** As it was when the campaign was made: a deleted entry is still named. */
  entryTitle: z.string(),
  name: z.string(),
  goal: z.string(),
  catchUp: catchUpPolicy,
  target: orNull(campaignTarget),
  utm: orNull(campaignUtm),
  template: z
    .string()
    .nullish()
    .transform((key) => key ?? null),
  checked: orNull(z.array(z.string())).transform((keys) => keys ?? []),
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
  readonly keys?: readonly string[] | undefined;
}

const whereOf = ({ entry, q, keys }: CampaignFilter): object => ({
  ...(keys === undefined ? {} : { key: { $in: [...keys] } }),
  ...(entry === undefined ? {} : { entry }),
  ...(q ? { $or: [{ name: { $containsi: q } }, { entryTitle: { $containsi: q } }] } : {}),
});

export function campaignsStore(db: Core.Strapi['db']) {
  const query = () => db.query(campaignsUid);
  const rows = (found: unknown[]): CampaignRow[] => found.map((row) => campaignRow.parse(row));
  return {
    async insert(row: Omit<CampaignRow, 'id'>): Promise<void> {
      await query().create({ data: columnsOf(row) });
    },

    async update(
      key: string,
      change: Partial<Pick<CampaignRow, 'name' | 'goal' | 'catchUp' | 'target' | 'utm' | 'checked'>>,
    ): Promise<void> {
      if (Object.keys(change).length > 0)
        await query().updateMany({ where: { key }, data: columnsOf(change) });
    },

    async byKeys(keys: readonly string[]): Promise<CampaignRow[]> {
      return keys.length === 0 ? [] : rows(await query().findMany({ where: { key: { $in: [...keys] } } }));
    },

    /** Whether an entry (`entryIdOf`) has a campaign of exactly this name. */
    async isNamed(entry: string, name: string): Promise<boolean> {
      const found: unknown[] = await query().findMany({ select: ['name'], where: { entry } });
      return found.some((row) => campaignRow.pick({ name: true }).parse(row).name === name);
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
