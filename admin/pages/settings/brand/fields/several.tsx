import { MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { BrandTerm } from '../../../../../src/brand/schema';
import { Labelled } from '../../../../components/input';
import { useWords } from '../../../../words';
import { useChannelOptions, useLanguageOptions, useTypeOptions } from './known';

interface Several<T extends string> {
  readonly value: readonly T[];
  readonly change: (value: T[]) => void;
  readonly label?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** Any of some; none chosen means all, and the field says so. What is stored and no longer offered stays choosable. */
export function SeveralOf<T extends string>({
  label,
  hint,
  error,
  value,
  change,
  options,
  all,
}: Several<T> & {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly all: string;
}) {
  // Not as tags: their crosses have no name that a screen reader could say.
  const chosen = value.map((one) => options.find((option) => option.value === one)?.label ?? one);
  const missing = value.filter((one) => !options.some((option) => option.value === one));
  return (
    <Labelled label={label} hint={hint} error={error}>
      <MultiSelect
        value={[...value]}
        placeholder={all}
        customizeContent={() => chosen.join(', ')}
        onChange={(next: string[]) => change(next as T[])}
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

/** Languages that something is for. */
export function Languages({ label, ...rest }: Several<string>) {
  const t = useWords();
  return (
    <SeveralOf
      label={label ?? t('presence.kit.languages')}
      options={useLanguageOptions()}
      all={t('presence.kit.languages.all')}
      {...rest}
    />
  );
}

/** Channels that something is for. */
export function Channels({ label, ...rest }: Several<BrandTerm['channels'][number]>) {
  const t = useWords();
  return (
    <SeveralOf
      label={label ?? t('presence.kit.channels')}
      options={useChannelOptions()}
      all={t('presence.kit.channels.all')}
      {...rest}
    />
  );
}

/** Content types that something is for. */
export function Types({ label, ...rest }: Several<string>) {
  const t = useWords();
  return (
    <SeveralOf
      label={label ?? t('presence.kit.types')}
      options={useTypeOptions()}
      all={t('presence.kit.types.all')}
      {...rest}
    />
  );
}
