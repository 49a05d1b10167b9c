import { useCallback } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Download } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Report } from '../../../src/brand/findings/schema';
import { useFindingsApi } from '../../brand-api';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { Pager } from '../../components/pager';
import { Loaded, Nothing } from '../../components/states';
import { useDownload } from '../../components/use-download';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { isNarrowed, useReportFilter } from './filter';
import { Filters } from './filters';
import { Rows } from './rows';
import { RulesCard } from './rules-card';
import { Summary } from './summary';
import { Trend } from './trend';

const Side = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 36rem), 1fr));
  gap: ${({ theme }) => theme.spaces[5]};
`;

/** While entries are being checked again the report follows closely. */
const nextLook = ({ waiting }: Report): number => (waiting > 0 ? 2_000 : 60_000);

/** How all content keeps to the brand, what is wrong where, and whether it gets better. */
export default function BrandReport() {
  const t = useWords();
  const api = useFindingsApi();
  const download = useDownload();
  const { filter, page, change, go } = useReportFilter();
  const load = useLoad(
    useCallback(() => api.report(filter, page), [api, filter, page]),
    nextLook,
  );
  const { value: report } = load;
  return (
    <PageFrame
      title={t('presence.report.title')}
      subtitle={t('presence.report.subtitle')}
      action={
        <Button
          variant="secondary"
          startIcon={<Download />}
          disabled={!report || report.total === 0}
          onClick={() => void download(() => api.reportCsv(filter), 'brand-report.csv')}
        >
          {t('presence.report.csv')}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Loaded load={load}>
          {(view) => (
            <>
              <Progress waiting={view.waiting} entries={view.entries} />
              <Card title={t('presence.report.now')}>
                <Summary report={view} />
              </Card>
              <Side>
                <Trend />
                <RulesCard rules={view.rules} only={filter.rule} choose={(rule) => change({ rule })} />
              </Side>
            </>
          )}
        </Loaded>
        <Filters value={filter} report={report} change={change} />
        {report && <Entries report={report} isFiltered={isNarrowed(filter)} go={go} />}
      </Flex>
    </PageFrame>
  );
}

function Entries({
  report,
  isFiltered,
  go,
}: {
  report: Report;
  isFiltered: boolean;
  go: (page: number) => void;
}) {
  const t = useWords();
  if (report.rows.length === 0)
    return (
      <Nothing
        icon={<CheckCircle width="2.4rem" height="2.4rem" />}
        title={t(isFiltered ? 'presence.publications.none-match' : 'presence.report.none')}
      >
        {t(
          isFiltered
            ? 'presence.publications.none-match.text'
            : report.entries === 0
              ? 'presence.report.none.unchecked'
              : 'presence.report.none.text',
        )}
      </Nothing>
    );
  const { rows: items, ...place } = report;
  return (
    <div>
      <Rows report={report} />
      <Pager of={{ ...place, items }} go={go} />
    </div>
  );
}

/** How far the check of all content is, after the rules have changed. */
function Progress({ waiting, entries }: { waiting: number; entries: number }) {
  const t = useWords();
  return (
    <div role="status">
      {waiting > 0 && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography textColor="neutral700">{t('presence.report.waiting', { count: waiting })}</Typography>
          <progress
            max={Math.max(entries, waiting)}
            value={Math.max(entries, waiting) - waiting}
            aria-label={t('presence.report.progress')}
            style={{ width: '100%' }}
          />
        </Flex>
      )}
    </div>
  );
}
