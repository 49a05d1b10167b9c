import { Flex, Grid, IconButton, Button, Box } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type { Condition } from '../../../../src/governance/workflow/schema';
import type { NamesView } from '../../../../src/governance/workflow/views';
import { Choice, TextLine } from '../../../components/input';
import { useWords } from '../../../words';
import { blankCondition } from './draft';
import { Several } from './principals';

const kinds = [
  'marked',
  'changed',
  'type',
  'locale',
  'score',
  'channels',
  'only-channels',
  'role',
] as const satisfies readonly Condition['on'][];

/** What must hold for a transition to apply: one row a condition, all of them together. */
export function Conditions({
  value,
  change,
  errorAt,
  names,
}: {
  value: readonly Condition[];
  change: (value: Condition[]) => void;
  errorAt: (index: number) => string | undefined;
  names: NamesView;
}) {
  const t = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {value.map((condition, index) => (
        <Flex key={index} gap={3} alignItems="flex-end" padding={3} background="neutral100" hasRadius>
          <Box flex="1" minWidth={0}>
            <One
              condition={condition}
              change={(next) => change(value.map((each, at) => (at === index ? next : each)))}
              error={errorAt(index)}
              names={names}
            />
          </Box>
          <IconButton
            label={t('presence.workflows.remove-condition', { number: index + 1 })}
            onClick={() => change(value.filter((_, at) => at !== index))}
          >
            <Trash />
          </IconButton>
        </Flex>
      ))}
      <Box>
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Plus />}
          onClick={() => change([...value, blankCondition('marked')])}
        >
          {t('presence.workflows.add-condition')}
        </Button>
      </Box>
    </Flex>
  );
}

function One({
  condition,
  change,
  error,
  names,
}: {
  condition: Condition;
  change: (condition: Condition) => void;
  error: string | undefined;
  names: NamesView;
}) {
  const t = useWords();
  const options = useOptions(condition.on, names);
  return (
    <Grid.Root gap={3}>
      <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
        <Choice
          label={t('presence.workflows.condition')}
          value={condition.on}
          options={kinds.map((value) => ({ value, label: t(`presence.workflows.on.${value}`) }))}
          change={(on) => change(blankCondition(on))}
        />
      </Grid.Item>
      <Grid.Item col={3} xs={12} direction="column" alignItems="stretch">
        <Choice
          label={t('presence.workflows.holds')}
          value={condition.not ? 'no' : 'yes'}
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`presence.workflows.holds.${value}`),
          }))}
          change={(next) => {
            const { not: _, ...rest } = condition;
            change(next === 'no' ? { ...rest, not: true } : rest);
          }}
        />
      </Grid.Item>
      <Grid.Item col={5} xs={12} direction="column" alignItems="stretch">
        {condition.on === 'score' ? (
          <TextLine
            type="number"
            label={t('presence.workflows.below')}
            error={error}
            value={String(condition.below)}
            change={(text) => change({ ...condition, below: Number(text) })}
          />
        ) : (
          <Several
            label={t('presence.workflows.any')}
            error={error}
            value={condition.any}
            options={options}
            change={(any) => change({ ...condition, any })}
          />
        )}
      </Grid.Item>
    </Grid.Root>
  );
}

function useOptions(on: Condition['on'], names: NamesView): { value: string; label: string }[] {
  const t = useWords();
  switch (on) {
    case 'role':
      return names.roles.map(({ code, name }) => ({ value: code, label: name }));
    case 'type':
      return names.types.map(({ uid, name }) => ({ value: uid, label: name }));
    case 'locale':
      return names.locales.map((value) => ({ value, label: value }));
    case 'changed':
      return [...new Set(names.types.flatMap(({ fields }) => fields))]
        .sort()
        .map((value) => ({ value, label: value }));
    case 'marked':
      return (['price', 'legal'] as const).map((value) => ({
        value,
        label: t(`presence.workflows.mark.${value}`),
      }));
    default:
      return names.channelKinds.map((value) => ({ value, label: value }));
  }
}
