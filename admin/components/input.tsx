import { memo, useLayoutEffect, useReducer, useRef, type ChangeEvent, type ReactNode } from 'react';
import {
  Box,
  Checkbox,
  Field,
  Textarea,
  TextInput,
  SingleSelect,
  SingleSelectOption,
  Toggle,
  darkTheme,
} from '@strapi/design-system';
import { styled, useTheme } from 'styled-components';
import { useSteady } from '../use-steady';
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

// What a key leaves as it was: a field is drawn anew with each.
const Name = memo(Field.Label);
const Lines = memo(Textarea);
const below = (
  <>
    <Field.Error />
    <Field.Hint />
  </>
);

const Above = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[2]};
`;

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
      <Above>
        <Name>{label}</Name>
        {action}
      </Above>
      {children}
      {below}
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
  const input = useRef<HTMLTextAreaElement>(null);
  const [, look] = useReducer((turn: number) => turn + 1, 0);
  // Written here: React would write the text into the page as well, as what the input began with, and with every key the browser would
  // look for other styles from there up to the root.
  useLayoutEffect(() => {
    if (input.current && input.current.value !== value) input.current.value = value;
  });
  const changed = useSteady((event: ChangeEvent<HTMLTextAreaElement>) => {
    change(event.target.value);
    // Also where what was typed is not taken, and nothing else would be drawn anew.
    look();
  });
  return (
    <Labelled {...frame} action={action}>
      <Lines ref={input} rows={rows} disabled={disabled} resizable onChange={changed} />
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
