import { Link as RouterLink } from 'react-router-dom';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { PublicationView } from '../../src/publishing/schema';
import { useWords } from '../words';
import { ChannelName, inKindOrder, PublicationStateBadge } from './publication-state';
import { When } from './when';

/** Publications of one campaign that stand at the same place for the same reason: one thing to a person. */
interface Bundle {
  readonly first: PublicationView;
  readonly rows: readonly PublicationView[];
}

/** Put together what belongs together, in the order in which each bundle begins. */
export function bundlesOf(rows: readonly PublicationView[]): Bundle[] {
  const bundles = new Map<string, PublicationView[]>();
  for (const row of rows) {
    const key = [row.campaign, row.state, row.dueAt, row.problem?.message].join('|');
    bundles.set(key, [...(bundles.get(key) ?? []), row]);
  }
  return [...bundles.values()].flatMap((list) => (list[0] ? { first: list[0], rows: list } : []));
}

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
            <PublicationStateBadge state={first.state} size="XS" />
          </Flex>
          <Flex gap={4} wrap="wrap">
            {inKindOrder(members).map(({ key, kind, channelName }) => (
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
