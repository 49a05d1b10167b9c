import type { ReactNode } from 'react';
import { Box } from '@strapi/design-system';
import type { CampaignView } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { useHolds } from '../../components/holds';
import { anchors } from './preflight-fix';

/** What is stopped of a campaign, and the button that stops it; a campaign that is not stored yet has neither. */
export function useCampaignHolds(
  campaign: CampaignView | null,
  canManage: boolean,
  /** Shows the campaign as it is after a stop; undefined while it is being written, which is not touched. */
  settle: ((fresh: CampaignView) => void) | undefined,
): { readonly stop: ReactNode; readonly standing: ReactNode } {
  const api = useApi();
  const { stop, standing } = useHolds({
    canManage,
    ...(campaign ? { campaign } : {}),
    changed: () => {
      if (campaign && settle) api.campaign(campaign.key).then(settle, () => undefined);
    },
  });
  return campaign
    ? { stop, standing: <Box id={anchors.holds}>{standing}</Box> }
    : { stop: null, standing: null };
}
