import { useCallback } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useOperationsApi } from '../../operations-api';
import { useHolds } from '../../components/holds';
import { PageFrame } from '../../components/page-frame';
import { Loaded } from '../../components/states';
import { When } from '../../components/when';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { Alerts } from './alerts';
import { ByChannel } from './by-channel';
import { DeadLetters } from './dead-letters';
import { Numbers } from './numbers';
import { Workers } from './workers';

/** Between two looks, in milliseconds. */
const every = 5_000;

/** How publishing runs: what is due and late, who works, what failed, and what to do about it. */
export default function Operations() {
  const t = useWords();
  const api = useOperationsApi();
  const may = useRights();
  const canAct = may('campaigns.manage');
  const load = useLoad(
    useCallback(() => api.operations(), [api]),
    () => every,
  );
  const holds = useHolds({ canManage: canAct, changed: load.reload });
  return (
    <PageFrame
      title={t('presence.operations.title')}
      subtitle={t('presence.operations.subtitle')}
      action={
        <Flex gap={2} wrap="wrap">
          {holds.stop}
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={load.reload}>
            {t('presence.operations.reload')}
          </Button>
        </Flex>
      }
    >
      {holds.standing}
      <Loaded load={load}>
        {(view) => (
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Numbers of={view.totals} />
            <Alerts of={view.alerts} may={may} />
            <DeadLetters dead={view.totals.dead} canAct={canAct} changed={load.reload} />
            <ByChannel rows={view.channels} />
            <Workers rows={view.workers} at={view.at} />
            <Flex gap={2} wrap="wrap">
              <Typography variant="pi" textColor="neutral600">
                {t('presence.operations.looked')}
              </Typography>
              <When at={view.at} isSmall />
            </Flex>
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
