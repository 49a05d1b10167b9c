import type { OwnTypeView } from '../../channels/own/type';
import type { BuiltInKind, ChannelKind } from '../../channels/schema';

/**
 * What taking something back means on a channel: the post is deleted, the page is taken off the website, whoever received it is told,
 * nothing can be done, or a person deletes it on the network.
 */
export type RecallWay = 'deletes' | 'takes-down' | 'tells' | 'keeps' | 'by-hand';

/** What each kind that is ours allows. Shown before somebody decides. */
const recallWays: Readonly<Record<BuiltInKind, RecallWay>> = {
  website: 'takes-down',
  bluesky: 'deletes',
  mastodon: 'deletes',
  facebook: 'deletes',
  instagram: 'by-hand',
  x: 'deletes',
  threads: 'deletes',
  linkedin: 'deletes',
  'google-business': 'deletes',
  pinterest: 'deletes',
  discord: 'deletes',
  slack: 'by-hand',
  telegram: 'deletes',
  webhook: 'tells',
  email: 'keeps',
};

/** What a channel allows; where an app brought it, its type says so, and of a type that is gone nothing is taken back from here. */
export const recallWayOf = ({
  kind,
  own,
}: {
  readonly kind: ChannelKind;
  readonly own?: Pick<OwnTypeView, 'recall'> | null | undefined;
}): RecallWay => (kind === 'own' ? (own?.recall ?? 'by-hand') : recallWays[kind]);
