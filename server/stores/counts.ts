import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { counts, metrics, type Counts, type Metric } from '../../src/channels/schema';
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
    // What was told last; null: never told.
    likes: { type: 'integer' },
    reposts: { type: 'integer' },
    replies: { type: 'integer' },
    quotes: { type: 'integer' },
    shares: { type: 'biginteger' },
    saves: { type: 'biginteger' },
    views: { type: 'biginteger' },
    reach: { type: 'biginteger' },
    clicks: { type: 'biginteger' },
    // When to look again; 0 when nobody looks any more.
    next_at: { type: 'biginteger' },
    lease: { type: 'string', column: { args: [36] } },
    lease_until: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_counts_next_index', columns: ['next_at'] },
    { name: 'presence_counts_campaign_index', columns: ['campaign'] },
  ],
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

const figure = z
  .unknown()
  .transform((value) => (value === null || value === undefined ? undefined : Number(value)));

const row = z
  .object({
    publication: z.string(),
    campaign: z.string(),
    channel: z.string(),
    kind: z.string(),
    entry: z.string(),
    remote_id: z.string(),
    delivered_at: z.coerce.number(),
    ...{ likes: figure, reposts: figure, replies: figure, quotes: figure, shares: figure },
    ...{ saves: figure, views: figure, reach: figure, clicks: figure },
  } satisfies Record<Metric, unknown> & Record<string, unknown>)
  .transform(({ publication, campaign, channel, kind, entry, remote_id, delivered_at, ...figures }) => ({
    ...{ publication, campaign, channel, kind, entry, remoteId: remote_id, deliveredAt: delivered_at },
    counts: counts.parse(figures),
  }));

/** A followed post with what was last known of it. */
export type Counted = z.output<typeof row>;

const columns = ['publication', 'campaign', 'channel', 'kind', 'entry', 'remote_id', 'delivered_at'];

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
      ...[post.nextAt, '', 0],
    ]);
    await insertRows(db, db.connection, tableName, [...columns, 'next_at', 'lease', 'lease_until'], rows, {
      on: 'publication',
    });
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
      .select(...columns, ...metrics);
    return z.array(row).parse(rows);
  },

  /** Every followed post of a campaign, with what was last known of it. */
  async ofCampaign(campaign: string): Promise<Counted[]> {
    const rows: unknown = await queryOn(db, tableName)
      .where({ campaign })
      .orderBy('id')
      .select(...columns, ...metrics);
    return z.array(row).parse(rows);
  },

  /** Writes what was found and frees the post; false where the lease was lost, then nothing is written. */
  async settle(
    connection: Connection,
    publication: string,
    lease: string,
    known: Counts,
    nextAt: number | null,
  ): Promise<boolean> {
    const changed: unknown = await queryOn(db, tableName, connection)
      .where({ publication, lease })
      .update({ ...columnsOf(known), next_at: nextAt ?? 0, lease: '', lease_until: 0 });
    return countOf(changed) === 1;
  },
});

const columnsOf = (known: Counts): Readonly<Record<Metric, number | null>> => {
  const { likes = null, reposts = null, replies = null, quotes = null, shares = null } = known;
  const { saves = null, views = null, reach = null, clicks = null } = known;
  return { likes, reposts, replies, quotes, shares, saves, views, reach, clicks };
};
