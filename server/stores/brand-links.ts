import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Table } from './table';

const uid = 'presence::brand-link';

/** What addresses in texts answered when they were last called. Addresses are longer than an index, so their hash stands for them. */
export const brandLinksTable: Table = {
  uid,
  singularName: 'presence_brand_link',
  tableName: 'presence_brand_links',
  attributes: {
    id: { type: 'increments' },
    hash: { type: 'string', column: { unique: true, args: [64] } },
    state: { type: 'string', column: { args: [10] } },
    at: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_brand_links_at', columns: ['at'] }],
};

const row = z.object({
  hash: z.string(),
  state: z.enum(['alive', 'dead', 'unknown']),
  at: z.coerce.number(),
});
export interface KnownLink {
  readonly url: string;
  readonly state: z.output<typeof row>['state'];
  /** When it was called. */
  readonly at: number;
}

export type BrandLinksStore = ReturnType<typeof brandLinksStore>;

const hashOf = (url: string): string => createHash('sha256').update(url).digest('hex');

export const brandLinksStore = (db: Core.Strapi['db']) => ({
  async find(urls: readonly string[]): Promise<KnownLink[]> {
    const byHash = new Map(urls.map((url) => [hashOf(url), url]));
    const found: unknown = await db.query(uid).findMany({ where: { hash: { $in: [...byHash.keys()] } } });
    return z
      .array(row)
      .parse(found)
      .map(({ hash, state, at }) => ({ url: byHash.get(hash) ?? '', state, at }));
  },

  async put({ url, state, at }: KnownLink): Promise<void> {
    const hash = hashOf(url);
    await db.queryBuilder(uid).insert({ hash, state, at }).onConflict('hash').merge({ state, at }).execute();
  },

  /** Forgets what was last called before this time. */
  async deleteBefore(time: number): Promise<void> {
    await db.query(uid).deleteMany({ where: { at: { $lt: time } } });
  },
});
