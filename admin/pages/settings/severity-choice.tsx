import type { Severity } from '../../../src/brand/schema';
import { Choice } from '../../components/input';
import { useWords } from '../../words';

/** How much a finding weighs. */
export function SeverityChoice({ value, change }: { value: Severity; change: (value: Severity) => void }) {
  const t = useWords();
  return (
    <Choice
      label={t('presence.report.severity')}
      value={value}
      options={(['error', 'warning', 'suggestion'] as const).map((each) => ({
        value: each,
        label: t(`presence.severity.${each}.means`),
      }))}
      change={change}
    />
  );
}
