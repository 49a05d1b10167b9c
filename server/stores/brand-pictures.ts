import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { pictureFacts, type PictureFacts } from '../../src/brand/pictures/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::brand-picture';

/** What was measured in pictures, so that each file is opened once. */
export const brandPicturesTable: Table = {
  uid,
  singularName: 'presence_brand_picture',
  tableName: 'presence_brand_pictures',
  attributes: {
    id: { type: 'increments' },
    // Digest of the file, its stamp and what was asked for.
    key: { type: 'string', column: { unique: true, args: [64] } },
    // Digest of the file’s hash: that one can be longer than an index.
    file: { type: 'string', column: { args: [64] } },
    sha256: { type: 'string', columnName: 'sha256', column: { args: [64] } },
    // Digest of what was asked for: version, logos, OCR.
    asked: { type: 'string', column: { args: [64] } },
    facts: { type: 'text' },
    at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_brand_pictures_file', columns: ['file'] },
    { name: 'presence_brand_pictures_bytes', columns: ['sha256', 'asked'] },
  ],
};

/** Rows of an earlier version do not parse, or say it: both are measured again. */
const row = z.object({ key: z.string(), facts: jsonText(pictureFacts) });

export interface MeasuredPicture {
  readonly key: string;
  readonly file: string;
  readonly asked: string;
  readonly facts: PictureFacts;
  readonly at: number;
}

export type BrandPicturesStore = ReturnType<typeof brandPicturesStore>;

export const brandPicturesStore = (db: Core.Strapi['db']) => ({
  /** What is known, by key. */
  async find(keys: readonly string[]): Promise<ReadonlyMap<string, PictureFacts>> {
    if (keys.length === 0) return new Map();
    const found: unknown = await db.query(uid).findMany({ where: { key: { $in: [...keys] } } });
    return new Map(rowsOf(found).map(({ key, facts }) => [key, facts]));
  },

  /** What was measured in the same bytes under another name. */
  async ofBytes(sha256: string, asked: string): Promise<PictureFacts | null> {
    const found: unknown = await db.query(uid).findMany({ where: { sha256, asked }, limit: 1 });
    return rowsOf(found)[0]?.facts ?? null;
  },

  /** In place of what was known of the file as it was before. */
  async put({ key, file, asked, facts, at }: MeasuredPicture): Promise<void> {
    await db.query(uid).deleteMany({ where: { file, asked, key: { $ne: key } } });
    const said = { facts: JSON.stringify(facts).replaceAll('\\u0000', ''), at };
    await db
      .queryBuilder(uid)
      .insert({ key, file, asked, sha256: facts.sha256, ...said })
      .onConflict('key')
      .merge(said)
      .execute();
  },

  /** The file is gone. */
  async forget(file: string): Promise<void> {
    await db.query(uid).deleteMany({ where: { file } });
  },

  /** What has not been measured since: kits that ask for other logos leave it behind. */
  async deleteBefore(time: number): Promise<void> {
    await db.query(uid).deleteMany({ where: { at: { $lt: time } } });
  },
});

const rowsOf = (found: unknown) =>
  z
    .array(z.unknown())
    .parse(found)
    .flatMap((one) => {
      const parsed = row.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
