import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Button, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, Check, WarningCircle } from '@strapi/icons';
import type { PreferencesView, Way } from '../../../src/governance/notices/preferences';
import type { Topic } from '../../../src/governance/notices/topics';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { Choice } from '../../components/input';
import { PageFrame } from '../../components/page-frame';
import { Failed, Loaded } from '../../components/states';
import { When } from '../../components/when';
import { ZoneField } from '../../components/zone-field';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { useForm } from '../settings/use-form';

// Written out, so that the domain and its parser are not loaded for two lists.
const topics: readonly Topic[] = ['approvals', 'my-entries', 'deadlines', 'publishing', 'system'];
const ways: readonly Way[] = ['at-once', 'digest', 'inbox', 'off'];
const hours = Array.from({ length: 24 }, (_, hour) => String(hour));

/** How I want to be told, topic by topic. */
export default function Preferences() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(useCallback(() => api.preferences(), [api]));
  if (load.value) return <PreferencesForm start={load.value} />;
  return (
    <PageFrame title={t('presence.preferences.title')}>
      <Loaded load={load}>{() => null}</Loaded>
    </PageFrame>
  );
}

function PreferencesForm({ start }: { start: PreferencesView }) {
  const t = useWords();
  const api = useApi();
  const form = useForm<PreferencesView>(start, ({ ways: chosen, hour, zone }) =>
    api.savePreferences({ ways: chosen, hour, zone }),
  );
  const { value, change } = form;
  const hasDigest = Object.values(value.ways).includes('digest');
  return (
    <PageFrame
      title={t('presence.preferences.title')}
      subtitle={t('presence.preferences.subtitle')}
      back={
        <Link tag={RouterLink} to="/plugins/presence-notices" startIcon={<ArrowLeft />}>
          {t('presence.inbox.title')}
        </Link>
      }
      action={
        <Button
          startIcon={<Check />}
          disabled={!form.isChanged}
          loading={form.isBusy}
          onClick={() => void form.save()}
        >
          {t('presence.action.save')}
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        {form.refusal && <Failed refusal={form.refusal} small />}
        <Mails {...value} />
        <Card title={t('presence.preferences.topics')} hint={t('presence.preferences.topics.hint')}>
          <Grid.Root gap={5}>
            {topics.map((topic) => (
              <Grid.Item key={topic} col={6} xs={12} direction="column" alignItems="stretch">
                <Choice
                  label={t(`presence.topic.${topic}`)}
                  hint={t(`presence.topic.${topic}.hint`)}
                  error={form.errorAt(`ways.${topic}`)}
                  value={value.ways[topic]}
                  options={ways.map((way) => ({ value: way, label: t(`presence.way.${way}`) }))}
                  change={(way) => change({ ways: { ...value.ways, [topic]: way } })}
                />
              </Grid.Item>
            ))}
          </Grid.Root>
        </Card>
        <Card title={t('presence.preferences.digest')} hint={t('presence.preferences.digest.hint')}>
          <Grid.Root gap={5}>
            <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
              <Choice
                label={t('presence.preferences.hour')}
                disabled={!hasDigest}
                error={form.errorAt('hour')}
                value={String(value.hour)}
                options={hours.map((hour) => ({ value: hour, label: `${hour.padStart(2, '0')}:00` }))}
                change={(hour) => change({ hour: Number(hour) })}
              />
            </Grid.Item>
            <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
              <ZoneField
                label={t('presence.preferences.zone')}
                hint={t('presence.preferences.zone.hint')}
                error={form.errorAt('zone')}
                value={value.zone}
                change={(zone) => change({ zone })}
              />
            </Grid.Item>
          </Grid.Root>
          {hasDigest && !form.isChanged && value.sender !== null && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('presence.preferences.next')} <When at={value.nextDigest} zone={value.zone} isSmall />
            </Typography>
          )}
        </Card>
      </Flex>
    </PageFrame>
  );
}

/** Where mails go and who they come from, or that there are none. */
function Mails({ email, sender }: Pick<PreferencesView, 'email' | 'sender'>) {
  const t = useWords();
  if (sender !== null)
    return (
      <Typography tag="p" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
        {t('presence.preferences.mails', { email, sender })}
      </Typography>
    );
  return (
    <Flex gap={3} padding={4} background="warning100" hasRadius alignItems="flex-start" role="status">
      <WarningCircle aria-hidden fill="warning600" />
      <Typography textColor="neutral800">{t('presence.preferences.no-mails')}</Typography>
    </Flex>
  );
}
