import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { insertRows, queryOn } from './bulk';
import { publicationsTable } from './publication-row';
import type { Table } from './table';

const uid = 'presence::preflight';
const tableName = 'presence_preflights';

/** Which looks before it goes out a publication has had, and whether somebody was told. One row a publication. */
export const preflightsTable: Table = {
  uid,
  singularName: 'presence_preflight',
  tableName,
  attributes: {
    id: { type: 'increments' },
    publication: { type: 'string', column: { unique: true, args: [36] } },
    // The time that the look of a day, or an hour, before was for: another time is looked at anew.
    dayFor: { type: 'biginteger' },
    hourFor: { type: 'biginteger' },
    toldAt: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_preflights_told', columns: ['told_at'] }],
};

/** A publication that is due for a look, and the time that it goes out. */
export interface Upcoming {
  readonly publication: string;
  readonly dueAt: number;
}

const upcoming = z.array(
  z
    .object({ key: z.string(), due_at: z.coerce.number() })
    .transform(({ key, due_at }): Upcoming => ({ publication: key, dueAt: due_at })),
);
const told = z.array(z.object({ publication: z.string() }));

/** States in which something still goes out at its time, if nothing is in the way. */
const waits = ['scheduled', 'held', 'parked'];

export type PreflightsStore = ReturnType<typeof preflightsStore>;

export const preflightsStore = (db: Core.Strapi['db']) => {
  const query = () => db.query(uid);
  return {
    /** What goes out between two times and had no look of this kind yet, the next first. */
    async due(look: 'day' | 'hour', from: number, to: number, limit: number): Promise<Upcoming[]> {
      const column = `f.${look}_for`;
      const found: unknown = await queryOn(db, `${publicationsTable.tableName} as p`)
        .leftJoin(`${tableName} as f`, 'f.publication', 'p.key')
        .whereIn('p.state', waits)
        .whereBetween('p.due_at', [from, to])
        .where((one) => void one.whereNull(column).orWhereRaw('?? <> ??', [column, 'p.due_at']))
        .orderBy('p.due_at')
        .limit(limit)
        .select('p.key', 'p.due_at');
      return upcoming.parse(found);
    },

    /** True for the one process that looks: it is written down before anybody is told. */
    async claim(look: 'day' | 'hour', { publication, dueAt }: Upcoming): Promise<boolean> {
      await insertRows(db, db.connection, tableName, ['publication'], [[publication]], { on: 'publication' });
      const name = look === 'day' ? 'dayFor' : 'hourFor';
      const { count } = await query().updateMany({
        where: { publication, $or: [{ [name]: { $null: true } }, { [name]: { $ne: dueAt } }] },
        // The later look makes the earlier one needless.
        data: { [name]: dueAt, ...(look === 'hour' ? { dayFor: dueAt } : {}) },
      });
      return count === 1;
    },

    /** Whether somebody was told about a publication; null: not, or it is settled. */
    async setTold(publication: string, toldAt: number | null): Promise<void> {
      await query().updateMany({ where: { publication }, data: { toldAt } });
    },

    /** Publications that somebody was told about, the oldest first. */
    async told(limit: number): Promise<string[]> {
      const found: unknown = await query().findMany({
        where: { toldAt: { $notNull: true } },
        orderBy: { toldAt: 'asc' },
        limit,
      });
      return told.parse(found).map(({ publication }) => publication);
    },
  };
};
