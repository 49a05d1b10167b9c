import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Flex, Grid, Link, LinkButton, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useApi } from '../api';
import { Card } from '../components/card';
import { Figures, Trend } from '../components/figures';
import { Notices } from '../components/notices';
import { PageFrame } from '../components/page-frame';
import { PublicationLines } from '../components/publication-lines';
import { Loaded } from '../components/states';
import { useNeeds } from '../components/use-needs';
import { refusalOf } from '../refusal';
import { useLoad } from '../use-load';
import { useRights } from '../use-rights';
import { useWords } from '../words';

const week = 7 * 86_400_000;

/** What needs you, what goes out next, and how the last seven days were. */
export function Overview() {
  const t = useWords();
  const may = useRights();
  return (
    <PageFrame title={t('presence.overview.title')} subtitle={t('presence.overview.subtitle')}>
      <Grid.Root gap={5}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <NeedsYou />
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Next />
            {may('insights.read') && <LastWeek />}
            {may('channels.manage') && <FirstSteps />}
          </Flex>
        </Grid.Item>
      </Grid.Root>
    </PageFrame>
  );
}

function NeedsYou() {
  const t = useWords();
  const api = useApi();
  const load = useNeeds();
  const { toggleNotification } = useNotification();
  const read = (keys: readonly string[]) => {
    api
      .markRead(keys)
      .then(load.reload, (error: unknown) =>
        toggleNotification({ type: 'danger', message: refusalOf(error).message }),
      );
  };
  return (
    <Card title={t('presence.overview.needs-you')}>
      <Loaded load={load} small>
        {({ publications, notices }) => (
          <Flex direction="column" alignItems="stretch" gap={6}>
            {publications.length > 0 && <PublicationLines rows={publications} />}
            {(notices.length > 0 || publications.length === 0) && <Notices notices={notices} read={read} />}
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

function Next() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(async () => {
      const [running, scheduled] = await Promise.all([
        api.publications({ state: 'running', pageSize: 5 }),
        api.publications({ state: 'scheduled', pageSize: 5 }),
      ]);
      return [...running.items, ...scheduled.items].sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
    }, [api]),
    () => 15_000,
  );
  return (
    <Card
      title={t('presence.overview.next')}
      action={
        <Link tag={RouterLink} to="/plugins/presence/publications">
          {t('presence.overview.all')}
        </Link>
      }
    >
      <Loaded load={load} small>
        {(rows) =>
          rows.length > 0 ? (
            <PublicationLines rows={rows} />
          ) : (
            <Typography textColor="neutral600">{t('presence.overview.next.none')}</Typography>
          )
        }
      </Loaded>
    </Card>
  );
}

function LastWeek() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(() => {
      const to = Date.now();
      return api.insights({ from: to - week, to, step: 'day' });
    }, [api]),
    () => 60_000,
  );
  return (
    <Card
      title={t('presence.overview.week')}
      action={
        <Link tag={RouterLink} to="/plugins/presence/insights">
          {t('presence.overview.more')}
        </Link>
      }
    >
      <Loaded load={load} small>
        {(view) => (
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Figures of={view} size="row" />
            {view.series.length > 0 && <Trend of={view} />}
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

/** Shown until there is a channel: without one nothing can go out. */
function FirstSteps() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(useCallback(() => api.channels(), [api]));
  if (!load.value || load.value.length > 0) return null;
  return (
    <Card title={t('presence.overview.start')} hint={t('presence.overview.start.text')}>
      <Flex gap={3} wrap="wrap">
        <LinkButton tag={RouterLink} to="/plugins/presence/channels">
          {t('presence.channels.add')}
        </LinkButton>
        <LinkButton tag={RouterLink} to="/settings/presence/governance" variant="secondary">
          {t('presence.overview.start.settings')}
        </LinkButton>
      </Flex>
    </Card>
  );
}
