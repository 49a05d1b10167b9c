import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Grid, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Check, Plus, Trash } from '@strapi/icons';
import type { Policy } from '../../../../src/governance/workflow/schema';
import type { CheckView, NamesView, WorkflowsView } from '../../../../src/governance/workflow/views';
import { useApi } from '../../../api';
import { Ask } from '../../../components/ask';
import { Card } from '../../../components/card';
import { Choice } from '../../../components/input';
import { Failed } from '../../../components/states';
import { refusalOf, type Refusal } from '../../../refusal';
import { useWords } from '../../../words';
import { moved } from './draft';
import { placesOf } from './places';
import { Several } from './principals';
import { DryRun } from './saving';
import { Wrong } from './wrong';

/** Which workflow applies to which entries: the first rule that fits. */
export function Policies({ view, names, done }: { view: WorkflowsView; names: NamesView; done: () => void }) {
  const t = useWords();
  const api = useApi();
  const { toggleNotification } = useNotification();
  const [rules, setRules] = useState<readonly Policy[]>(view.policies);
  const [checked, setChecked] = useState<Pick<CheckView, 'problems' | 'dryRun'>>();
  const [refusal, setRefusal] = useState<Refusal>();
  const places = placesOf(checked?.problems ?? view.policyProblems);
  const isChanged = rules !== view.policies;
  const look = async () => {
    setRefusal(undefined);
    try {
      setChecked(await api.checkPolicies(rules));
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  const change = (next: readonly Policy[]) => {
    setRules(next);
    setChecked(undefined);
  };
  const put = (index: number, part: Partial<Policy>) =>
    change(rules.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const isFine = checked?.problems.length === 0;
  return (
    <Card
      title={t('presence.workflows.rules')}
      hint={t('presence.workflows.rules.hint')}
      action={
        <Button startIcon={<Check />} disabled={!isChanged} onClick={() => void look()}>
          {t('presence.action.save')}
        </Button>
      }
    >
      {refusal && <Failed refusal={refusal} small />}
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {rules.map((rule, index) => (
          <Flex
            key={index}
            tag="li"
            direction="column"
            alignItems="stretch"
            padding={4}
            background="neutral100"
            hasRadius
          >
            <Wrong>{places.at(`policies[${index}]`)}</Wrong>
            <Grid.Root gap={4}>
              <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
                <Several
                  label={t('presence.workflows.rule.types')}
                  hint={t('presence.workflows.rule.all')}
                  error={places.within(`policies[${index}].types`)}
                  value={rule.types ?? []}
                  options={names.types.map(({ uid, name }) => ({ value: uid, label: name }))}
                  change={(types) => put(index, { types: types.length > 0 ? types : null })}
                />
              </Grid.Item>
              <Grid.Item col={3} xs={12} direction="column" alignItems="stretch">
                <Several
                  label={t('presence.workflows.rule.locales')}
                  hint={t('presence.workflows.rule.all')}
                  error={places.within(`policies[${index}].locales`)}
                  value={rule.locales ?? []}
                  options={names.locales.map((value) => ({ value, label: value }))}
                  change={(locales) => put(index, { locales: locales.length > 0 ? locales : null })}
                />
              </Grid.Item>
              <Grid.Item col={3} xs={12} direction="column" alignItems="stretch">
                <Choice
                  label={t('presence.workflows.rule.workflow')}
                  error={places.at(`policies[${index}].workflow`)}
                  value={rule.workflow}
                  options={view.workflows.map(({ key, name }) => ({ value: key, label: name }))}
                  change={(workflow) => put(index, { workflow })}
                />
              </Grid.Item>
              <Grid.Item col={2} xs={12} gap={1} alignItems="flex-start" justifyContent="flex-end">
                <IconButton
                  label={t('presence.workflows.up', { name: String(index + 1) })}
                  disabled={index === 0}
                  onClick={() => change(moved(rules, index, -1))}
                >
                  <ArrowUp />
                </IconButton>
                <IconButton
                  label={t('presence.workflows.down', { name: String(index + 1) })}
                  disabled={index === rules.length - 1}
                  onClick={() => change(moved(rules, index, 1))}
                >
                  <ArrowDown />
                </IconButton>
                <IconButton
                  label={t('presence.brand.remove', { name: String(index + 1) })}
                  onClick={() => change(rules.filter((_, at) => at !== index))}
                >
                  <Trash />
                </IconButton>
              </Grid.Item>
            </Grid.Root>
          </Flex>
        ))}
      </Flex>
      <Box paddingTop={3}>
        <Typography tag="p" textColor="neutral600" variant="pi">
          {t('presence.workflows.rules.rest')}
        </Typography>
      </Box>
      <Box paddingTop={3}>
        <Button
          variant="secondary"
          size="S"
          startIcon={<Plus />}
          onClick={() =>
            change([...rules, { workflow: view.workflows[0]?.key ?? '', types: null, locales: null }])
          }
        >
          {t('presence.workflows.add-rule')}
        </Button>
      </Box>
      {checked && isFine && (
        <Ask
          title={t('presence.workflows.rules')}
          confirm={t('presence.action.save')}
          act={async () => {
            await api.savePolicies(rules);
            toggleNotification({ type: 'success', message: t('presence.settings.saved') });
            done();
          }}
          close={() => setChecked(undefined)}
        >
          <DryRun of={checked.dryRun} />
        </Ask>
      )}
    </Card>
  );
}
