import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type { Transition } from '../../../../src/governance/workflow/schema';
import type { NamesView } from '../../../../src/governance/workflow/views';
import { TextLine } from '../../../components/input';
import { useWords } from '../../../words';
import { Principals } from './principals';

/** How many of whom. Without a line, one of those who may. */
export function Needs({
  one,
  set,
  error,
  names,
}: {
  one: Transition;
  set: (part: Partial<Transition>) => void;
  error: string | undefined;
  names: NamesView;
}) {
  const t = useWords();
  const change = (needs: Transition['needs']) => set({ needs });
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      tag="fieldset"
      borderStyle="none"
      padding={0}
      margin={0}
    >
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {t('presence.workflows.needs')}
      </Typography>
      <Typography variant="pi" textColor={error ? 'danger600' : 'neutral600'}>
        {error ??
          t(one.needs.length === 0 ? 'presence.workflows.needs.one' : 'presence.workflows.needs.each')}
      </Typography>
      {one.needs.map((need, index) => {
        const put = (part: Partial<typeof need>) =>
          change(one.needs.map((each, at) => (at === index ? { ...each, ...part } : each)));
        return (
          <Flex key={index} gap={3} alignItems="flex-end">
            <Box width="9rem" flex="none">
              <TextLine
                type="number"
                label={t('presence.workflows.count')}
                value={String(need.count)}
                change={(text) => put({ count: Number(text) })}
              />
            </Box>
            <Box flex="1" minWidth={0}>
              <Principals
                label={t('presence.workflows.of')}
                value={need.of}
                change={(of) => put({ of })}
                names={names}
                among={one.who}
              />
            </Box>
            <IconButton
              label={t('presence.workflows.remove-need', { number: index + 1 })}
              onClick={() => change(one.needs.filter((_, at) => at !== index))}
            >
              <Trash />
            </IconButton>
          </Flex>
        );
      })}
      <Box>
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Plus />}
          onClick={() => change([...one.needs, { count: 1, of: one.who }])}
        >
          {t('presence.workflows.add-need')}
        </Button>
      </Box>
    </Flex>
  );
}
