import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Table } from './table';

const uid = 'presence::notice-read';

/** Who has read a notice that is for several. `once` tells notice and person. */
export const noticeReadsTable: Table = {
  uid,
  singularName: 'presence_notice_read',
  tableName: 'presence_notice_reads',
  attributes: {
    id: { type: 'increments' },
    once: { type: 'string', column: { unique: true } },
    notice: { type: 'string' },
    reader: { type: 'string' },
    at: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_notice_reads_notice', columns: ['notice', 'reader'] }],
};

export type NoticeReadsStore = ReturnType<typeof noticeReadsStore>;

export const noticeReadsStore = (db: Core.Strapi['db']) => ({
  async add(notice: string, reader: string, at: number): Promise<void> {
    await db
      .queryBuilder(uid)
      .insert({ once: `${notice}:${reader}`, notice, reader, at })
      .onConflict('once')
      .ignore()
      .execute();
  },

  /** Those of the notices that this person has read. */
  async of(reader: string, notices: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await db.query(uid).findMany({ where: { reader, notice: { $in: [...notices] } } });
    return new Set(
      z
        .array(z.object({ notice: z.string() }))
        .parse(rows)
        .map(({ notice }) => notice),
    );
  },
});
