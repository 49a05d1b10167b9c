import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { campaignTarget, campaignUtm } from '../../src/publishing/campaign/aim';
import { campaignCases } from '../../src/publishing/campaign/standing';
import { catchUpPolicy, type CampaignState, type PublicationState } from '../../src/publishing/schema';
import { isOver } from '../../src/publishing/status';
import type { Page } from '../../src/shared/page';
import { queryOn } from './bulk';
import { jsonText } from './columns';
import { publicationsTable } from './publication-row';
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
  readonly state?: CampaignState | undefined;
}

const whereOf = (db: Core.Strapi['db'], { entry, q, state }: CampaignFilter): object => ({
  ...(state === undefined ? {} : { key: { $in: standingAt(db, state) } }),
  ...(entry === undefined ? {} : { entry }),
  ...(q ? { $or: [{ name: { $containsi: q } }, { entryTitle: { $containsi: q } }] } : {}),
});

const { tableName } = campaignsTable;
const publications = publicationsTable.tableName;

/**
 * The keys of campaigns that stand somewhere, as a query. Most publications are over, so whether a campaign has such a one is asked of
 * it; the few that are open name their campaigns themselves.
 */
function standingAt(db: Core.Strapi['db'], state: CampaignState): Knex.QueryBuilder {
  const inStates = (states: readonly PublicationState[]) =>
    queryOn(db, publications).whereIn('state', [...states]);
  const own = (states: readonly PublicationState[]) =>
    inStates(states)
      .select('id')
      .whereRaw('?? = ??', [`${publications}.campaign`, `${tableName}.key`]);
  return queryOn(db, tableName)
    .select('key')
    .where((any) => {
      for (const { some, none } of campaignCases.filter((one) => one.state === state))
        void any.orWhere((one) => {
          for (const states of some)
            if (states.some(isOver)) void one.whereExists(own(states));
            else void one.whereIn('key', inStates(states).select('campaign'));
          if (none.length > 0) void one.whereNotExists(own(none));
        });
    });
}

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
        where: whereOf(db, { q }),
        orderBy: { id: 'desc' },
        limit: 500,
      });
      return found.map((row: { readonly key: string }) => row.key);
    },

    async page(filter: CampaignFilter, page: number, pageSize: number): Promise<Page<CampaignRow>> {
      const where = whereOf(db, filter);
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
