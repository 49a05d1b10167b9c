import { useMemo } from 'react';
import { MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { Principal } from '../../../../src/governance/workflow/schema';
import type { NamesView } from '../../../../src/governance/workflow/views';
import { Labelled } from '../../../components/input';
import { useWords } from '../../../words';

const shown = ['review.submit', 'review.approve'] as const;

/** How people call those whom a workflow names. */
export function usePrincipalNames(names: NamesView): (principal: Principal) => string {
  const t = useWords();
  return useMemo(() => {
    const known = new Map<string, string>([
      ...shown.map((right) => [`may:${right}`, t(`presence.workflows.may.${right}`)] as const),
      ...names.roles.map(({ code, name }) => [`role:${code}`, name] as const),
      ...names.users.map(({ email, name }) => [`user:${email}`, name] as const),
    ]);
    return (principal) => known.get(principal) ?? principal.replace(/^\w+:/, '');
  }, [names, t]);
}

/** Roles, people and rights: who may do something. */
export function Principals({
  label,
  hint,
  error,
  value,
  change,
  names,
  among,
}: {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: readonly Principal[];
  change: (value: Principal[]) => void;
  names: NamesView;
  /** Only these can be chosen. */
  among?: readonly Principal[];
}) {
  const t = useWords();
  const nameOf = usePrincipalNames(names);
  const all = among ?? [
    ...shown.map((right) => `may:${right}`),
    ...names.roles.map(({ code }) => `role:${code}`),
    ...names.users.map(({ email }) => `user:${email}`),
  ];
  const options = [...new Set([...all, ...value])];
  return (
    <Labelled label={label} hint={hint} error={error}>
      <MultiSelect
        value={[...value]}
        withTags
        placeholder={t('presence.workflows.choose')}
        onChange={(next: string[]) => change(next)}
      >
        {options.map((principal) => (
          <MultiSelectOption key={principal} value={principal}>
            {nameOf(principal)}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Labelled>
  );
}

/** Several of a list of names. */
export function Several({
  label,
  hint,
  error,
  value,
  change,
  options,
}: {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: readonly string[];
  change: (value: string[]) => void;
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  const t = useWords();
  const missing = value.filter((one) => !options.some((option) => option.value === one));
  return (
    <Labelled label={label} hint={hint} error={error}>
      <MultiSelect
        value={[...value]}
        withTags
        placeholder={t('presence.workflows.choose')}
        onChange={(next: string[]) => change(next)}
      >
        {[...options, ...missing.map((one) => ({ value: one, label: one }))].map((option) => (
          <MultiSelectOption key={option.value} value={option.value}>
            {option.label}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Labelled>
  );
}
