import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Link } from '../../src/engagement/schema';
import { insertRows, queryOn } from './bulk';
import type { Table } from './table';

const tableName = 'presence_links';

/** Where each tracked link leads, and for what it was minted. The target never stands in the link itself. */
export const linksTable: Table = {
  uid: 'presence::link',
  singularName: 'link',
  tableName,
  attributes: {
    id: { type: 'increments' },
    // Derived from publication and address, so the same pair always gets the same link.
    code: { type: 'string', column: { args: [16], unique: true } },
    publication: { type: 'string', column: { args: [36] } },
    campaign: { type: 'string', column: { args: [36] } },
    entry: { type: 'string' },
    channel: { type: 'string', column: { args: [32] } },
    url: { type: 'text' },
    label: { type: 'string' },
  },
  indexes: [{ name: 'presence_links_publication_index', columns: ['publication'] }],
};

const columns = ['code', 'publication', 'campaign', 'entry', 'channel', 'url', 'label'] as const;

const row = z
  .object({
    code: z.string(),
    publication: z.string(),
    campaign: z.string(),
    entry: z.string(),
    channel: z.string(),
    url: z.string(),
    label: z.string(),
  })
  .transform(({ code, ...rest }): Link => ({ id: code, ...rest }));

export type LinksStore = ReturnType<typeof linksStore>;

export const linksStore = (db: Core.Strapi['db']) => ({
  /** Writes a link that may be there already; then nothing changes. */
  async put(link: Link): Promise<void> {
    const values = { ...link, code: link.id };
    await insertRows(db, db.connection, tableName, columns, [columns.map((column) => values[column])], {
      on: 'code',
    });
  },

  async get(id: string): Promise<Link | null> {
    const rows: unknown = await queryOn(db, tableName)
      .where({ code: id })
      .limit(1)
      .select(...columns);
    return z.array(row).parse(rows)[0] ?? null;
  },
});
