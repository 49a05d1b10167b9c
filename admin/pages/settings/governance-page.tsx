import { useCallback } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import type { ContentTypeView } from '../../../src/governance/schema';
import type { Settings, SettingsRequest } from '../../../src/governance/settings';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { TextLine, YesNo } from '../../components/input';
import { Loaded } from '../../components/states';
import { rights } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords, WithWords } from '../../words';
import { Calendar } from './calendar';
import { ContentTypes } from './content-types';
import { SettingsFrame } from './frame';
import type { SettingsPart } from './part';
import { RecordYears } from './record-years';
import { Times } from './times';
import { useForm } from './use-form';

/** Settings: what needs approval, which field is what, where pages are, and when. */
export default function GovernancePage() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('settings.manage')}>
        <Governance />
      </Page.Protect>
    </WithWords>
  );
}

function Governance() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(async () => {
      const [settings, types] = await Promise.all([api.settings(), api.contentTypes()]);
      return { settings, types };
    }, [api]),
  );
  if (load.value) return <GovernanceForm {...load.value} />;
  return (
    <SettingsFrame title={t('presence.settings.title')} subtitle={t('presence.settings.subtitle')}>
      <Loaded load={load}>{() => null}</Loaded>
    </SettingsFrame>
  );
}

function GovernanceForm({ settings, types }: { settings: Settings; types: readonly ContentTypeView[] }) {
  const t = useWords();
  const api = useApi();
  const form = useForm<SettingsRequest>(settings, api.saveSettings);
  const { value, change } = form;
  const governed = new Set(value.governed);

  return (
    <SettingsFrame
      title={t('presence.settings.title')}
      subtitle={t('presence.settings.subtitle')}
      form={form}
    >
      <Card title={t('presence.settings.governed')} hint={t('presence.settings.governed.hint')}>
        <Grid.Root gap={4} tag="ul">
          {types.map(({ uid, name, draftAndPublish }) => (
            <Grid.Item key={uid} col={4} s={6} xs={12} tag="li" alignItems="flex-start" direction="column">
              <Checkbox
                checked={governed.has(uid)}
                onCheckedChange={(isTicked) =>
                  change({
                    governed:
                      isTicked === true
                        ? [...value.governed, uid]
                        : value.governed.filter((each) => each !== uid),
                  })
                }
              >
                {name}
              </Checkbox>
              {!draftAndPublish && (
                <Typography variant="pi" textColor="neutral600">
                  {t('presence.settings.no-drafts')}
                </Typography>
              )}
            </Grid.Item>
          ))}
        </Grid.Root>
        <Flex paddingTop={5}>
          <YesNo
            label={t('presence.settings.four-eyes')}
            hint={t('presence.settings.four-eyes.hint')}
            value={value.fourEyes}
            change={(fourEyes) => change({ fourEyes })}
          />
        </Flex>
      </Card>
      <ContentTypes types={types} value={value} change={change} errorAt={form.errorAt} />
      <Website value={value} change={change} errorAt={form.errorAt} />
      <Calendar value={value} change={change} errorAt={form.errorAt} />
      <Times value={value} change={change} errorAt={form.errorAt} />
      <RecordYears value={value} change={change} errorAt={form.errorAt} />
    </SettingsFrame>
  );
}

function Website({ value: { sites, publicUrl }, change, errorAt }: SettingsPart) {
  const t = useWords();
  const { hook } = sites;
  return (
    <Card title={t('presence.settings.website')} hint={t('presence.settings.website.hint')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <TextLine
          type="url"
          label={t('presence.settings.base-url')}
          hint={t('presence.settings.base-url.hint')}
          placeholder="https://www.bakery.example"
          error={errorAt('sites.baseUrl')}
          value={sites.baseUrl}
          change={(baseUrl) => change({ sites: { ...sites, baseUrl } })}
        />
        <TextLine
          type="url"
          label={t('presence.settings.public-url')}
          hint={t('presence.settings.public-url.hint')}
          placeholder="https://cms.bakery.example"
          error={errorAt('publicUrl')}
          value={publicUrl}
          change={(next) => change({ publicUrl: next })}
        />
        <TextLine
          type="url"
          label={t('presence.settings.hook')}
          hint={t('presence.settings.hook.hint')}
          error={errorAt('sites.hook.url')}
          value={hook?.url ?? ''}
          change={(url) => change({ sites: { ...sites, hook: url ? { ...hook, url } : null } })}
        />
        {hook && (
          <TextLine
            type="password"
            autoComplete="new-password"
            label={t('presence.settings.hook-secret')}
            hint={t(hook.secretSet ? 'presence.channels.secret.kept' : 'presence.settings.hook-secret.hint')}
            error={errorAt('sites.hook.secret')}
            value={hook.secret ?? ''}
            change={(secret) => {
              const { secret: _, ...rest } = hook;
              change({ sites: { ...sites, hook: secret ? { ...rest, secret } : rest } });
            }}
          />
        )}
      </Flex>
    </Card>
  );
}
