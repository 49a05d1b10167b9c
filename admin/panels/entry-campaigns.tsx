import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import type { CampaignView } from '../../src/publishing/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { pathOf, useApi } from '../api';
import { bundlesOf, type Bundle } from '../components/bundles';
import { ChannelName, PublicationStateBadge } from '../components/publication-state';
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
  const bundles = bundlesOf(campaigns.flatMap(({ publications }) => publications));
  if (bundles.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600" tag="p">
        {t('presence.panel.channels.none')}
      </Typography>
    );
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
      {bundles.slice(0, shown).map((bundle) => (
        <Line key={bundle.first.key} bundle={bundle} />
      ))}
    </Flex>
  );
}

/** Channels of one campaign that stand at the same place. */
function Line({ bundle: { first, rows } }: { bundle: Bundle }) {
  const t = useWords();
  const at = first.deliveredAt ?? first.dueAt;
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={2}>
        <Link tag={RouterLink} to={`/plugins/presence/campaigns/${first.campaign}`}>
          {first.campaignName}
        </Link>
        <PublicationStateBadge state={first.state} />
      </Flex>
      {at !== null && <When at={at} {...(first.zone ? { zone: first.zone } : {})} isSmall />}
      {rows.map(({ key, kind, channelName, url }) => (
        <Flex key={key} justifyContent="space-between" gap={2}>
          <ChannelName kind={kind} name={channelName} />
          {url && (
            <Link href={url} isExternal>
              {t('presence.publication.open')}
            </Link>
          )}
        </Flex>
      ))}
      {first.problem && (
        <Typography variant="pi" textColor="neutral800" tag="p">
          {first.problem.message}
        </Typography>
      )}
    </Flex>
  );
}
