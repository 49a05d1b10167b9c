import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
import type { FunnelSteps } from '../../../src/ecosystem/schema';
import type { CampaignTarget, Measure } from '../../../src/publishing/campaign/aim';
import { useApi } from '../../api';
import { Loaded } from '../../components/states';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';

/** Which step of the funnel a goal counts. */
const counted: Readonly<Record<Measure, keyof FunnelSteps>> = {
  clicks: 'clicked',
  views: 'seen',
  conversions: 'converted',
};

/** How far a campaign has come towards its number. */
export function GoalProgress({ campaign, target }: { campaign: string; target: CampaignTarget }) {
  const api = useApi();
  const mayRead = useRights()('insights.read');
  const load = useLoad(useCallback(() => api.funnel(campaign), [api, campaign]));
  if (!mayRead) return null;
  return (
    <Loaded load={load} small>
      {({ total }) => <Bar reached={total[counted[target.measure]]} target={target} />}
    </Loaded>
  );
}

function Bar({ reached, target: { measure, amount, until } }: { reached: number; target: CampaignTarget }) {
  const t = useWords();
  const intl = useIntl();
  const percent = Math.min(100, Math.round((reached / amount) * 100));
  const said = t(`presence.aim.reached.${measure}`, {
    reached: intl.formatNumber(reached),
    amount: intl.formatNumber(amount),
    until: intl.formatDate(`${until}T12:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }),
    percent,
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status">
      <Typography textColor="neutral800">{said}</Typography>
      <Box aria-hidden>
        <ProgressBar value={percent} size="S" />
      </Box>
    </Flex>
  );
}
