import { Box, Flex } from '@strapi/design-system';
import { FilterChoice } from '../../../../components/filter-choice';
import { SearchBox } from '../../../../components/search-box';
import { useWords } from '../../../../words';
import type { RuleFilter } from './wanted';
import { useSourceName } from './source-name';

const standings = ['on', 'off', 'found', 'doubted', 'fault'] as const;

/** Narrows the rules by words, where they come from, how grave they are, and how they stand. */
export function Filters({
  filter,
  sources,
  change,
}: {
  filter: RuleFilter;
  sources: readonly string[];
  change: (part: Partial<RuleFilter>) => void;
}) {
  const t = useWords();
  const nameOf = useSourceName();
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end">
      <Box flex="1 1 24rem" maxWidth={{ medium: '36rem' }}>
        <SearchBox label={t('presence.rules.search')} value={filter.q} change={(q) => change({ q })} />
      </Box>
      <FilterChoice
        label={t('presence.rules.source')}
        all={t('presence.rules.source.all')}
        value={filter.source}
        options={sources.map((source) => ({ value: source, label: nameOf(source) }))}
        change={(source) => change({ source })}
      />
      <FilterChoice
        label={t('presence.report.severity')}
        all={t('presence.report.severity.all')}
        value={filter.severity}
        options={(['error', 'warning', 'suggestion'] as const).map((value) => ({
          value,
          label: t(`presence.severity.${value}`),
        }))}
        change={(severity) => change({ severity })}
      />
      <FilterChoice
        label={t('presence.rules.standing')}
        all={t('presence.rules.standing.all')}
        value={filter.standing}
        options={standings.map((value) => ({ value, label: t(`presence.rules.standing.${value}`) }))}
        change={(standing) => change({ standing })}
      />
    </Flex>
  );
}
