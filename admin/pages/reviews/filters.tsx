import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Box, Checkbox, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useApi } from '../../api';
import type { ReviewFilter } from '../../filters';
import { SearchBox } from '../../components/search-box';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The languages of the app; none where it has but one. */
function useLocales(): readonly Choice[] {
  const { get } = useFetchClient();
  const [locales, setLocales] = useState<readonly Choice[]>([]);
  useEffect(() => {
    let isCurrent = true;
    get<readonly { readonly code: string; readonly name: string }[]>('/i18n/locales').then(
      ({ data }) => isCurrent && setLocales(data.map(({ code, name }) => ({ value: code, label: name }))),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [get]);
  return locales.length > 1 ? locales : [];
}

/** What both lists of reviews are narrowed by. */
export function Filters({
  value,
  change,
  children,
}: {
  value: ReviewFilter;
  change: (value: ReviewFilter) => void;
  children?: ReactNode;
}) {
  const t = useWords();
  const api = useApi();
  const locales = useLocales();
  const load = useLoad(
    useCallback(async () => {
      const [settings, types, people] = await Promise.all([api.settings(), api.contentTypes(), api.people()]);
      return { types: types.filter(({ uid }) => settings.governed.includes(uid)), people };
    }, [api]),
  );
  const types = (load.value?.types ?? []).map(({ uid, name }) => ({ value: uid, label: name }));
  const people = [...(load.value?.people.users ?? []), ...(load.value?.people.roles ?? [])].map(
    ({ principal, name }) => ({ value: principal, label: name }),
  );
  const set = (part: ReviewFilter) => change({ ...value, ...part, page: 1 });
  const search = useCallback((text: string) => change({ ...value, text, page: 1 }), [change, value]);
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={4} role="search" aria-label={t('presence.reviews.filter')}>
      <Box flex="1 1 20rem">
        <SearchBox label={t('presence.reviews.search')} value={value.text ?? ''} change={search} />
      </Box>
      {children}
      <Pick
        label={t('presence.reviews.type')}
        value={value.type}
        choices={types.length > 1 ? types : []}
        pick={(type) => set({ type })}
      />
      <Pick
        label={t('presence.reviews.locale')}
        value={value.locale}
        choices={locales}
        pick={(locale) => set({ locale })}
      />
      <Pick
        label={t('presence.reviews.assignee')}
        value={value.assignee}
        choices={people}
        pick={(assignee) => set({ assignee })}
      />
      <Checkbox
        checked={value.mine === 'true'}
        onCheckedChange={(isOn) => set({ mine: isOn === true ? 'true' : undefined })}
      >
        {t('presence.reviews.mine')}
      </Checkbox>
      <Checkbox
        checked={value.overdue === 'true'}
        onCheckedChange={(isOn) => set({ overdue: isOn === true ? 'true' : undefined })}
      >
        {t('presence.reviews.overdue-only')}
      </Checkbox>
    </Flex>
  );
}

/** One of a few, or all of them; hidden where there is nothing to choose. */
export function Pick({
  label,
  value,
  choices,
  pick,
}: {
  label: string;
  value: string | undefined;
  choices: readonly Choice[];
  pick: (value: string | undefined) => void;
}) {
  const t = useWords();
  if (choices.length === 0) return null;
  return (
    <Box flex="1 1 14rem" maxWidth={{ medium: '20rem' }}>
      <SingleSelect
        size="S"
        aria-label={label}
        placeholder={label}
        value={value ?? ''}
        clearLabel={t('presence.action.clear')}
        onClear={() => pick(undefined)}
        onChange={(next) => pick(next ? String(next) : undefined)}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice.value} value={choice.value}>
            {choice.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
