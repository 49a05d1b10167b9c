import { z } from 'zod';
import type { Counts } from '../channels/schema';
import type { TouchpointKind } from '../engagement/schema';

/** One row of the hourly rollup, the only thing that dashboards read. */
export interface Rollup {
  /** First millisecond of the hour. */
  readonly hour: number;
  readonly kind: TouchpointKind;
  /** `entryIdOf`, or empty. */
  readonly entry: string;
  readonly channel: string;
  readonly campaign: string;
  readonly publication: string;
  /** Touchpoints. */
  readonly count: number;
  /** Sum of their values. */
  readonly sum: number;
}

/** `GET /presence/insights`: times in milliseconds; with `uid` and `documentId` the numbers of one entry only. */
export const insightsQuery = z
  .object({
    from: z.coerce.number().int().min(0),
    to: z.coerce.number().int().min(0),
    step: z.enum(['hour', 'day']).optional(),
    uid: z.string().max(200).optional(),
    documentId: z.string().max(64).optional(),
    locale: z.string().max(35).optional(),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than from' })
  .refine(({ from, to }) => to - from <= 400 * 86_400_000, {
    path: ['from'],
    message: 'must be at most 400 days before to',
  })
  .refine(({ uid, documentId }) => (uid === undefined) === (documentId === undefined), {
    path: ['documentId'],
    message: 'must come together with uid',
  });
export type InsightsQuery = z.infer<typeof insightsQuery>;

/** How much of one kind: `count` touchpoints with values adding up to `sum`. `amount` is the one to show; of `reach` it is at most that. */
export interface KindTotal {
  readonly kind: TouchpointKind;
  readonly count: number;
  readonly sum: number;
  readonly amount: number;
}

export interface ChannelTotal {
  /** Our channel kind or a channel group. */
  readonly channel: string;
  /** Touches: everything a person did, without deliveries and without how long they stayed. */
  readonly touches: number;
  readonly kinds: readonly KindTotal[];
}

export interface EntryTotal {
  /** `entryIdOf`. */
  readonly entry: string;
  /** Null where the entry does not exist any more. */
  readonly title: string | null;
  readonly touches: number;
  readonly views: number;
  readonly clicks: number;
  /** Attention in milliseconds. */
  readonly attention: number;
}

export interface Series {
  readonly channel: string;
  /** Touches, one number for each of the view's `steps`. */
  readonly points: readonly number[];
}

export interface InsightsView {
  readonly from: number;
  readonly to: number;
  readonly step: 'hour' | 'day';
  /** IANA zone in which days begin. */
  readonly zone: string;
  /** Begin of each step, ascending; the axis of every series. */
  readonly steps: readonly number[];
  readonly touches: number;
  readonly kinds: readonly KindTotal[];
  /** Most touches first. */
  readonly channels: readonly ChannelTotal[];
  readonly series: readonly Series[];
  /** Most touches first, at most ten; empty when one entry was asked for. */
  readonly entries: readonly EntryTotal[];
  /** Pseudonyms of a day, added up over the days: a person who comes on two days counts twice. Null for over 31 days. */
  readonly visitors: number | null;
  /** What was not counted, and why. */
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
}

/** People or posts that reached each step. */
export interface FunnelSteps {
  readonly delivered: number;
  /** E-mail: opens. Website: views. Social: likes, reposts, replies, quotes, shares and saves, which prove at least that many. */
  readonly seen: number;
  readonly clicked: number;
  /** Page views held for ten seconds of attention or more. */
  readonly engaged: number;
  /** Sign-ups and custom events. */
  readonly converted: number;
}

/** What a network says of the posts of one channel together, as it counted them last. */
export interface NetworkTotal {
  /** Key of the channel. */
  readonly channel: string;
  readonly kind: string;
  /** How many posts are counted. */
  readonly posts: number;
  /**
   * Sums over those of which it told. `reach` is at most that where there are several posts, and `clicks` are the same acts as clicks on
   * tracked links: the two are not added.
   */
  readonly counts: Counts;
}

/** `GET /presence/insights/campaigns/:key`. */
export interface FunnelView {
  readonly campaign: string;
  readonly total: FunnelSteps;
  readonly channels: readonly ({ readonly channel: string } & FunnelSteps)[];
  readonly publications: readonly ({
    readonly publication: string;
    readonly channel: string;
  } & FunnelSteps)[];
  /** By channel; one whose network counts no posts is left out. */
  readonly networks: readonly NetworkTotal[];
}
