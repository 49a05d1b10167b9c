import { useCallback, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Box, Checkbox, Flex, LinkButton } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import type { PublicationState } from '../../src/publishing/schema';
import { useApi } from '../api';
import { useRights } from '../use-rights';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { FilterChoice } from '../components/filter-choice';
import { useHolds } from '../components/holds';
import { nextLook } from '../components/next-look';
import { PageFrame } from '../components/page-frame';
import { Pager } from '../components/pager';
import { PublicationBulk } from '../components/publication-bulk';
import { PublicationList } from '../components/publication-list';
import { publicationStates } from '../components/publication-state';
import { SearchBox } from '../components/search-box';
import { Loaded, Nothing } from '../components/states';

/** Everything that went out, goes out, or could not. */
export default function Publications() {
  const t = useWords();
  const api = useApi();
  const may = useRights();
  const [state, setState] = useState<PublicationState | ''>('');
  const [channel, setChannel] = useState('');
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const load = useLoad(
    useCallback(
      () => api.publications({ state: state || undefined, channel: channel || undefined, q, page }),
      [api, state, channel, q, page],
    ),
    (value) => nextLook(value, Date.now()),
  );
  const channels = useLoad(useCallback(() => api.channels(), [api]));
  const canAct = may('campaigns.manage');
  const holds = useHolds({ canManage: canAct, changed: load.reload });
  const choosable = (load.value?.items ?? []).filter(({ actions }) =>
    actions.some((action) => action !== 'answer'),
  );
  const rows = choosable.filter(({ key }) => chosen.has(key));
  const isFiltered = Boolean(state || channel || q);
  const search = useCallback((text: string) => {
    setQ(text);
    setPage(1);
  }, []);

  return (
    <PageFrame
      title={t('presence.publications.title')}
      subtitle={t('presence.publications.subtitle')}
      action={holds.stop}
    >
      {holds.standing}
      <Flex
        gap={3}
        wrap="wrap"
        paddingBottom={4}
        role="search"
        aria-label={t('presence.publications.filter')}
      >
        <Box flex="1 1 20rem">
          <SearchBox label={t('presence.publications.search')} value={q} change={search} />
        </Box>
        <FilterChoice
          label={t('presence.publications.state')}
          all={t('presence.publications.state.all')}
          value={state}
          options={publicationStates.map((each) => ({
            value: each,
            label: t(`presence.publication.${each}`),
          }))}
          change={(next) => {
            setState(next);
            setPage(1);
          }}
        />
        {channels.value && channels.value.length > 0 && (
          <FilterChoice
            label={t('presence.publications.channel')}
            all={t('presence.publications.channel.all')}
            value={channel}
            options={channels.value.map(({ key, name }) => ({ value: key, label: name }))}
            change={(next) => {
              setChannel(next);
              setPage(1);
            }}
          />
        )}
      </Flex>
      <Loaded load={load}>
        {(list) =>
          list.items.length === 0 ? (
            <Nothing
              icon={<PaperPlane width="2.4rem" height="2.4rem" />}
              title={t(isFiltered ? 'presence.publications.none-match' : 'presence.publications.none')}
              action={
                !isFiltered && (
                  <LinkButton tag={RouterLink} to="/content-manager" variant="secondary">
                    {t('presence.publications.none.action')}
                  </LinkButton>
                )
              }
            >
              {t(isFiltered ? 'presence.publications.none-match.text' : 'presence.publications.none.text')}
            </Nothing>
          ) : (
            <>
              {canAct && (
                <>
                  <PublicationBulk
                    rows={rows}
                    done={() => {
                      setChosen(new Set());
                      load.reload();
                    }}
                  />
                  {choosable.length > 0 && (
                    <Box paddingBottom={3}>
                      <Checkbox
                        checked={rows.length === choosable.length || (rows.length > 0 && 'indeterminate')}
                        onCheckedChange={(isOn) =>
                          setChosen(new Set(isOn === true ? choosable.map(({ key }) => key) : []))
                        }
                      >
                        {t('presence.publications.choose-all')}
                      </Checkbox>
                    </Box>
                  )}
                </>
              )}
              <PublicationList
                rows={list.items}
                canAct={canAct}
                {...(canAct ? { choice: { chosen, choose: setChosen } } : {})}
                changed={(changed) =>
                  load.put({
                    ...list,
                    items: list.items.map((each) => (each.key === changed.key ? changed : each)),
                  })
                }
              />
              <Pager of={list} go={setPage} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
