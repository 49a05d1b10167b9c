import { Typography } from '@strapi/design-system';
import type { ForbiddenClaim } from '../../../../../src/brand/schema';
import { Card } from '../../../../components/card';
import { TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import { SeverityChoice } from '../../severity-choice';
import { Entries } from '../fields/entries';
import { Channels, Languages } from '../fields/several';
import { ScopePills, SeverityPill } from '../fields/severity-pill';
import { Cell, Cells, Stack } from '../fields/switched';
import type { KitPart } from '../part';
import { Registry } from './registry';

const blank = (): ForbiddenClaim => ({
  pattern: '',
  reason: '',
  severity: 'error',
  locales: [],
  channels: [],
});

/** What we must not claim, and what we may claim as long as it is proven. */
export function Claims(part: KitPart) {
  const t = useWords();
  return (
    <Stack>
      <Card title={t('presence.kit.forbidden')} hint={t('presence.kit.forbidden.hint')} level={3}>
        <Forbidden {...part} />
      </Card>
      <Card title={t('presence.kit.registry')} hint={t('presence.kit.registry.hint')} level={3}>
        <Registry {...part} />
      </Card>
    </Stack>
  );
}

function Forbidden({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  return (
    <Entries
      rows={kit.forbiddenClaims}
      change={(forbiddenClaims) => change({ forbiddenClaims })}
      path="forbiddenClaims"
      places={places}
      isFixed={isFixed}
      blank={blank}
      add={t('presence.kit.forbidden.add')}
      none={t('presence.kit.forbidden.none')}
      nameOf={({ pattern }) => pattern}
      textOf={({ pattern, reason }) => `${pattern} ${reason}`}
      line={({ pattern, severity, locales, channels }) => (
        <>
          <Typography fontWeight="semiBold">{pattern}</Typography>
          <SeverityPill severity={severity} />
          <ScopePills locales={locales} channels={channels} />
        </>
      )}
    >
      {(row, set, path) => (
        <Cells>
          <Cell col={8}>
            <TextLine
              label={t('presence.kit.claim')}
              hint={t('presence.kit.claim.hint')}
              error={places.at(`${path}.pattern`)}
              value={row.pattern}
              change={(pattern) => set({ pattern })}
            />
          </Cell>
          <Cell col={4}>
            <SeverityChoice value={row.severity} change={(severity) => set({ severity })} />
          </Cell>
          <Cell col={12}>
            <TextLine
              label={t('presence.kit.reason')}
              hint={t('presence.kit.reason.hint')}
              error={places.at(`${path}.reason`)}
              value={row.reason}
              change={(reason) => set({ reason })}
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
