import type { Copy } from '../../src/channels/schema';
import type { CatchUpPolicy } from '../../src/publishing/schema';
import type { Result } from '../../src/shared/result';
import type { CampaignsStore } from '../stores/campaigns';
import type { PublicationsStore } from '../stores/publications';
import type { PublicationViews } from './publication-views';
import type { PublishingChannel, PublishingDeps } from './publishing-deps';
import type { PublicationRow } from '../stores/publication-row';

export interface CampaignsDeps extends PublishingDeps {
  readonly campaigns: CampaignsStore;
  readonly publications: PublicationsStore;
  readonly views: PublicationViews;
  readonly defaultCatchUp: () => Promise<CatchUpPolicy>;
  readonly uuid: () => string;
  /** Everything inside happens, or nothing: a refusal undoes it. */
  readonly inTransaction: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>;
}

/** One channel of a new or changed campaign, with the copy that a person wrote or ours. */
export interface Wanted {
  readonly channel: PublishingChannel;
  readonly copy: Copy;
  /** What is derived now. */
  readonly base: Pick<PublicationRow, 'derived' | 'derivedSeal'>;
}
