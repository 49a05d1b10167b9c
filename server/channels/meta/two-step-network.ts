import type { Account, Delivery, Outcome } from '../../../src/channels/channel';
import type { Told } from '../../../src/channels/counted/told';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { CopyPicture } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import type { SessionStore } from '../bluesky-session';
import type { Posted } from '../posted';
import type { CommentList } from '../replies/comments';
import type { ContainerWords } from './containers';
import type { FetchedVideos } from './fetched-video';
import type { FiguresAt } from './figures-right';
import type { OwnPosts } from './own-posts';
import type { MetaProfile } from './sessions';

export interface TwoStepSources extends FetchedVideos {
  readonly http: Outgoing;
  readonly sessions: SessionStore;
  /** Where the network loads a picture; `atHome`: nobody outside reaches this address of ours. */
  readonly served: (picture: CopyPicture) => Promise<{ readonly url: string } | { readonly atHome: string }>;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** What tells one network of two steps from another. */
export interface TwoStepNetwork {
  readonly kind: 'threads' | 'instagram';
  readonly rules: ChannelRules;
  /** Paths below the profile, where containers are made and published, and the posts of a day are counted. */
  readonly paths: { readonly create: string; readonly publish: string; readonly limit: string };
  readonly posts: OwnPosts;
  /** Where what is said below a post is no post of its own; left out: it is. */
  readonly comments?: CommentList;
  readonly container: ContainerWords;
  /** What a container of a picture says of its kind. */
  readonly image: object;
  /** Likewise of a video. */
  readonly film: object;
  /** Insights of a post by the count that they fill; and fields of the post, for where there are none. */
  readonly counted: { readonly metrics: Told; readonly fields?: Told };
  readonly figures: (profile: MetaProfile) => FiguresAt;
  /** Why there is no profile. */
  readonly whyNot: (account: Account) => Extract<Outcome, { readonly message: string }>;
  /** Null: its token cannot be read, or nobody has chosen the account yet. */
  readonly profileOf: (account: Account) => MetaProfile | null;
  /** What is posted, the same on every try. */
  readonly wordsOf: (delivery: Delivery) => Promise<Posted>;
  /** Why these words are never taken; null: nothing that is known beforehand. */
  readonly problemOf: (words: Posted) => Outcome | null;
}
