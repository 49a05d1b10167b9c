import { Box } from '@strapi/design-system';
import type { CampaignView } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { Holds } from '../../components/holds';
import { anchors } from './preflight-fix';

/** What is stopped of a campaign, at the head of its page. */
export function CampaignHolds({
  campaign,
  canManage,
  settle,
}: {
  campaign: CampaignView;
  canManage: boolean;
  /** Shows the campaign as it is after a stop; undefined while it is being written, which is not touched. */
  settle: ((fresh: CampaignView) => void) | undefined;
}) {
  const api = useApi();
  const look = () => {
    if (settle) api.campaign(campaign.key).then(settle, () => undefined);
  };
  return (
    <Box id={anchors.holds}>
      <Holds campaign={campaign} canManage={canManage} changed={look} />
    </Box>
  );
}
