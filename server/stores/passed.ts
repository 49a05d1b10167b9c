import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Table } from './table';

const uid = 'presence::passed';

/** What passed the gate and is visible since: one row a published entry. What differs from it came another way. */
export const passedTable: Table = {
  uid,
  singularName: 'presence_passed',
  tableName: 'presence_passed',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string', column: { unique: true } },
    seal: { type: 'string', column: { args: [64] } },
    base: { type: 'string', column: { args: [64] } },
    approved: { type: 'string', column: { args: [64] } },
    cover: { type: 'string', column: { args: [20] } },
    at: { type: 'biginteger' },
  },
};

const row = z.object({
  seal: z.string(),
  base: z.string(),
  approved: z.string(),
  cover: z.enum(['approval', 'emergency', 'shared', 'adopted', 'save']),
  at: z.coerce.number(),
});

/** What visitors see of an entry, and what it stands on. */
export interface Passed {
  readonly seal: string;
  /** The seal of the same content without references to other entries. */
  readonly base: string;
  /** The seal that was approved: it may name entries that nobody can see yet. */
  readonly approved: string;
  /** `shared`: a field that all languages share was published with another language. `save`: a type without drafts. */
  readonly cover: z.output<typeof row>['cover'];
  readonly at: number;
}

export type PassedStore = ReturnType<typeof passedStore>;

export const passedStore = (db: Core.Strapi['db']) => ({
  async of(entry: string): Promise<Passed | null> {
    const found: unknown = await db.query(uid).findOne({ where: { entry } });
    return found ? row.parse(found) : null;
  },

  async set(entry: string, passed: Passed): Promise<void> {
    await db
      .queryBuilder(uid)
      .insert({ entry, ...passed })
      .onConflict('entry')
      .merge({ ...passed })
      .execute();
  },

  async remove(entry: string): Promise<void> {
    await db.query(uid).deleteMany({ where: { entry } });
  },
});
