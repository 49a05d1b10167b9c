import { useCallback } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useApi } from '../api';
import { Figures, Trend } from '../components/figures';
import { Notices } from '../components/notices';
import { PublicationLines } from '../components/publication-lines';
import { useNeeds } from '../components/use-needs';
import { useLoad } from '../use-load';
import { useRights } from '../use-rights';
import { useWords, WithWords } from '../words';

const week = 7 * 86_400_000;
const shown = 3;

/** On the home page: what needs you, and the last seven days. */
export default function OverviewWidget() {
  return (
    <WithWords fallback={<Widget.Loading />}>
      <Content />
    </WithWords>
  );
}

function Content() {
  const t = useWords();
  const may = useRights();
  const needs = useNeeds();
  if (!needs.value) {
    return needs.refusal ? <Widget.Error>{needs.refusal.message}</Widget.Error> : <Widget.Loading />;
  }
  const { publications, notices } = needs.value;
  const rest = Math.max(0, publications.length - shown) + Math.max(0, notices.length - shown);
  return (
    <Flex direction="column" alignItems="stretch" gap={5} padding={2}>
      {publications.length > 0 && <PublicationLines rows={publications.slice(0, shown)} />}
      {(notices.length > 0 || publications.length === 0) && <Notices notices={notices.slice(0, shown)} />}
      {rest > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('presence.widget.rest', { count: rest })}
        </Typography>
      )}
      {may('insights.read') && <LastWeek />}
    </Flex>
  );
}

function LastWeek() {
  const api = useApi();
  const load = useLoad(
    useCallback(() => {
      const to = Date.now();
      return api.insights({ from: to - week, to, step: 'day' });
    }, [api]),
  );
  if (!load.value)
    return load.refusal ? <Widget.Error>{load.refusal.message}</Widget.Error> : <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Figures of={load.value} isNarrow />
      {load.value.series.length > 0 && <Trend of={load.value} />}
    </Flex>
  );
}
