import { useCallback } from 'react';
import { Flex } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useApi } from '../api';
import { Figures } from '../components/figures';
import { Notices } from '../components/notices';
import { PublicationLines } from '../components/publication-lines';
import { useNeeds } from '../components/use-needs';
import { useLoad } from '../use-load';
import { useRights } from '../use-rights';
import { WithWords } from '../words';

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
  const may = useRights();
  const needs = useNeeds();
  if (!needs.value) {
    return needs.refusal ? <Widget.Error>{needs.refusal.message}</Widget.Error> : <Widget.Loading />;
  }
  const { publications, notices } = needs.value;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} padding={2}>
      {may('insights.read') && <LastWeek />}
      {publications.length > 0 && <PublicationLines rows={publications} limit={shown} />}
      {(notices.length > 0 || publications.length === 0) && <Notices notices={notices.slice(0, shown)} />}
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
  return <Figures of={load.value} size="row" />;
}
