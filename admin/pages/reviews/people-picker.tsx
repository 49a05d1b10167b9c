import { useEffect, useSyncExternalStore } from 'react';
import { MultiSelect, MultiSelectGroup, MultiSelectOption } from '@strapi/design-system';
import type { PeopleView } from '../../../src/governance/board/schema';
import { sharedApi } from '../../api';
import { shelf } from '../../shelf';
import { useWords } from '../../words';

const known = shelf<PeopleView>(() => sharedApi().people());
const nobody: PeopleView = { users: [], roles: [] };

/** Everybody whom an entry can be given to, asked for once. */
export function usePeople(): PeopleView {
  useEffect(() => known.look('all', ''), []);
  return useSyncExternalStore(known.watch, () => known.known.get('all'))?.value ?? nobody;
}

/** Several people and roles. */
export function PeoplePicker({
  value,
  change,
  disabled = false,
}: {
  value: readonly string[];
  change: (principals: readonly string[]) => void;
  disabled?: boolean;
}) {
  const t = useWords();
  const { users, roles } = usePeople();
  const names = new Map([...users, ...roles].map(({ principal, name }) => [principal, name]));
  return (
    <MultiSelect
      aria-label={t('presence.reviews.assignees')}
      placeholder={t('presence.reviews.assignees.none')}
      clearLabel={t('presence.action.clear')}
      // Tags would each bring a button without a name.
      customizeContent={(chosen?: string[]) => (chosen ?? []).map((one) => names.get(one) ?? one).join(', ')}
      disabled={disabled}
      value={[...value]}
      onChange={(next: string[]) => change(next)}
      onClear={() => change([])}
    >
      <MultiSelectGroup label={t('presence.reviews.people')}>
        {users.map(({ principal, name }) => (
          <MultiSelectOption key={principal} value={principal}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelectGroup>
      <MultiSelectGroup label={t('presence.reviews.roles')}>
        {roles.map(({ principal, name }) => (
          <MultiSelectOption key={principal} value={principal}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelectGroup>
    </MultiSelect>
  );
}
