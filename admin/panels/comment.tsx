import { useState } from 'react';
import type { DecisionKind } from '../../src/governance/schema';
import { Ask } from '../components/ask';
import { TextBox } from '../components/input';
import { useWords } from '../words';

/** Asks for the sentence that a decision needs. */
export function Comment({
  kind,
  close,
  send,
}: {
  kind: DecisionKind;
  close: () => void;
  send: (comment: string) => Promise<void>;
}) {
  const t = useWords();
  const [text, setText] = useState('');
  return (
    <Ask
      title={t(`presence.decision.${kind}`)}
      confirm={t('presence.action.send')}
      isConfirmDisabled={text.trim() === ''}
      close={close}
      act={() => send(text.trim())}
    >
      <TextBox
        label={t('presence.panel.comment')}
        hint={t(`presence.decision.${kind}.hint`)}
        required
        rows={4}
        value={text}
        change={setText}
      />
    </Ask>
  );
}
