import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { auditGroup, type AuditGroup } from '../../../src/governance/audit/kinds';
import type { AuditRow } from '../../../src/governance/audit/schema';
import { useWords } from '../../words';

/** What the list is narrowed to. */
export interface RecordFilter {
  readonly group: AuditGroup | '';
  /** Days, as `2026-11-22`. */
  readonly from: string;
  readonly to: string;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly entry: { readonly id: string; readonly title: string } | null;
}

export const noFilter: RecordFilter = { group: '', from: '', to: '', person: null, entry: null };

export const isFiltered = (filter: RecordFilter): boolean =>
  Object.values(filter).some((value) => value !== '' && value !== null);

/** The person of a row, as a filter. */
export const personOf = ({ person, by }: AuditRow): RecordFilter['person'] => ({ id: person, name: by.name });

/** Narrows the record: by what was done, when, by whom and to what. */
export function Filters({
  value,
  change,
}: {
  value: RecordFilter;
  change: (part: Partial<RecordFilter>) => void;
}) {
  const t = useWords();
  return (
    <Flex
      gap={3}
      wrap="wrap"
      alignItems="flex-end"
      paddingBottom={4}
      role="search"
      aria-label={t('presence.record.filter')}
    >
      <Box flex="1 1 18rem" maxWidth={{ medium: '28rem' }}>
        <Field.Root width="100%">
          <Field.Label>{t('presence.record.what')}</Field.Label>
          <SingleSelect
            size="S"
            value={value.group}
            placeholder={t('presence.record.group.all')}
            clearLabel={t('presence.action.clear')}
            onClear={() => change({ group: '' })}
            onChange={(next) => change({ group: (next ?? '') as AuditGroup | '' })}
          >
            {auditGroup.options.map((group) => (
              <SingleSelectOption key={group} value={group}>
                {t(`presence.record.group.${group}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      <Day
        label={t('presence.record.from')}
        value={value.from}
        max={value.to}
        change={(from) => change({ from })}
      />
      <Day
        label={t('presence.record.to')}
        value={value.to}
        min={value.from}
        change={(to) => change({ to })}
      />
      {value.person && <Only label={value.person.name} clear={() => change({ person: null })} />}
      {value.entry && <Only label={value.entry.title} clear={() => change({ entry: null })} />}
    </Flex>
  );
}

function Day({
  label,
  value,
  change,
  ...bounds
}: {
  label: string;
  value: string;
  change: (value: string) => void;
  min?: string;
  max?: string;
}) {
  return (
    <Box flex="0 1 16rem">
      <Field.Root width="100%">
        <Field.Label>{label}</Field.Label>
        <TextInput
          type="date"
          size="S"
          value={value}
          onChange={(event) => change(event.target.value)}
          {...bounds}
        />
      </Field.Root>
    </Box>
  );
}

/** One person or entry that the list is narrowed to; pressed, it goes away. */
function Only({ label, clear }: { label: string; clear: () => void }) {
  const t = useWords();
  return (
    <Button
      variant="secondary"
      size="S"
      endIcon={<Cross />}
      onClick={clear}
      aria-label={t('presence.record.clear', { label })}
    >
      {label}
    </Button>
  );
}
