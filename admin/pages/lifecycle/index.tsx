import { useCallback } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Clock, Cog, Download } from '@strapi/icons';
import { useLifeApi, type LifeFilter } from '../../life-api';
import { PageFrame } from '../../components/page-frame';
import { Pager } from '../../components/pager';
import { Loaded, Nothing } from '../../components/states';
import { useDownload } from '../../components/use-download';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { LifeCalendar } from './calendar';
import { Filters } from './filters';
import { filterOf } from './filter';
import { LifeList } from './list';

/** What is published and when somebody should look at it again: as a list and by the days of a month. */
export default function Life() {
  const t = useWords();
  const api = useLifeApi();
  const may = useRights();
  const [params, setParams] = useSearchParams();
  const download = useDownload();
  const filter = filterOf(params);
  const isCalendar = params.get('view') === 'calendar';
  const change = useCallback(
    (part: Readonly<Record<string, string>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete('page');
          for (const [name, value] of Object.entries(part))
            if (value) next.set(name, value);
            else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );

  return (
    <PageFrame
      title={t('presence.life.title')}
      subtitle={t('presence.life.subtitle')}
      action={
        may('settings.manage') && (
          <LinkButton tag={RouterLink} to="/settings/presence/life" variant="secondary" startIcon={<Cog />}>
            {t('presence.life.settings')}
          </LinkButton>
        )
      }
    >
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={4}>
        <Flex tag="nav" gap={2} aria-label={t('presence.life.views')}>
          {(['list', 'calendar'] as const).map((view) => {
            const isHere = (view === 'calendar') === isCalendar;
            return (
              <Button
                key={view}
                variant={isHere ? 'secondary' : 'tertiary'}
                {...(isHere ? { 'aria-current': 'page' as const } : {})}
                onClick={() => change({ view: view === 'calendar' ? view : '' })}
              >
                {t(`presence.life.${view}`)}
              </Button>
            );
          })}
        </Flex>
        {!isCalendar && (
          <Button
            variant="tertiary"
            startIcon={<Download />}
            onClick={() => void download(() => api.report(filter), 'content-life.csv')}
          >
            {t('presence.life.export')}
          </Button>
        )}
      </Flex>
      <Filters filter={filter} change={change} isCalendar={isCalendar} />
      {isCalendar ? (
        <LifeCalendar month={params.get('month')} uid={filter.uid} change={change} />
      ) : (
        <Rows
          filter={filter}
          page={Number(params.get('page')) || 1}
          go={(page) => change({ page: String(page) })}
        />
      )}
    </PageFrame>
  );
}

function Rows({ filter, page, go }: { filter: LifeFilter; page: number; go: (page: number) => void }) {
  const t = useWords();
  const api = useLifeApi();
  const { standing, uid, owner, trend, on, q } = filter;
  const load = useLoad(
    useCallback(
      () => api.list({ standing, uid, owner, trend, on, q }, page),
      [api, standing, uid, owner, trend, on, q, page],
    ),
  );
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Loaded load={load}>
      {(list) =>
        list.items.length === 0 ? (
          <Nothing
            icon={<Clock width="2.4rem" height="2.4rem" />}
            title={t(isFiltered ? 'presence.life.none-match' : 'presence.life.none')}
          >
            {t(isFiltered ? 'presence.publications.none-match.text' : 'presence.life.none.text')}
          </Nothing>
        ) : (
          <>
            <LifeList rows={list.items} changed={load.reload} />
            <Pager of={list} go={go} />
          </>
        )
      }
    </Loaded>
  );
}
