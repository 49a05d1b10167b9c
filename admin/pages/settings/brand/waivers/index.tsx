import { useCallback, useState } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Box, Flex } from '@strapi/design-system';
import { Shield } from '@strapi/icons';
import type { Waiver } from '../../../../../src/brand/findings/schema';
import { FilterChoice } from '../../../../components/filter-choice';
import { PageFrame } from '../../../../components/page-frame';
import { Pager } from '../../../../components/pager';
import { Loaded, Nothing } from '../../../../components/states';
import { useKitApi } from '../../../../kit-api';
import { rights } from '../../../../plugin';
import { useLoad } from '../../../../use-load';
import { useRights } from '../../../../use-rights';
import { useWords, WithWords } from '../../../../words';
import { Baseline } from './baseline';
import { WaiverList } from './list';
import { Policy } from './policy';

const states = ['open', 'holds', 'expired', 'unused'] as const;

/** Settings: exceptions that people made, who may make them, and what was there before anybody checked. */
export default function WaiversPage() {
  return (
    <WithWords kit fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('brand.waive')}>
        <ByRights />
      </Page.Protect>
    </WithWords>
  );
}

function ByRights() {
  const may = useRights();
  return <Waivers mayManage={may('brand.manage')} />;
}

export function Waivers({ mayManage }: { mayManage: boolean }) {
  const t = useWords();
  return (
    <PageFrame title={t('presence.waivers.title')} subtitle={t('presence.waivers.subtitle')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <All />
        <Policy isOpen={mayManage} />
        <Baseline isOpen={mayManage} />
      </Flex>
    </PageFrame>
  );
}

function All() {
  const t = useWords();
  const api = useKitApi();
  const [state, setState] = useState<Waiver['state'] | ''>('');
  const [page, setPage] = useState(1);
  const load = useLoad(useCallback(() => api.waivers(state, page), [api, state, page]));
  return (
    <Box tag="section" aria-label={t('presence.waivers.list')}>
      <Box paddingBottom={4}>
        <FilterChoice
          label={t('presence.waivers.state')}
          all={t('presence.waivers.state.all')}
          value={state}
          options={states.map((value) => ({ value, label: t(`presence.waivers.state.${value}`) }))}
          change={(next) => {
            setState(next);
            setPage(1);
          }}
        />
      </Box>
      <Loaded load={load}>
        {(list) =>
          list.items.length === 0 ? (
            <Nothing
              icon={<Shield width="2.4rem" height="2.4rem" />}
              title={t(state === '' ? 'presence.waivers.none' : 'presence.waivers.none-match')}
            >
              {t('presence.waivers.none.text')}
            </Nothing>
          ) : (
            <>
              <WaiverList waivers={list.items} changed={load.reload} />
              <Pager of={list} go={setPage} />
            </>
          )
        }
      </Loaded>
    </Box>
  );
}
