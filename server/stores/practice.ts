import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { counts } from '../../src/channels/schema';
import type { PracticeMedia, PracticePost, PracticeQuery, PracticeShelf } from '../practice/shelf';
import { jsonText } from './columns';
import type { Table } from './table';

const postUid = 'presence::practice-post';
const mediaUid = 'presence::practice-media';

/** What was posted in practice mode. `once` keeps a network from having something twice. */
export const practicePostsTable: Table = {
  uid: postUid,
  singularName: 'presence_practice_post',
  tableName: 'presence_practice_posts',
  attributes: {
    id: { type: 'increments' },
    network: { type: 'string', column: { args: [20] } },
    name: { type: 'string', column: { args: [100] } },
    account: { type: 'string', column: { args: [60] } },
    once: { type: 'string', column: { args: [100] } },
    text: { type: 'text' },
    content: { type: 'text' },
    media: { type: 'text' },
    counts: { type: 'text' },
    created_at: { type: 'biginteger' },
    edited_at: { type: 'biginteger' },
    deleted_at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_practice_posts_once', columns: ['network', 'account', 'once'], type: 'unique' },
    { name: 'presence_practice_posts_name', columns: ['network', 'name'] },
    { name: 'presence_practice_posts_account', columns: ['account'] },
  ],
};

/** Pictures that were handed over in practice mode, made small, and that there were videos. */
export const practiceMediaTable: Table = {
  uid: mediaUid,
  singularName: 'presence_practice_media',
  tableName: 'presence_practice_media',
  attributes: {
    id: { type: 'increments' },
    network: { type: 'string', column: { args: [20] } },
    name: { type: 'string', column: { args: [100] } },
    account: { type: 'string', column: { args: [60] } },
    alt: { type: 'text' },
    kind: { type: 'string', column: { args: [10] } },
    preview: { type: 'text' },
    created_at: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_practice_media_name', columns: ['network', 'name'] },
    { name: 'presence_practice_media_account', columns: ['account'] },
  ],
};

const moment = z
  .unknown()
  .transform((value) => (value === null || value === undefined ? null : Number(value)));

const postRow = z
  .object({
    network: z.string(),
    name: z.string(),
    account: z.string(),
    once: z.string(),
    text: z.string().nullable(),
    content: jsonText(z.record(z.string(), z.unknown())),
    media: jsonText(z.array(z.string())),
    counts: jsonText(counts),
    created_at: z.coerce.number(),
    edited_at: moment,
    deleted_at: moment,
  })
  .transform(({ name, once, text, created_at, edited_at, deleted_at, ...rest }): PracticePost => ({
    ...rest,
    ...{ id: name, key: once, text: text ?? '' },
    ...{ createdAt: created_at, editedAt: edited_at, deletedAt: deleted_at },
  }));

const mediaRow = z
  .object({
    network: z.string(),
    name: z.string(),
    account: z.string(),
    alt: z.string().nullable(),
    kind: z.string().nullish(),
    preview: z.string().nullable(),
    created_at: z.coerce.number(),
  })
  .transform(({ name, alt, kind, preview, created_at, ...rest }): PracticeMedia => ({
    ...rest,
    ...(kind === 'video' ? { kind } : {}),
    ...{ id: name, alt: alt ?? '', preview: preview ?? '', createdAt: created_at },
  }));

const columnsOf = ({
  id,
  key,
  content,
  media,
  counts: figures,
  createdAt,
  editedAt,
  deletedAt,
  ...rest
}: Partial<PracticePost>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({
      ...rest,
      ...{ name: id, once: key, created_at: createdAt, edited_at: editedAt, deleted_at: deletedAt },
      content: content && JSON.stringify(content),
      media: media && JSON.stringify(media),
      counts: figures && JSON.stringify(figures),
    }).filter(([, value]) => value !== undefined),
  );

export type PracticeStore = ReturnType<typeof practiceStore>;

/** The shelf of the practice networks inside Strapi, and what a person does with what lies there. */
export function practiceStore(db: Core.Strapi['db']) {
  const posts = () => db.query(postUid);
  const media = () => db.query(mediaUid);
  const one = async (where: object): Promise<PracticePost | null> => {
    const found: unknown = await posts().findOne({ where });
    return found ? postRow.parse(found) : null;
  };

  const shelf: PracticeShelf = {
    async put(post) {
      const { network, account, key: once } = post;
      await db
        .queryBuilder(postUid)
        .insert(columnsOf(post))
        .onConflict(['network', 'account', 'once'])
        .ignore()
        .execute();
      return (await one({ network, account, once }))?.id === post.id;
    },
    byId: (network, id) => one({ network, name: id }),
    byKey: (network, account, key) => one({ network, account, once: key }),
    async list({ network, account, before, limit }: PracticeQuery) {
      const last: unknown =
        before === undefined ? null : await posts().findOne({ where: { name: before }, select: ['id'] });
      const end = z.object({ id: z.coerce.number() }).safeParse(last).data?.id;
      const found: unknown = await posts().findMany({
        where: {
          deleted_at: null,
          ...(network === undefined ? {} : { network }),
          ...(account === undefined ? {} : { account }),
          ...(end === undefined ? {} : { id: { $lt: end } }),
        },
        orderBy: { id: 'desc' },
        ...(Number.isFinite(limit) ? { limit } : {}),
      });
      return z.array(postRow).parse(found);
    },
    async change(network, id, next) {
      await posts().updateMany({ where: { network, name: id }, data: columnsOf(next) });
    },
    async putMedia({ id, createdAt, ...rest }) {
      await media().create({ data: { ...rest, name: id, created_at: createdAt } });
    },
    async media(network, ids) {
      if (ids.length === 0) return [];
      const found: unknown = await media().findMany({ where: { network, name: { $in: [...ids] } } });
      const byId = new Map(
        z
          .array(mediaRow)
          .parse(found)
          .map((row) => [row.id, row]),
      );
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  };

  return {
    shelf,

    async page(account: string | null, page: number, pageSize: number) {
      const where = { deleted_at: null, ...(account === null ? {} : { account }) };
      const [found, total]: [unknown, number] = await Promise.all([
        posts().findMany({
          where,
          orderBy: { id: 'desc' },
          limit: pageSize,
          offset: (page - 1) * pageSize,
        }),
        posts().count({ where }),
      ]);
      return { items: z.array(postRow).parse(found), page, pageSize, total };
    },

    /** For good, with the pictures: of one channel, or all. How many posts. */
    async clear(account: string | null): Promise<number> {
      const where = account === null ? {} : { account };
      await media().deleteMany({ where });
      return (await posts().deleteMany({ where })).count;
    },

    /** One post, as its network would delete it. */
    async remove(network: string, id: string, at: number): Promise<boolean> {
      const where = { network, name: id, deleted_at: null };
      return (await posts().updateMany({ where, data: { deleted_at: at } })).count > 0;
    },
  };
}
