import type { ReactNode } from 'react';
import {
  Box,
  Checkbox,
  Field,
  Flex,
  Textarea,
  TextInput,
  SingleSelect,
  SingleSelectOption,
  Toggle,
  darkTheme,
} from '@strapi/design-system';
import { useTheme } from 'styled-components';
import { useWords } from '../words';

interface Frame {
  readonly label: string;
  /** What the input is called in its form. */
  readonly name?: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** Label, hint and error around any input. */
export function Labelled({
  label,
  name,
  hint,
  error,
  required = false,
  action,
  children,
}: Frame & { action?: ReactNode; children: ReactNode }) {
  return (
    <Field.Root
      hint={hint}
      error={error ?? false}
      required={required}
      width="100%"
      {...(name === undefined ? {} : { name })}
    >
      <Flex justifyContent="space-between" gap={2}>
        <Field.Label>{label}</Field.Label>
        {action}
      </Flex>
      {children}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

/** One line of text. */
export function TextLine({
  value,
  change,
  type = 'text',
  placeholder,
  disabled = false,
  autoComplete = 'off',
  ...frame
}: Frame & {
  value: string;
  change: (value: string) => void;
  type?: 'text' | 'password' | 'email' | 'url' | 'number' | 'datetime-local' | 'date' | 'time';
  placeholder?: string;
  autoComplete?: string;
}) {
  // The browser draws the sign of a day or a time itself: it has to know that the page is dark.
  const isDark = useTheme().colors.neutral0 === darkTheme.colors.neutral0;
  return (
    <Labelled {...frame}>
      <TextInput
        type={type}
        value={value}
        disabled={disabled}
        autoComplete={autoComplete}
        style={{ colorScheme: isDark ? 'dark' : 'light' }}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => change(event.target.value)}
      />
    </Labelled>
  );
}

/** Several lines of text. */
export function TextBox({
  value,
  change,
  rows = 3,
  disabled = false,
  action,
  ...frame
}: Frame & { value: string; change: (value: string) => void; rows?: number; action?: ReactNode }) {
  return (
    <Labelled {...frame} action={action}>
      <Textarea
        value={value}
        rows={rows}
        disabled={disabled}
        resizable
        onChange={(event) => change(event.target.value)}
      />
    </Labelled>
  );
}

/** One of a few. */
export function Choice<V extends string>({
  value,
  change,
  options,
  disabled = false,
  placeholder,
  ...frame
}: Frame & {
  value: V;
  change: (value: V) => void;
  options: readonly { readonly value: V; readonly label: string }[];
  placeholder?: string;
}) {
  return (
    <Labelled {...frame}>
      <SingleSelect
        value={value}
        disabled={disabled}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(next) => change(String(next) as V)}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Labelled>
  );
}

/** Yes or no. */
export function YesNo({
  value,
  change,
  disabled = false,
  ...frame
}: Frame & { value: boolean; change: (value: boolean) => void }) {
  const t = useWords();
  return (
    <Labelled {...frame}>
      <Box maxWidth="20rem">
        <Toggle
          checked={value}
          disabled={disabled}
          onLabel={t('presence.action.yes')}
          offLabel={t('presence.action.no')}
          onChange={(event) => change(event.target.checked)}
        />
      </Box>
    </Labelled>
  );
}

/** Yes or no, where there is little room. */
export function Tick({
  label,
  value,
  change,
}: Pick<Frame, 'label'> & { value: boolean; change: (value: boolean) => void }) {
  return (
    <Checkbox checked={value} onCheckedChange={(isTicked) => change(isTicked === true)}>
      {label}
    </Checkbox>
  );
}
