import { useCallback, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Checkbox, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { WaitingCard } from '../../../src/governance/board/schema';
import { entryIdOf } from '../../../src/shared/entry-key';
import { useApi } from '../../api';
import type { ReviewFilter } from '../../filters';
import { Listing, type Column } from '../../components/listing';
import { PageFrame } from '../../components/page-frame';
import { Pager } from '../../components/pager';
import { Pill } from '../../components/pill';
import { Loaded, Nothing } from '../../components/states';
import { pluginId } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { BulkBar } from './bulk-bar';
import { Due, PeopleAndTalk, Since, toneOf, useStageName } from './facts';
import { Filters, Pick } from './filters';
import { reviewPath } from './words-of';

const reasons = ['decide', 'change', 'assigned', 'mentioned'] as const;

/** What waits for whoever is signed in: to decide, to change, given to them, or named in a comment. */
export default function NeedsYou() {
  const t = useWords();
  const api = useApi();
  const [filter, setFilter] = useState<ReviewFilter>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const load = useLoad(
    useCallback(() => api.needsYou(filter), [api, filter]),
    () => 30_000,
  );
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== 'page' && Boolean(value));
  const counts = load.value?.counts;
  const rows = load.value?.items.filter((row) => chosen.has(row.entry)) ?? [];
  return (
    <PageFrame
      title={t('presence.needs-you.title')}
      subtitle={t('presence.needs-you.subtitle')}
      action={
        <LinkButton tag={RouterLink} variant="secondary" to={`/plugins/${pluginId}/reviews/board`}>
          {t('presence.needs-you.board')}
        </LinkButton>
      }
    >
      <Filters value={filter} change={setFilter}>
        <Pick
          label={t('presence.needs-you.why')}
          value={filter.why}
          choices={reasons.map((why) => ({
            value: why,
            label: counts ? `${t(`presence.why.${why}`)} (${counts[why]})` : t(`presence.why.${why}`),
          }))}
          pick={(why) => setFilter({ ...filter, why, page: 1 })}
        />
      </Filters>
      <Loaded load={load}>
        {(list) =>
          list.items.length === 0 ? (
            <Nothing
              icon={<CheckCircle width="2.4rem" height="2.4rem" />}
              title={t(isFiltered ? 'presence.needs-you.none-match' : 'presence.needs-you.none')}
            >
              {t(isFiltered ? 'presence.needs-you.none-match.text' : 'presence.needs-you.none.text')}
            </Nothing>
          ) : (
            <>
              <BulkBar
                rows={rows}
                done={() => {
                  setChosen(new Set());
                  load.reload();
                }}
              />
              <Rows rows={list.items} chosen={chosen} choose={setChosen} />
              <Pager of={list} go={(page) => setFilter({ ...filter, page })} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function Rows({
  rows,
  chosen,
  choose,
}: {
  rows: readonly WaitingCard[];
  chosen: ReadonlySet<string>;
  choose: (entries: ReadonlySet<string>) => void;
}) {
  const t = useWords();
  const nameOf = useStageName();
  const toggle = (entry: string, isOn: boolean) =>
    choose(new Set(isOn ? [...chosen, entry] : [...chosen].filter((one) => one !== entry)));
  const columns: readonly Column<WaitingCard>[] = [
    {
      id: 'choose',
      label: t('presence.needs-you.choose'),
      isLabelHidden: true,
      width: '4rem',
      cell: (row) => (
        <Checkbox
          aria-label={t('presence.needs-you.choose-one', { title: row.title })}
          checked={chosen.has(row.entry)}
          onCheckedChange={(isOn) => toggle(row.entry, isOn === true)}
        />
      ),
    },
    {
      id: 'title',
      label: t('presence.column.entry'),
      cell: (row) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Link tag={RouterLink} to={reviewPath(row)}>
            {row.title}
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {[row.typeName, row.locale?.toUpperCase()].filter(Boolean).join(' · ')}
          </Typography>
        </Flex>
      ),
    },
    {
      id: 'why',
      label: t('presence.needs-you.why'),
      cell: (row) => row.why.map((why) => t(`presence.why.${why}`)).join(', '),
    },
    {
      id: 'stage',
      label: t('presence.column.stage'),
      cell: (row) => <Pill tone={toneOf(row.colour)}>{nameOf(row.workflow, row.stage, row.stageName)}</Pill>,
    },
    {
      id: 'since',
      label: t('presence.column.submitted'),
      cell: (row) => <Since {...row} />,
    },
    {
      id: 'due',
      label: t('presence.column.due'),
      cell: (row) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Due {...row} />
          <PeopleAndTalk {...row} />
        </Flex>
      ),
    },
  ];
  return <Listing caption={t('presence.needs-you.title')} columns={columns} rows={rows} keyOf={entryIdOf} />;
}
