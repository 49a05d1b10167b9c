import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { person, type Person } from '../../src/governance/schema';
import { anchor, comment, type Comment, type Thread } from '../../src/governance/threads/schema';
import { jsonText } from './columns';
import type { Table } from './table';

const uid = 'presence::threads';
const commentsUid = 'presence::comments';

/** What people say about entries, their fields and passages. */
export const threadsTable: Table = {
  uid,
  singularName: 'presence_thread',
  tableName: 'presence_threads',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    entry: { type: 'string' },
    seal: { type: 'string', column: { args: [64] } },
    anchor: { type: 'text' },
    at: { type: 'biginteger' },
    // 0 while it is open.
    resolved_at: { type: 'biginteger' },
    resolved_by: { type: 'text' },
  },
  indexes: [{ name: 'presence_threads_entry', columns: ['entry', 'resolved_at'] }],
};

export const commentsTable: Table = {
  uid: commentsUid,
  singularName: 'presence_comment',
  tableName: 'presence_comments',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    thread: { type: 'string', column: { args: [36] } },
    entry: { type: 'string' },
    by: { type: 'text' },
    at: { type: 'biginteger' },
    text: { type: 'text' },
  },
  indexes: [
    { name: 'presence_comments_thread', columns: ['thread'] },
    { name: 'presence_comments_entry', columns: ['entry'] },
  ],
};

const threadRow = z.object({
  key: z.string(),
  entry: z.string(),
  seal: z.string(),
  anchor: jsonText(anchor.nullable()),
  at: z.coerce.number(),
  resolved_at: z.coerce.number(),
  resolved_by: jsonText(person).nullable(),
});
const commentRow = comment.extend({ thread: z.string(), by: jsonText(person) });

export type ThreadsStore = ReturnType<typeof threadsStore>;

export function threadsStore(db: Core.Strapi['db']) {
  async function withComments(rows: unknown): Promise<Thread[]> {
    const threads = z.array(threadRow).parse(rows);
    const said: unknown =
      threads.length === 0
        ? []
        : await db
            .query(commentsUid)
            .findMany({ where: { thread: { $in: threads.map(({ key }) => key) } }, orderBy: { id: 'asc' } });
    const comments = z.array(commentRow).parse(said);
    return threads.map(({ resolved_at, resolved_by, ...thread }) => ({
      ...thread,
      resolved: resolved_at > 0 && resolved_by ? { by: resolved_by, at: resolved_at } : null,
      comments: comments.filter((one) => one.thread === thread.key).map(({ thread: _, ...one }) => one),
    }));
  }

  return {
    /** Of one entry, in the order in which they were begun. */
    of: async (entry: string): Promise<Thread[]> =>
      withComments(await db.query(uid).findMany({ where: { entry }, orderBy: { id: 'asc' } })),

    async byKey(key: string): Promise<Thread | null> {
      const found: unknown = await db.query(uid).findOne({ where: { key } });
      return found ? ((await withComments([found]))[0] ?? null) : null;
    },

    /** How many are open, by entry. */
    async openCounts(entries: readonly string[]): Promise<Map<string, number>> {
      if (entries.length === 0) return new Map();
      const rows: unknown = await db
        .query(uid)
        .findMany({ where: { entry: { $in: [...entries] }, resolved_at: 0 }, select: ['entry'] });
      const counts = new Map<string, number>();
      for (const { entry } of z.array(z.object({ entry: z.string() })).parse(rows))
        counts.set(entry, (counts.get(entry) ?? 0) + 1);
      return counts;
    },

    async begin({
      key,
      entry,
      seal,
      anchor: about,
      at,
    }: Pick<Thread, 'key' | 'entry' | 'seal' | 'anchor' | 'at'>): Promise<void> {
      const data = { key, entry, seal, anchor: JSON.stringify(about), at, resolved_at: 0, resolved_by: null };
      await db.query(uid).create({ data });
    },

    async say(thread: Pick<Thread, 'key' | 'entry'>, { key, by, at, text }: Comment): Promise<void> {
      const data = { key, thread: thread.key, entry: thread.entry, by: JSON.stringify(by), at, text };
      await db.query(commentsUid).create({ data });
    },

    /** True for one of several who resolve it at once. */
    async resolve(key: string, by: Person, at: number): Promise<boolean> {
      const data = { resolved_at: at, resolved_by: JSON.stringify(by) };
      return (await db.query(uid).updateMany({ where: { key, resolved_at: 0 }, data })).count === 1;
    },

    async reopen(key: string): Promise<boolean> {
      const data = { resolved_at: 0, resolved_by: null };
      return (await db.query(uid).updateMany({ where: { key, resolved_at: { $gt: 0 } }, data })).count === 1;
    },

    async forget(entry: string): Promise<void> {
      await db.query(uid).deleteMany({ where: { entry } });
      await db.query(commentsUid).deleteMany({ where: { entry } });
    },
  };
}
