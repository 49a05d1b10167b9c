import type { CampaignUtm } from '../../../src/publishing/campaign/aim';

/** Links that carry nothing. Written here, so that the browser need not load the schemas. */
export const noUtm: CampaignUtm = { campaign: '', medium: '', term: '', content: '', sources: {} };
