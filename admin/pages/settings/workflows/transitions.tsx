import { Accordion, Box, Button, Flex, Grid, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import {
  transitionKinds,
  type Transition,
  type TransitionKind,
  type Workflow,
} from '../../../../src/governance/workflow/schema';
import type { NamesView } from '../../../../src/governance/workflow/views';
import { Card } from '../../../components/card';
import { Choice, TextBox, YesNo } from '../../../components/input';
import { useWords } from '../../../words';
import { Conditions } from './conditions';
import { blankTransition, moved, withWho, type Draft } from './draft';
import type { Places } from './places';
import { Principals, Several } from './principals';
import { Needs } from './needs';
import { Part } from './stages';
import { Wrong } from './wrong';

/** Ways from one stage to another. Of several for the same decision the first that fits applies, so the order counts. */
export function Transitions({
  draft,
  set,
  places,
  names,
}: {
  draft: Draft;
  set: (draft: Draft) => void;
  places: Places;
  names: NamesView;
}) {
  const t = useWords();
  const { transitions } = draft;
  const change = (next: Transition[]) => set({ ...draft, transitions: next });
  const summaryOf = useSummary(draft);
  return (
    <Card title={t('presence.workflows.transitions')} hint={t('presence.workflows.transitions.hint')}>
      <Wrong>{places.at('transitions')}</Wrong>
      <Accordion.Root size="M">
        {transitions.map((one, index) => {
          const path = `transitions[${index}]`;
          const name = t(`presence.workflows.decision.${one.decision}`);
          return (
            <Accordion.Item key={one.key} value={one.key}>
              <Accordion.Header>
                <Accordion.Trigger
                  description={
                    places.count(path) > 0
                      ? t('presence.workflows.wrong', { count: places.count(path) })
                      : summaryOf(one)
                  }
                >
                  {name}
                </Accordion.Trigger>
                <Accordion.Actions>
                  <IconButton
                    label={t('presence.workflows.up', { name: one.key })}
                    disabled={index === 0}
                    onClick={() => change(moved(transitions, index, -1))}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    label={t('presence.workflows.down', { name: one.key })}
                    disabled={index === transitions.length - 1}
                    onClick={() => change(moved(transitions, index, 1))}
                  >
                    <ArrowDown />
                  </IconButton>
                </Accordion.Actions>
              </Accordion.Header>
              <Accordion.Content>
                <Box padding={5}>
                  <Wrong>{places.at(path)}</Wrong>
                  <TransitionForm
                    one={one}
                    draft={draft}
                    change={(next) => change(transitions.map((each, at) => (at === index ? next : each)))}
                    errorAt={(part) => places.within(`${path}.${part}`)}
                    names={names}
                  />
                  <Flex paddingTop={5}>
                    <Button
                      variant="danger-light"
                      size="S"
                      startIcon={<Trash />}
                      disabled={transitions.length <= 1}
                      onClick={() => change(transitions.filter((_, at) => at !== index))}
                    >
                      {t('presence.workflows.remove-decision')}
                    </Button>
                  </Flex>
                </Box>
              </Accordion.Content>
            </Accordion.Item>
          );
        })}
      </Accordion.Root>
      <Flex gap={2} wrap="wrap" paddingTop={4}>
        {transitionKinds.map((decision) => (
          <Button
            key={decision}
            variant="secondary"
            size="S"
            startIcon={<Plus />}
            onClick={() => change([...transitions, blankTransition(decision, draft)])}
          >
            {t(`presence.workflows.decision.${decision}`)}
          </Button>
        ))}
      </Flex>
    </Card>
  );
}

/** `Draft, In review → Approved` */
export function useSummary({ stages }: Pick<Workflow, 'stages'>): (one: Transition) => string {
  const nameOf = (key: string) => stages.find((stage) => stage.key === key)?.name ?? key;
  return ({ from, to }) => `${from.map(nameOf).join(', ')} → ${nameOf(to)}`;
}

function TransitionForm({
  one,
  draft,
  change,
  errorAt,
  names,
}: {
  one: Transition;
  draft: Draft;
  change: (one: Transition) => void;
  errorAt: (part: string) => string | undefined;
  names: NamesView;
}) {
  const t = useWords();
  const stages = draft.stages.map(({ key, name }) => ({ value: key, label: name || key }));
  const set = (part: Partial<Transition>) => change({ ...one, ...part });
  return (
    <Grid.Root gap={5}>
      <Part col={4}>
        <Choice
          label={t('presence.workflows.decision')}
          error={errorAt('decision')}
          value={one.decision}
          options={transitionKinds.map((value) => ({
            value,
            label: t(`presence.workflows.decision.${value}`),
          }))}
          change={(decision: TransitionKind) =>
            set(decision === 'approve' ? { decision } : { decision, needs: [] })
          }
        />
      </Part>
      <Part col={4}>
        <Several
          label={t('presence.workflows.from')}
          error={errorAt('from')}
          value={one.from}
          options={stages}
          change={(from) => set({ from })}
        />
      </Part>
      <Part col={4}>
        <Choice
          label={t('presence.workflows.to')}
          error={errorAt('to')}
          value={one.to}
          options={stages}
          change={(to) => set({ to })}
        />
      </Part>
      <Part col={12}>
        <Principals
          label={t('presence.workflows.who')}
          error={errorAt('who')}
          value={one.who}
          change={(who) => change(withWho(one, who))}
          names={names}
        />
      </Part>
      {one.decision === 'approve' && (
        <Part col={12}>
          <Needs one={one} set={set} error={errorAt('needs')} names={names} />
        </Part>
      )}
      <Part col={12}>
        <Flex
          direction="column"
          alignItems="stretch"
          gap={2}
          tag="fieldset"
          borderStyle="none"
          padding={0}
          margin={0}
        >
          <Typography tag="legend" variant="pi" fontWeight="bold">
            {t('presence.workflows.when')}
          </Typography>
          <Typography variant="pi" textColor={errorAt('when') ? 'danger600' : 'neutral600'}>
            {one.when.length === 0
              ? (errorAt('when') ?? t('presence.workflows.always'))
              : t('presence.workflows.all-hold')}
          </Typography>
          <Conditions
            value={one.when}
            change={(when) => set({ when })}
            errorAt={(index) => errorAt(`when[${index}]`)}
            names={names}
          />
        </Flex>
      </Part>
      <Part col={6}>
        <YesNo
          label={t('presence.workflows.four-eyes')}
          hint={t('presence.workflows.four-eyes.hint')}
          value={one.fourEyes}
          change={(fourEyes) => set({ fourEyes })}
        />
      </Part>
      <Part col={6}>
        <YesNo
          label={t('presence.workflows.comment')}
          value={one.comment === 'required'}
          change={(isRequired) => set({ comment: isRequired ? 'required' : 'optional' })}
        />
      </Part>
      <Part col={12}>
        <TextBox
          label={t('presence.workflows.checklist')}
          hint={t('presence.workflows.checklist.hint')}
          error={errorAt('checklist')}
          value={one.checklist.join('\n')}
          change={(text) => set({ checklist: text === '' ? [] : text.split('\n') })}
        />
      </Part>
    </Grid.Root>
  );
}
