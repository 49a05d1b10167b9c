import { z } from 'zod';

/**
 * What can happen between a person and the business. Values are whole numbers and always differences, so that sums
 * stay right however often something is reported: `attention` in milliseconds, `scroll` in percentage points of depth
 * newly reached, what a network counts of a post (`like` to `network-click`) as the change since the last look (negative when
 * withdrawn), `delivered` and `bounced` in recipients or posts; everything else counts 1. `impression` is how often a network showed a
 * post and `reach` to how many accounts: of several posts at most their sum, because one person may have seen two. `network-click` is a
 * click on a link as the network counts it, the same act as our own `link-click`: the two are shown side by side and never added.
 */
export const touchpointKinds = [
  'view',
  'engaged',
  'attention',
  'scroll',
  'click-out',
  'event',
  'link-click',
  'open',
  'like',
  'repost',
  'reply',
  'quote',
  'share',
  'save',
  'impression',
  'reach',
  'network-click',
  'delivered',
  'bounced',
  'subscribe',
  'confirm',
  'unsubscribe',
] as const;
export const touchpointKind = z.enum(touchpointKinds);
export type TouchpointKind = z.infer<typeof touchpointKind>;

/** Where a visit came from. The first three are proven by our own signed links; the rest is read from the address and referrer. */
const channelGroups = [
  'owned-email',
  'owned-social',
  'owned-web',
  'paid-search',
  'paid-social',
  'paid-other',
  'affiliate',
  'email',
  'sms',
  'push',
  'social',
  'video',
  'ai-assistant',
  'organic-search',
  'referral',
  'internal',
  'direct',
] as const;
export const channelGroup = z.enum(channelGroups);
export type ChannelGroup = z.infer<typeof channelGroup>;

/** What came in by a page visit, a link, a network or a mail, ready for the ledger. */
export interface NewTouchpoint {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: TouchpointKind;
  /** `entryIdOf` of the entry; null where none is known. */
  readonly entry: string | null;
  /** One of our channel kinds (`bluesky`, `email`, …) where we know it, else a channel group. */
  readonly channel: string;
  readonly publication: string | null;
  readonly campaign: string | null;
  /** The day's pseudonym; null where nobody is told apart. */
  readonly visitor: string | null;
  /** A whole number; see `touchpointKinds`. */
  readonly value: number;
  /** Path of the page without query; null outside the website. */
  readonly path: string | null;
  /** What was clicked or the name of a custom event. */
  readonly label?: string | null;
  /** Rule that chose the channel, with its version: `referrer.search@1`; or who vouches: `mail@1`. */
  readonly source: string;
  /** A touchpoint with this key is written at most once, however often it is reported. */
  readonly once?: string | null;
}

/** Why a hit was not counted as a touchpoint. Only the number is kept, never the hit. */
const dropReasons = [
  'bot',
  'no-user-agent',
  'prefetch',
  'privacy-signal',
  'head-request',
  'forged-token',
  'unknown-entry',
] as const;
export const dropReason = z.enum(dropReasons);
export type DropReason = z.infer<typeof dropReason>;

/** Limits of one report from a browser. */
export const collectLimits = { bytes: 8192, events: 50, url: 2048, name: 64 } as const;

// Databases refuse NUL and lone surrogates; no honest browser sends control characters in these places.
const clean = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'contains control characters');

const pageUrl = clean(collectLimits.url).regex(/^https?:\/\/[^\s/?#]+/i, 'must be an http or https address');

const entryId = z
  .string()
  .max(255)
  .regex(
    /^(api|plugin)::[a-z0-9_-]+\.[a-z0-9_-]+\|[A-Za-z0-9]{1,64}\|[A-Za-z0-9-]{0,35}$/,
    'must be uid|documentId|locale',
  );

const value = (max: number) => z.number().int().min(0).max(max);

const dayInMs = 86_400_000;

const collectEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('view') }),
  z.strictObject({ kind: z.literal('engaged') }),
  z.strictObject({ kind: z.literal('attention'), value: value(dayInMs) }),
  z.strictObject({ kind: z.literal('scroll'), value: value(100) }),
  z.strictObject({ kind: z.literal('click-out'), url: pageUrl }),
  z.strictObject({
    kind: z.literal('event'),
    name: clean(collectLimits.name).min(1),
    value: value(1_000_000_000).optional(),
  }),
]);

/** What the tracker sends: one page of one visit. */
export const collectBody = z.strictObject({
  /** Address of the page with its query, from which the channel is read; only the path is stored. */
  url: pageUrl,
  referrer: clean(collectLimits.url).optional(),
  entry: entryId.optional(),
  events: z.array(collectEvent).min(1).max(collectLimits.events),
});
export type CollectBody = z.infer<typeof collectBody>;
export type CollectEvent = CollectBody['events'][number];

/** What a tracked link is minted for. */
export interface NewLink {
  readonly publication: string;
  readonly campaign: string;
  /** `entryIdOf` of the entry. */
  readonly entry: string;
  /** Our channel kind: `bluesky`, `email`, `webhook`, `website`. */
  readonly channel: string;
  /** An absolute http or https address. */
  readonly url: string;
  readonly label?: string;
}

/** A tracked link as it is stored; `id` is what `?p=` carries. */
export interface Link extends Required<NewLink> {
  readonly id: string;
}
