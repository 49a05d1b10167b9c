import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { FunnelSteps, FunnelView } from '../../../src/ecosystem/schema';
import type { CampaignView } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { Listing, type Column } from '../../components/listing';
import { useSourceName } from '../../components/sources';
import { Loaded, Nothing } from '../../components/states';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';

const steps = [
  'delivered',
  'seen',
  'clicked',
  'engaged',
  'converted',
] as const satisfies (keyof FunnelSteps)[];

/** How far people went in one campaign. */
export function Funnel() {
  const t = useWords();
  const api = useApi();
  const campaigns = useLoad(useCallback(() => api.campaigns(), [api]));
  const [picked, setPicked] = useState('');
  return (
    <Card title={t('presence.insights.funnel')} hint={t('presence.insights.funnel.hint')}>
      <Loaded load={campaigns} small>
        {({ items }) => {
          const first = items.find(({ state }) => state === 'done' || state === 'running') ?? items[0];
          if (!first)
            return (
              <Nothing title={t('presence.insights.funnel.none')}>
                {t('presence.insights.funnel.none.text')}
              </Nothing>
            );
          const key = picked || first.key;
          return (
            <Flex direction="column" alignItems="stretch" gap={5}>
              <SingleSelect
                aria-label={t('presence.insights.funnel.pick')}
                value={key}
                onChange={(value) => setPicked(String(value))}
              >
                {items.map((campaign: CampaignView) => (
                  <SingleSelectOption key={campaign.key} value={campaign.key}>
                    {campaign.name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <CampaignFunnel key={key} campaign={key} />
            </Flex>
          );
        }}
      </Loaded>
    </Card>
  );
}

/** The steps of one campaign as bars, and by channel as a table. */
function CampaignFunnel({ campaign }: { campaign: string }) {
  const t = useWords();
  const intl = useIntl();
  const nameOf = useSourceName();
  const api = useApi();
  const load = useLoad(useCallback(() => api.funnel(campaign), [api, campaign]));
  type Row = FunnelView['channels'][number];
  const columns: Column<Row>[] = [
    { id: 'channel', label: t('presence.column.channel'), cell: ({ channel }) => nameOf(channel) },
    ...steps.map((step): Column<Row> => ({
      id: step,
      label: t(`presence.funnel.${step}`),
      align: 'end',
      cell: (row) => intl.formatNumber(row[step]),
    })),
  ];
  return (
    <Loaded load={load} small>
      {({ total, channels }) => (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
            {steps.map((step) => (
              <Step
                key={step}
                label={t(`presence.funnel.${step}`)}
                value={total[step]}
                top={Math.max(...steps.map((each) => total[each]), 1)}
              />
            ))}
          </Flex>
          {channels.length > 0 && (
            <Listing
              caption={t('presence.insights.funnel')}
              columns={columns}
              rows={channels}
              keyOf={({ channel }) => channel}
            />
          )}
        </Flex>
      )}
    </Loaded>
  );
}

function Step({ label, value, top }: { label: string; value: number; top: number }) {
  const intl = useIntl();
  return (
    <Flex tag="li" gap={3} alignItems="center">
      <Box width="11rem" flex="none">
        <Typography textColor="neutral700">{label}</Typography>
      </Box>
      <Box flex="1" background="neutral100" hasRadius height="2.4rem" overflow="hidden" aria-hidden>
        <Box background="primary500" height="100%" width={`${(value / top) * 100}%`} />
      </Box>
      <Box width="6rem" flex="none">
        <Typography fontWeight="semiBold" textAlign="right" tag="p">
          {intl.formatNumber(value)}
        </Typography>
      </Box>
    </Flex>
  );
}
