import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { entrySnapshot, type EntrySnapshot } from '../../src/governance/difference/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::snapshots';

/** What an entry said when something was decided about it: once for each seal. */
export const snapshotsTable: Table = {
  uid,
  singularName: 'presence_snapshot',
  tableName: 'presence_snapshots',
  attributes: {
    id: { type: 'increments' },
    entry: { type: 'string' },
    seal: { type: 'string', column: { args: [64] } },
    at: { type: 'biginteger' },
    fields: { type: 'text' },
    content: { type: 'text' },
  },
  indexes: [{ name: 'presence_snapshots_entry_seal', columns: ['entry', 'seal'], type: 'unique' }],
};

const fieldsRow = z.object({ fields: jsonText(z.record(z.string(), z.string())) });

const contentRow = fieldsRow.extend({ at: z.coerce.number(), content: jsonText(entrySnapshot) });

/** What an entry said: a digest of each field, and everything that it said. */
export type Snapshot = z.output<typeof contentRow>;

export type SnapshotsStore = ReturnType<typeof snapshotsStore>;

export const snapshotsStore = (db: Core.Strapi['db']) => ({
  /** Keeps what an entry says under its seal; keeping it again changes nothing. */
  async keep(
    entry: string,
    seal: string,
    { at, fields, content }: { at: number; fields: Snapshot['fields']; content: EntrySnapshot },
  ): Promise<void> {
    await db
      .queryBuilder(uid)
      .insert({ entry, seal, at, fields: JSON.stringify(fields), content: JSON.stringify(content) })
      .onConflict(['entry', 'seal'])
      .ignore()
      .execute();
  },

  async of(entry: string, seal: string): Promise<Snapshot | null> {
    const found: unknown = await db.query(uid).findOne({ where: { entry, seal } });
    return found ? contentRow.parse(found) : null;
  },

  /** The seals under which something of an entry was kept. */
  async seals(entry: string): Promise<string[]> {
    const rows: unknown = await db.query(uid).findMany({ where: { entry }, select: ['seal'] });
    return z
      .array(z.object({ seal: z.string() }))
      .parse(rows)
      .map(({ seal }) => seal);
  },

  /** Only the digests of the fields, without reading the content. */
  async fieldsOf(entry: string, seal: string): Promise<Snapshot['fields'] | null> {
    const found: unknown = await db.query(uid).findOne({ where: { entry, seal }, select: ['fields'] });
    return found ? fieldsRow.parse(found).fields : null;
  },
});
