import { Flex } from '@strapi/design-system';
import type { StandingFinding } from '../../../src/brand/findings/schema';
import type { Severity } from '../../../src/brand/schema';
import { useWords } from '../../words';
import { SeverityDot, severities } from './severity-mark';
import { SmallButton } from './small-button';

/** So few are seen at one glance: nothing to narrow. */
const few = 3;

/** Narrows findings to one severity. */
export function SeverityChips({
  of,
  only,
  choose,
}: {
  of: readonly StandingFinding[];
  only: Severity | null;
  choose: (severity: Severity | null) => void;
}) {
  const t = useWords();
  const counts = severities
    .map((severity) => ({
      severity,
      count: of.filter(({ finding }) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);
  if (of.length <= few || counts.length < 2) return null;
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label={t('presence.find.only')}>
      {counts.map(({ severity, count }) => (
        <SmallButton
          key={severity}
          type="button"
          aria-pressed={only === severity}
          aria-label={t('presence.find.only.one', { severity: t(`presence.severity.${severity}`), count })}
          title={t(`presence.severity.${severity}`)}
          onClick={() => choose(only === severity ? null : severity)}
        >
          <Flex tag="span" gap={2}>
            <SeverityDot severity={severity} />
            {count}
          </Flex>
        </SmallButton>
      ))}
    </Flex>
  );
}
