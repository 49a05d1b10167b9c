import { useId, type ReactNode } from 'react';
import { Box, Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import type { Severity } from '../../../../../src/brand/schema';
import { SeverityChoice } from '../../severity-choice';

/** A cell of a form that takes a row of its own on a phone. */
export const Cell = ({ col = 6, children }: { col?: number; children: ReactNode }) => (
  <Grid.Item col={col} s={col > 6 ? 12 : 6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** Cells beside each other. */
export const Cells = ({ children }: { children: ReactNode }) => <Grid.Root gap={4}>{children}</Grid.Root>;

/** A yes or no with a sentence under it. */
export function Ticked({
  label,
  hint,
  value,
  change,
}: {
  label: string;
  hint?: string;
  value: boolean;
  change: (value: boolean) => void;
}) {
  const id = useId();
  return (
    <Box>
      <Checkbox
        checked={value}
        aria-describedby={hint ? id : undefined}
        onCheckedChange={(isTicked) => change(isTicked === true)}
      >
        {label}
      </Checkbox>
      {hint && (
        <Typography id={id} tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
          {hint}
        </Typography>
      )}
    </Box>
  );
}

/** A rule that is off until somebody wants it: a tick, and then how grave it is and what else it needs. */
export function Switched<T extends { readonly severity: Severity }>({
  label,
  hint,
  value,
  on,
  change,
  children,
}: {
  label: string;
  hint?: string;
  value: T | null;
  /** What it is when it is switched on. */
  on: T;
  change: (value: T | null) => void;
  children?: (value: T, set: (part: Partial<T>) => void) => ReactNode;
}) {
  return (
    <Box tag="section" aria-label={label} padding={4} background="neutral100" hasRadius>
      <Ticked
        label={label}
        {...(hint ? { hint } : {})}
        value={value !== null}
        change={(isOn) => change(isOn ? on : null)}
      />
      {value && (
        <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
          <Cells>
            <Cell col={4}>
              <SeverityChoice value={value.severity} change={(severity) => change({ ...value, severity })} />
            </Cell>
            {children?.(value, (part) => change({ ...value, ...part }))}
          </Cells>
        </Flex>
      )}
    </Box>
  );
}

/** Parts of a section under each other. */
export const Stack = ({ children }: { children: ReactNode }) => (
  <Flex direction="column" alignItems="stretch" gap={4}>
    {children}
  </Flex>
);
