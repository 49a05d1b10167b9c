import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Counts } from '../../src/channels/schema';
import { countOf, insertRows, queryOn, type Connection } from './bulk';
import type { Table } from './table';

const tableName = 'presence_counts';

/** What a network last reported about each delivered post, and when to ask again. */
export const countsTable: Table = {
  uid: 'presence::count',
  singularName: 'count',
  tableName,
  attributes: {
    id: { type: 'increments' },
    publication: { type: 'string', column: { args: [36], unique: true } },
    campaign: { type: 'string', column: { args: [36] } },
    channel: { type: 'string', column: { args: [36] } },
    kind: { type: 'string', column: { args: [32] } },
    entry: { type: 'string' },
    remote_id: { type: 'text' },
    delivered_at: { type: 'biginteger' },
    likes: { type: 'integer' },
    reposts: { type: 'integer' },
    replies: { type: 'integer' },
    quotes: { type: 'integer' },
    // When to look again; 0 when nobody looks any more.
    next_at: { type: 'biginteger' },
    lease: { type: 'string', column: { args: [36] } },
    lease_until: { type: 'biginteger' },
  },
  indexes: [{ name: 'presence_counts_next_index', columns: ['next_at'] }],
};

/** A delivered post whose counts are followed. */
export interface Followed {
  readonly publication: string;
  readonly campaign: string;
  /** Key of the channel's account. */
  readonly channel: string;
  /** Kind of the channel. */
  readonly kind: string;
  readonly entry: string;
  readonly remoteId: string;
  readonly deliveredAt: number;
}

const row = z
  .object({
    publication: z.string(),
    campaign: z.string(),
    channel: z.string(),
    kind: z.string(),
    entry: z.string(),
    remote_id: z.string(),
    delivered_at: z.coerce.number(),
    likes: z.coerce.number(),
    reposts: z.coerce.number(),
    replies: z.coerce.number(),
    quotes: z.coerce.number(),
  })
  .transform(({ remote_id, delivered_at, likes, reposts, replies, quotes, ...rest }) => ({
    ...rest,
    remoteId: remote_id,
    deliveredAt: delivered_at,
    counts: { likes, reposts, replies, quotes },
  }));

/** A followed post with what was last known of it. */
export type Counted = z.output<typeof row>;

const columns = [
  'publication',
  'campaign',
  'channel',
  'kind',
  'entry',
  'remote_id',
  'delivered_at',
  'likes',
  'reposts',
  'replies',
  'quotes',
  'next_at',
  'lease',
  'lease_until',
];

export type CountsStore = ReturnType<typeof countsStore>;

export const countsStore = (db: Core.Strapi['db']) => ({
  /** Begins to follow posts; those that are followed already stay as they are. */
  async follow(posts: readonly (Followed & { readonly nextAt: number })[]): Promise<void> {
    const rows = posts.map((post) => [
      ...[
        post.publication,
        post.campaign,
        post.channel,
        post.kind,
        post.entry,
        post.remoteId,
        post.deliveredAt,
      ],
      ...[0, 0, 0, 0, post.nextAt, '', 0],
    ]);
    await insertRows(db, db.connection, tableName, columns, rows, { on: 'publication' });
  },

  /** Takes posts that are due and nobody else looks at, for the time of the lease. */
  async claim(now: number, lease: string, until: number, limit: number): Promise<Counted[]> {
    const due: unknown = await queryOn(db, tableName)
      .whereBetween('next_at', [1, now])
      .where('lease_until', '<=', now)
      .orderBy('next_at')
      .limit(limit)
      .select('id');
    const ids = z.array(z.object({ id: z.coerce.number() })).parse(due);
    if (ids.length === 0) return [];
    await queryOn(db, tableName)
      .whereIn(
        'id',
        ids.map(({ id }) => id),
      )
      .where('lease_until', '<=', now)
      .update({ lease, lease_until: until });
    const rows: unknown = await queryOn(db, tableName)
      .where({ lease })
      .select(...columns);
    return z.array(row).parse(rows);
  },

  /** Writes what was found and frees the post; false where the lease was lost, then nothing is written. */
  async settle(
    connection: Connection,
    publication: string,
    lease: string,
    counts: Counts,
    nextAt: number | null,
  ): Promise<boolean> {
    const changed: unknown = await queryOn(db, tableName, connection)
      .where({ publication, lease })
      .update({ ...picked(counts), next_at: nextAt ?? 0, lease: '', lease_until: 0 });
    return countOf(changed) === 1;
  },
});

const picked = ({ likes, reposts, replies, quotes }: Counts): Counts => ({ likes, reposts, replies, quotes });
