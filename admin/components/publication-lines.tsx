import { Link as RouterLink } from 'react-router-dom';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { PublicationView } from '../../src/publishing/schema';
import { useWords } from '../words';
import { bundlesOf } from './bundles';
import { ChannelName, PublicationStateBadge } from './publication-state';
import { When } from './when';

/** A few publications in few lines, leading to their campaigns. */
export function PublicationLines({ rows, limit }: { rows: readonly PublicationView[]; limit?: number }) {
  const t = useWords();
  const bundles = bundlesOf(rows);
  const rest = limit === undefined ? 0 : Math.max(0, bundles.length - limit);
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
      {bundles.slice(0, limit).map(({ first, rows: members }) => (
        <Flex tag="li" key={first.key} direction="column" alignItems="stretch" gap={1}>
          <Flex justifyContent="space-between" gap={3} alignItems="flex-start">
            <Link tag={RouterLink} to={`/plugins/presence/campaigns/${first.campaign}`}>
              {first.entryTitle}
            </Link>
            <PublicationStateBadge state={first.state} />
          </Flex>
          <Flex gap={4} wrap="wrap">
            {members.map(({ key, kind, channelName }) => (
              <ChannelName key={key} kind={kind} name={channelName} />
            ))}
          </Flex>
          {first.dueAt !== null && (
            <When at={first.dueAt} {...(first.zone ? { zone: first.zone } : {})} isSmall />
          )}
          {first.problem && (
            <Typography variant="pi" textColor="neutral800" tag="p">
              {first.problem.message}
            </Typography>
          )}
        </Flex>
      ))}
      {rest > 0 && (
        <Typography tag="li" variant="pi" textColor="neutral600">
          {t('presence.widget.rest', { count: rest })}
        </Typography>
      )}
    </Flex>
  );
}
