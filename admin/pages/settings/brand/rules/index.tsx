import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { ListSearch } from '@strapi/icons';
import type { RuleView } from '../../../../../src/brand/catalogue/schema';
import { useRuleName } from '../../../../components/findings/use-rule-name';
import { PageFrame } from '../../../../components/page-frame';
import { Pager } from '../../../../components/pager';
import { Loaded, Nothing } from '../../../../components/states';
import { useKitApi } from '../../../../kit-api';
import { rights } from '../../../../plugin';
import { useLoad } from '../../../../use-load';
import { useWords, WithWords } from '../../../../words';
import { TrialDialog } from '../trial/dialog';
import { Filters } from './filters';
import { RuleRow } from './row';
import { everyRule, sourcesOf, wantedRules } from './wanted';

const pageSize = 25;

/** Settings: every rule that is checked, or could be. */
export default function RulesPage() {
  return (
    <WithWords kit fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('brand.manage')}>
        <Rules />
      </Page.Protect>
    </WithWords>
  );
}

export function Rules() {
  const t = useWords();
  const api = useKitApi();
  const load = useLoad(useCallback(() => api.rules(), [api]));
  return (
    <PageFrame title={t('presence.rules.title')} subtitle={t('presence.rules.subtitle')}>
      <Loaded load={load}>
        {(rules) =>
          rules.length === 0 ? (
            <Nothing icon={<ListSearch width="2.4rem" height="2.4rem" />} title={t('presence.rules.none')}>
              {t('presence.rules.none.text')}
            </Nothing>
          ) : (
            <List rules={rules} put={load.put} />
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function List({ rules, put }: { rules: readonly RuleView[]; put: (rules: readonly RuleView[]) => void }) {
  const t = useWords();
  const api = useKitApi();
  const nameOf = useRuleName();
  const [query] = useSearchParams();
  const [filter, setFilter] = useState({ ...everyRule, q: query.get('q') ?? '' });
  const [page, setPage] = useState(1);
  const [trial, setTrial] = useState<RuleView>();
  const found = wantedRules(rules, filter, nameOf);
  const at = Math.min(page, Math.max(1, Math.ceil(found.length / pageSize)));
  const faults = rules.filter(({ fault }) => fault !== null).length;

  const set = async (rule: RuleView, setting: Partial<Pick<RuleView, 'enabled' | 'severity'>>) => {
    const fresh = await api.setRule(rule.id, setting);
    put(rules.map((each) => (each.id === rule.id ? fresh : each)));
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {faults > 0 && (
        <Box padding={4} background="danger100" borderColor="danger200" hasRadius role="alert">
          <Typography tag="p" textColor="danger700">
            {t('presence.rules.faults', { count: faults })}
          </Typography>
        </Box>
      )}
      <Filters
        filter={filter}
        sources={sourcesOf(rules)}
        change={(part) => {
          setFilter((before) => ({ ...before, ...part }));
          setPage(1);
        }}
      />
      <Typography tag="p" variant="pi" textColor="neutral600" role="status">
        {t('presence.rules.count', {
          count: found.length,
          on: found.filter(({ enabled }) => enabled).length,
        })}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {found.slice((at - 1) * pageSize, at * pageSize).map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            set={(setting) => set(rule, setting)}
            tryOut={() => setTrial(rule)}
          />
        ))}
      </Flex>
      <Pager of={{ items: [], page: at, pageSize, total: found.length }} go={setPage} />
      {trial && (
        <TrialDialog
          title={t('presence.trial.title', { name: trial.id })}
          input={{ kind: 'rule', id: trial.id }}
          {...(trial.enabled
            ? {}
            : {
                enable: { label: t('presence.trial.enable'), act: () => set(trial, { enabled: true }) },
              })}
          close={() => setTrial(undefined)}
        />
      )}
    </Flex>
  );
}
