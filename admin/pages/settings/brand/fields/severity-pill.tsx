import type { Severity } from '../../../../../src/brand/schema';
import { Pill } from '../../../../components/pill';
import { useWords } from '../../../../words';

const tones = { error: 'danger', warning: 'warning', suggestion: 'secondary' } as const;

/** How grave a finding is, in a word. */
export function SeverityPill({ severity }: { severity: Severity }) {
  const t = useWords();
  return <Pill tone={tones[severity]}>{t(`presence.severity.${severity}`)}</Pill>;
}

/** Where a rule is for, where it is not everywhere. */
export function ScopePills({
  locales,
  channels,
}: {
  locales: readonly string[];
  channels?: readonly string[];
}) {
  const t = useWords();
  return (
    <>
      {locales.map((locale) => (
        <Pill key={locale} tone="neutral">
          {locale}
        </Pill>
      ))}
      {(channels ?? []).length > 0 && (
        <Pill tone="neutral">{t('presence.kit.channels.some', { count: (channels ?? []).length })}</Pill>
      )}
    </>
  );
}
