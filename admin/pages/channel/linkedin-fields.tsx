import { Choice, TextLine } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

type Draft = Extract<ChannelDraft, { kind: 'linkedin' }>;

export function LinkedinFields({ draft, change, errorAt }: FieldsProps<Draft>) {
  const t = useWords();
  const { settings } = draft;
  return (
    <>
      <Choice
        label={t('presence.channels.linkedin.as')}
        hint={t('presence.channels.linkedin.as.hint')}
        value={settings.as ?? 'organization'}
        options={(['organization', 'person'] as const).map((value) => ({
          value,
          label: t(`presence.channels.linkedin.as.${value}`),
        }))}
        // Who was picked belongs to the other sort.
        change={(as) => change({ ...draft, settings: { ...settings, as, author: null } })}
      />
      <TextLine
        label={t('presence.channels.linkedin.author')}
        hint={t('presence.channels.linkedin.author.hint')}
        error={errorAt('settings.author')}
        value={settings.author ?? ''}
        change={(author) =>
          change({ ...draft, settings: { ...settings, author: author.trim() === '' ? null : author } })
        }
      />
    </>
  );
}
