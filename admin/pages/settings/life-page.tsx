import { useCallback } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Accordion, Box } from '@strapi/design-system';
import type { LifePolicies, PoliciesView } from '../../../src/governance/lifecycle/schema';
import type { ContentTypeView } from '../../../src/governance/schema';
import { useApi } from '../../api';
import { useLifeApi } from '../../life-api';
import { Card } from '../../components/card';
import { Loaded } from '../../components/states';
import { rights } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords, WithWords } from '../../words';
import { SettingsFrame } from './frame';
import { LifePolicyForm, useSummary } from './life-policy';
import { useForm } from './use-form';

/** Settings: when published content is looked at again, by whom, and when it ends. */
export default function LifePage() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('settings.manage')}>
        <Life />
      </Page.Protect>
    </WithWords>
  );
}

function Life() {
  const t = useWords();
  const api = useApi();
  const life = useLifeApi();
  const load = useLoad(
    useCallback(async () => {
      const [known, types] = await Promise.all([life.policies(), api.contentTypes()]);
      return { known, types };
    }, [api, life]),
  );
  if (load.value) return <LifeForm {...load.value} />;
  return (
    <SettingsFrame title={t('presence.life.settings.title')} subtitle={t('presence.life.settings.subtitle')}>
      <Loaded load={load}>{() => null}</Loaded>
    </SettingsFrame>
  );
}

function LifeForm({ known, types }: { known: PoliciesView; types: readonly ContentTypeView[] }) {
  const t = useWords();
  const life = useLifeApi();
  const form = useForm<PoliciesView>(known, ({ policies }) => life.savePolicies(policies));
  const summary = useSummary(known.owners);
  const { policies } = form.value;
  const set = (uid: string, policy: LifePolicies[string] | undefined) => {
    const { [uid]: _, ...others } = policies;
    form.change({ policies: policy ? { ...others, [uid]: policy } : others });
  };
  return (
    <SettingsFrame
      title={t('presence.life.settings.title')}
      subtitle={t('presence.life.settings.subtitle')}
      form={form}
    >
      <Card title={t('presence.life.settings.types')} hint={t('presence.life.settings.expiry.hint')}>
        <Accordion.Root size="S">
          {types.map((type) => (
            <Accordion.Item key={type.uid} value={type.uid}>
              <Accordion.Header>
                <Accordion.Trigger description={summary(policies[type.uid])}>{type.name}</Accordion.Trigger>
              </Accordion.Header>
              <Accordion.Content>
                <Box padding={5}>
                  <LifePolicyForm
                    type={type}
                    policy={policies[type.uid]}
                    owners={known.owners}
                    set={(policy) => set(type.uid, policy)}
                    errorAt={(path) => form.errorAt(`["${type.uid}"]${path ? `.${path}` : ''}`)}
                  />
                </Box>
              </Accordion.Content>
            </Accordion.Item>
          ))}
        </Accordion.Root>
      </Card>
    </SettingsFrame>
  );
}
