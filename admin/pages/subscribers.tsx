import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download, Mail, Trash } from '@strapi/icons';
import type { ContactCounts, ContactState, ContactView } from '../../src/audience/schema';
import { useApi } from '../api';
import { Ask } from '../components/ask';
import { FilterChoice } from '../components/filter-choice';
import { Listing, type Column } from '../components/listing';
import { PageFrame } from '../components/page-frame';
import { Pager } from '../components/pager';
import { Pill, type Tone } from '../components/pill';
import { SearchBox } from '../components/search-box';
import { Loaded, Nothing } from '../components/states';
import { When } from '../components/when';
import { useDownload } from '../components/use-download';
import { useLoad } from '../use-load';
import { useRights } from '../use-rights';
import { useWords } from '../words';

const colours: Readonly<Record<ContactState, Tone>> = {
  subscribed: 'success',
  pending: 'primary',
  unsubscribed: 'neutral',
  bounced: 'danger',
};
const states = Object.keys(colours) as readonly ContactState[];

/** Everybody who gave an address, and where their consent stands. */
export default function Subscribers() {
  const t = useWords();
  const api = useApi();
  const may = useRights();
  const [state, setState] = useState<ContactState | ''>('');
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const [erasing, setErasing] = useState<ContactView>();
  const load = useLoad(
    useCallback(() => api.contacts({ state: state || undefined, q, page }), [api, state, q, page]),
  );
  const counts = useLoad(useCallback(() => api.contactCounts(), [api]));
  const download = useDownload();
  const search = useCallback((text: string) => {
    setQ(text);
    setPage(1);
  }, []);
  const isFiltered = Boolean(state || q);

  const columns: Column<ContactView>[] = [
    {
      id: 'email',
      label: t('presence.subscribers.email'),
      cell: ({ email, name }) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{email}</Typography>
          {name && <Typography variant="pi">{name}</Typography>}
        </Flex>
      ),
    },
    {
      id: 'state',
      label: t('presence.column.state'),
      cell: (row) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Pill tone={colours[row.state]}>{t(`presence.contact.${row.state}`)}</Pill>
          {row.bounceReply && (
            <Typography variant="pi" textColor="neutral600">
              {row.bounceReply}
            </Typography>
          )}
        </Flex>
      ),
    },
    {
      id: 'since',
      label: t('presence.subscribers.since'),
      cell: (row) => <When at={row.confirmedAt ?? row.createdAt} />,
    },
    {
      id: 'source',
      label: t('presence.subscribers.source'),
      cell: ({ source, locale }) => `${source} · ${locale}`,
    },
    {
      id: 'actions',
      label: t('presence.column.actions'),
      isLabelHidden: true,
      align: 'end',
      cell: (row) => (
        <Flex gap={2} justifyContent={{ initial: 'flex-start', medium: 'flex-end' }} wrap="wrap">
          <Button
            size="S"
            variant="tertiary"
            startIcon={<Download />}
            onClick={() => void download(() => api.exportContact(row.key), `contact-${row.email}.json`)}
          >
            {t('presence.subscribers.export')}
          </Button>
          {may('contacts.manage') && (
            <Button size="S" variant="danger-light" startIcon={<Trash />} onClick={() => setErasing(row)}>
              {t('presence.subscribers.erase')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];

  return (
    <PageFrame title={t('presence.subscribers.title')} subtitle={t('presence.subscribers.subtitle')}>
      {counts.value && <Counts of={counts.value} />}
      <Flex gap={3} wrap="wrap" paddingBottom={4} role="search" aria-label={t('presence.subscribers.filter')}>
        <Box flex="1 1 20rem">
          <SearchBox label={t('presence.subscribers.search')} value={q} change={search} />
        </Box>
        <FilterChoice
          label={t('presence.column.state')}
          all={t('presence.publications.state.all')}
          value={state}
          options={states.map((each) => ({ value: each, label: t(`presence.contact.${each}`) }))}
          change={(next) => {
            setState(next);
            setPage(1);
          }}
        />
      </Flex>
      <Loaded load={load}>
        {(list) =>
          list.items.length === 0 ? (
            <Nothing
              icon={<Mail width="2.4rem" height="2.4rem" />}
              title={t(isFiltered ? 'presence.subscribers.none-match' : 'presence.subscribers.none')}
            >
              {t(isFiltered ? 'presence.publications.none-match.text' : 'presence.subscribers.none.text')}
            </Nothing>
          ) : (
            <>
              <Listing
                caption={t('presence.subscribers.title')}
                columns={columns}
                rows={list.items}
                keyOf={({ key }) => key}
              />
              <Pager of={list} go={setPage} />
            </>
          )
        }
      </Loaded>
      {erasing && (
        <Ask
          title={t('presence.subscribers.erase.title')}
          confirm={t('presence.subscribers.erase')}
          variant="danger"
          close={() => setErasing(undefined)}
          act={async () => {
            await api.eraseContact(erasing.key);
            load.reload();
            counts.reload();
          }}
        >
          <Typography>{t('presence.subscribers.erase.text', { email: erasing.email })}</Typography>
        </Ask>
      )}
    </PageFrame>
  );
}

/** How many stand where. */
function Counts({ of }: { of: ContactCounts }) {
  const t = useWords();
  const intl = useIntl();
  return (
    <Flex tag="dl" gap={3} wrap="wrap" paddingBottom={5}>
      {states.map((state) => (
        <Box key={state} background="neutral0" hasRadius shadow="tableShadow" padding={4} flex="1 1 13rem">
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {t(`presence.contact.${state}`)}
          </Typography>
          <Typography tag="dd" variant="alpha">
            {intl.formatNumber(of[state])}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}
