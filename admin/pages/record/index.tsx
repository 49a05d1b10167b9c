import { useCallback, useState } from 'react';
import { Box, Button } from '@strapi/design-system';
import { Download, Shield } from '@strapi/icons';
import { useApi } from '../../api';
import { PageFrame } from '../../components/page-frame';
import { Pager } from '../../components/pager';
import { Failed, Loaded, Nothing } from '../../components/states';
import { useDownload } from '../../components/use-download';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { Filters, isFiltered, noFilter, type RecordFilter } from './filters';
import { RecordList } from './list';
import { VerifyCard } from './verify-card';

/** Midnight of a day where the reader sits, in milliseconds; `days` later. */
function midnight(day: string, days = 0): number | undefined {
  if (day === '') return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + days).getTime();
}

/** Who did what, when and from where; the proof that nobody changed it; and a signed copy to take away. */
export default function Record() {
  const t = useWords();
  const may = useRights();
  if (may('audit.read')) return <Readable />;
  const refusal = {
    ...{ message: t('presence.state.forbidden'), code: null, path: null, status: 403 },
    ...{ details: {}, problems: [] },
  };
  return (
    <PageFrame title={t('presence.record.title')} subtitle={t('presence.record.subtitle')}>
      <Failed refusal={refusal} />
    </PageFrame>
  );
}

function Readable() {
  const t = useWords();
  const api = useApi();
  const download = useDownload();
  const [filter, setFilter] = useState<RecordFilter>(noFilter);
  const [page, setPage] = useState(1);
  const change = useCallback((part: Partial<RecordFilter>) => {
    setFilter((before) => ({ ...before, ...part }));
    setPage(1);
  }, []);
  const load = useLoad(
    useCallback(() => {
      const { group, person, entry, from, to } = filter;
      const [uid, documentId, locale] = entry?.id.split('|') ?? [];
      return api.record({
        ...{ group: group || undefined, person: person?.id, uid, documentId, locale, page },
        ...{ from: midnight(from), to: midnight(to, 1) },
      });
    }, [api, filter, page]),
  );
  return (
    <PageFrame
      title={t('presence.record.title')}
      subtitle={t('presence.record.subtitle')}
      action={
        <Button
          variant="secondary"
          startIcon={<Download />}
          onClick={() => void download(() => api.exportRecord(), 'presence-audit.jsonl')}
        >
          {t('presence.record.export')}
        </Button>
      }
    >
      <Box paddingBottom={6}>
        <VerifyCard />
      </Box>
      <Filters value={filter} change={change} />
      <Loaded load={load}>
        {(list) =>
          list.items.length === 0 ? (
            <Nothing
              icon={<Shield width="2.4rem" height="2.4rem" />}
              title={t(isFiltered(filter) ? 'presence.publications.none-match' : 'presence.record.none')}
            >
              {t(isFiltered(filter) ? 'presence.publications.none-match.text' : 'presence.record.none.text')}
            </Nothing>
          ) : (
            <>
              <RecordList page={list} change={change} />
              <Pager of={list} go={setPage} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
