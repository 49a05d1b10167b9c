import { Link as RouterLink } from 'react-router-dom';
import { Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import type { PublicationView } from '../../src/publishing/schema';
import { useWords } from '../words';
import { Attempts } from './attempts';
import { EntryLink } from './entry-link';
import { Listing, type Column } from './listing';
import { MailDoubts } from './mail-doubts';
import { Pill } from './pill';
import { Receipt } from './receipt';
import { PublicationActions } from './publication-actions';
import { CorrectionLine } from './correct';
import { RecallLine } from './recall';
import { ChannelName, PublicationStateBadge } from './publication-state';
import { When } from './when';

/** Publications as rows: where each stands and what a person may do with it. */
export function PublicationList({
  rows,
  changed,
  canAct,
  isEntryShown = true,
  choice,
}: {
  rows: readonly PublicationView[];
  changed: (publication: PublicationView) => void;
  canAct: boolean;
  isEntryShown?: boolean;
  /** Where several can be acted on at once: which are chosen, by key. */
  choice?: { readonly chosen: ReadonlySet<string>; readonly choose: (keys: ReadonlySet<string>) => void };
}) {
  const t = useWords();
  const columns: Column<PublicationView>[] = [
    {
      id: 'choose',
      label: t('presence.publications.choose'),
      isLabelHidden: true,
      width: '4rem',
      cell: (row) =>
        choice &&
        row.actions.some((action) => action !== 'answer') && (
          <Checkbox
            aria-label={t('presence.publications.choose-one', {
              title: row.campaignName,
              channel: row.channelName,
            })}
            checked={choice.chosen.has(row.key)}
            onCheckedChange={(isOn) =>
              choice.choose(
                new Set(
                  isOn === true
                    ? [...choice.chosen, row.key]
                    : [...choice.chosen].filter((key) => key !== row.key),
                ),
              )
            }
          />
        ),
    },
    {
      id: 'state',
      label: t('presence.column.state'),
      width: '30%',
      cell: (row) => (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <PublicationStateBadge state={row.state} />
          {row.problem && (
            <Typography variant="pi" textColor="neutral700" tag="p">
              {row.problem.message}
            </Typography>
          )}
          {row.note && (
            <Typography variant="pi" textColor="neutral700" tag="p">
              {row.note}
            </Typography>
          )}
          {row.hold && (
            <Typography variant="pi" textColor="warning700" tag="p">
              {t('presence.publication.stopped', { by: row.hold.by, reason: row.hold.reason })}
            </Typography>
          )}
          <CorrectionLine publication={row} canAct={canAct} done={changed} />
          {row.recall && <RecallLine recall={row.recall} />}
          {row.inDoubt > 0 && <MailDoubts publication={row} canAct={canAct} changed={changed} />}
          <Attempts attempts={row.attempts} />
          <Receipt receipt={row.receipt} />
        </Flex>
      ),
    },
    {
      id: 'when',
      label: t('presence.column.when'),
      cell: (row) => <PublicationTime row={row} />,
    },
    {
      id: 'channel',
      label: t('presence.column.channel'),
      cell: (row) => (
        <Flex gap={2} wrap="wrap">
          <ChannelName kind={row.kind} name={row.channelName} own={row.own} />
          {row.practice && <Pill tone="alternative">{t('presence.practice.mark')}</Pill>}
        </Flex>
      ),
    },
    {
      id: 'entry',
      label: t('presence.column.entry'),
      cell: (row) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <EntryLink entry={row.entry} title={row.entryTitle} />
          <Link tag={RouterLink} to={`/plugins/presence/campaigns/${row.campaign}`} color="neutral600">
            <Typography variant="pi" textColor="neutral600" tag="span">
              {row.campaignName}
            </Typography>
          </Link>
        </Flex>
      ),
    },
    {
      id: 'actions',
      label: t('presence.column.actions'),
      isLabelHidden: true,
      align: 'end',
      cell: (row) => canAct && <PublicationActions publication={row} done={changed} />,
    },
  ];
  return (
    <Listing
      caption={t('presence.publications.title')}
      columns={columns.filter(
        ({ id }) => (isEntryShown || id !== 'entry') && (choice !== undefined || id !== 'choose'),
      )}
      rows={rows}
      keyOf={({ key }) => key}
    />
  );
}

/** When it goes out or went out, on the clock by which it was chosen, and the way to read it there. */
function PublicationTime({ row }: { row: PublicationView }) {
  const t = useWords();
  const zone = row.zone || undefined;
  const place = zone ? { zone } : {};
  const at = row.deliveredAt ?? row.dueAt;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {at === null ? (
        <Typography textColor="neutral600">{t('presence.time.none')}</Typography>
      ) : (
        <When at={at} {...place} />
      )}
      {zone && (
        <Typography variant="pi" textColor="neutral600">
          {zone.replaceAll('_', ' ')}
        </Typography>
      )}
      {row.state === 'scheduled' && row.nextAt !== null && row.dueAt !== null && row.nextAt > row.dueAt && (
        <Typography variant="pi" textColor="neutral600">
          {t('presence.publication.next-try')} <When at={row.nextAt} {...place} isSmall />
        </Typography>
      )}
      {row.url && (
        <Link href={row.url} isExternal>
          {t('presence.publication.open')}
        </Link>
      )}
    </Flex>
  );
}
