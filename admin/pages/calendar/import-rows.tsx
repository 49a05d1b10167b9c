import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportRow } from '../../../src/publishing/calendar/views';
import { Listing, type Column } from '../../components/listing';
import { Pill, type Tone } from '../../components/pill';
import { ChannelName } from '../../components/publication-state';
import { When } from '../../components/when';
import { useWords } from '../../words';

const tones: Readonly<Record<ImportRow['outcome'], Tone>> = {
  schedule: 'success',
  hold: 'warning',
  refuse: 'danger',
};

/** Every row of the file, what becomes of it, and what is wrong with it. */
export function ImportRows({ rows, isDone }: { rows: readonly ImportRow[]; isDone: boolean }) {
  const t = useWords();
  const columns: readonly Column<ImportRow>[] = [
    {
      id: 'line',
      label: t('presence.calendar.import.line'),
      width: '6rem',
      cell: ({ line }) => String(line),
    },
    {
      id: 'outcome',
      label: t('presence.calendar.import.outcome'),
      width: '36%',
      cell: ({ outcome, problems, note, campaign }) => (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Pill tone={tones[outcome]}>
            {t(
              isDone && campaign
                ? `presence.calendar.import.did.${outcome}`
                : `presence.calendar.import.will.${outcome}`,
            )}
          </Pill>
          {problems.map(({ code, column, message }) => (
            <Typography key={`${code} ${column}`} variant="pi" textColor="danger700" tag="p">
              {column ? `${column}: ` : ''}
              {message}
            </Typography>
          ))}
          {note && outcome === 'hold' && (
            <Typography variant="pi" textColor="neutral700" tag="p">
              {note}
            </Typography>
          )}
        </Flex>
      ),
    },
    {
      id: 'what',
      label: t('presence.column.entry'),
      cell: ({ entryTitle, campaignName, words, campaign }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          {campaign ? (
            <Link tag={RouterLink} to={`/plugins/presence/campaigns/${campaign}`}>
              {entryTitle || campaignName}
            </Link>
          ) : (
            <Typography>{entryTitle || '–'}</Typography>
          )}
          <Typography variant="pi" textColor="neutral600">
            {campaignName}
          </Typography>
          {words !== entryTitle && (
            <Typography variant="pi" textColor="neutral600" tag="p">
              {words}
            </Typography>
          )}
        </Flex>
      ),
    },
    {
      id: 'channel',
      label: t('presence.column.channel'),
      cell: ({ kind, channelName }) =>
        kind ? <ChannelName kind={kind} name={channelName} /> : <Typography>{channelName || '–'}</Typography>,
    },
    {
      id: 'when',
      label: t('presence.column.when'),
      cell: (row) => <ImportTime row={row} />,
    },
  ];
  return (
    <Listing
      caption={t('presence.calendar.import.rows')}
      columns={columns}
      rows={rows}
      keyOf={({ line }) => String(line)}
    />
  );
}

/** When it goes out, and by what: a clock, the next free slot, or the website. */
function ImportTime({ row: { dueAt, zone, localTime, goesBy, afterMinutes } }: { row: ImportRow }) {
  const t = useWords();
  const by =
    goesBy === 'time'
      ? zone.replaceAll('_', ' ')
      : goesBy === 'slot'
        ? t('presence.calendar.import.slot')
        : t('presence.calendar.import.after', { minutes: afterMinutes ?? 0 });
  return (
    <Flex direction="column" alignItems="flex-start">
      {dueAt === null ? (
        (localTime || goesBy === 'time') && <Typography>{localTime.replace('T', ' ') || '–'}</Typography>
      ) : (
        <When at={dueAt} {...(zone ? { zone } : {})} />
      )}
      {(dueAt !== null || goesBy !== 'time') && (
        <Typography variant="pi" textColor="neutral600">
          {by}
        </Typography>
      )}
    </Flex>
  );
}
