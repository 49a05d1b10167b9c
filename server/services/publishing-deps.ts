import type { Blocker } from '../../src/governance/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import type { Deed } from './audit';
import type { AskedCopy } from './brand/findings/gate';
import type { WritingChannel } from './derived';
import type { Entries } from './entries';
import type { PublishingTimes } from './publishing-times';

/** A channel that copies are derived for. */
export interface PublishingChannel extends WritingChannel {
  readonly key: string;
}

/** What campaigns and publications need of the other areas. */
export interface PublishingDeps {
  readonly entries: Pick<Entries, 'load' | 'normalised'>;
  readonly channels: () => Promise<readonly PublishingChannel[]>;
  /** Why an entry, or a copy of it, may not go out; empty where it may. */
  readonly blockers: (key: EntryKey, with_: { copies: AskedCopy[] }) => Promise<readonly Blocker[]>;
  /** The copies of an entry (`entryIdOf`) are other ones than before. */
  readonly onCopies: (entry: string) => Promise<void>;
  /** Slots, blackouts and distances of the channels, and what is planned on them. */
  readonly times: PublishingTimes;
  readonly audit: (deed: Deed) => Promise<void>;
  /** Tells the engine that something may be due. */
  readonly wake: () => void;
  readonly now: () => number;
}
