import { useState } from 'react';
import { Checkbox, Field, Flex } from '@strapi/design-system';
import type { DecisionRequest } from '../../src/governance/review/schema';
import { Ask } from '../components/ask';
import { TextBox } from '../components/input';
import { useWords } from '../words';

/** What a person adds to a decision. */
export interface Said {
  readonly comment: string | null;
  readonly checklist: string[];
}

/** Asks for what a decision needs: the points to confirm, and a sentence. */
export function DecisionDialog({
  kind,
  isCommentRequired,
  checklist,
  close,
  send,
}: {
  kind: DecisionRequest['kind'];
  isCommentRequired: boolean;
  checklist: readonly string[];
  close: () => void;
  send: (said: Said) => Promise<void>;
}) {
  const t = useWords();
  const [text, setText] = useState('');
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const tick = (point: string, isOn: boolean) =>
    setConfirmed(new Set(checklist.filter((one) => (one === point ? isOn : confirmed.has(one)))));
  const isReady = confirmed.size === checklist.length && (!isCommentRequired || text.trim() !== '');
  return (
    <Ask
      title={t(`presence.decision.${kind}`)}
      confirm={t('presence.action.send')}
      {...(kind === 'emergency' ? { variant: 'danger' as const } : {})}
      isConfirmDisabled={!isReady}
      close={close}
      act={() => send({ comment: text.trim() || null, checklist: [...confirmed] })}
    >
      {checklist.length > 0 && (
        <Field.Root width="100%" required>
          <Field.Label>{t('presence.panel.checklist')}</Field.Label>
          <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
            {checklist.map((point) => (
              <Checkbox
                key={point}
                checked={confirmed.has(point)}
                onCheckedChange={(value) => tick(point, value === true)}
              >
                {point}
              </Checkbox>
            ))}
          </Flex>
        </Field.Root>
      )}
      <TextBox
        label={t('presence.panel.comment')}
        hint={t(`presence.decision.${kind}.hint`)}
        required={isCommentRequired}
        rows={4}
        value={text}
        change={setText}
      />
    </Ask>
  );
}
