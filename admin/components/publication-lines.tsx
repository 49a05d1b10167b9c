import { Link as RouterLink } from 'react-router-dom';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { PublicationView } from '../../src/publishing/schema';
import { ChannelName, PublicationStateBadge } from './publication-state';
import { When } from './when';

/** A few publications, one line each, leading to their campaigns. */
export function PublicationLines({ rows }: { rows: readonly PublicationView[] }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
      {rows.map((row) => (
        <Flex tag="li" key={row.key} direction="column" alignItems="stretch" gap={1}>
          <Flex justifyContent="space-between" gap={3} alignItems="flex-start">
            <Link tag={RouterLink} to={`/plugins/presence/campaigns/${row.campaign}`}>
              {row.entryTitle}
            </Link>
            <PublicationStateBadge state={row.state} size="XS" />
          </Flex>
          <Flex gap={3} wrap="wrap">
            <ChannelName kind={row.kind} name={row.channelName} />
            {row.dueAt !== null && <When at={row.dueAt} {...(row.zone ? { zone: row.zone } : {})} muted />}
          </Flex>
          {row.problem && (
            <Typography variant="pi" textColor="neutral700" tag="p">
              {row.problem.message}
            </Typography>
          )}
        </Flex>
      ))}
    </Flex>
  );
}
