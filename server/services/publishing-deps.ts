import type { ChannelView } from '../../src/channels/schema';
import type { CopyFacts } from '../../src/governance/review/schema';
import type { Blocker } from '../../src/governance/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import type { Deed } from './audit';
import type { Entries } from './entries';

/** What campaigns and publications need of the other areas. */
export interface PublishingDeps {
  readonly entries: Pick<Entries, 'load' | 'pageUrl' | 'normalised'>;
  readonly channels: () => Promise<readonly Pick<ChannelView, 'key' | 'kind' | 'name'>[]>;
  /** Why an entry, or a copy of it, may not go out; empty where it may. */
  readonly blockers: (key: EntryKey, with_: { copies: CopyFacts[] }) => Promise<readonly Blocker[]>;
  readonly audit: (deed: Deed) => Promise<void>;
  /** Tells the engine that something may be due. */
  readonly wake: () => void;
  readonly now: () => number;
}
