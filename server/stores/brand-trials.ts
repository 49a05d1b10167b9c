import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { trialHit, type TrialHit } from '../../src/brand/catalogue/trial';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::brand-trial';

/** Rules that were tried on everything that is stored, with what they hit and what people said of it. */
export const brandTrialsTable: Table = {
  uid,
  singularName: 'presence_brand_trial',
  tableName: 'presence_brand_trials',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true, args: [36] } },
    rule: { type: 'string', column: { args: [300] } },
    state: { type: 'string', column: { args: [10] } },
    read_entries: { type: 'integer' },
    total: { type: 'integer' },
    took: { type: 'integer' },
    found: { type: 'integer' },
    /** JSON: the first of them. */
    hits: { type: 'text' },
    problem: { type: 'text' },
    /** When it was last heard of: a trial whose process died is known by it. */
    at: { type: 'biginteger' },
  },
  indexes: [],
};

const whole = z.coerce.number();
const row = z
  .object({
    key: z.string(),
    rule: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    read_entries: whole,
    total: whole,
    took: whole,
    found: whole,
    hits: jsonText(z.array(trialHit)),
    problem: z.string(),
    at: whole,
  })
  .transform(({ read_entries, problem, ...rest }) => ({
    ...rest,
    read: read_entries,
    problem: problem === '' ? null : problem,
  }));
export type TrialRow = z.output<typeof row>;

export type BrandTrialsStore = ReturnType<typeof brandTrialsStore>;

const dataOf = ({ read, problem, hits, ...rest }: TrialRow) => ({
  ...rest,
  read_entries: read,
  problem: problem ?? '',
  // PostgreSQL takes no NUL in a text.
  hits: JSON.stringify(hits).replaceAll('\\u0000', ''),
});

export const brandTrialsStore = (db: Core.Strapi['db']) => ({
  async find(key: string): Promise<TrialRow | null> {
    const found: unknown = await db.query(uid).findOne({ where: { key } });
    return found ? row.parse(found) : null;
  },

  async add(trial: TrialRow): Promise<void> {
    await db.query(uid).create({ data: dataOf(trial) });
  },

  async save(trial: TrialRow): Promise<void> {
    await db.query(uid).update({ where: { key: trial.key }, data: dataOf(trial) });
  },

  async setHits(key: string, hits: readonly TrialHit[]): Promise<void> {
    await db.query(uid).update({ where: { key }, data: { hits: JSON.stringify(hits) } });
  },

  /** Keeps the newest few. */
  async keepNewest(count: number): Promise<void> {
    const kept = z
      .array(z.object({ id: whole }))
      .parse(await db.query(uid).findMany({ select: ['id'], orderBy: { id: 'desc' }, limit: count }));
    const oldest = kept.at(-1);
    if (oldest && kept.length === count)
      await db.query(uid).deleteMany({ where: { id: { $lt: oldest.id } } });
  },
});
