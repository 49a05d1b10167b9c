import { TextLine } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

type Draft = Extract<ChannelDraft, { kind: 'pinterest' }>;

export function PinterestFields({ draft, change, errorAt }: FieldsProps<Draft>) {
  const t = useWords();
  const { settings } = draft;
  return (
    <TextLine
      label={t('presence.channels.pinterest.board')}
      hint={t('presence.channels.pinterest.board.hint')}
      error={errorAt('settings.board')}
      value={settings.board ?? ''}
      change={(board) =>
        change({ ...draft, settings: { ...settings, board: board.trim() === '' ? null : board } })
      }
    />
  );
}
