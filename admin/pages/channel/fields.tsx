import { TextLine, Choice } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

type Of<K extends ChannelDraft['kind']> = Extract<ChannelDraft, { kind: K }>;

export function BlueskyFields({ draft, change, errorAt }: FieldsProps<Of<'bluesky'>>) {
  const t = useWords();
  const set = (settings: Partial<Of<'bluesky'>['settings']>) =>
    change({ ...draft, settings: { ...draft.settings, ...settings } });
  const { settings } = draft;
  return (
    <>
      <TextLine
        label={t('presence.channels.bluesky.identifier')}
        hint={t('presence.channels.bluesky.identifier.hint')}
        required
        error={errorAt('settings.identifier')}
        value={settings.identifier}
        change={(identifier) => set({ identifier })}
      />
      <TextLine
        type="url"
        label={t('presence.channels.bluesky.service')}
        hint={t('presence.channels.bluesky.service.hint')}
        error={errorAt('settings.service')}
        value={settings.service}
        change={(service) => set({ service })}
      />
      <TextLine
        label={t('presence.channels.bluesky.post')}
        hint={t('presence.channels.bluesky.post.hint')}
        error={errorAt('settings.postUrl')}
        value={settings.postUrl}
        change={(postUrl) => set({ postUrl })}
      />
      <Choice
        label={t('presence.channels.bluesky.counts')}
        hint={t('presence.channels.bluesky.counts.hint')}
        value={settings.countsFrom}
        options={[
          { value: 'appview', label: t('presence.channels.bluesky.counts.appview') },
          { value: 'pds', label: t('presence.channels.bluesky.counts.pds') },
        ]}
        change={(countsFrom) => set({ countsFrom })}
      />
      {settings.countsFrom === 'appview' && (
        <TextLine
          type="url"
          label={t('presence.channels.bluesky.appview')}
          error={errorAt('settings.appViewUrl')}
          value={settings.appViewUrl}
          change={(appViewUrl) => set({ appViewUrl })}
        />
      )}
    </>
  );
}

export function MastodonFields({ draft, change, errorAt }: FieldsProps<Of<'mastodon'>>) {
  const t = useWords();
  const set = (settings: Partial<Of<'mastodon'>['settings']>) =>
    change({ ...draft, settings: { ...draft.settings, ...settings } });
  const { settings } = draft;
  return (
    <>
      <TextLine
        type="url"
        label={t('presence.channels.mastodon.instance')}
        hint={t('presence.channels.mastodon.instance.hint')}
        required
        error={errorAt('settings.instance')}
        value={settings.instance}
        change={(instance) => set({ instance })}
      />
      <Choice
        label={t('presence.channels.mastodon.visibility')}
        hint={t('presence.channels.mastodon.visibility.hint')}
        value={settings.visibility}
        options={(['public', 'unlisted', 'private'] as const).map((value) => ({
          value,
          label: t(`presence.channels.mastodon.visibility.${value}`),
        }))}
        change={(visibility) => set({ visibility })}
      />
    </>
  );
}

export function TelegramFields({ draft, change, errorAt }: FieldsProps<Of<'telegram'>>) {
  const t = useWords();
  const set = (settings: Partial<Of<'telegram'>['settings']>) =>
    change({ ...draft, settings: { ...draft.settings, ...settings } });
  const { settings } = draft;
  return (
    <>
      <TextLine
        label={t('presence.channels.telegram.chat')}
        hint={t('presence.channels.telegram.chat.hint')}
        required
        error={errorAt('settings.chatId')}
        value={settings.chatId}
        change={(chatId) => set({ chatId })}
      />
      <TextLine
        type="url"
        label={t('presence.channels.telegram.server')}
        hint={t('presence.channels.telegram.server.hint')}
        error={errorAt('settings.server')}
        value={settings.server}
        change={(server) => set({ server })}
      />
    </>
  );
}

export function WebhookFields({ draft, change, errorAt }: FieldsProps<Of<'webhook'>>) {
  const t = useWords();
  return (
    <TextLine
      type="url"
      label={t('presence.channels.webhook.url')}
      hint={t('presence.channels.webhook.url.hint')}
      required
      error={errorAt('settings.url')}
      value={draft.settings.url}
      change={(url) => change({ ...draft, settings: { ...draft.settings, url } })}
    />
  );
}
