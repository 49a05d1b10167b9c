import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import type { BrandPattern } from '../../../../../src/brand/schema';
import { Pill } from '../../../../components/pill';
import { useWords } from '../../../../words';
import { keyFor } from '../../workflows/draft';
import { Entries } from '../fields/entries';
import { ScopePills, SeverityPill } from '../fields/severity-pill';
import type { KitPart } from '../part';
import { TrialDialog } from '../trial/dialog';
import { PatternForm } from './pattern-form';

/** Regular expressions of the business's own, for what words cannot say. */
export function Patterns({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  const [trial, setTrial] = useState<BrandPattern>();
  const { patterns } = kit;
  const blank = (): BrandPattern => ({
    key: keyFor(
      'pattern',
      patterns.map(({ key }) => key),
    ),
    pattern: '',
    ignoreCase: true,
    message: '',
    replacement: null,
    severity: 'warning',
    locales: [],
    channels: [],
    examples: { fail: [], pass: [] },
    speed: 'unchecked',
    enabled: true,
  });
  const enable = ({ key }: BrandPattern) =>
    change({ patterns: patterns.map((each) => (each.key === key ? { ...each, enabled: true } : each)) });
  return (
    <>
      <Entries
        rows={patterns}
        change={(next) => change({ patterns: next })}
        path="patterns"
        places={places}
        isFixed={isFixed}
        blank={blank}
        add={t('presence.kit.patterns.add')}
        none={t('presence.kit.patterns.none')}
        nameOf={({ message, key }) => message || key}
        textOf={({ message, key, pattern }) => `${message} ${key} ${pattern}`}
        line={(row) => (
          <>
            <Typography fontWeight="semiBold">{row.message || row.key}</Typography>
            <Typography variant="pi" textColor="neutral600" style={{ fontFamily: 'monospace' }}>
              {row.pattern}
            </Typography>
            <SeverityPill severity={row.severity} />
            {!row.enabled && <Pill tone="neutral">{t('presence.kit.off')}</Pill>}
            {row.speed === 'slow' && <Pill tone="warning">{t('presence.kit.pattern.slow')}</Pill>}
            <ScopePills locales={row.locales} channels={row.channels} />
          </>
        )}
      >
        {(row, set, path) => (
          <PatternForm row={row} set={set} path={path} places={places} tryOut={() => setTrial(row)} />
        )}
      </Entries>
      {trial && (
        <TrialDialog
          title={t('presence.trial.title', { name: trial.message || trial.key })}
          input={{ kind: 'pattern', pattern: trial }}
          {...(trial.enabled || isFixed
            ? {}
            : { enable: { label: t('presence.trial.enable.form'), act: async () => enable(trial) } })}
          close={() => setTrial(undefined)}
        />
      )}
    </>
  );
}
