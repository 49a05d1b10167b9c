import { Grid } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';
import type { BrandName, BrandTerm, ForbiddenClaim } from '../../../src/brand/schema';
import { Card } from '../../components/card';
import { TextLine, Tick } from '../../components/input';
import { useWords } from '../../words';
import type { BrandPart } from './part';
import { Rows } from './rows';
import { SeverityChoice } from './severity-choice';

const Cell = ({ col, children }: { col: number; children: ReactNode }) => (
  <Grid.Item col={col} s={6} xs={12} direction="column" alignItems="stretch" justifyContent="center">
    {children}
  </Grid.Item>
);

/** Languages as a person types them: `de, en`. */
const localesOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

function Languages({ value, change }: { value: readonly string[]; change: (value: string[]) => void }) {
  const t = useWords();
  const [text, setText] = useState(value.join(', '));
  return (
    <TextLine
      label={t('presence.brand.locales')}
      placeholder={t('presence.brand.locales.all')}
      value={text}
      change={(next) => {
        setText(next);
        change(localesOf(next));
      }}
    />
  );
}

const newName: BrandName = {
  name: '',
  matchCase: true,
  misspellings: [],
  severity: 'warning',
  locales: [],
  channels: [],
};

/** Names with their one right spelling. */
export function Names({ kit, change, errorAt }: BrandPart) {
  const t = useWords();
  return (
    <Card title={t('presence.brand.names')} hint={t('presence.brand.names.hint')}>
      <Rows
        rows={kit.names}
        change={(names) => change({ names })}
        blank={newName}
        none={t('presence.brand.names.none')}
        add={t('presence.brand.names.add')}
        nameOf={({ name }) => name}
      >
        {(row, set, index) => (
          <Grid.Root gap={4}>
            <Cell col={4}>
              <TextLine
                label={t('presence.brand.name')}
                error={errorAt(`names[${index}].name`)}
                value={row.name}
                change={(name) => set({ name })}
              />
            </Cell>
            <Cell col={3}>
              <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
            </Cell>
            <Cell col={3}>
              <Languages value={row.locales} change={(locales) => set({ locales })} />
            </Cell>
            <Cell col={2}>
              <Tick
                label={t('presence.brand.match-case')}
                value={row.matchCase}
                change={(matchCase) => set({ matchCase })}
              />
            </Cell>
          </Grid.Root>
        )}
      </Rows>
    </Card>
  );
}

const newTerm: BrandTerm = {
  avoid: '',
  prefer: null,
  reason: '',
  severity: 'warning',
  matchCase: false,
  wholeWord: true,
  inflect: false,
  forms: [],
  expanded: [],
  locales: [],
  channels: [],
};

/** Words that are not ours, and what we say in their place. */
export function Terms({ kit, change, errorAt }: BrandPart) {
  const t = useWords();
  return (
    <Card title={t('presence.brand.terms')} hint={t('presence.brand.terms.hint')}>
      <Rows
        rows={kit.terms}
        change={(terms) => change({ terms })}
        blank={newTerm}
        none={t('presence.brand.terms.none')}
        add={t('presence.brand.terms.add')}
        nameOf={({ avoid }) => avoid}
      >
        {(row, set, index) => (
          <Grid.Root gap={4}>
            <Cell col={3}>
              <TextLine
                label={t('presence.brand.avoid')}
                error={errorAt(`terms[${index}].avoid`)}
                value={row.avoid}
                change={(avoid) => set({ avoid })}
              />
            </Cell>
            <Cell col={3}>
              <TextLine
                label={t('presence.brand.prefer')}
                error={errorAt(`terms[${index}].prefer`)}
                value={row.prefer ?? ''}
                change={(prefer) => set({ prefer: prefer || null })}
              />
            </Cell>
            <Cell col={6}>
              <TextLine
                label={t('presence.brand.reason')}
                error={errorAt(`terms[${index}].reason`)}
                value={row.reason}
                change={(reason) => set({ reason })}
              />
            </Cell>
            <Cell col={3}>
              <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
            </Cell>
            <Cell col={3}>
              <Languages value={row.locales} change={(locales) => set({ locales })} />
            </Cell>
            <Cell col={3}>
              <Tick
                label={t('presence.brand.match-case')}
                value={row.matchCase}
                change={(matchCase) => set({ matchCase })}
              />
            </Cell>
            <Cell col={3}>
              <Tick
                label={t('presence.brand.whole-word')}
                value={row.wholeWord}
                change={(wholeWord) => set({ wholeWord })}
              />
            </Cell>
          </Grid.Root>
        )}
      </Rows>
    </Card>
  );
}

const newClaim: ForbiddenClaim = {
  pattern: '',
  reason: '',
  severity: 'error',
  locales: [],
  channels: [],
};

/** What we must not claim. */
export function Claims({ kit, change, errorAt }: BrandPart) {
  const t = useWords();
  return (
    <Card title={t('presence.brand.claims')} hint={t('presence.brand.claims.hint')}>
      <Rows
        rows={kit.forbiddenClaims}
        change={(forbiddenClaims) => change({ forbiddenClaims })}
        blank={newClaim}
        none={t('presence.brand.claims.none')}
        add={t('presence.brand.claims.add')}
        nameOf={({ pattern }) => pattern}
      >
        {(row, set, index) => (
          <Grid.Root gap={4}>
            <Cell col={3}>
              <TextLine
                label={t('presence.brand.pattern')}
                error={errorAt(`forbiddenClaims[${index}].pattern`)}
                value={row.pattern}
                change={(pattern) => set({ pattern })}
              />
            </Cell>
            <Cell col={4}>
              <TextLine
                label={t('presence.brand.reason')}
                error={errorAt(`forbiddenClaims[${index}].reason`)}
                value={row.reason}
                change={(reason) => set({ reason })}
              />
            </Cell>
            <Cell col={3}>
              <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
            </Cell>
            <Cell col={2}>
              <Languages value={row.locales} change={(locales) => set({ locales })} />
            </Cell>
          </Grid.Root>
        )}
      </Rows>
    </Card>
  );
}
