import { Suspense, lazy, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '@strapi/design-system';
import type { InsightsView } from '../../../src/ecosystem/schema';
import { Card } from '../../components/card';
import { Listing, type Column } from '../../components/listing';
import { useSourceName } from '../../components/sources';
import { Nothing, Waiting } from '../../components/states';
import { useWords } from '../../words';

const TouchChart = lazy(() => import('../../components/touch-chart'));

/** Touches by channel over time: a chart, or the same as a table. */
export function OverTime({ of }: { of: InsightsView }) {
  const t = useWords();
  const intl = useIntl();
  const nameOf = useSourceName();
  const [isTable, setTable] = useState(false);
  const rows = of.steps.map((at, step) => ({ at, points: of.series.map(({ points }) => points[step] ?? 0) }));
  const columns: Column<(typeof rows)[number]>[] = [
    {
      id: 'at',
      label: t('presence.column.when'),
      cell: ({ at }) =>
        intl.formatDate(at, {
          dateStyle: 'medium',
          ...(of.step === 'hour' ? { timeStyle: 'short' } : {}),
          timeZone: of.zone,
        }),
    },
    ...of.series.map(({ channel }, index): Column<(typeof rows)[number]> => ({
      id: channel,
      label: nameOf(channel),
      align: 'end',
      cell: ({ points }) => intl.formatNumber(points[index] ?? 0),
    })),
  ];

  return (
    <Card
      title={t('presence.insights.over-time')}
      hint={t('presence.insights.over-time.hint', { zone: of.zone.replaceAll('_', ' ') })}
      action={
        of.series.length > 0 && (
          <Button size="S" variant="tertiary" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? 'presence.insights.as-chart' : 'presence.insights.as-table')}
          </Button>
        )
      }
    >
      {of.series.length === 0 ? (
        <Nothing title={t('presence.insights.none')}>{t('presence.insights.none.text')}</Nothing>
      ) : isTable ? (
        <Listing
          caption={t('presence.insights.over-time')}
          columns={columns}
          rows={rows}
          keyOf={({ at }) => String(at)}
        />
      ) : (
        <Suspense fallback={<Waiting />}>
          <TouchChart
            of={of}
            label={t('presence.insights.over-time.label', {
              touches: of.touches,
              list: of.channels.map(({ channel, touches }) => `${nameOf(channel)} ${touches}`).join(', '),
            })}
          />
        </Suspense>
      )}
    </Card>
  );
}
