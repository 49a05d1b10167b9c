import { googleButtons } from '../../../src/channels/settings/google/buttons';
import { Choice, TextLine } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

type Draft = Extract<ChannelDraft, { kind: 'google-business' }>;

export function GoogleFields({ draft, change, errorAt }: FieldsProps<Draft>) {
  const t = useWords();
  const { settings } = draft;
  return (
    <>
      <TextLine
        label={t('presence.channels.google.location')}
        hint={t('presence.channels.google.location.hint')}
        error={errorAt('settings.location')}
        value={settings.location ?? ''}
        change={(text) => {
          const location = text.trim();
          change({ ...draft, settings: { ...settings, location: location === '' ? null : location } });
        }}
      />
      <Choice
        label={t('presence.channels.google.button')}
        hint={t('presence.channels.google.button.hint')}
        value={settings.button ?? 'LEARN_MORE'}
        options={googleButtons.map((value) => ({
          value,
          label: t(`presence.channels.google.button.${value}`),
        }))}
        change={(button) => change({ ...draft, settings: { ...settings, button } })}
      />
    </>
  );
}
