import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import type { CampaignView, PublicationView } from '../../src/publishing/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { pathOf, useApi } from '../api';
import { ChannelName, inKindOrder, PublicationStateBadge } from '../components/publication-state';
import { Loaded } from '../components/states';
import { When } from '../components/when';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { Section } from './section';

const shown = 6;

/** Where the entry went and goes, and the way to send it. */
export function EntryCampaigns({
  entry,
  version,
  canManage,
}: {
  entry: EntryKey;
  version: string;
  canManage: boolean;
}) {
  const t = useWords();
  const api = useApi();
  const { uid, documentId, locale } = entry;
  const load = useLoad(
    // Asked again after each save: an edit may hold what was scheduled.
    useCallback(() => api.campaigns({ uid, documentId, locale }), [api, uid, documentId, locale, version]),
    ({ items }) => (items.some(({ state }) => state === 'running' || state === 'waiting') ? 5_000 : null),
  );
  const editor = pathOf('/campaigns/new', { uid, documentId, locale }).replace(
    '/presence',
    '/plugins/presence',
  );

  return (
    <Section title={t('presence.panel.channels')}>
      <Loaded load={load} small>
        {({ items }) => <Lines campaigns={items} />}
      </Loaded>
      {canManage && (
        <LinkButton
          tag={RouterLink}
          to={editor}
          size="S"
          variant="secondary"
          startIcon={<PaperPlane />}
          fullWidth
        >
          {t('presence.panel.publish')}
        </LinkButton>
      )}
    </Section>
  );
}

function Lines({ campaigns }: { campaigns: readonly CampaignView[] }) {
  const t = useWords();
  const lines = campaigns.flatMap(({ publications }) => inKindOrder(publications));
  if (lines.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600" tag="p">
        {t('presence.panel.channels.none')}
      </Typography>
    );
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {lines.slice(0, shown).map((line) => (
        <Line key={line.key} line={line} />
      ))}
    </Flex>
  );
}

function Line({ line }: { line: PublicationView }) {
  const t = useWords();
  const at = line.deliveredAt ?? line.dueAt;
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1}>
      <Flex justifyContent="space-between" gap={2}>
        <ChannelName kind={line.kind} name={line.channelName} />
        <PublicationStateBadge state={line.state} size="XS" />
      </Flex>
      <Flex gap={2} wrap="wrap">
        {at !== null && <When at={at} {...(line.zone ? { zone: line.zone } : {})} isSmall />}
        {line.url ? (
          <Link href={line.url} isExternal>
            {t('presence.publication.open')}
          </Link>
        ) : (
          <Link tag={RouterLink} to={`/plugins/presence/campaigns/${line.campaign}`}>
            {t('presence.panel.campaign')}
          </Link>
        )}
      </Flex>
      {line.problem && (
        <Typography variant="pi" textColor="warning700" tag="p">
          {line.problem.message}
        </Typography>
      )}
    </Flex>
  );
}
