import type { ChannelKind, ChannelState, CopyCheck } from '../../channels/schema';
import type { ToldValues, ToldWords } from '../../shared/told';
import type { PublicationState } from '../schema';
import type { ClashFacts } from './clash';
import type { CostFacts } from './cost';

/** Everything that is known about one publication before it goes out. Times are milliseconds since 1970. */
export interface PreflightFacts {
  readonly now: number;
  /** IANA zone that times are told in. */
  readonly zone: string;
  readonly publication: PublicationFacts;
  /** Null when the channel was removed. */
  readonly channel: ChannelFacts | null;
  /** Null when the entry was deleted. */
  readonly entry: EntryFacts | null;
  readonly copy: CopyFacts;
  readonly clash: ClashFacts;
  readonly cost: CostFacts;
  /** What an operator stopped; null where nothing is. */
  readonly hold: { readonly by: string; readonly reason: string } | null;
}

export interface PublicationFacts {
  readonly key: string;
  readonly kind: ChannelKind;
  readonly channelName: string;
  readonly state: PublicationState;
  readonly dueAt: number | null;
  /** Why it stands where it stands. */
  readonly problem: { readonly code: string; readonly message: string } | null;
}

export interface ChannelFacts {
  readonly state: ChannelState;
  readonly reason: string;
  /** When the credentials end, where they do. */
  readonly validUntil?: number;
}

/** Why something may not go out, and what the sentence about it names. */
export interface TellingBlocker {
  readonly code: string;
  readonly message: string;
  readonly values?: ToldValues | undefined;
  readonly words?: ToldWords | undefined;
}

export interface EntryFacts {
  /** Whether it says something else than when this was scheduled. */
  readonly isEdited: boolean;
  /** The page that the copy links to: none, up, coming with the campaign's own website publication, or missing. */
  readonly page: 'none' | 'up' | 'coming' | 'missing';
  /** Why governance does not let it out, the most important first. */
  readonly blockers: readonly TellingBlocker[];
  /** Fields that refer to entries that nobody can see yet, each with a sentence. */
  readonly hidden: readonly { readonly field: string; readonly count: number; readonly message: string }[];
}

/** What was found about the file of a video. */
export type VideoFinding = Pick<CopyCheck['problems'][number], 'severity' | 'code' | 'message' | 'values'>;

export interface CopyFacts {
  readonly check: CopyCheck;
  /** Findings of the brand that stop nothing. */
  readonly findings: { readonly warnings: number; readonly suggestions: number };
  /** Addresses that no longer answer. */
  readonly deadLinks: readonly string[];
  /** Pictures that are gone from the media library. */
  readonly lostPictures: readonly string[];
  /** What keeps its video from being taken, or known. */
  readonly video: readonly VideoFinding[];
  /** Pictures that are loaded by their address and cannot be reached by it. */
  readonly privatePictures: {
    readonly names: readonly string[];
    readonly by: 'network' | 'reader';
  } | null;
  /** An earlier or planned post on the same channel that says nearly the same. */
  readonly alike: { readonly label: string; readonly percent: number } | null;
}
