import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { queryOn } from './bulk';
import type { Table } from './table';

const uid = 'presence::brand-dismissal';
const tableName = 'presence_brand_dismissals';

/** What people said of findings that did not help them. One row for a person and a finding, however often they say it. */
export const brandDismissalsTable: Table = {
  uid,
  singularName: 'presence_brand_dismissal',
  tableName,
  attributes: {
    id: { type: 'increments' },
    // Digest of person, entry, channel and mark.
    dims: { type: 'string', column: { args: [64], unique: true } },
    rule: { type: 'string', column: { args: [300] } },
    entry: { type: 'string' },
    kind: { type: 'string' },
    by: { type: 'string' },
    at: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_brand_dismissals_rule', columns: ['rule', 'kind'] }],
};

export interface Dismissal {
  readonly dims: string;
  readonly rule: string;
  readonly entry: string;
  readonly kind: 'dismissed' | 'false-alarm';
  /** Admin user id. */
  readonly by: string;
  readonly at: number;
}

const counts = z.array(
  z.object({ rule: z.string(), kind: z.enum(['dismissed', 'false-alarm']), count: z.coerce.number() }),
);

export type BrandDismissalsStore = ReturnType<typeof brandDismissalsStore>;

export const brandDismissalsStore = (db: Core.Strapi['db']) => ({
  async put(dismissal: Dismissal): Promise<void> {
    await db
      .queryBuilder(uid)
      .insert({ ...dismissal })
      .onConflict('dims')
      .merge({ kind: dismissal.kind, at: dismissal.at })
      .execute();
  },

  /** How often each rule was dismissed, and called a false alarm. */
  async perRule(): Promise<z.output<typeof counts>> {
    const found: unknown = await queryOn(db, tableName)
      .groupBy('rule', 'kind')
      .select('rule', 'kind')
      .count({ count: 'id' });
    return counts.parse(found);
  },
});
