import { Grid } from '@strapi/design-system';
import { Card } from '../../components/card';
import { Choice, TextLine } from '../../components/input';
import { ZoneField } from '../../components/zone-field';
import { useWords } from '../../words';
import type { SettingsPart } from './part';

const policies = ['ask', 'late', 'skip'] as const;

/** Zone of the business, what happens to missed times, and how long single touchpoints are kept. */
export function Times({ value, change, errorAt }: SettingsPart) {
  const t = useWords();
  return (
    <Card title={t('presence.settings.times')}>
      <Grid.Root gap={5}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <ZoneField
            label={t('presence.settings.zone')}
            hint={t('presence.settings.zone.hint')}
            error={errorAt('zone')}
            value={value.zone}
            change={(zone) => change({ zone })}
          />
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <TextLine
            type="number"
            label={t('presence.settings.retention')}
            hint={t('presence.settings.retention.hint')}
            error={errorAt('retentionDays')}
            value={String(value.retentionDays)}
            change={(days) => change({ retentionDays: Number(days) })}
          />
        </Grid.Item>
        <Grid.Item col={12} direction="column" alignItems="stretch">
          <Choice
            label={t('presence.campaign.catch-up')}
            hint={t(`presence.campaign.catch-up.${value.catchUp}.hint`)}
            error={errorAt('catchUp')}
            value={value.catchUp}
            options={policies.map((policy) => ({
              value: policy,
              label: t(`presence.campaign.catch-up.${policy}`),
            }))}
            change={(catchUp) => change({ catchUp })}
          />
        </Grid.Item>
      </Grid.Root>
    </Card>
  );
}
