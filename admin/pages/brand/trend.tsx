import { Suspense, lazy, useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button, Typography } from '@strapi/design-system';
import { useFindingsApi } from '../../brand-api';
import { Card } from '../../components/card';
import { Listing } from '../../components/listing';
import { Loaded, Waiting } from '../../components/states';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';

const TrendChart = lazy(() => import('./trend-chart'));
const days = 90;

/** Whether it gets better: mean score and errors by day, as a chart or as a table. */
export function Trend() {
  const t = useWords();
  const intl = useIntl();
  const api = useFindingsApi();
  const [isTable, setTable] = useState(false);
  const load = useLoad(useCallback(() => api.trend(days), [api]));
  const dayOf = (day: string) =>
    intl.formatDate(`${day}T12:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Card
      title={t('presence.report.trend')}
      hint={t('presence.report.trend.hint', { days })}
      action={
        (load.value?.length ?? 0) > 1 && (
          <Button size="S" variant="tertiary" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? 'presence.insights.as-chart' : 'presence.insights.as-table')}
          </Button>
        )
      }
    >
      <Loaded load={load} small>
        {(points) =>
          points.length < 2 ? (
            <Typography textColor="neutral600">{t('presence.report.trend.none')}</Typography>
          ) : isTable ? (
            <Listing
              caption={t('presence.report.trend')}
              columns={[
                { id: 'day', label: t('presence.column.when'), cell: ({ day }) => dayOf(day) },
                {
                  ...{ id: 'score', label: t('presence.report.mean'), align: 'end' as const },
                  cell: ({ meanScore }) => Math.round(meanScore),
                },
                {
                  ...{ id: 'errors', label: t('presence.report.errors'), align: 'end' as const },
                  cell: ({ errors }) => errors,
                },
                {
                  ...{ id: 'warnings', label: t('presence.report.warnings'), align: 'end' as const },
                  cell: ({ warnings }) => warnings,
                },
              ]}
              rows={[...points].reverse()}
              keyOf={({ day }) => day}
            />
          ) : (
            <Suspense fallback={<Waiting small />}>
              <TrendChart
                points={points}
                label={t('presence.report.trend.label', {
                  from: Math.round(points[0]?.meanScore ?? 0),
                  to: Math.round(points.at(-1)?.meanScore ?? 0),
                })}
              />
            </Suspense>
          )
        }
      </Loaded>
    </Card>
  );
}
