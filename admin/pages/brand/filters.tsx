import { useCallback } from 'react';
import { Box, Button, Flex } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { Report } from '../../../src/brand/findings/schema';
import { useApi } from '../../api';
import type { ReportFilter } from '../../brand-api';
import { FilterChoice } from '../../components/filter-choice';
import { severities } from '../../components/findings/severity-mark';
import { useRuleName } from '../../components/findings/use-rule-name';
import { SearchBox } from '../../components/search-box';
import { useLanguages } from '../../components/use-languages';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { standings } from './filter';

/** Narrows the report. Types and rules are those that something was found in. */
export function Filters({
  value,
  report,
  change,
}: {
  value: ReportFilter;
  report: Report | undefined;
  change: (part: Readonly<Record<string, string>>) => void;
}) {
  const t = useWords();
  const api = useApi();
  const ruleName = useRuleName();
  const channels = useLoad(useCallback(() => api.channels(), [api])).value ?? [];
  const languages = useLanguages();
  const search = useCallback((q: string) => change({ q }), [change]);
  const { uid = '', locale = '', channel = '', severity = '', standing = 'open', rule, q = '' } = value;
  return (
    <Flex gap={3} wrap="wrap" role="search" aria-label={t('presence.report.filter')}>
      <Box flex="1 1 20rem">
        <SearchBox label={t('presence.report.search')} value={q} change={search} />
      </Box>
      <FilterChoice
        label={t('presence.report.severity')}
        all={t('presence.report.severity.all')}
        value={severity}
        options={severities.map((each) => ({ value: each, label: t(`presence.severity.${each}`) }))}
        change={(next) => change({ severity: next })}
      />
      <FilterChoice
        label={t('presence.report.standing')}
        all={t('presence.report.standing.open')}
        value={standing === 'open' ? '' : standing}
        options={standings
          .filter((each) => each !== 'open')
          .map((each) => ({ value: each, label: t(`presence.report.standing.${each}`) }))}
        change={(next) => change({ standing: next })}
      />
      <FilterChoice
        label={t('presence.report.type')}
        all={t('presence.report.type.all')}
        value={uid}
        options={(report?.uids ?? []).map(({ uid: type, name }) => ({ value: type, label: name }))}
        change={(next) => change({ uid: next })}
      />
      {languages.length > 1 && (
        <FilterChoice
          label={t('presence.report.language')}
          all={t('presence.report.language.all')}
          value={locale}
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
          change={(next) => change({ locale: next })}
        />
      )}
      <FilterChoice
        label={t('presence.report.channel')}
        all={t('presence.report.channel.all')}
        value={channel}
        options={[
          { value: 'entry', label: t('presence.report.channel.entry') },
          ...channels.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        change={(next) => change({ channel: next })}
      />
      {rule && (
        <Button
          variant="secondary"
          size="S"
          endIcon={<Cross />}
          onClick={() => change({ rule: '' })}
          aria-label={t('presence.record.clear', { label: ruleName(rule) })}
        >
          {ruleName(rule)}
        </Button>
      )}
    </Flex>
  );
}
