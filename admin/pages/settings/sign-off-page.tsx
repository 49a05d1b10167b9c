import { useCallback } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Grid } from '@strapi/design-system';
import type { SignOffPeople, SignOffPerson } from '../../../src/governance/signoff/schema';
import { useApi } from '../../api';
import { Card } from '../../components/card';
import { TextLine } from '../../components/input';
import { Loaded } from '../../components/states';
import { LanguageChoice } from '../../panels/sign-off-dialog';
import { rights } from '../../plugin';
import { useLoad } from '../../use-load';
import { useWords, WithWords } from '../../words';
import { SettingsFrame } from './frame';
import { Rows } from './rows';
import { useForm } from './use-form';

/** Settings: who approves by e-mail, without a log-in of their own. */
export default function SignOffPage() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('settings.manage')}>
        <SignOffSettings />
      </Page.Protect>
    </WithWords>
  );
}

function SignOffSettings() {
  const t = useWords();
  const api = useApi();
  const load = useLoad(useCallback(() => api.signOffPeople(), [api]));
  if (load.value) return <PeopleForm value={load.value} />;
  return (
    <SettingsFrame title={t('presence.sign-off.people')} subtitle={t('presence.sign-off.people.subtitle')}>
      <Loaded load={load}>{() => null}</Loaded>
    </SettingsFrame>
  );
}

const blank: SignOffPerson = { name: '', email: '', language: 'en' };

function PeopleForm({ value }: { value: SignOffPeople }) {
  const t = useWords();
  const api = useApi();
  const form = useForm<SignOffPeople>(value, api.saveSignOffPeople);
  return (
    <SettingsFrame
      title={t('presence.sign-off.people')}
      subtitle={t('presence.sign-off.people.subtitle')}
      form={form}
    >
      <Card title={t('presence.sign-off.people.list')} hint={t('presence.sign-off.people.hint')}>
        <Rows
          rows={form.value.people}
          change={(people) => form.change({ people })}
          blank={blank}
          none={t('presence.sign-off.people.none')}
          add={t('presence.sign-off.people.add')}
          nameOf={({ name }) => name}
        >
          {(row, set, index) => (
            <Grid.Root gap={4}>
              <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
                <TextLine
                  label={t('presence.sign-off.name')}
                  error={form.errorAt(`people[${index}].name`)}
                  value={row.name}
                  change={(name) => set({ name })}
                />
              </Grid.Item>
              <Grid.Item col={5} s={6} xs={12} direction="column" alignItems="stretch">
                <TextLine
                  type="email"
                  label={t('presence.sign-off.email')}
                  error={form.errorAt(`people[${index}].email`)}
                  value={row.email}
                  change={(email) => set({ email })}
                />
              </Grid.Item>
              <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
                <LanguageChoice value={row.language} change={(language) => set({ language })} />
              </Grid.Item>
            </Grid.Root>
          )}
        </Rows>
      </Card>
    </SettingsFrame>
  );
}
