import { Typography } from '@strapi/design-system';
import type { BrandName } from '../../../../../src/brand/schema';
import { TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import { Entries } from '../fields/entries';
import { Accounts } from '../fields/accounts';
import { Lines } from '../fields/lines';
import { Channels, Languages } from '../fields/several';
import { ScopePills, SeverityPill } from '../fields/severity-pill';
import { Cell, Cells, Ticked } from '../fields/switched';
import type { KitPart } from '../part';

const blank = (): BrandName => ({
  name: '',
  matchCase: true,
  misspellings: [],
  severity: 'warning',
  locales: [],
  channels: [],
});

/** Names with their one right spelling. */
export function Names({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  return (
    <Entries
      rows={kit.names}
      change={(names) => change({ names })}
      path="names"
      places={places}
      isFixed={isFixed}
      blank={blank}
      add={t('presence.kit.names.add')}
      none={t('presence.kit.names.none')}
      nameOf={({ name }) => name}
      textOf={({ name, misspellings }) => [name, ...misspellings].join(' ')}
      line={({ name, severity, locales, channels }) => (
        <>
          <Typography fontWeight="semiBold">{name}</Typography>
          <SeverityPill severity={severity} />
          <ScopePills locales={locales} channels={channels} />
        </>
      )}
    >
      {(row, set, path) => (
        <Cells>
          <Cell col={8}>
            <TextLine
              label={t('presence.kit.name')}
              error={places.at(`${path}.name`)}
              value={row.name}
              change={(name) => set({ name })}
            />
          </Cell>
          <Cell col={4}>
            <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
          </Cell>
          <Cell col={12}>
            <Ticked
              label={t('presence.kit.match-case')}
              hint={t('presence.kit.names.match-case.hint')}
              value={row.matchCase}
              change={(matchCase) => set({ matchCase })}
            />
          </Cell>
          <Cell col={12}>
            <Lines
              label={t('presence.kit.misspellings')}
              hint={t('presence.kit.misspellings.hint')}
              error={places.within(`${path}.misspellings`)}
              value={row.misspellings}
              change={(misspellings) => set({ misspellings })}
            />
          </Cell>
          <Cell col={12}>
            <Accounts
              value={row.accounts ?? {}}
              change={(accounts) => set({ accounts })}
              errorAt={(network) => places.at(`${path}.accounts.${network}`)}
            />
          </Cell>
          <Cell>
            <Languages
              error={places.within(`${path}.locales`)}
              value={row.locales}
              change={(locales) => set({ locales })}
            />
          </Cell>
          <Cell>
            <Channels
              error={places.within(`${path}.channels`)}
              value={row.channels}
              change={(channels) => set({ channels })}
            />
          </Cell>
        </Cells>
      )}
    </Entries>
  );
}
