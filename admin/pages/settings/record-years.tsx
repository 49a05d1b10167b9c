import { Grid } from '@strapi/design-system';
import { Card } from '../../components/card';
import { TextLine } from '../../components/input';
import { useWords } from '../../words';
import type { SettingsPart } from './part';

/** How long the record of who did what is kept. */
export function RecordYears({ value, change, errorAt }: SettingsPart) {
  const t = useWords();
  return (
    <Card title={t('presence.settings.record')} hint={t('presence.settings.record.hint')}>
      <Grid.Root gap={5}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <TextLine
            type="number"
            label={t('presence.settings.record.years')}
            hint={t('presence.settings.record.years.hint')}
            error={errorAt('auditYears')}
            value={value.auditYears === null ? '' : String(value.auditYears)}
            change={(years) => change({ auditYears: years === '' ? null : Number(years) })}
          />
        </Grid.Item>
      </Grid.Root>
    </Card>
  );
}
