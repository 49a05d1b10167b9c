import type { deriveCopy } from '../../src/channels/derive-copy';
import type { Copy } from '../../src/channels/schema';
import type { CatchUpPolicy } from '../../src/publishing/schema';
import type { Result } from '../../src/shared/result';
import type { CampaignsStore } from '../stores/campaigns';
import type { PublicationsStore } from '../stores/publications';
import type { PublicationViews } from './publication-views';
import type { PublishingDeps } from './publishing-deps';

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
  readonly channel: {
    readonly key: string;
    readonly kind: Parameters<typeof deriveCopy>[0];
    readonly name: string;
  };
  readonly copy: Copy;
}
