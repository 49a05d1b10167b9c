import { useCallback, useState } from 'react';
import { Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { areas, type OversightView, type PolicyState } from '../../../src/governance/oversight/schema';
import { useLifeApi } from '../../life-api';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { Loaded } from '../../components/states';
import { useAgo } from '../../components/when';
import { rights } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { Access } from './access';
import { PolicyRow } from './policy-row';
import { StateMark } from './state-mark';

const states: readonly PolicyState[] = ['broken', 'unknown', 'kept'];

/** Which policies are kept, which are not, and where each is mended. */
export default function Oversight() {
  return (
    <Page.Protect permissions={rights('settings.manage')}>
      <Policies />
    </Page.Protect>
  );
}

function Policies() {
  const t = useWords();
  const api = useLifeApi();
  const [only, setOnly] = useState<PolicyState | ''>('');
  const load = useLoad(useCallback(() => api.oversight(), [api]));
  return (
    <PageFrame
      title={t('presence.oversight.title')}
      subtitle={t('presence.oversight.subtitle')}
      action={
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          loading={load.isLoading && load.value !== undefined}
          onClick={load.reload}
        >
          {t('presence.oversight.again')}
        </Button>
      }
    >
      <Loaded load={load}>
        {(view) => (
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Summary view={view} only={only} choose={setOnly} />
            {areas.map((area) => {
              const shown = view.policies.filter(
                (policy) => policy.area === area && (only === '' || policy.state === only),
              );
              const isApi = area === 'api' && only === '';
              if (shown.length === 0 && !isApi) return null;
              return (
                <Card key={area} title={t(`presence.oversight.area.${area}`)}>
                  <Flex tag="ul" direction="column" alignItems="stretch">
                    {shown.map((policy) => (
                      <PolicyRow key={policy.id} policy={policy} />
                    ))}
                  </Flex>
                  {isApi && view.access.length > 0 && <Access rows={view.access} />}
                </Card>
              );
            })}
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Summary({
  view: { counts, at },
  only,
  choose,
}: {
  view: OversightView;
  only: PolicyState | '';
  choose: (state: PolicyState | '') => void;
}) {
  const t = useWords();
  const ago = useAgo();
  return (
    <Card
      title={t('presence.oversight.summary')}
      hint={t('presence.oversight.looked', { when: ago(at, Date.now()) })}
      action={
        <SingleSelect
          size="S"
          aria-label={t('presence.oversight.only')}
          value={only}
          placeholder={t('presence.oversight.only.all')}
          clearLabel={t('presence.action.clear')}
          onClear={() => choose('')}
          onChange={(value) => choose((value ?? '') as PolicyState | '')}
        >
          {states.map((state) => (
            <SingleSelectOption key={state} value={state}>
              {t(`presence.oversight.state.${state}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="omega">
          {counts.broken === 0
            ? t('presence.oversight.summary.all')
            : t('presence.oversight.summary.broken', { count: counts.broken })}
        </Typography>
        <Flex tag="ul" gap={5} wrap="wrap">
          {states.map((state) => (
            <Flex tag="li" key={state} gap={2}>
              <StateMark state={state} />
              <Typography fontWeight="bold">{counts[state]}</Typography>
            </Flex>
          ))}
        </Flex>
      </Flex>
    </Card>
  );
}
