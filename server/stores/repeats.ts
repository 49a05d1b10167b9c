import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { repeatRule, repeatState, type RepeatState } from '../../src/publishing/repeat/schema';
import { countOf, insertRows, queryOn } from './bulk';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::repeat';
const runsName = 'presence_repeat_runs';

/** How campaigns come again; `nextAt` is when the next run goes out, as far as it is known. */
export const repeatsTable: Table = {
  uid,
  singularName: 'repeat',
  tableName: 'presence_repeats',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    rule: { type: 'text' },
    state: { type: 'string' },
    code: { type: 'string' },
    message: { type: 'text' },
    runs: { type: 'integer' },
    lastCampaign: { type: 'string' },
    nextAt: { type: 'biginteger' },
    createdAt: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_repeats_state', columns: ['state'] }],
};

/** The campaigns of each repeat by number: the unique pair is why two instances never make the same run twice. */
export const repeatRunsTable: Table = {
  uid: 'presence::repeat-run',
  singularName: 'repeat-run',
  tableName: runsName,
  attributes: {
    id: { type: 'increments' },
    repeat: { type: 'string' },
    number: { type: 'integer' },
    campaign: { type: 'string' },
    // What it was made for: the clock times of its copies are found again after a crash.
    local: { type: 'string' },
    zone: { type: 'string' },
    isSlot: { type: 'boolean' },
  },
  indexes: [
    { name: 'presence_repeat_runs_once', columns: ['repeat', 'number'], type: 'unique' },
    { name: 'presence_repeat_runs_campaign', columns: ['campaign'], type: 'unique' },
  ],
};

const moment = z.union([z.null(), z.coerce.number()]);

const repeatRow = z.object({
  key: z.string(),
  rule: jsonText(repeatRule),
  state: repeatState,
  code: z.string(),
  message: z.string(),
  runs: z.coerce.number(),
  lastCampaign: z.string(),
  nextAt: moment,
  createdAt: z.coerce.number(),
});
export type RepeatRow = z.output<typeof repeatRow>;

const runRow = z.object({
  repeat: z.string(),
  number: z.coerce.number(),
  campaign: z.string(),
  local: z.string(),
  zone: z.string(),
  isSlot: z.coerce.boolean(),
});
export type RunRow = z.output<typeof runRow>;

const runColumns = ['repeat', 'number', 'campaign', 'local', 'zone', 'is_slot'];

export type RepeatsStore = ReturnType<typeof repeatsStore>;

export function repeatsStore(db: Core.Strapi['db']) {
  const query = () => db.query(uid);
  const runs = () => db.query('presence::repeat-run');
  const columnsOf = (row: Partial<RepeatRow>) => ({
    ...row,
    ...(row.rule ? { rule: JSON.stringify(row.rule) } : {}),
  });
  return {
    async insert(row: RepeatRow): Promise<void> {
      await query().create({ data: columnsOf(row) });
    },

    async ofCampaign(campaign: string): Promise<RepeatRow | null> {
      const run: unknown = await runs().findOne({ where: { campaign } });
      if (!run) return null;
      const found: unknown = await query().findOne({ where: { key: runRow.parse(run).repeat } });
      return found ? repeatRow.parse(found) : null;
    },

    /** The repeats that campaigns belong to, by campaign. */
    async ofCampaigns(campaigns: readonly string[]): Promise<ReadonlyMap<string, RepeatRow>> {
      if (campaigns.length === 0) return new Map();
      const found: unknown[] = await runs().findMany({ where: { campaign: { $in: [...campaigns] } } });
      const members = found.map((row) => runRow.parse(row));
      if (members.length === 0) return new Map();
      const keys = [...new Set(members.map(({ repeat }) => repeat))];
      const rows: unknown[] = await query().findMany({ where: { key: { $in: keys } } });
      const byKey = new Map(rows.map((row) => repeatRow.parse(row)).map((row) => [row.key, row]));
      return new Map(
        members.flatMap(({ campaign, repeat }) => {
          const row = byKey.get(repeat);
          return row ? [[campaign, row]] : [];
        }),
      );
    },

    async inState(state: RepeatState): Promise<RepeatRow[]> {
      const found: unknown[] = await query().findMany({ where: { state }, orderBy: { id: 'asc' } });
      return found.map((row) => repeatRow.parse(row));
    },

    async runsOf(repeat: string): Promise<RunRow[]> {
      const found: unknown[] = await runs().findMany({ where: { repeat }, orderBy: { number: 'asc' } });
      return found.map((row) => runRow.parse(row));
    },

    /** True when the change happened: the repeat still stood at this run. */
    async change(key: string, at: { readonly runs: number }, change: Partial<RepeatRow>): Promise<boolean> {
      const { count } = await query().updateMany({ where: { key, runs: at.runs }, data: columnsOf(change) });
      return count === 1;
    },

    /** Writes a run down for whoever comes first; true where that is us. Belongs into a transaction with the campaign. */
    async claim(run: RunRow): Promise<boolean> {
      return db.transaction(async ({ trx }) => {
        const values = [run.repeat, run.number, run.campaign, run.local, run.zone];
        await insertRows(db, trx, runsName, runColumns.slice(0, 5), [values], { on: 'campaign' });
        const own = queryOn(db, runsName, trx).where({ repeat: run.repeat, number: run.number });
        return countOf(await own.where({ campaign: run.campaign }).update({ is_slot: run.isSlot })) === 1;
      });
    },
  };
}
