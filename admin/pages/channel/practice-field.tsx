import { YesNo } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

/** Whether publications stay on the practice network. The website is always in earnest. */
export function PracticeField({ draft, change }: Omit<FieldsProps<ChannelDraft>, 'errorAt'>) {
  const t = useWords();
  if (draft.kind === 'website') return null;
  return (
    <YesNo
      label={t('presence.channels.practice')}
      hint={t('presence.channels.practice.hint')}
      value={draft.practice}
      change={(practice) => change({ ...draft, practice })}
    />
  );
}
