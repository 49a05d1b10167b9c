import { useCallback, useMemo, useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { Flex, Grid, Link, LinkButton, Typography } from '@strapi/design-system';
import { ArrowLeft, Pencil } from '@strapi/icons';
import type { EntryPanel } from '../../../src/governance/review/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useApi } from '../../api';
import { keyOf, tellingBlockers } from '../../components/blockers';
import { useReasonWords } from '../../components/use-reason-words';
import { Card } from '../../components/card';
import { useEditPath } from '../../components/entry-link';
import { PageFrame } from '../../components/page-frame';
import { Loaded } from '../../components/states';
import { When } from '../../components/when';
import { Decisions } from '../../panels/decisions';
import { SignOffLinks, useMayAsk } from '../../panels/sign-off';
import { Stages } from '../../panels/stages';
import { pluginId } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { Difference } from './difference';
import { EntryCopies } from './entry-copies';
import { GivenTo } from './given-to';
import { Threads } from './threads';

/** All that a reviewer needs of one entry: what changed, what people say, what is in the way, and the decisions. */
export default function Review() {
  const t = useWords();
  const [query] = useSearchParams();
  const [uid, documentId, locale] = [
    query.get('uid') ?? '',
    query.get('documentId') ?? '',
    query.get('locale'),
  ];
  const entry = useMemo((): EntryKey => ({ uid, documentId, locale }), [uid, documentId, locale]);
  const api = useApi();
  const editPath = useEditPath();
  const panel = useLoad(useCallback(() => api.entry(entry), [api, entry]));
  const [sides, setSides] = useState({ from: 'approved', to: 'now' });
  const difference = useLoad(
    useCallback(() => api.difference(entry, sides.from, sides.to), [api, entry, sides]),
  );
  const threads = useLoad(useCallback(() => api.threads(entry), [api, entry]));
  const mayAsk = useMayAsk();
  const title = difference.value?.to.title ?? t('presence.review.title');
  return (
    <PageFrame
      title={title}
      subtitle={[t('presence.review.title'), locale?.toUpperCase()].filter(Boolean).join(' · ')}
      back={
        <Link tag={RouterLink} startIcon={<ArrowLeft />} to={`/plugins/${pluginId}/reviews`}>
          {t('presence.needs-you.title')}
        </Link>
      }
      action={
        <LinkButton tag={RouterLink} variant="secondary" startIcon={<Pencil />} to={editPath(entry)}>
          {t('presence.review.edit')}
        </LinkButton>
      }
    >
      <Grid.Root gap={5}>
        <Grid.Item col={8} xs={12} direction="column" alignItems="stretch">
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Card title={t('presence.review.changes')} hint={t('presence.review.changes.hint')}>
              <Loaded load={difference} small>
                {(view) => <Difference view={view} choose={(from, to) => setSides({ from, to })} />}
              </Loaded>
            </Card>
            <EntryCopies entry={entry} pageUrl={panel.value?.pageUrl ?? null} />
          </Flex>
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Card title={t('presence.panel.review')}>
              <Loaded load={panel} small>
                {(value) => (
                  <Standing
                    panel={value}
                    show={(next) => {
                      panel.put(next);
                      difference.reload();
                    }}
                  />
                )}
              </Loaded>
            </Card>
            <Card title={t('presence.reviews.assignees')}>
              <GivenTo entry={entry} />
            </Card>
            {panel.value?.governed && mayAsk && (
              <Card title={t('presence.sign-off.title')}>
                <SignOffLinks entry={entry} version={panel.value.seal} />
              </Card>
            )}
            <Card title={t('presence.threads.title')}>
              <Loaded load={threads} small>
                {(view) => <Threads entry={entry} view={view} put={threads.put} />}
              </Loaded>
            </Card>
            <Card title={t('presence.panel.history')}>
              <Loaded load={panel} small>
                {(value) => <History panel={value} />}
              </Loaded>
            </Card>
          </Flex>
        </Grid.Item>
      </Grid.Root>
    </PageFrame>
  );
}

function Standing({ panel, show }: { panel: EntryPanel; show: (panel: EntryPanel) => void }) {
  const t = useWords();
  const { sentence } = useReasonWords();
  const blockers = tellingBlockers(panel.blockers);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Stages {...panel} />
      {blockers.length > 0 && (
        <Flex
          tag="ul"
          direction="column"
          alignItems="stretch"
          gap={2}
          aria-label={t('presence.panel.blockers')}
        >
          {blockers.map((blocker) => (
            <Typography key={keyOf(blocker)} tag="li" textColor="neutral800">
              {sentence(blocker)}
            </Typography>
          ))}
        </Flex>
      )}
      <Decisions panel={panel} isChanged={false} show={show} />
    </Flex>
  );
}

function History({ panel }: { panel: EntryPanel }) {
  const t = useWords();
  if (panel.decisions.length === 0)
    return <Typography textColor="neutral700">{t('presence.review.no-history')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {panel.decisions.map(({ key, kind, by, at, comment }) => (
        <Flex tag="li" key={key} direction="column" alignItems="flex-start" gap={1}>
          <Typography tag="p">{t(`presence.decided.${kind}`, { name: by.name })}</Typography>
          {comment && (
            <Typography tag="p" variant="pi" style={{ fontStyle: 'italic' }}>
              “{comment}”
            </Typography>
          )}
          <When at={at} isSmall />
        </Flex>
      ))}
    </Flex>
  );
}
