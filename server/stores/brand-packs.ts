import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { PackProblem } from '../../src/brand/catalogue/schema';
import type { ValePack } from '../../src/brand/vale/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::brand-pack';

/** Packs of rules that people uploaded, as they were read. */
export const brandPacksTable: Table = {
  uid,
  singularName: 'presence_brand_pack',
  tableName: 'presence_brand_packs',
  attributes: {
    id: { type: 'increments' },
    name: { type: 'string', column: { unique: true, args: [100] } },
    /** Another one for each import: what was made of the pack is kept by it. */
    stamp: { type: 'string', column: { args: [36] } },
    pack: { type: 'text' },
    problems: { type: 'text' },
    at: { type: 'biginteger' },
  },
  indexes: [],
};

const problem = z.object({
  file: z.string(),
  line: z.number().nullable(),
  code: z.string(),
  message: z.string(),
});
const head = z.object({ name: z.string(), stamp: z.string() });
const row = head.extend({
  // Written by our own reader, and read by the same form.
  pack: jsonText(
    z.custom<ValePack>((value) => typeof value === 'object' && value !== null && 'rules' in value),
  ),
  problems: jsonText(z.array(problem)),
  at: z.coerce.number(),
});

export interface StoredPack {
  readonly name: string;
  readonly stamp: string;
  readonly pack: ValePack;
  readonly problems: readonly PackProblem[];
  readonly at: number;
}

export type BrandPacksStore = ReturnType<typeof brandPacksStore>;

/** PostgreSQL takes no NUL in a text. */
const textOf = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '');

export const brandPacksStore = (db: Core.Strapi['db']) => ({
  /** All packs without what is in them, in the order of their names. */
  async heads(): Promise<z.output<typeof head>[]> {
    const found: unknown = await db
      .query(uid)
      .findMany({ select: ['name', 'stamp'], orderBy: { name: 'asc' } });
    return z.array(head).parse(found);
  },

  async find(name: string): Promise<StoredPack | null> {
    const found: unknown = await db.query(uid).findOne({ where: { name } });
    return found ? row.parse(found) : null;
  },

  /** In place of the one with this name, if there is one. */
  async put({ name, stamp, pack, problems, at }: StoredPack): Promise<void> {
    const data = { stamp, pack: textOf(pack), problems: textOf(problems), at };
    await db
      .queryBuilder(uid)
      .insert({ name, ...data })
      .onConflict('name')
      .merge(data)
      .execute();
  },

  async remove(name: string): Promise<void> {
    await db.query(uid).delete({ where: { name } });
  },
});
