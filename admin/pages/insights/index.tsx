import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { InsightsView } from '../../../src/ecosystem/schema';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { Figures } from '../../components/figures';
import { PageFrame } from '../../components/page-frame';
import { Loaded } from '../../components/states';
import { useLoad } from '../../use-load';
import { useWords, type WordId } from '../../words';
import { Funnel } from './funnel';
import { OverTime } from './over-time';
import { ByChannel, ByEntry, ByNetwork } from './tables';

const day = 86_400_000;
const ranges = { day: 1, week: 7, month: 30, quarter: 90 } as const;
type RangeName = keyof typeof ranges;

/** What every channel brought, over time, by entry and by campaign. */
export default function Insights() {
  const t = useWords();
  const api = useApi();
  const [range, setRange] = useState<RangeName>('week');
  const load = useLoad(
    useCallback(() => {
      const to = Date.now();
      return api.insights({ from: to - ranges[range] * day, to, step: range === 'day' ? 'hour' : 'day' });
    }, [api, range]),
    () => 60_000,
  );
  return (
    <PageFrame
      title={t('presence.insights.title')}
      subtitle={t('presence.insights.subtitle')}
      action={
        <SingleSelect
          aria-label={t('presence.insights.range')}
          value={range}
          onChange={(value) => setRange(String(value) as RangeName)}
        >
          {(Object.keys(ranges) as RangeName[]).map((name) => (
            <SingleSelectOption key={name} value={name}>
              {t(`presence.insights.range.${name}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Loaded load={load}>
          {(view) => (
            <>
              <Card title={t('presence.insights.sums')} hint={t('presence.insights.sums.hint')}>
                <Figures of={view} />
                <Counted of={view} />
              </Card>
              <OverTime of={view} />
              {view.channels.length > 0 && <ByChannel of={view} />}
              <ByNetwork of={view} />
              {view.entries.length > 0 && <ByEntry of={view} />}
            </>
          )}
        </Loaded>
        <Funnel />
      </Flex>
    </PageFrame>
  );
}

/** How many people, and what was left out of the numbers. */
function Counted({ of }: { of: InsightsView }) {
  const t = useWords();
  const intl = useIntl();
  const wordOf = (reason: string) => {
    const id = `presence.dropped.${reason}`;
    return id in intl.messages ? t(id as WordId) : reason;
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={4}>
      {of.visitors !== null && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.insights.visitors', { count: of.visitors })}
        </Typography>
      )}
      {of.dropped.length > 0 && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.insights.dropped', {
            list: of.dropped
              .map(({ reason, count }) => `${intl.formatNumber(count)} ${wordOf(reason)}`)
              .join(', '),
          })}
        </Typography>
      )}
    </Flex>
  );
}
