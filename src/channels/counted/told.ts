import type { ChannelKind, Counts } from '../schema';

/** What a network calls each count that it tells of a post; one that it does not tell is left out. */
export type Told = Readonly<Partial<Record<keyof Counts, string>>>;

/**
 * What each network tells, by the names of its API: Page posts and their insights of Facebook, Instagram Media and Threads Media Insights of
 * Meta, X API v2 metrics, Organization Share Statistics of LinkedIn, `app.bsky.feed.defs#postView`, the Mastodon entity Status, Pin
 * analytics of Pinterest v5. Google counts whole locations, and chats and webhooks count nothing. Of channels of an app nobody knows
 * beforehand.
 */
export const told = {
  website: {},
  bluesky: {
    likes: 'likeCount',
    reposts: 'repostCount',
    replies: 'replyCount',
    quotes: 'quoteCount',
    saves: 'bookmarkCount',
  },
  mastodon: {
    likes: 'favourites_count',
    reposts: 'reblogs_count',
    replies: 'replies_count',
    quotes: 'quotes_count',
  },
  facebook: {
    likes: 'reactions',
    reposts: 'shares',
    replies: 'comments',
    views: 'post_media_view',
    reach: 'post_total_media_view_unique',
    clicks: 'post_clicks',
  },
  instagram: {
    likes: 'likes',
    reposts: 'shares',
    replies: 'comments',
    saves: 'saved',
    views: 'views',
    reach: 'reach',
  },
  x: {
    likes: 'like_count',
    reposts: 'retweet_count',
    replies: 'reply_count',
    quotes: 'quote_count',
    saves: 'bookmark_count',
    views: 'impression_count',
    clicks: 'url_link_clicks',
  },
  threads: {
    likes: 'likes',
    reposts: 'reposts',
    replies: 'replies',
    quotes: 'quotes',
    shares: 'shares',
    views: 'views',
  },
  linkedin: {
    likes: 'likeCount',
    reposts: 'shareCount',
    replies: 'commentCount',
    views: 'impressionCount',
    reach: 'uniqueImpressionsCount',
    clicks: 'clickCount',
  },
  'google-business': {},
  pinterest: {
    likes: 'TOTAL_REACTIONS',
    replies: 'TOTAL_COMMENTS',
    saves: 'SAVE',
    views: 'IMPRESSION',
    clicks: 'OUTBOUND_CLICK',
  },
  discord: {},
  slack: {},
  telegram: {},
  email: {},
  webhook: {},
  own: {},
} as const satisfies Readonly<Record<ChannelKind, Told>>;
