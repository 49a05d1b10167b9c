import type { ScopePurpose } from '../oauth/network';

/** What each of Meta's ways to sign in is asked for, and what an app may ask for beside it (developers.facebook.com/docs/permissions). */
export interface MetaScopes {
  readonly needed: readonly string[];
  readonly also: Readonly<Record<string, ScopePurpose>>;
}

export const facebookScopes = {
  needed: ['pages_show_list', 'pages_manage_posts', 'pages_read_engagement'],
  also: { read_insights: 'figures', pages_manage_engagement: 'comments', business_management: 'business' },
} as const satisfies MetaScopes;

/** By the log-in of Facebook, for the account of Instagram that belongs to a Page. */
export const instagramByFacebookScopes = {
  needed: ['instagram_basic', 'instagram_content_publish', 'pages_show_list', 'pages_read_engagement'],
  also: {
    instagram_manage_insights: 'figures',
    instagram_manage_comments: 'comments',
    business_management: 'business',
  },
} as const satisfies MetaScopes;

export const instagramScopes = {
  needed: ['instagram_business_basic', 'instagram_business_content_publish'],
  also: { instagram_business_manage_insights: 'figures', instagram_business_manage_comments: 'comments' },
} as const satisfies MetaScopes;

export const threadsScopes = {
  needed: ['threads_basic', 'threads_content_publish'],
  also: {
    threads_manage_insights: 'figures',
    threads_manage_replies: 'comments',
    threads_read_replies: 'comments',
    threads_delete: 'recall',
  },
} as const satisfies MetaScopes;

/** Of what an app may ask for beside what is needed, what this one does. */
export const alsoOf = (
  also: Readonly<Record<string, ScopePurpose>>,
  wanted: readonly string[],
): Readonly<Record<string, ScopePurpose>> =>
  Object.fromEntries(Object.entries(also).filter(([scope]) => wanted.includes(scope)));
