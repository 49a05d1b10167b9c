import { Box } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import type { Severity } from '../../../src/brand/schema';
import { useWords } from '../../words';

/** Gravest first. */
export const severities = ['error', 'warning', 'suggestion'] as const satisfies readonly Severity[];

export const severityLooks = {
  error: { Icon: WarningCircle, fill: 'danger600' },
  warning: { Icon: WarningCircle, fill: 'warning600' },
  suggestion: { Icon: Information, fill: 'primary600' },
} as const satisfies Record<Severity, unknown>;

/** The gravest of several; null where there are none. */
export const gravest = (list: readonly Severity[]): Severity | null =>
  severities.find((each) => list.includes(each)) ?? null;

/** How grave, as a picture with its word. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const t = useWords();
  const { Icon, fill } = severityLooks[severity];
  return (
    <Icon
      fill={fill}
      width="1.4rem"
      height="1.4rem"
      role="img"
      aria-label={t(`presence.severity.${severity}`)}
      style={{ flex: 'none' }}
    />
  );
}

/** A dot on a tab or chip whose word stands beside it. */
export function SeverityDot({ severity }: { severity: Severity }) {
  return (
    <Box
      tag="span"
      aria-hidden
      display="inline-block"
      flex="none"
      width="8px"
      height="8px"
      borderRadius="50%"
      background={severityLooks[severity].fill}
    />
  );
}
