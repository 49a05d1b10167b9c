import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useWords } from '../words';

/** Narrows a list by one of a few values; empty means all. */
export function FilterChoice<T extends string>({
  label,
  all,
  value,
  options,
  change,
}: {
  label: string;
  /** What is shown while nothing is chosen: "Every state". */
  all: string;
  value: T | '';
  options: readonly { readonly value: T; readonly label: string }[];
  change: (value: T | '') => void;
}) {
  const t = useWords();
  return (
    <Box flex="1 1 16rem" maxWidth={{ medium: '24rem' }}>
      <SingleSelect
        size="S"
        aria-label={label}
        value={value}
        placeholder={all}
        clearLabel={t('presence.action.clear')}
        onClear={() => change('')}
        onChange={(picked) => change(options.find((each) => each.value === String(picked))?.value ?? '')}
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
