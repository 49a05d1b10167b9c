import { Accordion, Box, Button, Flex, Grid, IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import { stageColours, type Stage } from '../../../../src/governance/workflow/schema';
import type { NamesView } from '../../../../src/governance/workflow/views';
import { Card } from '../../../components/card';
import { Choice, TextLine } from '../../../components/input';
import { useWords } from '../../../words';
import { blankStage, moved, withoutStage, type Draft } from './draft';
import type { Places } from './places';
import { Principals, Several } from './principals';
import { StagePill } from './stage-pill';
import { Wrong } from './wrong';

const meanings = ['draft', 'review', 'approved'] as const;
const locks = ['none', 'entry', 'fields'] as const;

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const lockOf = ({ lock }: Stage): (typeof locks)[number] => (typeof lock === 'object' ? 'fields' : lock);

/** The stages in their order: name, colour, meaning, time, and what is locked there. */
export function Stages({
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
  const { stages } = draft;
  const keys = stages.map(({ key }) => key);
  const change = (next: Stage[]) => set({ ...draft, stages: next });
  return (
    <Card title={t('presence.workflows.stages')} hint={t('presence.workflows.stages.hint')}>
      <Wrong>{places.at('stages')}</Wrong>
      <Accordion.Root size="M">
        {stages.map((stage, index) => {
          const path = `stages[${index}]`;
          return (
            <Accordion.Item key={stage.key} value={stage.key}>
              <Accordion.Header>
                <Accordion.Trigger
                  description={
                    places.count(path) > 0
                      ? t('presence.workflows.wrong', { count: places.count(path) })
                      : t(`presence.workflows.meaning.${stage.meaning}`)
                  }
                >
                  <StagePill stage={stage} />
                </Accordion.Trigger>
                <Accordion.Actions>
                  <IconButton
                    label={t('presence.workflows.up', { name: stage.name })}
                    disabled={index === 0}
                    onClick={() => change(moved(stages, index, -1))}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    label={t('presence.workflows.down', { name: stage.name })}
                    disabled={index === stages.length - 1}
                    onClick={() => change(moved(stages, index, 1))}
                  >
                    <ArrowDown />
                  </IconButton>
                </Accordion.Actions>
              </Accordion.Header>
              <Accordion.Content>
                <Box padding={5}>
                  <Wrong>{places.at(path)}</Wrong>
                  <StageForm
                    stage={stage}
                    change={(part) =>
                      change(stages.map((each, at) => (at === index ? { ...each, ...part } : each)))
                    }
                    errorAt={(part) => places.within(`${path}.${part}`)}
                    names={names}
                  />
                  <Flex paddingTop={5}>
                    <Button
                      variant="danger-light"
                      size="S"
                      startIcon={<Trash />}
                      disabled={stages.length <= 2}
                      onClick={() => set(withoutStage(draft, stage.key))}
                    >
                      {t('presence.workflows.remove-stage', { name: stage.name })}
                    </Button>
                  </Flex>
                </Box>
              </Accordion.Content>
            </Accordion.Item>
          );
        })}
      </Accordion.Root>
      <Flex paddingTop={4}>
        <Button
          variant="secondary"
          size="S"
          startIcon={<Plus />}
          onClick={() => {
            const added = blankStage(t('presence.workflows.new-stage'), keys);
            change([...stages.slice(0, -1), added, ...stages.slice(-1)]);
          }}
        >
          {t('presence.workflows.add-stage')}
        </Button>
      </Flex>
    </Card>
  );
}

function StageForm({
  stage,
  change,
  errorAt,
  names,
}: {
  stage: Stage;
  change: (part: Partial<Stage>) => void;
  errorAt: (part: string) => string | undefined;
  names: NamesView;
}) {
  const t = useWords();
  const fields = [...new Set(names.types.flatMap((type) => type.fields))].sort();
  return (
    <Grid.Root gap={5}>
      <Part col={4}>
        <TextLine
          label={t('presence.workflows.name')}
          error={errorAt('name')}
          value={stage.name}
          change={(name) => change({ name })}
        />
      </Part>
      <Part col={4}>
        <Choice
          label={t('presence.workflows.meaning')}
          error={errorAt('meaning')}
          value={stage.meaning}
          options={meanings.map((value) => ({ value, label: t(`presence.workflows.meaning.${value}`) }))}
          change={(meaning) => change({ meaning })}
        />
      </Part>
      <Part col={4}>
        <Choice
          label={t('presence.workflows.colour')}
          value={stage.colour}
          options={stageColours.map((value) => ({ value, label: t(`presence.workflows.colour.${value}`) }))}
          change={(colour) => change({ colour })}
        />
      </Part>
      <Part col={6}>
        <TextLine
          type="number"
          label={t('presence.workflows.days')}
          hint={t('presence.workflows.days.hint')}
          error={errorAt('days')}
          value={stage.days === null ? '' : String(stage.days)}
          change={(text) => {
            const days = numberOf(text);
            change(days === null ? { days, remind: null, escalate: [] } : { days });
          }}
        />
      </Part>
      {stage.days !== null && (
        <>
          <Part col={6}>
            <TextLine
              type="number"
              label={t('presence.workflows.remind')}
              hint={t('presence.workflows.remind.hint')}
              error={errorAt('remind')}
              value={stage.remind === null ? '' : String(stage.remind)}
              change={(text) => change({ remind: numberOf(text) })}
            />
          </Part>
          <Part col={12}>
            <Principals
              label={t('presence.workflows.escalate')}
              hint={t('presence.workflows.escalate.hint')}
              error={errorAt('escalate')}
              value={stage.escalate}
              change={(escalate) => change({ escalate })}
              names={names}
            />
          </Part>
        </>
      )}
      <Part col={6}>
        <Choice
          label={t('presence.workflows.lock')}
          error={errorAt('lock')}
          value={lockOf(stage)}
          options={locks.map((value) => ({ value, label: t(`presence.workflows.lock.${value}`) }))}
          change={(lock) => change({ lock: lock === 'fields' ? { fields: fields.slice(0, 1) } : lock })}
        />
      </Part>
      {typeof stage.lock === 'object' && (
        <Part col={6}>
          <Several
            label={t('presence.workflows.fields')}
            value={stage.lock.fields}
            options={fields.map((value) => ({ value, label: value }))}
            change={(chosen) => change({ lock: { fields: chosen } })}
          />
        </Part>
      )}
    </Grid.Root>
  );
}

/** A cell of a form that takes a row of its own on a phone. */
export const Part = ({ col, children }: { col: number; children: React.ReactNode }) => (
  <Grid.Item col={col} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);
