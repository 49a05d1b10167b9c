import { Typography } from '@strapi/design-system';
import type { RegisteredClaim } from '../../../../../src/brand/schema';
import { dayHere } from '../../../../components/day';
import { TextBox, TextLine } from '../../../../components/input';
import { Pill } from '../../../../components/pill';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import { keyFor } from '../../workflows/draft';
import { Entries } from '../fields/entries';
import { Lines } from '../fields/lines';
import { Channels, Languages } from '../fields/several';
import { ScopePills, SeverityPill } from '../fields/severity-pill';
import { Cell, Cells } from '../fields/switched';
import type { KitPart } from '../part';

/** Claims that we may make, with their proof, what must stand beside them, until when and where. */
export function Registry({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  const today = dayHere(Date.now());
  const blank = (): RegisteredClaim => ({
    key: keyFor(
      'claim',
      kit.claims.map(({ key }) => key),
    ),
    patterns: [],
    evidence: null,
    disclaimer: null,
    validUntil: null,
    allowedChannels: [],
    allowedLocales: [],
    reason: '',
    severity: 'error',
  });
  return (
    <Entries
      rows={kit.claims}
      change={(claims) => change({ claims })}
      path="claims"
      places={places}
      isFixed={isFixed}
      blank={blank}
      add={t('presence.kit.registry.add')}
      none={t('presence.kit.registry.none')}
      nameOf={({ patterns, key }) => patterns[0] ?? key}
      textOf={({ patterns, key, reason, disclaimer }) => [key, ...patterns, reason, disclaimer].join(' ')}
      line={(row) => (
        <>
          <Typography fontWeight="semiBold">{row.patterns[0] ?? row.key}</Typography>
          <SeverityPill severity={row.severity} />
          {row.validUntil && (
            <Pill tone={row.validUntil < today ? 'danger' : 'neutral'}>
              {t(row.validUntil < today ? 'presence.kit.registry.expired' : 'presence.kit.registry.until', {
                day: row.validUntil,
              })}
            </Pill>
          )}
          <ScopePills locales={row.allowedLocales} channels={row.allowedChannels} />
        </>
      )}
    >
      {(row, set, path) => (
        <Cells>
          <Cell col={8}>
            <Lines
              label={t('presence.kit.registry.patterns')}
              hint={t('presence.kit.registry.patterns.hint')}
              error={places.within(`${path}.patterns`)}
              value={row.patterns}
              change={(patterns) => set({ patterns })}
            />
          </Cell>
          <Cell col={4}>
            <TextLine
              label={t('presence.kit.key')}
              hint={t('presence.kit.key.rule', { id: `claim/${row.key}` })}
              error={places.at(`${path}.key`)}
              value={row.key}
              change={(key) => set({ key })}
            />
          </Cell>
          <Cell col={8}>
            <TextLine
              type="url"
              label={t('presence.kit.registry.evidence')}
              hint={t('presence.kit.registry.evidence.hint')}
              placeholder="https://"
              error={places.at(`${path}.evidence`)}
              value={row.evidence ?? ''}
              change={(evidence) => set({ evidence: evidence || null })}
            />
          </Cell>
          <Cell col={4}>
            <TextLine
              type="date"
              label={t('presence.kit.registry.valid-until')}
              hint={t('presence.kit.registry.valid-until.hint')}
              error={places.at(`${path}.validUntil`)}
              value={row.validUntil ?? ''}
              change={(day) => set({ validUntil: day || null })}
            />
          </Cell>
          <Cell col={12}>
            <TextBox
              label={t('presence.kit.registry.disclaimer')}
              hint={t('presence.kit.registry.disclaimer.hint')}
              error={places.at(`${path}.disclaimer`)}
              value={row.disclaimer ?? ''}
              change={(disclaimer) => set({ disclaimer: disclaimer || null })}
            />
          </Cell>
          <Cell>
            <Channels
              label={t('presence.kit.registry.channels')}
              error={places.within(`${path}.allowedChannels`)}
              value={row.allowedChannels}
              change={(allowedChannels) => set({ allowedChannels })}
            />
          </Cell>
          <Cell>
            <Languages
              label={t('presence.kit.registry.languages')}
              error={places.within(`${path}.allowedLocales`)}
              value={row.allowedLocales}
              change={(allowedLocales) => set({ allowedLocales })}
            />
          </Cell>
          <Cell col={8}>
            <TextLine
              label={t('presence.kit.reason')}
              hint={t('presence.kit.reason.hint')}
              error={places.at(`${path}.reason`)}
              value={row.reason}
              change={(reason) => set({ reason })}
            />
          </Cell>
          <Cell col={4}>
            <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
          </Cell>
        </Cells>
      )}
    </Entries>
  );
}
