import { useCallback } from 'react';
import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useApi } from '../../api';
import { useLifeApi, type LifeFilter } from '../../life-api';
import { useDayText } from '../../components/day';
import { SearchBox } from '../../components/search-box';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { standings, trends } from './filter';

/** Narrows the list; the calendar knows types only. */
export function Filters({
  filter,
  change,
  isCalendar,
}: {
  filter: LifeFilter;
  change: (part: Readonly<Record<string, string>>) => void;
  isCalendar: boolean;
}) {
  const t = useWords();
  const api = useApi();
  const life = useLifeApi();
  const dayText = useDayText();
  const known = useLoad(
    useCallback(async () => {
      const [types, { owners }] = await Promise.all([api.contentTypes(), life.policies()]);
      return { types, owners };
    }, [api, life]),
  );
  const search = useCallback((q: string) => change({ q }), [change]);
  const types = known.value?.types ?? [];
  const owners = known.value?.owners ?? [];
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={4} role="search" aria-label={t('presence.life.filter')}>
      {!isCalendar && (
        <Box flex="1 1 20rem">
          <SearchBox label={t('presence.life.search')} value={filter.q ?? ''} change={search} />
        </Box>
      )}
      {!isCalendar && (
        <Pick
          label={t('presence.life.standing')}
          all={t('presence.life.standing.all')}
          value={filter.standing}
          options={standings.map((each) => ({ value: each, label: t(`presence.life.standing.${each}`) }))}
          change={(standing) => change({ standing })}
        />
      )}
      <Pick
        label={t('presence.life.type')}
        all={t('presence.life.type.all')}
        value={filter.uid}
        options={types.map(({ uid, name }) => ({ value: uid, label: name }))}
        change={(uid) => change({ uid })}
      />
      {!isCalendar && (
        <>
          <Pick
            label={t('presence.life.owner')}
            all={t('presence.life.owner.all')}
            value={filter.owner}
            options={owners.map(({ owner, name }) => ({ value: owner, label: name }))}
            change={(owner) => change({ owner })}
          />
          <Pick
            label={t('presence.life.trend')}
            all={t('presence.life.trend.all')}
            value={filter.trend}
            options={trends.map((each) => ({ value: each, label: t(`presence.life.trend.${each}`) }))}
            change={(trend) => change({ trend })}
          />
          {filter.on && (
            <Button variant="tertiary" size="S" endIcon={<Cross />} onClick={() => change({ on: '' })}>
              {t('presence.life.day.filter', { day: dayText(filter.on) })}
            </Button>
          )}
        </>
      )}
    </Flex>
  );
}

function Pick({
  label,
  all,
  value,
  options,
  change,
}: {
  label: string;
  all: string;
  value: string | undefined;
  options: readonly { readonly value: string; readonly label: string }[];
  change: (value: string) => void;
}) {
  const t = useWords();
  return (
    <Box flex="1 1 14rem" maxWidth={{ medium: '22rem' }}>
      <SingleSelect
        size="S"
        aria-label={label}
        value={value ?? ''}
        placeholder={all}
        clearLabel={t('presence.action.clear')}
        onClear={() => change('')}
        onChange={(next) => change(String(next ?? ''))}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
