import { Choice, TextLine } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

type Of<K extends ChannelDraft['kind']> = Extract<ChannelDraft, { kind: K }>;

export function FacebookFields({ draft, change, errorAt }: FieldsProps<Of<'facebook'>>) {
  const t = useWords();
  const set = (settings: Partial<Of<'facebook'>['settings']>) =>
    change({ ...draft, settings: { ...draft.settings, ...settings } });
  const { settings } = draft;
  return (
    <>
      <TextLine
        label={t('presence.channels.facebook.page')}
        hint={t('presence.channels.facebook.page.hint')}
        error={errorAt('settings.pageId')}
        value={settings.pageId}
        change={(pageId) => set({ pageId })}
      />
      <Version value={settings.version} change={(version) => set({ version })} errorAt={errorAt} />
    </>
  );
}

export function InstagramFields({ draft, change, errorAt }: FieldsProps<Of<'instagram'>>) {
  const t = useWords();
  const set = (settings: Partial<Of<'instagram'>['settings']>) =>
    change({ ...draft, settings: { ...draft.settings, ...settings } });
  const { settings } = draft;
  return (
    <>
      <TextLine
        label={t('presence.channels.instagram.user')}
        hint={t('presence.channels.instagram.user.hint')}
        error={errorAt('settings.userId')}
        value={settings.userId}
        change={(userId) => set({ userId })}
      />
      <Choice
        label={t('presence.channels.instagram.login')}
        hint={t('presence.channels.instagram.login.hint')}
        value={settings.login}
        options={(['instagram', 'facebook'] as const).map((value) => ({
          value,
          label: t(`presence.channels.instagram.login.${value}`),
        }))}
        change={(login) => set({ login })}
      />
      <Version value={settings.version} change={(version) => set({ version })} errorAt={errorAt} />
    </>
  );
}

export function ThreadsFields({ draft, change, errorAt }: FieldsProps<Of<'threads'>>) {
  const t = useWords();
  const set = (settings: Partial<Of<'threads'>['settings']>) =>
    change({ ...draft, settings: { ...draft.settings, ...settings } });
  const { settings } = draft;
  return (
    <>
      <TextLine
        label={t('presence.channels.threads.user')}
        hint={t('presence.channels.threads.user.hint')}
        error={errorAt('settings.userId')}
        value={settings.userId}
        change={(userId) => set({ userId })}
      />
      <Version value={settings.version} change={(version) => set({ version })} errorAt={errorAt} />
    </>
  );
}

function Version({
  value,
  change,
  errorAt,
}: Pick<FieldsProps<ChannelDraft>, 'errorAt'> & { value: string; change: (version: string) => void }) {
  const t = useWords();
  return (
    <TextLine
      label={t('presence.channels.meta.version')}
      hint={t('presence.channels.meta.version.hint')}
      error={errorAt('settings.version')}
      value={value}
      change={change}
    />
  );
}
