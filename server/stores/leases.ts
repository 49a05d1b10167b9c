import type { Core } from '@strapi/strapi';
import type { Table } from './table';

const uid = 'presence::lease';

/** What one instance at a time may do. A holder that died holds it until its time is over. */
export const leasesTable: Table = {
  uid,
  singularName: 'presence_lease',
  tableName: 'presence_leases',
  attributes: {
    id: { type: 'increments' },
    name: { type: 'string', column: { args: [100], unique: true } },
    owner: { type: 'string', column: { args: [36] } },
    ends_at: { type: 'biginteger' },
  },
};

export type LeasesStore = ReturnType<typeof leasesStore>;

export const leasesStore = (db: Core.Strapi['db']) => ({
  /** True for one of all who ask, until it lets go or `until` has passed. */
  async take(name: string, owner: string, now: number, until: number): Promise<boolean> {
    const claim = async () =>
      (
        await db.query(uid).updateMany({
          where: { name, ends_at: { $lte: now } },
          data: { owner, ends_at: until },
        })
      ).count === 1;
    if (await claim()) return true;
    await db.queryBuilder(uid).insert({ name, owner: '', ends_at: 0 }).onConflict('name').ignore().execute();
    return claim();
  },

  async release(name: string, owner: string): Promise<void> {
    await db.query(uid).updateMany({ where: { name, owner }, data: { owner: '', ends_at: 0 } });
  },
});
