import { Box, Flex, Typography } from '@strapi/design-system';
import type { EntryPanel } from '../../src/governance/review/schema';
import { useWords, type WordId } from '../words';
import { own } from '../../src/shared/own';

const known: Readonly<Record<string, WordId>> = {
  draft: 'presence.stage.draft',
  'in-review': 'presence.stage.in-review',
  approved: 'presence.stage.approved',
};

/** Where the entry stands on its way, as a row of bars and in words. */
export function Stages({ stages, stage, workflow }: Pick<EntryPanel, 'stages' | 'stage' | 'workflow'>) {
  const t = useWords();
  const isStandard = workflow.ref.startsWith('standard@');
  const at = stages.findIndex(({ key }) => key === stage);
  const isDone = stages[at]?.meaning === 'approved';
  const word = own(known, stage);
  // A workflow of the business names its stages itself; only the built-in one is translated.
  const name = word && isStandard ? t(word) : (stages[at]?.name ?? stage);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={1} aria-hidden>
        {stages.map(({ key }, index) => (
          <Box
            key={key}
            flex="1"
            height="4px"
            borderRadius="2px"
            background={index > at ? 'neutral200' : isDone ? 'success500' : 'primary500'}
          />
        ))}
      </Flex>
      <Flex justifyContent="space-between" gap={2}>
        <Typography fontWeight="bold" textColor={isDone ? 'success700' : 'neutral800'}>
          {name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {t('presence.stage.step', { at: at + 1, of: stages.length })}
        </Typography>
      </Flex>
    </Flex>
  );
}
