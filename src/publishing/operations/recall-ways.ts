import type { ChannelKind } from '../../channels/schema';

/**
 * What taking something back means on a channel: the post is deleted, the page is taken off the website, whoever received it is told,
 * or nothing can be done.
 */
export type RecallWay = 'deletes' | 'takes-down' | 'tells' | 'keeps';

/** What each kind allows. Shown before somebody decides. */
export const recallWays: Readonly<Record<ChannelKind, RecallWay>> = {
  website: 'takes-down',
  bluesky: 'deletes',
  mastodon: 'deletes',
  webhook: 'tells',
  email: 'keeps',
};
