import { useCallback, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Box, Checkbox, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { PaperPlane, Plus } from '@strapi/icons';
import type { CampaignState, CampaignView } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { EntryLink } from '../../components/entry-link';
import { FilterChoice } from '../../components/filter-choice';
import { Listing, type Column } from '../../components/listing';
import { PageFrame } from '../../components/page-frame';
import { Pager } from '../../components/pager';
import { Pill, type Tone } from '../../components/pill';
import { ChannelName, inKindOrder } from '../../components/publication-state';
import { SearchBox } from '../../components/search-box';
import { Loaded, Nothing } from '../../components/states';
import { When } from '../../components/when';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { PickedCampaigns } from './picked';

const tones: Readonly<Record<CampaignState, Tone>> = {
  draft: 'neutral',
  waiting: 'primary',
  running: 'secondary',
  attention: 'warning',
  done: 'success',
  cancelled: 'neutral',
};
const states = Object.keys(tones) as readonly CampaignState[];

/** Every campaign, where it stands and what comes next. */
export default function Campaigns() {
  const t = useWords();
  const api = useApi();
  const canManage = useRights()('campaigns.manage');
  const [state, setState] = useState<CampaignState | ''>('');
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const load = useLoad(
    useCallback(() => api.campaignList({ q, state: state || undefined, page }), [api, q, state, page]),
  );
  const search = useCallback((text: string) => {
    setQ(text);
    setPage(1);
  }, []);
  const isFiltered = Boolean(state || q);
  const chosen = load.value?.items.filter(({ key }) => picked.has(key)) ?? [];
  const toggle = (key: string, isTicked: boolean) =>
    setPicked((before) => new Set(isTicked ? [...before, key] : [...before].filter((one) => one !== key)));
  const done = () => {
    setPicked(new Set());
    load.reload();
  };

  const columns: Column<CampaignView>[] = [
    ...(canManage
      ? [
          {
            id: 'pick',
            label: t('presence.campaigns.pick'),
            isLabelHidden: true,
            width: '5rem',
            cell: ({ key, name }: CampaignView) => (
              <Checkbox
                aria-label={t('presence.campaigns.pick-named', { name })}
                checked={picked.has(key)}
                onCheckedChange={(isTicked) => toggle(key, isTicked === true)}
              />
            ),
          },
        ]
      : []),
    {
      id: 'name',
      label: t('presence.campaign.name'),
      width: '30%',
      cell: ({ key, name, entry, entryTitle }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Link tag={RouterLink} to={`/plugins/presence/campaigns/${key}`}>
            {name}
          </Link>
          <EntryLink entry={entry} title={entryTitle} />
        </Flex>
      ),
    },
    {
      id: 'state',
      label: t('presence.column.state'),
      cell: (campaign) => (
        <Pill tone={tones[campaign.state]}>{t(`presence.campaigns.state.${campaign.state}`)}</Pill>
      ),
    },
    {
      id: 'next',
      label: t('presence.campaigns.next'),
      cell: ({ publications }) => <Next publications={publications} />,
    },
    {
      id: 'channels',
      label: t('presence.column.channel'),
      cell: ({ publications }) => (
        <Flex gap={3} wrap="wrap">
          {inKindOrder(publications).map(({ key, kind, channelName }) => (
            <ChannelName key={key} kind={kind} name={channelName} />
          ))}
        </Flex>
      ),
    },
  ];

  return (
    <PageFrame
      title={t('presence.campaigns.title')}
      subtitle={t('presence.campaigns.subtitle')}
      action={
        canManage && (
          <LinkButton tag={RouterLink} to="/plugins/presence/campaigns/new" startIcon={<Plus />}>
            {t('presence.campaigns.new')}
          </LinkButton>
        )
      }
    >
      <Flex gap={3} wrap="wrap" paddingBottom={4} role="search" aria-label={t('presence.campaigns.filter')}>
        <Box flex="1 1 20rem">
          <SearchBox label={t('presence.campaigns.search')} value={q} change={search} />
        </Box>
        <FilterChoice
          label={t('presence.publications.state')}
          all={t('presence.publications.state.all')}
          value={state}
          options={states.map((value) => ({ value, label: t(`presence.campaigns.state.${value}`) }))}
          change={(next) => {
            setState(next);
            setPage(1);
          }}
        />
      </Flex>
      <PickedCampaigns campaigns={chosen} done={done} />
      <Loaded load={load}>
        {(list) =>
          list.items.length === 0 ? (
            <Nothing
              icon={<PaperPlane width="2.4rem" height="2.4rem" />}
              title={t(isFiltered ? 'presence.campaigns.none-match' : 'presence.campaigns.none')}
            >
              {t(isFiltered ? 'presence.campaigns.none-match.text' : 'presence.campaigns.none.text')}
            </Nothing>
          ) : (
            <>
              <Listing
                caption={t('presence.campaigns.title')}
                columns={columns}
                rows={list.items}
                keyOf={({ key }) => key}
              />
              <Pager of={list} go={setPage} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

/** The next that goes out, or the last that did. */
function Next({ publications }: Pick<CampaignView, 'publications'>) {
  const t = useWords();
  const ahead = publications.flatMap(({ dueAt, deliveredAt, zone, state }) =>
    dueAt !== null && deliveredAt === null && state !== 'cancelled' && state !== 'skipped'
      ? [{ at: dueAt, zone }]
      : [],
  );
  const sent = publications.flatMap(({ deliveredAt, zone }) =>
    deliveredAt === null ? [] : [{ at: deliveredAt, zone }],
  );
  const one = ahead.sort((a, b) => a.at - b.at)[0] ?? sent.sort((a, b) => b.at - a.at)[0];
  if (!one) return <Typography textColor="neutral600">{t('presence.campaigns.no-time')}</Typography>;
  return <When at={one.at} {...(one.zone ? { zone: one.zone } : {})} />;
}
