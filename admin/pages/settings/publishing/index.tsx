import { useCallback } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Flex, Grid, Typography } from '@strapi/design-system';
import type { PublishingPlan } from '../../../../src/publishing/time/schema';
import { useApi } from '../../../api';
import { Card } from '../../../components/card';
import { TextLine, YesNo } from '../../../components/input';
import { Loaded } from '../../../components/states';
import { ZoneField } from '../../../components/zone-field';
import { rights } from '../../../plugin';
import { useLoad } from '../../../use-load';
import { useWords, WithWords } from '../../../words';
import { SettingsFrame } from '../frame';
import { useForm } from '../use-form';
import { Blackouts } from './blackouts';
import type { PlanPart } from './part';
import { Slots } from './slots';

/** Settings: when the channels are used. */
export default function PublishingTimesPage() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('settings.manage')}>
        <PublishingTimes />
      </Page.Protect>
    </WithWords>
  );
}

function PublishingTimes() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(async () => {
      const [plan, channels] = await Promise.all([api.publishingPlan(), api.channels()]);
      return { plan, channels };
    }, [api]),
  );
  if (load.value) return <PlanForm plan={load.value.plan} channels={load.value.channels} />;
  return (
    <SettingsFrame title={t('presence.plan.title')} subtitle={t('presence.plan.subtitle')}>
      <Loaded load={load}>{() => null}</Loaded>
    </SettingsFrame>
  );
}

/** The plan as a form that is saved as a whole. */
export function PlanForm({ plan, channels }: { plan: PublishingPlan; channels: PlanPart['channels'] }) {
  const t = useWords();
  const api = useApi();
  const form = useForm<PublishingPlan>(plan, api.savePublishingPlan);
  const part = { ...form, channels };
  return (
    <SettingsFrame title={t('presence.plan.title')} subtitle={t('presence.plan.subtitle')} form={form}>
      <Slots {...part} />
      <Blackouts {...part} />
      <Card title={t('presence.plan.distances')} hint={t('presence.plan.distances.hint')}>
        {channels.length === 0 && <Typography>{t('presence.plan.no-channels')}</Typography>}
        <Grid.Root gap={5}>
          {channels.map(({ key, name }) => (
            <Grid.Item key={key} col={6} xs={12} direction="column" alignItems="stretch">
              <Distance {...part} channel={key} name={name} />
            </Grid.Item>
          ))}
        </Grid.Root>
      </Card>
      <Card title={t('presence.plan.zone')}>
        <Flex direction="column" alignItems="stretch" gap={5} maxWidth="48rem">
          <ZoneField
            label={t('presence.plan.zone')}
            hint={t('presence.plan.zone.hint')}
            error={form.errorAt('zone')}
            value={form.value.zone}
            change={(zone) => form.change({ zone })}
          />
          <YesNo
            label={t('presence.plan.holidays')}
            hint={t('presence.plan.holidays.hint')}
            value={form.value.holidays}
            change={(holidays) => form.change({ holidays })}
          />
        </Flex>
      </Card>
    </SettingsFrame>
  );
}

function Distance({ value, change, errorAt, channel, name }: PlanPart & { channel: string; name: string }) {
  const t = useWords();
  const at = value.minDistance.findIndex((one) => one.channel === channel);
  const others = value.minDistance.filter((one) => one.channel !== channel);
  return (
    <TextLine
      type="number"
      label={t('presence.plan.distance.of', { channel: name })}
      error={at < 0 ? undefined : errorAt(`minDistance[${at}].minutes`)}
      value={at < 0 ? '' : String(value.minDistance[at]?.minutes ?? '')}
      change={(minutes) =>
        change({ minDistance: minutes === '' ? others : [...others, { channel, minutes: Number(minutes) }] })
      }
    />
  );
}
