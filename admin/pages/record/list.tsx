import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { AuditPage, AuditRow } from '../../../src/governance/audit/schema';
import { entryKeyOf } from '../../../src/shared/entry-key';
import { EntryLink } from '../../components/entry-link';
import { Listing, type Column } from '../../components/listing';
import { When } from '../../components/when';
import { useWords } from '../../words';
import { personOf, type RecordFilter } from './filters';
import { useKindWords } from './kind-words';

/** Rows of the record: when, what, who from where, which entry; details on demand. */
export function RecordList({
  page,
  change,
}: {
  page: AuditPage;
  change: (part: Partial<RecordFilter>) => void;
}) {
  const t = useWords();
  const wordOf = useKindWords();
  const columns: Column<AuditRow>[] = [
    {
      id: 'when',
      label: t('presence.column.when'),
      cell: ({ at, number }) => (
        <Flex direction="column" alignItems="flex-start">
          <When at={at} />
          <Typography variant="pi" textColor="neutral600">
            {number === null ? t('presence.record.linking') : t('presence.record.row', { number })}
          </Typography>
        </Flex>
      ),
    },
    {
      id: 'what',
      label: t('presence.record.what'),
      cell: (row) => (
        <Box minWidth={0}>
          <Typography fontWeight="semiBold">{wordOf(row.kind)}</Typography>
          <Details row={row} />
        </Box>
      ),
    },
    {
      id: 'who',
      label: t('presence.record.who'),
      cell: (row) => (
        <Flex direction="column" alignItems="flex-start">
          <TextButton
            type="button"
            aria-label={t('presence.record.only', { label: row.by.name })}
            onClick={() => change({ person: personOf(row) })}
          >
            {row.by.name}
          </TextButton>
          <Typography variant="pi" textColor="neutral600">
            {t(`presence.record.way.${row.from.way}`)}
          </Typography>
        </Flex>
      ),
    },
    {
      id: 'entry',
      label: t('presence.column.entry'),
      cell: ({ entry }) => {
        const key = entry && entryKeyOf(entry);
        if (!entry || !key) return '';
        const title = page.titles[entry];
        return (
          <Flex direction="column" alignItems="flex-start" gap={1}>
            {title === undefined ? (
              <Typography textColor="neutral600">{t('presence.record.entry.gone')}</Typography>
            ) : (
              <EntryLink entry={key} title={title} />
            )}
            <TextButton
              type="button"
              data-small
              onClick={() => change({ entry: { id: entry, title: title ?? entry } })}
            >
              {t('presence.record.entry.only')}
            </TextButton>
          </Flex>
        );
      },
    },
  ];
  return (
    <Listing
      caption={t('presence.record.title')}
      columns={columns}
      rows={page.items}
      keyOf={({ key }) => key}
    />
  );
}

const TextButton = styled(Button).attrs({ variant: 'ghost', size: 'S' })`
  padding: 0;
  height: auto;
  min-height: 2.4rem;
  text-align: start;
  white-space: normal;
`;

const Fold = styled.details`
  font-size: ${({ theme }) => theme.fontSizes[1]};
  color: ${({ theme }) => theme.colors.neutral600};

  summary {
    cursor: pointer;
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    padding-top: 0.4rem;
    max-height: 24rem;
    overflow-y: auto;
  }
`;

/** What else the row says, as it is stored. */
function Details({ row: { details, seal, from, hash } }: { row: AuditRow }) {
  const t = useWords();
  const place = from.place === null ? {} : { place: from.place };
  const all = { ...details, ...(seal ? { seal } : {}), ...place, ...(hash ? { hash } : {}) };
  if (Object.keys(all).length === 0) return null;
  return (
    <Fold>
      <summary>{t('presence.record.details')}</summary>
      <pre tabIndex={0}>{JSON.stringify(all, null, 2)}</pre>
    </Fold>
  );
}
